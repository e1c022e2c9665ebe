"""The text of a message: text runs and code cards, one below the other.

It takes text while it is written. Closed pieces are written once; only the last open
one is written again, at most every 33 ms. A long text is built in slices of a few
milliseconds, so that the window never waits for it; ``grown`` tells that it is taller.
"""

from collections import deque
from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.chat.markdown.code_card import CodeCard
from gui.chat.markdown.pieces import Code, Piece, Plain, PlainSplitter, Prose, Splitter
from gui.chat.markdown.prose_view import ProseView
from gui.chat.markdown.styles import GAP, LIFT
from gui.widgets.buttons import secondary

FLUSH_MS = 33
# A flush that was dear (a large open table) is followed by a longer pause.
REST = 4
SLICE_SECONDS = 0.006
PORTION = 1_000  # characters between two looks at the clock
MOST_VIEW, MOST_BLOCKS = 4_000, 150  # of one text widget
MOST_SHOWN, MOST_LINES = 60_000, 2_000  # of a message, until the owner asks for more


class Body(QWidget):
    """Give it text with ``add``, and say ``finish`` when there is no more."""

    grown = Signal()
    link_chosen = Signal(str)

    def __init__(
        self,
        text: str = "",
        splitter: Splitter | PlainSplitter | None = None,
        *,
        whole: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._splitter = splitter or Splitter()
        self._plain = isinstance(self._splitter, PlainSplitter)
        self._waiting = text  # not split yet
        self._pieces: deque[Piece] = deque()  # closed, not shown yet
        self._room, self._lines = MOST_SHOWN, MOST_LINES
        self._whole, self._ended = whole, False
        self._parts: list[ProseView | CodeCard] = []
        self._tail: ProseView | CodeCard | None = None  # shows the open piece
        self._width = 0
        self._reachable = False
        self._more = secondary(self.tr("Show more")).set_small()
        self._more.setParent(self)
        self._more.clicked.connect(self.show_more)
        self._more.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)
        self._pause = FLUSH_MS
        self._work()

    def add(self, text: str) -> None:
        """More of the text; it is shown with the next flush."""
        self._waiting += text
        if not self._timer.isActive():
            self._timer.start(self._pause)

    def finish(self) -> None:
        """The text is complete: what is left of it is shown at once."""
        self._whole = True
        self._work()

    def is_built(self) -> bool:
        """Whether all that may be shown is shown."""
        return not self._timer.isActive()

    def show_more(self) -> None:
        self._room += MOST_SHOWN
        self._lines += MOST_LINES
        self._work()

    def set_reachable(self, reachable: bool) -> None:
        """Whether Tab stops at the links and buttons inside."""
        self._reachable = reachable
        for part in self._shown_parts():
            part.set_reachable(reachable)

    def stops(self) -> list[QWidget]:
        """What Tab reaches inside."""
        more = [] if self._more.isHidden() else [self._more]
        return [stop for part in self._shown_parts() for stop in part.stops()] + more

    def natural_width(self, most: int) -> int:
        """How wide the text would be without breaking its lines, at most ``most``."""
        views = [part for part in self._shown_parts() if isinstance(part, ProseView)]
        return min(most, max((view.natural_width(most) for view in views), default=0))

    def lay_out(self, width: int) -> int:
        """Take a width and give the height for it."""
        self._width = width
        gap = 0 if self._plain else GAP
        top = 0
        for part in self._shown_parts():
            # Qt puts all of a fixed line height above the letters: lift them to its middle.
            part.move(0, top - LIFT if isinstance(part, ProseView) else top)
            top += part.lay_out(width) + gap
        if not self._more.isHidden():
            self._more.adjustSize()
            self._more.move(0, top)
            top += self._more.height() + gap
        height = max(0, top - gap)
        self.resize(width, height)
        return height

    def _shown_parts(self) -> list[ProseView | CodeCard]:
        return self._parts if self._tail is None else [*self._parts, self._tail]

    def _full(self) -> bool:
        return self._room <= 0 or self._lines <= 0

    def _work(self) -> None:
        """Build for a few milliseconds; the rest follows when the window has had its turn."""
        began = perf_counter()
        while self._step() and perf_counter() - began < SLICE_SECONDS:
            pass
        left = self._has_more()
        if not left:
            self._show_tail(self._splitter.open)
        self._more.setVisible(left and self._full())
        spent = int((perf_counter() - began) * 1000)
        self._pause = max(FLUSH_MS, REST * spent)
        if left and not self._full():
            self._timer.start(0)
        else:
            self._timer.stop()
        if self._width:
            self.grown.emit()

    def _has_more(self) -> bool:
        return bool(self._pieces or self._waiting) or (self._whole and not self._ended)

    def _step(self) -> bool:
        """Show one piece, or split some more of the text; False when there is nothing to do."""
        if self._full():
            return False
        if self._pieces:
            self._show(self._pieces.popleft())
        elif self._waiting:
            portion, self._waiting = self._waiting[:PORTION], self._waiting[PORTION:]
            self._pieces.extend(self._splitter.feed(portion))
        elif self._whole and not self._ended:
            self._ended = True
            self._pieces.extend(self._splitter.finish())
        else:
            return False
        return True

    def _show(self, piece: Piece) -> None:
        self._room -= len(piece.source)
        self._lines -= piece.source.count("\n") + 1
        if isinstance(piece, Code):
            self._show_code(piece)
        else:
            self._text_view().add(piece)

    def _show_code(self, piece: Code) -> None:
        if isinstance(self._tail, CodeCard):
            card, self._tail = self._tail, None
        else:
            card = self._new_card(piece.language)
        card.set_source(piece.source, whole=True)
        self._parts.append(card)

    def _text_view(self) -> ProseView:
        """The text run that a closed piece goes into."""
        last = self._parts[-1] if self._parts else None
        if not isinstance(last, ProseView) or last.is_full(MOST_VIEW, MOST_BLOCKS):
            last = self._new_view()
            self._parts.append(last)
        return last

    def _show_tail(self, piece: Piece | None) -> None:
        kind = CodeCard if isinstance(piece, Code) else ProseView
        if piece is None or not isinstance(self._tail, kind):
            self._drop_tail()
        if isinstance(piece, Code):
            card = (
                self._tail if isinstance(self._tail, CodeCard) else self._new_card(piece.language)
            )
            card.set_source(piece.source, whole=False)
            self._tail = card
        elif piece is not None:
            self._show_open_text(piece)

    def _show_open_text(self, piece: Prose | Plain) -> None:
        view = self._tail if isinstance(self._tail, ProseView) else self._new_view()
        view.replace(piece)
        view.set_caret(not self._whole)
        self._tail = view

    def _drop_tail(self) -> None:
        if self._tail is not None:
            self._tail.hide()
            self._tail.deleteLater()
            self._tail = None

    def _new_view(self) -> ProseView:
        view = ProseView(self)
        view.link_chosen.connect(self.link_chosen)
        view.show()
        return view

    def _new_card(self, language: str) -> CodeCard:
        card = CodeCard(language, self)
        card.set_reachable(self._reachable)
        card.show()
        return card
