"""How the parts of a reply look: character and block formats from the theme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from gui.theme.fonts import font, line_height
from gui.theme.tokens import colour, px

GAP, ITEM_GAP, BEFORE_LIST, LIFT = 8, 1, 4, 2
INDENT = 22
RULE = QTextFormat.Property.UserProperty.value + 1
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def text(role: str = "reading", tone: str = "text") -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font(role))
    made.setForeground(colour(tone))
    return made


def strong(made: QTextCharFormat) -> None:
    made.setFontWeight(QFont.Weight.DemiBold)


def emphasis(made: QTextCharFormat) -> None:
    made.setFontItalic(True)


def struck(made: QTextCharFormat) -> None:
    made.setFontStrikeOut(True)


def code(made: QTextCharFormat) -> None:
    mono = font("code")
    made.setFontFamilies(mono.families())
    made.clearProperty(QTextFormat.Property.FontPixelSize.value)  # code is half a pixel finer
    made.setFontPointSize(mono.pointSizeF())


def link(made: QTextCharFormat, address: str) -> None:
    made.setAnchor(True)
    made.setAnchorHref(address)
    made.setForeground(colour("accent"))
    made.setFontUnderline(True)


def heading(level: int) -> QTextCharFormat:
    made = text({1: "title", 2: "heading"}.get(level, "reading"))
    strong(made)
    return made


def block(
    role: str = "reading", *, gap: int = GAP, indent: int = 0, quoted: int = 0
) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(line_height(role), _FIXED)
    made.setBottomMargin(gap)
    made.setIndent(indent + quoted)
    if quoted:
        made.setProperty(QTextFormat.Property.BlockQuoteLevel, quoted)
    return made


def heading_block(level: int, quoted: int) -> QTextBlockFormat:
    return block({1: "title", 2: "heading"}.get(level, "reading"), quoted=quoted)


def rule() -> QTextBlockFormat:
    """A line across the column; the view paints it."""
    made = block()
    made.setProperty(RULE, True)
    return made


def vanishing() -> QTextBlockFormat:
    """For the empty block that Qt keeps after every table."""
    made = QTextBlockFormat()
    made.setLineHeight(1, _FIXED)
    return made


def tiny() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(QTextFormat.Property.FontPixelSize, 1)
    return made


def table() -> QTextTableFormat:
    made = QTextTableFormat()
    made.setCellPadding(px(6))
    made.setCellSpacing(0)
    made.setBorder(1)
    made.setBorderCollapse(True)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(colour("line_strong")))
    made.setBottomMargin(GAP)
    return made


def code_table() -> QTextTableFormat:
    """One cell: a background for several lines without a strip for each."""
    made = table()
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return made


def code_cell() -> QTextTableCellFormat:
    made = QTextTableCellFormat()
    made.setBackground(colour("code_bg"))
    return made


ALIGNMENTS = {
    "text-align:left": Qt.AlignmentFlag.AlignLeft,
    "text-align:center": Qt.AlignmentFlag.AlignHCenter,
    "text-align:right": Qt.AlignmentFlag.AlignRight,
}
