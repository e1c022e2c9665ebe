"""Verdict chips: an icon and a word on a soft fill, so that colour never stands alone."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px, theme


@dataclass(frozen=True)
class Look:
    """How a verdict is drawn: an icon, an ink and a fill of the tokens."""

    icon: str
    ink: str
    fill: str


OK = Look("circle-check", "ok", "ok_soft")
WARN = Look("triangle-alert", "warn", "warn_soft")
BAD = Look("ban", "bad", "bad_soft")
CALM = Look("clock", "text_2", "sunken")


class Chip(QWidget):
    """A word with its icon; ``set`` changes both."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._look = "", look
        self.set(text, look)
        theme.changed.connect(self.updateGeometry)

    def set(self, text: str, look: Look) -> None:
        self._text, self._look = text, look
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        self.setFont(font("label"))
        wide = self.fontMetrics().horizontalAdvance(self._text)
        return QSize(px(6) + px(15) + px(4) + wide + px(9), px(22))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._look.fill))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        ink, side = colour(self._look.ink), px(15)
        draw(painter, self._look.icon, ink, px(6), (self.height() - side) / 2, side)
        painter.setPen(ink)
        painter.setFont(font("label"))
        left = px(6) + side + px(4)
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._text)


def fits() -> Chip:
    return Chip(QCoreApplication.translate("Verdict", "Fits"), OK)


def tight() -> Chip:
    return Chip(QCoreApplication.translate("Verdict", "Tight"), WARN)


def too_large() -> Chip:
    return Chip(QCoreApplication.translate("Verdict", "Too large"), BAD)


def training() -> Chip:
    return Chip(QCoreApplication.translate("Verdict", "Training"), CALM)


def loaded() -> Chip:
    return Chip(QCoreApplication.translate("Verdict", "Loaded"), OK)
