"""A page that goes fades out over the one that comes."""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme.tokens import duration


class Fade(QWidget):
    """A picture of ``page`` over its place; it takes no clicks and deletes itself."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page.parentWidget())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = page.grab()
        self._opacity = 1.0
        self.setGeometry(page.geometry())
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setDuration(duration("page"))
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.deleteLater)

    def start(self) -> None:
        self.show()
        self.raise_()
        self._animation.start()

    def _step(self, opacity: float) -> None:
        self._opacity = opacity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setOpacity(self._opacity)
        painter.drawPixmap(0, 0, self._picture)


def fade_out(page: QWidget | None) -> None:
    """Call it after another page has taken the place; nothing happens with reduced motion."""
    if page is not None and duration("page"):
        Fade(page).start()
