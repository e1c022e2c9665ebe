"""Keeps what the owner decides about notes, and takes it back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from adapters.catalog import note_decisions, note_folders
from adapters.catalog.records import NoteUse
from engine.messages import NoteFile
from gui.context import Context
from gui.voices.new_voice.files_table import FilesTable

Write = Callable[[], None]


class Deciding(QObject):
    """``changed``: a decision is written, and what becomes of the notes must be asked anew."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._folder: Path | None = None
        self._undo: list[Write] = []

    def listen_to(self, table: FilesTable) -> None:
        table.wished.connect(self.wish)
        table.unmasking.connect(self.unmask)
        table.undo_wished.connect(self.undo)

    def begin(self, folder: Path | None) -> None:
        """Another folder: what was decided about the last one is not undone here."""
        if folder != self._folder:
            self._folder, self._undo = folder, []

    def wish(self, files: Sequence[NoteFile], use: NoteUse | None) -> None:
        """Let ``use`` become of all of them; None leaves them to Timbre."""
        before: dict[str, NoteUse | None] = {
            file.path: file.use if file.by_owner else None for file in files
        }
        self._decide(
            lambda: self._write_uses(dict.fromkeys(before, use)),
            lambda: self._write_uses(before),
        )

    def unmask(self, files: Sequence[NoteFile], unmasked: bool) -> None:
        """Whether secrets in them are learned as they stand."""
        before = {file.path: file.unmasked for file in files if file.masked}
        self._decide(
            lambda: self._write_masking(dict.fromkeys(before, unmasked)),
            lambda: self._write_masking(before),
        )

    def name_owner(self, names: Sequence[str], before: Sequence[str]) -> None:
        """Under which names the owner speaks in the folder's conversations."""
        self._decide(lambda: self._write_names(names), lambda: self._write_names(before))

    def undo(self) -> None:
        """Take the last decision back, where there is one."""
        if self._undo:
            self._put(self._undo.pop())

    def _decide(self, write: Write, back: Write) -> None:
        self._undo.append(back)
        self._put(write)

    def _put(self, write: Write) -> None:
        self._context.writer.put(write, lambda _: self.changed.emit(), owner=self)

    def _write_uses(self, uses: dict[str, NoteUse | None]) -> None:
        assert self._folder is not None
        for path, use in uses.items():
            note_decisions.set_use(self._context.catalog, self._folder, path, use)

    def _write_masking(self, unmasked: dict[str, bool]) -> None:
        assert self._folder is not None
        for path, wish in unmasked.items():
            note_decisions.set_unmasked(self._context.catalog, self._folder, path, wish)

    def _write_names(self, names: Sequence[str]) -> None:
        assert self._folder is not None
        note_folders.set_owner_names(self._context.catalog, self._folder, names)
