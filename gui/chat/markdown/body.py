"""The text of a reply: text runs and code cards, one below the other.

It takes text while it is written. Closed pieces are written once; only the last open
one is written again, at most every 33 ms. A long text is built in slices of a few
milliseconds, so that the window never waits for it; ``grown`` tells that it is taller.
"""

from time import perf_counter

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.chat.markdown.code_card import CodeCard
from gui.chat.markdown.pieces import Code, Piece, Plain, PlainSplitter, Prose, Splitter
from gui.chat.markdown.prose_view import ProseView
from gui.chat.markdown.styles import GAP
from gui.widgets.buttons import secondary

FLUSH_MS = 33
SLICE_SECONDS = 0.008
PORTION = 2_000  # characters between two looks at the clock
MOST_VIEW = 8_000  # characters of one text widget
MOST_SHOWN = 200_000  # of a message, until the owner asks for more


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
        self._waiting = ""  # not looked at yet
        self._room = MOST_SHOWN
        self._splitter = splitter or Splitter()
        self._whole = self._ended = False
        self._parts: list[ProseView | CodeCard] = []
        self._tail: ProseView | CodeCard | None = None  # shows the open piece
        self._width = 0
        self._reachable = False
        self._caret = not whole
        self._more = secondary(self.tr("Show more")).set_small()
        self._more.setParent(self)
        self._more.clicked.connect(self.show_more)
        self._more.hide()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._work)
        self._waiting, self._whole = text, whole
        self._work()

    def add(self, text: str) -> None:
        """More of the text; it is shown with the next flush."""
        self._waiting += text
        if not self._timer.isActive():
            self._timer.start(FLUSH_MS)

    def finish(self) -> None:
        """The text is complete; what is left of it is shown at once."""
        self._whole, self._caret = True, False
        self._work()

    def is_built(self) -> bool:
        """Whether all that may be shown is shown."""
        return not self._timer.isActive()

    def show_more(self) -> None:
        self._room += MOST_SHOWN
        self._work()

    def set_reachable(self, reachable: bool) -> None:
        """Whether Tab stops at the links and buttons inside."""
        self._reachable = reachable
        for part in self._shown_parts():
            part.set_reachable(reachable)

    def natural_width(self, most: int) -> int:
        """How wide the text would be without breaking its lines, at most ``most``."""
        views = [part for part in self._shown_parts() if isinstance(part, ProseView)]
        return min(most, max((view.natural_width(most) for view in views), default=0))

    def lay_out(self, width: int) -> int:
        """Take a width and give the height for it."""
        self._width = width
        top = 0
        for part in self._shown_parts():
            part.move(0, top)
            top += part.lay_out(width) + GAP
        if not self._more.isHidden():
            self._more.adjustSize()
            self._more.move(0, top)
            top += self._more.height() + GAP
        height = max(0, top - GAP)
        self.resize(width, height)
        return height

    def _shown_parts(self) -> list[ProseView | CodeCard]:
        return self._parts if self._tail is None else [*self._parts, self._tail]

    def _work(self) -> None:
        """Build for a few milliseconds; the rest follows when the window has had its turn."""
        until = perf_counter() + SLICE_SECONDS
        while self._waiting and self._room > 0:
            portion = self._waiting[: min(PORTION, self._room)]
            self._waiting = self._waiting[len(portion) :]
            self._room -= len(portion)
            self._close(self._splitter.feed(portion))
            if perf_counter() > until:
                break
        left = bool(self._waiting) and self._room > 0
        if self._whole and not self._waiting and not self._ended:
            self._ended = True
            self._close(self._splitter.finish())
        self._show_tail(self._splitter.open)
        self._more.setVisible(bool(self._waiting) and self._room <= 0)
        if left:
            self._timer.start(0)
        if self._width:
            self.grown.emit()

    def _close(self, pieces: list[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, Code):
                self._close_code(piece)
            else:
                self._prose().add(piece)

    def _close_code(self, piece: Code) -> None:
        card = self._tail if isinstance(self._tail, CodeCard) else self._new_card(piece.language)
        self._tail = None if card is self._tail else self._tail
        card.set_source(piece.source, whole=True)
        self._parts.append(card)

    def _prose(self) -> ProseView:
        """The text run that a closed piece goes into."""
        last = self._parts[-1] if self._parts else None
        if not isinstance(last, ProseView) or last.size_used > MOST_VIEW:
            last = self._new_view()
            self._parts.append(last)
        return last

    def _show_tail(self, piece: Piece | None) -> None:
        if piece is None:
            self._drop_tail()
        elif isinstance(piece, Code):
            if not isinstance(self._tail, CodeCard):
                self._drop_tail()
                self._tail = self._new_card(piece.language)
            self._tail.set_source(piece.source, whole=False)
        else:
            self._show_open_text(piece)

    def _show_open_text(self, piece: Prose | Plain) -> None:
        if not isinstance(self._tail, ProseView):
            self._drop_tail()
            self._tail = self._new_view()
        self._tail.replace(piece)
        self._tail.set_caret(self._caret)

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
