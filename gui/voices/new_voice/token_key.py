"""What the colours of an example mean, with the numbers: trained on, and read only."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import figures
from gui.theme.tokens import colour, px
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import row


class TokenKey(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trained = label("", "caption", tone=2)
        self.read_only = ElidedLabel("", "caption", tone=2)
        layout = row(_Swatch("accent_soft"), gap=6)
        layout.addWidget(self.trained)
        layout.addSpacing(6)
        layout.addWidget(_Swatch("raised"))
        layout.addWidget(self.read_only, 1)
        self.setLayout(layout)

    def show_counts(self, trained: int, read_only: int) -> None:
        self.trained.setText(self.tr("trained on, {n} tokens").format(n=figures.whole(trained)))
        self.read_only.setText(self.tr("read only, {n}").format(n=figures.whole(read_only)))


class _Swatch(QWidget):
    """A square of a colour; says nothing that the words beside it do not say."""

    def __init__(self, fill: str) -> None:
        super().__init__()
        self._fill = fill

    def sizeHint(self) -> QSize:
        return QSize(px(13), px(13))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("control_line"), 1))
        painter.setBrush(colour(self._fill))
        side = px(12)
        top = (self.height() - side) / 2
        painter.drawRoundedRect(QRectF(0.5, top + 0.5, side - 1, side - 1), 2, 2)
