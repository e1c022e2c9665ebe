"""The voice that will answer: its dot, its name, and the chevron of the list behind it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme.fonts import font
from gui.theme.icons import draw
from gui.theme.tokens import colour, px
from gui.widgets.buttons import Button, plain_tooltip
from gui.widgets.dot import dots_width, paint_dots

MOST = 200  # pixels of a name
DOT, CHEVRON, PAD, GAP = 10, 15, 8, 8


class VoiceButton(Button):
    """A button of Qt's, painted over: it cannot have a chevron and a name that is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "ghost", None, parent)
        self._name = ""
        self._colours: tuple[str, ...] = ()
        self.show_voice(None)

    def show_voice(self, name: str | None, colours: tuple[str, ...] = ()) -> None:
        """None: the model itself answers. A blend has the colours of its voices."""
        self._name = " ".join(name.split()) if name else self.tr("No voice")
        self._colours = colours
        self.setAccessibleName(self.tr("Voice: {name}").format(name=self._name))
        self.setToolTip(plain_tooltip(self._name))
        self.updateGeometry()
        self.update()

    def voice_name(self) -> str:
        return self._name

    def _shown(self) -> tuple[str, int]:
        """The name as it fits, and its width."""
        metrics = QFontMetrics(font("body", 600))
        text = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, px(MOST))
        return text, metrics.horizontalAdvance(text)

    def _dots(self) -> float:
        return dots_width(px(DOT), len(self._colours))

    def sizeHint(self) -> QSize:
        wide = round(2 * PAD + self._dots() + 2 * GAP) + self._shown()[1] + px(CHEVRON)
        return QSize(wide, px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle, dot, side = self.height() / 2, px(DOT), px(CHEVRON)
        place = QRectF(PAD, middle - dot / 2, self._dots(), dot)
        paint_dots(painter, place, self._colours)
        text, wide = self._shown()
        left = place.right() + GAP
        painter.setFont(font("body", 600))
        painter.setPen(colour("text" if self.isEnabled() else "text_disabled"))
        box = QRectF(left, 0, wide + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        draw(painter, "chevron-down", colour("text_2"), left + wide + GAP, middle - side / 2, side)
