"""The eight voice colours to choose from; arrows move, the name of each is told."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from gui.theme.tokens import colour, px, voice_colour
from gui.voices.colours import colour_names
from gui.widgets.buttons import plain_tooltip
from gui.widgets.layouts import row


class Swatch(QAbstractButton):
    def __init__(self, key: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(plain_tooltip(name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(px(28), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(voice_colour(self.key))
        painter.drawEllipse(box.adjusted(6, 6, -6, -6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(colour("focus"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        if self.isChecked():
            painter.setPen(QPen(colour("text"), 2))
            painter.drawEllipse(box.adjusted(3, 3, -3, -3))


class Swatches(QWidget):
    """``chosen`` carries the key of the colour."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Colour"))
        self._group = QButtonGroup(self)
        self.swatches = [Swatch(key, name) for key, name in colour_names().items()]
        for swatch in self.swatches:
            self._group.addButton(swatch)
        self._group.buttonToggled.connect(self._toggled)
        self.setLayout(row(*self.swatches, None, gap=4))

    def choose(self, key: str) -> None:
        for swatch in self.swatches:
            swatch.setChecked(swatch.key == key)

    def _toggled(self, swatch: Swatch, checked: bool) -> None:
        if checked:
            self.chosen.emit(swatch.key)
