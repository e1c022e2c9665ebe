"""What is learned of the chosen note: each trained token softly coloured, the rest only read."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from engine.messages import NoteExample, NoteExamples, NoteFile, TokenPiece
from gui import figures
from gui.context import Context
from gui.theme.fonts import font
from gui.theme.tokens import colour, px, theme
from gui.voices.new_voice.asked_words import asked_words
from gui.voices.new_voice.draft import Draft
from gui.voices.new_voice.remarks import kind
from gui.voices.new_voice.token_key import TokenKey
from gui.widgets.buttons import icon_button
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import column, row

SETTLE_MS = 150  # who goes through the files with the keyboard asks only about the last
TEXT_HEIGHT = 108  # six lines: the estimate beneath stays in sight
LINES_BEFORE = 2  # the end of the question, and who answers
END = "¶"  # stands for a token that has no text of its own
SHADES = ("accent_soft", "accent_soft_2")


class ExampleCard(QFrame):
    """Arrows go through the examples of the note; hidden while there is none."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = context.bridge
        self._job: int | None = None
        self._wanted: tuple[Draft, NoteFile] | None = None
        self._found: NoteExamples | None = None
        self._at = 0
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Example"))
        self.place = ElidedLabel("", "small", tone=2, mode=Qt.TextElideMode.ElideMiddle)
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.back = icon_button("arrow-left", self.tr("Example before"))
        self.next = icon_button("arrow-right", self.tr("Next example"))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setObjectName("example")
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(0)
        self.text.setFixedHeight(px(TEXT_HEIGHT))
        self.key = TokenKey()
        self.asked = label("", "small", tone=2, wrap=True)
        self.hidden = label("", "small", tone=2, wrap=True)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self._lay_out()
        theme.changed.connect(self._show)
        self.hide()

    def show_file(self, draft: Draft, file: NoteFile | None) -> None:
        """None, or a file without text: there is nothing to show."""
        self._stop()
        self._wanted = (draft, file) if file is not None and file.usable and draft.folder else None
        if self._wanted is None:
            self._found = None
            self.hide()
        else:
            self._settle.start()

    def turn(self, by: int) -> None:
        """To the next example, or the one before."""
        if self._found is not None:
            self._at = max(0, min(len(self._found.examples) - 1, self._at + by))
            self._show()

    def _ask(self) -> None:
        assert self._wanted is not None
        draft, file = self._wanted
        job = self._bridge.submit(
            draft.examples(file.path),
            on_finished=lambda found: self._take(job, found),
            on_failed=lambda _: self._take(job, None),
            owner=self,
        )
        self._job = job

    def _stop(self) -> None:
        self._settle.stop()
        if self._job is not None:
            self._bridge.cancel(self._job)
            self._job = None

    def _take(self, job: int, found: NoteExamples | None) -> None:
        if job != self._job:
            return
        self._job = None
        same = self._found is not None and found is not None and found.path == self._found.path
        self._found = found if found is not None and found.examples else None
        self._at = min(self._at, len(self._found.examples) - 1) if same and self._found else 0
        self._show()

    def _show(self) -> None:
        self.setVisible(self._found is not None)
        if self._found is None or self._wanted is None:
            return
        count = len(self._found.examples)
        name = self._found.path.rsplit("/", 1)[-1]
        place = self.tr("{file}, {number} of {count}")
        self.place.setText(
            place.format(file=name, number=self._at + 1, count=figures.whole(self._found.in_all))
        )
        self.back.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < count)
        example = self._found.examples[self._at]
        self.asked.setText(asked_words(example.asked))
        self._show_text(example)
        self.key.show_counts(example.trained, example.read_only)
        self._show_hidden(self._wanted[1])

    def _show_hidden(self, file: NoteFile) -> None:
        places = ", ".join(f"{kind(one)} {one.form}" for one in file.masked)
        told = (
            self.tr("Learned as it stands: {places}")
            if file.unmasked
            else self.tr("Hidden: {places}")
        )
        self.hidden.setText(told.format(places=places))
        self.hidden.setVisible(bool(places))

    def _show_text(self, example: NoteExample) -> None:
        """Plain text with formats; nothing of a note is read as markup."""
        self.text.clear()
        self.text.setFont(font("code"))
        cursor = self.text.textCursor()
        shade, begins = 0, 0
        for piece in example.pieces:
            begins = begins or (cursor.position() if piece.trained else 0)
            cursor.insertText(piece.text or (END if piece.trained else ""), _look(piece, shade))
            shade = 1 - shade
        self._scroll_to(begins)
        said = self.tr("Trained on: {text}")
        learned = "".join(piece.text for piece in example.pieces if piece.trained)
        self.text.setAccessibleName(said.format(text=learned[:500]))

    def _scroll_to(self, learned: int) -> None:
        """What is learned from this position on stands in sight, below what it answers."""
        cursor = self.text.textCursor()
        cursor.setPosition(learned)
        cursor.movePosition(QTextCursor.MoveOperation.Up, n=LINES_BEFORE)
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect(cursor).top())

    def _lay_out(self) -> None:
        head = row(label(self.tr("Example"), "heading"), gap=2)
        head.addWidget(self.place, 1)
        head.addWidget(self.back)
        head.addWidget(self.next)
        body = column(head, self.asked, self.text, self.hidden, self.key, gap=8)
        body.setContentsMargins(16, 12, 16, 14)
        self.setLayout(body)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))


def _look(piece: TokenPiece, shade: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour("text" if piece.trained else "text_2"))
    if piece.trained:
        made.setBackground(colour(SHADES[shade]))
    return made
