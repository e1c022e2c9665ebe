"""Where a message is written: grows from one line to eight, Enter sends."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from gui.theme.tokens import theme

MOST_LINES = 8
# Qt lays out one line in quadratic time: 100,000 letters without a break take half a second.
MOST_LINE, MOST_TEXT = 5_000, 200_000


class MessageEdit(QPlainTextEdit):
    """``sent`` is Enter; ``bounded`` tells that pasted text was broken or cut."""

    sent = Signal()
    grown = Signal()
    bounded = Signal()
    focused = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show another text, the cursor at its end; it may be undone to nothing before it."""
        self.setPlainText(bounded(text))
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt calls it
        text = source.text()
        kept = bounded(text)[: max(0, MOST_TEXT - self.document().characterCount())]
        self.insertPlainText(kept)
        self.ensureCursorVisible()
        if kept != text:
            self.bounded.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()  # the style sheet has given it another

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lines(self) -> int:
        """Lines on screen, at most one more than fits: Qt itself counts what it has painted."""
        lines, block = 0, self.document().begin()
        while block.isValid() and lines <= MOST_LINES:
            self.blockBoundingRect(block)  # lays it out
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return max(1, lines)

    def _fit(self) -> None:
        lines = self._lines()
        shown = min(lines, MOST_LINES)
        margins = 2 * round(self.document().documentMargin())
        height = shown * self.fontMetrics().lineSpacing() + margins
        many = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        )
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()


def bounded(text: str) -> str:
    """``text`` cut to what a message may hold, its longest lines broken."""
    lines = text[:MOST_TEXT].split("\n")
    return "\n".join(
        part
        for line in lines
        for part in [line[n : n + MOST_LINE] for n in range(0, max(1, len(line)), MOST_LINE)]
    )
