"""Rows that most forms are made of: a line, a text, a list with one item a line."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from engine.scene.model import Field
from gui.scenes.forms.hand import Hand, Row
from gui.scenes.told import about
from gui.theme.tokens import theme
from gui.widgets.bounded_edit import BoundedEdit
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.note import Note

MOST_TITLE = 200
LEAST_LINES, MOST_LINES = 2, 10


class _OneUndo(QObject):
    """Lets the scene's own undo have the keys that a text field would take for itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt calls it
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.ignore()
                return True
        return False


def one_undo(editor: QWidget) -> None:
    """Ctrl+Z in this field takes back a step of the scene."""
    editor.installEventFilter(_OneUndo(editor))


class LineRow(Row):
    """The title, or another attribute of one line."""

    def __init__(self, hand: Hand, attribute: str, name: str) -> None:
        super().__init__()
        self._hand, self._attribute, self._name = hand, attribute, name
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setMaxLength(MOST_TITLE)
        one_undo(self.edit)
        self.setLayout(column(label(name, "label", 2), self.edit, gap=6))
        self.edit.textEdited.connect(self._typed)

    def refresh(self, field: Field) -> None:
        value = value_of(field, self._attribute)
        if value != self.edit.text():
            self.edit.setText(value)

    def _typed(self, text: str) -> None:
        self._hand.set(self._name, self._attribute, **{self._attribute: text})


class GrowingEdit(BoundedEdit):
    """As high as what is in it, within bounds."""

    def __init__(self, name: str, least: int = LEAST_LINES) -> None:
        super().__init__()
        self._least, self._shown = least, 0
        self.setAccessibleName(name)
        self.setProperty("lines", "true")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        one_undo(self)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        theme.changed.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        policy, many = Qt.ScrollBarPolicy, self._lines() > MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        )
        shown = max(self._least, min(self._lines(), MOST_LINES))
        height = shown * self.fontMetrics().lineSpacing() + 2
        if height != self._shown:
            self._shown = height
            # The theme's own size rules override setFixedHeight.
            self.setStyleSheet(
                f"QPlainTextEdit {{ min-height: {height}px; max-height: {height}px; }}"
            )

    def _lines(self) -> int:
        """Lines on screen, at most one more than fits: Qt itself counts what it has painted."""
        lines, block = 0, self.document().begin()
        while block.isValid() and lines <= MOST_LINES:
            self.blockBoundingRect(block)  # lays it out
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines


class TextRow(Row):
    """A text of the field's data with its tokens, about."""

    def __init__(self, hand: Hand, attribute: str, name: str, least: int = LEAST_LINES) -> None:
        super().__init__()
        self._hand, self._attribute, self._name = hand, attribute, name
        self.edit = GrowingEdit(name, least)
        self.count = label("", "small", 2)
        self._note = Note()
        head = row(label(name, "label", 2), None, self.count)
        self.setLayout(column(head, self.edit, self._note, gap=6))
        self.edit.textChanged.connect(self._typed)
        self.edit.bounded.connect(self._note.tell)

    def refresh(self, field: Field) -> None:
        show_text(self.edit, value_of(field, self._attribute))
        self._count()

    def _typed(self) -> None:
        self._count()
        self._hand.set(self._name, self._attribute, **{self._attribute: self.edit.toPlainText()})

    def _count(self) -> None:
        count = about(self.edit.toPlainText())
        self.count.setText(self.tr("about %Ln tokens", "", count) if count else "")
        self.edit.setAccessibleDescription(self.count.text())


class ListRow(Row):
    """Several short texts, one on each line."""

    def __init__(
        self, hand: Hand, attribute: str, name: str, hint: str, of_when: bool = False
    ) -> None:
        super().__init__()
        self._hand, self._attribute, self._name = hand, attribute, name
        self._set = hand.set_when if of_when else hand.set
        self._of_when = of_when
        self.edit = GrowingEdit(name)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleDescription(hint)
        self.setLayout(column(label(name, "label", 2), self.edit, gap=6))
        self.edit.textChanged.connect(self._typed)

    def refresh(self, field: Field) -> None:
        values = getattr(field.when if self._of_when else field.data, self._attribute)
        if tuple(values) != items(self.edit.toPlainText()):
            show_text(self.edit, "\n".join(values))

    def _typed(self) -> None:
        typed = items(self.edit.toPlainText())
        self._set(self._name, self._attribute, **{self._attribute: typed})


def items(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def value_of(field: Field, attribute: str) -> str:
    """The title is the field's own, everything else its data's."""
    return field.title if attribute == "title" else str(getattr(field.data, attribute) or "")


def show_text(edit: QPlainTextEdit, text: str) -> None:
    """Another text, the cursor where it was; nothing is told to have been typed."""
    if edit.toPlainText() == text:
        return
    at = edit.textCursor().position()
    edit.blockSignals(True)
    edit.setPlainText(text)
    edit.blockSignals(False)
    if isinstance(edit, GrowingEdit):
        edit.fit()
    cursor = edit.textCursor()
    cursor.setPosition(min(at, len(text)))
    edit.setTextCursor(cursor)
