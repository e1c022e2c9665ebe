"""The thread on screen: only what is in sight, and twenty entries around it, are widgets.

Heights of the others are guessed from their text. Whatever is measured anew above the
reader, the line being read stays where it is; at the bottom, the view follows the text.
"""

from collections.abc import Callable, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.chat.thread.entries import Entry, Key, Room
from gui.chat.thread.item import Item, column_width
from gui.chat.thread.strip import Strip
from gui.chat.thread.walk import Walk
from gui.theme.tokens import px, theme

AROUND = 10  # entries kept ready above what is in sight, and as many below
TOP, BETWEEN, END = 20, 12, 12
AT_BOTTOM = 24  # pixels from the end that still count as its end
SLICE_SECONDS = 0.008


class ThreadView(QScrollArea):
    """Shows entries; ``make`` builds the widget of one."""

    def __init__(self, make: Callable[[Entry], Item], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Messages"))
        self._make = make
        self._entries: list[Entry] = []
        self._places: dict[Key, int] = {}
        self._live: dict[Key, Item] = {}
        self._dirty: set[Key] = set()
        self._strip = Strip()
        self.walk = Walk(self)
        self._follow = True  # the reader is at the end
        self._adjusting = False
        self._canvas = QWidget()
        self.setWidget(self._canvas)
        self.verticalScrollBar().setSingleStep(px(32))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._filler = QTimer(self, singleShot=True, interval=0)
        self._filler.timeout.connect(self._fill)
        theme.changed.connect(self._rebuild)

    # --- entries ------------------------------------------------------------------------

    def show_thread(self, entries: Sequence[Entry]) -> None:
        """Show another conversation, from its end."""
        self._drop_all()
        self.walk.current = None
        self._follow = True
        self._take(entries, self._guess(entries))

    def update_thread(self, entries: Sequence[Entry]) -> None:
        """Show a newer state of the same conversation; what stayed the same stays a widget."""
        heights = self._guess(entries)
        for number, entry in enumerate(entries):
            if (place := self._places.get(entry.key)) is not None:
                heights[number] = self._strip.height(place)
            self._update_item(entry)
        kept = {entry.key for entry in entries}
        for key in [key for key in self._live if key not in kept]:
            self._drop(key)
        anchor = self._anchor()
        self._take(entries, heights, anchor)

    def item(self, key: Key) -> Item | None:
        """The widget of an entry, where it is one just now."""
        return self._live.get(key)

    def items(self) -> list[Item]:
        """All widgets, in order."""
        return [self._live[key] for key in sorted(self._live, key=self._places.__getitem__)]

    def entries(self) -> list[Entry]:
        return list(self._entries)

    def reveal(self, key: Key) -> None:
        """Scroll an entry into sight and make it the current one."""
        if key not in self._places:
            return
        self._follow = False
        self._scroll_to(self._strip.top(self._places[key]))
        self._fill()
        self.bring(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def to_end(self) -> None:
        self._follow = True
        self._settle(None)
        self._filler.start()

    def is_settled(self) -> bool:
        """Whether all that should be a widget is one."""
        return not self._filler.isActive()

    def _update_item(self, entry: Entry) -> None:
        item, place = self._live.get(entry.key), self._places.get(entry.key)
        if item is None or place is None or self._entries[place] == entry:
            return
        item.set_entry(entry)
        self._dirty.add(entry.key)

    def _take(
        self, entries: Sequence[Entry], heights: list[int], anchor: tuple[Key, int] | None = None
    ) -> None:
        self._entries = list(entries)
        self._places = {entry.key: number for number, entry in enumerate(self._entries)}
        self._strip.reset(heights)
        self._settle(anchor)
        self._fill()

    def _guess(self, entries: Sequence[Entry]) -> list[int]:
        room = Room.now(self._column() - px(42))
        return [entry.guess_height(room) + BETWEEN for entry in entries]

    # --- building -----------------------------------------------------------------------

    def _fill(self) -> None:
        """Make the widgets that are missing, those in sight first, for a few milliseconds."""
        began = perf_counter()
        for place in self._wanted():
            entry = self._entries[place]
            if entry.key not in self._live:
                self._build(entry)
            if entry.key in self._dirty:
                self._lay_out(entry.key)
            if perf_counter() - began > SLICE_SECONDS:
                self._filler.start()
                return
        self._forget_far()

    def _wanted(self) -> list[int]:
        """Places in sight, then those around them. Read anew: heights change meanwhile."""
        if not self._entries:
            return []
        first, last = self._sight()
        before = range(first - 1, max(-1, first - AROUND - 1), -1)
        behind = range(last + 1, min(len(self._entries), last + AROUND + 1))
        sight = range(last, first - 1, -1) if self._follow else range(first, last + 1)
        return [*sight, *behind, *before]

    def _sight(self) -> tuple[int, int]:
        top = self.verticalScrollBar().value() - TOP
        return self._strip.at(top), self._strip.at(top + self.viewport().height())

    def _build(self, entry: Entry) -> None:
        item = self._make(entry)
        item.setParent(self._canvas)
        key = entry.key
        item.grown.connect(lambda: self._grew(key))
        item.step.connect(self.walk.step)
        item.focused.connect(lambda: self.walk.make_current(key))
        item.set_current(key == self.walk.current)
        self._live[key] = item
        self._dirty.add(key)

    def _grew(self, key: Key) -> None:
        if key in self._live and key not in self._dirty:
            self._dirty.add(key)
            # At once where it is seen: text and height change in one paint.
            QTimer.singleShot(0, self, lambda: self._lay_out(key))

    def _lay_out(self, key: Key) -> None:
        if key not in self._dirty or key not in self._live:
            return
        self._dirty.discard(key)
        item, place = self._live[key], self._places[key]
        anchor = self._anchor()
        height = item.lay_out(self._column()) + BETWEEN
        if self._strip.set(place, height):
            self._settle(anchor)
        else:
            self._place(key)
        item.show()

    def _forget_far(self) -> None:
        wanted = {self._entries[place].key for place in self._wanted()}
        for key in [key for key in self._live if key not in wanted]:
            if not self._live[key].pinned():
                self._drop(key)

    def _drop(self, key: Key) -> None:
        item = self._live.pop(key)
        self._dirty.discard(key)
        item.hide()
        item.deleteLater()

    def _drop_all(self) -> None:
        for key in list(self._live):
            self._drop(key)

    def _rebuild(self) -> None:
        """Fonts or colours have changed: everything is written anew."""
        anchor = self._anchor()
        self._drop_all()
        self._take(self._entries, self._guess(self._entries), anchor)

    # --- places -------------------------------------------------------------------------

    def _column(self) -> int:
        return column_width(self.width())

    def _anchor(self) -> tuple[Key, int] | None:
        """The first entry in sight and how far its top is above; None where nothing is."""
        if not self._entries:
            return None
        value = self.verticalScrollBar().value() - TOP
        place = self._strip.at(value)
        return self._entries[place].key, value - self._strip.top(place)

    def _settle(self, anchor: tuple[Key, int] | None) -> None:
        """Give the canvas its height, the widgets their places, the reader the same line."""
        self._adjusting = True
        height = TOP + self._strip.total + END
        self._canvas.resize(self.viewport().width(), max(height, self.viewport().height()))
        for key in self._live:
            self._place(key)
        if self._follow:
            self._scroll_to(self.verticalScrollBar().maximum())
        elif anchor is not None and anchor[0] in self._places:
            self._scroll_to(self._strip.top(self._places[anchor[0]]) + anchor[1] + TOP)
        self._adjusting = False

    def _place(self, key: Key) -> None:
        x = (self.width() - self._column()) // 2
        self._live[key].move(x, TOP + self._strip.top(self._places[key]))

    def _scroll_to(self, value: int) -> None:
        before, self._adjusting = self._adjusting, True
        self.verticalScrollBar().setValue(value)
        self._adjusting = before

    def _scrolled(self, value: int) -> None:
        if not self._adjusting:
            self._follow = value >= self.verticalScrollBar().maximum() - AT_BOTTOM
        self._filler.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._dirty.update(self._live)
        self._settle(anchor)
        self._fill()

    # --- keys and focus -----------------------------------------------------------------

    def bring(self, key: Key) -> Item:
        """The widget of an entry, made where it was none, scrolled into sight."""
        place = self._places[key]
        if key not in self._live:
            self._build(self._entries[place])
        self._lay_out(key)
        item = self._live[key]
        self._follow = self._follow and place == len(self._entries) - 1
        self.ensureVisible(item.x(), item.y(), 0, 8)
        if item.height() < self.viewport().height():
            self.ensureVisible(item.x(), item.geometry().bottom(), 0, 8)
        return item

    def neighbour(self, key: Key, by: int) -> Key | None:
        """The entry ``by`` places further; None outside."""
        place = self._places.get(key, -1) + by
        return self._entries[place].key if 0 <= place < len(self._entries) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.walk.enter(event.reason())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt calls it
        return self.walk.tab(forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_End:
            self.to_end()
        elif event.key() == Qt.Key.Key_Home:
            self._follow = False
            self._scroll_to(0)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            return True  # the canvas has no layout: its children are placed here
        return super().event(event)
