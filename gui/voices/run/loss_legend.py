"""What the lines and rings of the loss chart are."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.tokens import colour, px, theme, voice_colour
from gui.widgets.labels import label
from gui.widgets.layouts import row

GAP = 16


class LossLegend(QWidget):
    """Where there is no room for all of it, what explains itself is left out first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            "smooth": self.tr("training, smoothed"),
            "each": self.tr("every step"),
            "ring": self.tr("held-out notes"),
            "best": self.tr("best, kept"),
        }
        self._entries = {kind: _Entry(kind, text) for kind, text in words.items()}
        self.setLayout(row(None, *self._entries.values(), gap=GAP))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)

    def set_voice(self, voice: str) -> None:
        for entry in self._entries.values():
            entry.key.set_voice(voice)

    def shown(self) -> list[str]:
        """The kinds that there is room for."""
        return [kind for kind, entry in self._entries.items() if not entry.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() + GAP
        for kind in ("best", "ring", "smooth", "each"):
            room -= self._entries[kind].sizeHint().width() + GAP
            self._entries[kind].setVisible(room >= 0)


class _Entry(QWidget):
    def __init__(self, kind: str, text: str) -> None:
        super().__init__()
        self.key = _Key(kind)
        self.setLayout(row(self.key, label(text, "small", tone=2), gap=6))


class _Key(QWidget):
    """The sign of one line in the legend."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind, self._voice = kind, "slate"
        theme.changed.connect(self.update)

    def set_voice(self, voice: str) -> None:
        self._voice = voice
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(10 if self._kind in ("ring", "best") else 14), px(14))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self._kind in ("ring", "best"):
            painter.setPen(QPen(colour("text"), 1.5))
            if self._kind == "best":
                painter.setBrush(voice_colour(self._voice))
            painter.drawEllipse(middle, 4, 4)
            return
        ink = QColor(voice_colour(self._voice))
        ink.setAlphaF(1.0 if self._kind == "smooth" else 0.6)
        painter.setPen(QPen(ink, 2 if self._kind == "smooth" else 1))
        reach = QPointF(px(14) / 2, 0)
        painter.drawLine(middle - reach, middle + reach)
