"""Text broken into a few lines, the last of them elided."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

_MOST_LETTERS = 400  # more never fits into a few lines


def clamped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """At most ``most`` lines, each at most ``width`` pixels wide."""
    text = text[:_MOST_LETTERS]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[tuple[int, int]] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    lines = [text[start : start + length].strip() for start, length in starts]
    if starts and sum(starts[-1]) < len(text):
        rest = text[starts[-1][0] :]
        lines[-1] = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [line for line in lines if line]
