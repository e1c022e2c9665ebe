"""Keeps a widget as wide as the reading column, and in its middle."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.chat.thread.item import column_width


class Centred(QWidget):
    """Takes the inner widget's height, and ``below`` pixels more."""

    def __init__(self, inner: QWidget, below: int) -> None:
        super().__init__()
        self._inner, self._below = inner, below
        inner.setParent(self)
        inner.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(column_width(0), self._inner.sizeHint().height() + self._below)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wide = column_width(self.width())
        left = (self.width() - wide) // 2
        self._inner.setGeometry(left, 0, wide, self._inner.sizeHint().height())
