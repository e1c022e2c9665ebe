"""Notes as a fake engine shows them: two examples of each, and one note that is found."""

import time

from adapters.wording import phrase
from engine.messages import (
    FindNotes,
    FindThemes,
    FoundNotes,
    FoundSoFar,
    NoteExample,
    NoteExamples,
    NoteFile,
    NoteHit,
    NoteSeen,
    NotesPreview,
    NoteText,
    NoteThemes,
    PreviewNotes,
    ReadNote,
    ShowExamples,
    TokenPiece,
)
from engine.worker import Steps

HIT = NoteHit("frost.md", "Frost", "…the first frost 🌱 took the dahlias…")
TEXT = "It was the first frost 🌱 of the year.\n" * 60


class FakeNotes:
    pause: float
    steps: int

    def _preview(self, command: PreviewNotes) -> Steps:
        files = (
            NoteFile("frost.md", 600, 150, "learn"),
            NoteFile("letter.txt", 400, 100, "held_out"),
            NoteFile("photo.jpg", 9000, None, "skip", phrase("notes", "This is not text.")),
        )
        for seen, file in enumerate(files, start=1):
            yield NoteSeen(seen, file.path)
            time.sleep(self.pause)
        return NotesPreview(
            command.folder, files, 150, self.steps, 60.0, 400_000_000, prompt="Frost"
        )

    def _examples(self, command: ShowExamples) -> Steps:
        yield from ()
        return NoteExamples(command.path, (example("The", " frost"), example("Snow")), 2)

    def _find_themes(self, _: FindThemes) -> Steps:
        yield from ()
        return NoteThemes(("frost, dahlias", "letters, Anna"))

    def _find_notes(self, command: FindNotes) -> Steps:
        hits = (HIT,) if command.words in HIT.snippet else ()
        yield FoundSoFar(hits)
        return FoundNotes(hits)

    def _read_note(self, command: ReadNote) -> Steps:
        yield from ()
        first = TEXT.find(command.words, 1000)
        return NoteText(command.path, HIT.title, TEXT, ((first, first + len(command.words)),))


def example(*learned: str) -> NoteExample:
    """Each word of ``learned`` one trained token, after a question that is only read."""
    asked = TokenPiece("user\nFrost\n", 5, trained=False)
    said = tuple(TokenPiece(word, 1, trained=True) for word in learned)
    return NoteExample((asked, *said, TokenPiece("", 1, trained=True)), len(learned) + 1, 5)
