"""A field for long texts, which says so when it takes only a part of one."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from gui import figures

# Qt lays out one line in quadratic time: 100,000 letters without a break take half a second.
MOST_LINE, MOST_TEXT = 5_000, 200_000


@dataclass(frozen=True)
class Bounded:
    """What a field takes of a text: ``cut`` characters were left out at its end."""

    text: str
    cut: int
    broken: bool  # lines of more than MOST_LINE characters

    def in_words(self) -> str:
        """What the owner must know; empty where all was taken as it was."""
        said = []
        if self.cut:
            left_out = QCoreApplication.translate(
                "BoundedEdit",
                "The text is too long: %Ln characters at its end were left out.",
                "",
                self.cut,
            )
            said.append(left_out)
        if self.broken:
            words = QCoreApplication.translate(
                "BoundedEdit", "Lines of more than {most} characters were broken."
            )
            said.append(words.format(most=figures.whole(MOST_LINE)))
        return " ".join(said)


def bounded(text: str, most: int = MOST_TEXT) -> Bounded:
    """The first ``most`` characters of ``text``, their longest lines broken."""
    kept = text[:most]
    lines = [
        part
        for line in kept.split("\n")
        for part in [line[n : n + MOST_LINE] for n in range(0, max(1, len(line)), MOST_LINE)]
    ]
    whole = "\n".join(lines)
    return Bounded(whole, len(text) - len(kept), whole != kept)


class BoundedEdit(QPlainTextEdit):
    """``bounded`` tells, in words, what became of a text that was pasted."""

    bounded = Signal(str)

    def set_text(self, text: str) -> str:
        """Show another text, the cursor at its end; it may be undone to nothing before it.

        Returns what was left out or broken, in words; empty where nothing was.
        """
        taken = bounded(text)
        self.setPlainText(taken.text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        return taken.in_words()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt calls it
        replaced = len(self.textCursor().selectedText())
        held = self.document().characterCount() - 1 - replaced  # Qt counts one at the end
        taken = bounded(source.text(), max(0, MOST_TEXT - held))
        self.insertPlainText(taken.text)
        self.ensureCursorVisible()
        if words := taken.in_words():
            self.bounded.emit(words)
