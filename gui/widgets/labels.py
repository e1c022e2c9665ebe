"""Labels. All show plain text: a title may hold anything that a file may hold."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.widgets.buttons import plain_tooltip


def label(text: str = "", role: str = "body", tone: int = 1, wrap: bool = False) -> QLabel:
    """A label of a type role (display, title, heading, body, small, caption); ``tone`` 1 is
    the text colour, 2 and 3 are quieter."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if tone > 1:
        made.setProperty("tone", str(tone))
    made.setWordWrap(wrap)
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where it does not fit; the whole is in its tooltip."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: int = 1,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if tone > 1:
            self.setProperty("tone", str(tone))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(" ".join(text.split()))
        self.setAccessibleName(self.text())
        self._explain()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        cut = self._shown() != self.text()
        self.setToolTip(plain_tooltip(self.text()) if cut else "")

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(wide + 2, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment(), self._shown())
