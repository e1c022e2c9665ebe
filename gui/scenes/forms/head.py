"""The head of the form: sign, name and type of what it shows, and the way to delete it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.scene.model import Field
from gui.scenes.looks import Colours, paint_sign
from gui.theme.tokens import px, theme

SIDE = 16


class Sign(QWidget):
    """What ``paint_sign`` paints, as a widget; the name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._field: Field | None = None
        self._colours: Colours = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_field(self, field: Field, colours: Colours) -> None:
        self._field, self._colours = field, colours
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        if self._field is not None:
            paint_sign(QPainter(self), self._field, self._colours, QRectF(self.rect()))
