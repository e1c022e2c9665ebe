"""The head of the right pane: the way back, dot, name, chip and buttons."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from gui.widgets.buttons import icon_button
from gui.widgets.chip import CALM, Chip, Look
from gui.widgets.dot import Dot
from gui.widgets.labels import ElidedLabel
from gui.widgets.layouts import row


class PaneHead(QWidget):
    """``back`` is shown only where the pane is a page of its own."""

    back_wanted = Signal()

    def __init__(self, *buttons: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = icon_button("arrow-left", self.tr("Back to the voices"))
        self.back.clicked.connect(self.back_wanted)
        self.back.hide()
        self._dot = Dot(None, 12)
        self._name = _Title()
        self._chip = Chip("", CALM)
        self._title = row(self.back, self._dot, 2, self._name, 2, self._chip, None, gap=8)
        self._buttons = row(None, *buttons, gap=8)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self._whole.addLayout(self._title, 1)
        self._whole.addLayout(self._buttons)
        self.setLayout(self._whole)

    def show_head(self, colour: str | None, name: str, chip: str, look: Look) -> None:
        self._dot.set_voice(colour)
        self._name.setText(name)
        self._chip.set(chip, look)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """A name that does not fit beside the buttons has a line of its own."""
        wanted = self._title.sizeHint().width() + 8 + self._buttons.sizeHint().width()
        above, way = wanted > self.width(), QBoxLayout.Direction
        direction = way.TopToBottom if above else way.LeftToRight
        if direction != self._whole.direction():
            self._whole.setDirection(direction)
            self._whole.activate()  # it was laid out for this event already
            self.updateGeometry()

    def chip_text(self) -> str:
        return self._chip.text()

    def name(self) -> str:
        return self._name.text()


class _Title(ElidedLabel):
    """As wide as its text where there is room, so that the chip follows it closely."""

    def __init__(self) -> None:
        super().__init__("", "title", mode=Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())
