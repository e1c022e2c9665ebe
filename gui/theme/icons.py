"""Lucide icons in the theme's colours, crisp at every pixel ratio.

Qt's SVG renderer ignores the palette, so the colour is written into the file's text
before rendering. An icon asks for its colour whenever it is painted: after a change of
theme a repaint is enough.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme.tokens import RESOURCES, TOKENS, colour, px

STROKE = str(TOKENS["stroke"]["icon"])


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=512)
def _rendered(name: str, rgb: str, size: int, ratio: float) -> QPixmap:
    data = _source(name).replace("currentColor", rgb).encode()
    pixels = round(size * ratio)
    image = QPixmap(pixels, pixels)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(data)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def pixmap(name: str, ink: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """``size`` in device-independent pixels; OSError for an unknown name."""
    return _rendered(name, ink.name(), size, ratio)


def draw(painter: QPainter, name: str, ink: QColor, x: float, y: float, size: int) -> None:
    """Paint an icon with its top left corner at ``x``, ``y``; nothing where there is no room."""
    if size < 1:
        return
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(round(x), round(y), pixmap(name, ink, size, ratio))


class _TokenIcon(QIconEngine):
    """Looks its colour up at the moment of painting."""

    def __init__(self, name: str, token: str, active: str) -> None:
        super().__init__()
        self._icon, self._token, self._active = name, token, active

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return colour("text_disabled")
        return colour(self._active if state == QIcon.State.On else self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # A wide place is an icon with a gap to the text at its right.
        side = min(rect.width(), rect.height())
        y = rect.y() + (rect.height() - side) / 2
        draw(painter, self._icon, self._ink(mode, state), rect.x(), y, side)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt calls it
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        if size.isEmpty():
            return QPixmap()  # of a button that has no room yet
        image = QPixmap(size)  # in device pixels
        image.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(scale)
        whole = QRect(0, 0, round(size.width() / scale), round(size.height() / scale))
        painter = QPainter(image)
        self.paint(painter, whole, mode, state)
        painter.end()
        return image

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:  # noqa: N802, ARG002 - Qt calls it
        return size


def icon(name: str, colour_token: str = "text_2", active: str | None = None) -> QIcon:
    """An icon whose colour follows the theme; ``active`` is its colour when checked."""
    return QIcon(_TokenIcon(name, colour_token, active or colour_token))


def icon_size(size: int = 18) -> QSize:
    return QSize(px(size), px(size))
