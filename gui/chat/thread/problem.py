"""Why there is no reply: the error card in the reply's place, with Retry."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gui.chat.thread.entries import ProblemEntry
from gui.chat.thread.item import Item
from gui.theme.tokens import px
from gui.widgets.buttons import primary
from gui.widgets.error_card import ErrorCard

LEFT, RIGHT = 12, 12


class ProblemItem(Item):
    def __init__(self, entry: ProblemEntry) -> None:
        super().__init__()
        self._entry = entry
        self.retry = primary(self.tr("Try again")).set_small()
        self.retry.clicked.connect(lambda: self._entry.retry())
        self.card = ErrorCard(entry.problem, (self.retry,), closable=False, parent=self)
        self.card.installEventFilter(self)
        self.setAccessibleName(self.card.accessibleName())

    def set_entry(self, entry: ProblemEntry) -> None:
        """The same place and the same problem: only the way out may be newer."""
        self._entry = entry

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()  # its details were opened or closed
        return super().eventFilter(watched, event)

    def stops(self) -> list[QWidget]:
        return [self.retry]

    def lay_out(self, width: int) -> int:
        inner = width - px(LEFT) - px(RIGHT)
        self.card.setFixedWidth(inner)
        height = self.card.heightForWidth(inner)
        if height < 0:
            height = self.card.sizeHint().height()
        self.card.setGeometry(px(LEFT), 0, inner, height)
        self.resize(width, height)
        return height
