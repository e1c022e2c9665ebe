"""Code of a reply: a card with its language, the code in colours, and Copy."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gui.chat.markdown import styles
from gui.chat.markdown.highlighter import CodeHighlighter
from gui.chat.markdown.parser import clean
from gui.theme.tokens import colour, px
from gui.widgets.buttons import ghost
from gui.widgets.labels import ElidedLabel

HEAD, PAD, BAR = 30, 12, 10
# A longer line is shown on several; Copy gives it as it was.
MOST_LINE = 2_000
COPIED_MS = 1_500


class CodeText(QTextEdit):
    """The code itself: read-only, not wrapped, as tall as its lines.

    A QTextEdit, since a QPlainTextEdit knows no line height.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("code")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)

    def add(self, text: str) -> None:
        cursor = QTextCursor(self.document())
        if self.document().isEmpty():
            cursor.setBlockFormat(styles.block("code", gap=0))
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text, styles.text("code"))

    def lay_out(self, width: int) -> int:
        """Take a width; returns the height, with a scroll bar's where a line is longer."""
        size = self.document().size()
        height = round(size.height()) + (px(BAR) if size.width() > width else 0)
        self.resize(width, height)
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        copy, everything = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll
        if event.matches(copy) or event.matches(everything):
            super().keyPressEvent(event)
        else:
            event.ignore()  # for the message

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if sideways or abs(turned.x()) > abs(turned.y()):
            super().wheelEvent(event)
        else:
            event.ignore()  # the thread scrolls, not the code


class CodeCard(QWidget):
    """A frame with a head line; the code may still grow."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._laid_out = 0  # the width that its parts are laid out for
        self._shown = 0  # letters of the last line, which may have to be broken
        self._language = ElidedLabel(
            clean(language[:40]) or self.tr("code"), "small", 2, parent=self
        )
        self._copy = ghost(self.tr("Copy"), "copy").set_small()
        self._copy.setParent(self)
        self._copy.setAccessibleName(self.tr("Copy code"))
        self._copy.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._copy.clicked.connect(self.copy)
        self._text = CodeText(self)
        self._text.setAccessibleName(self.tr("Code"))
        self._colours = CodeHighlighter(self._text.document(), language)

    def source(self) -> str:
        return self._source

    def set_source(self, source: str, *, whole: bool) -> None:
        """Show ``source``; what begins as before is only added to."""
        if not source.startswith(self._source):
            self._text.document().clear()
            self._source, self._shown = "", 0
        self._text.add(self._broken(clean(source[len(self._source) :])))
        self._source = source
        self._laid_out = 0
        self._colours.grow(self._text.toPlainText(), whole=whole)

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source)
        self._copy.setText(self.tr("Copied"))
        QTimer.singleShot(COPIED_MS, self._copy, lambda: self._copy.setText(self.tr("Copy")))

    def set_reachable(self, reachable: bool) -> None:
        """Whether Tab stops at Copy: in the current message only."""
        policy = Qt.FocusPolicy.StrongFocus if reachable else Qt.FocusPolicy.ClickFocus
        self._copy.setFocusPolicy(policy)

    def stops(self) -> list[QWidget]:
        """What Tab reaches."""
        return [self._copy]

    def lay_out(self, width: int) -> int:
        """Take a width; returns the height that the card then needs."""
        if self._laid_out == width:
            return self.height()
        self._laid_out = width
        head, pad = px(HEAD), px(PAD)
        wide = self._copy.sizeHint().width()
        self._language.setGeometry(pad, 0, max(0, width - wide - 2 * pad), head)
        self._copy.setGeometry(width - wide - 4, 2, wide, head - 4)
        self._text.move(pad, head + pad - 2 - styles.LIFT)
        inner = self._text.lay_out(max(1, width - 2 * pad))
        height = head + inner + 2 * pad - 2
        self.resize(width, height)
        return height

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("line"), 1))
        painter.setBrush(colour("code_bg"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.fillRect(1, px(HEAD), self.width() - 2, 1, colour("line"))

    def _broken(self, text: str) -> str:
        """``text`` with its longest lines broken, counting what the last line holds already."""
        parts = []
        for number, line in enumerate(text.split("\n")):
            room = MOST_LINE - self._shown if number == 0 else MOST_LINE
            cut = [line[:room]]
            cut += [line[n : n + MOST_LINE] for n in range(room, len(line), MOST_LINE)]
            self._shown = len(cut[-1]) + (self._shown if number == 0 and len(cut) == 1 else 0)
            parts.append("\n".join(cut))
        return "\n".join(parts)
