"""Labels. All show plain text: a title may hold anything that a file may hold."""

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme.fonts import line_height
from gui.theme.tokens import px
from gui.widgets.buttons import plain_tooltip

TIGHT = {"display": 97.0, "title": 98.5}  # large type stands closer, in per cent
WIDEST = 480  # pixels of a paragraph that nothing else bounds
MOST_LETTERS = 20_000

# Not the no-break and wide spaces that figures are set with.
_BREAKS = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")


def label(text: str = "", role: str = "body", tone: int = 1, wrap: bool = False) -> QLabel:
    """A label of a type role (display, title, heading, body, small, caption); ``tone`` 1 is
    the text colour, 2 and 3 are quieter."""
    made = Paragraph(role) if wrap else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setProperty("role", role)
    if tone > 1:
        made.setProperty("tone", str(tone))
    if role in TIGHT:
        close = made.font()  # the style sheet leaves the letter spacing as it is
        close.setLetterSpacing(QFont.SpacingType.PercentageSpacing, TIGHT[role])
        made.setFont(close)
    return made


class Paragraph(QLabel):
    """Wrapped text with the line height of its type role, which a plain QLabel cannot have."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setWordWrap(True)

    def _lines(self, width: int) -> list[QTextLayout]:
        """One laid out layout per paragraph; a very long text is cut, not waited for."""
        self.ensurePolished()  # a height may be asked for before the style has set the font
        layouts = []
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for text in self.text()[:MOST_LETTERS].split("\n"):
            layout = QTextLayout(text, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
            layout.endLayout()
            layouts.append(layout)
        return layouts

    def _indent(self, line: QTextLine) -> float:
        centred = self.alignment() & Qt.AlignmentFlag.AlignHCenter
        return (self.width() - line.naturalTextWidth()) / 2 if centred else 0.0

    def heightForWidth(self, width: int) -> int:
        count = sum(max(1, layout.lineCount()) for layout in self._lines(width))
        return count * line_height(self._role)

    def sizeHint(self) -> QSize:
        wide = min(self.fontMetrics().horizontalAdvance(self.text()) + 2, px(WIDEST))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        pitch = line_height(self._role)
        top = self.alignment() & Qt.AlignmentFlag.AlignTop
        y = 0 if top else max(0, self.height() - self.heightForWidth(self.width())) // 2
        for layout in self._lines(self.width()):
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                free = (pitch - line.height()) / 2
                line.draw(painter, QPointF(self._indent(line), y + free - line.y()))
                y += pitch
            y += 0 if layout.lineCount() else pitch


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
        super().setText(_BREAKS.sub(" ", text).strip())
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
