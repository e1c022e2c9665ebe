"""What would be learned from a folder, said before anything is trained."""

import json
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from transformers import AutoTokenizer

from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.notes import folder as notes_folder
from adapters.notes.chat_format import ChatFormat
from adapters.notes.document import Document, Skipped
from adapters.notes.examples import examples, whole
from adapters.notes.holdout import held_out
from adapters.voice import budget
from adapters.voice.options import TrainingOptions
from engine.jobs import pace
from engine.jobs.models import default_model
from engine.jobs.run_notes import format_for, tokens_of
from engine.jobs.shared import Shared
from engine.memory import planner
from engine.messages import NoteFile, NoteSeen, NotesPreview, PreviewNotes, Update


@dataclass(frozen=True)
class _Measure:
    """The model that would learn: its way to write a chat, and its sizes."""

    row: Model
    folder: Path
    chat: ChatFormat
    context_length: int


def preview(shared: Shared, command: PreviewNotes) -> Generator[Update, None, NotesPreview]:
    """Read the folder as training would. Tokens are known once there is a converted model."""
    found: list[Document | Skipped] = []
    for one in notes_folder.read(Path(command.folder)):
        found.append(one)
        yield NoteSeen(len(found), one.path)
    measure = _measure(shared)
    apart = held_out([one for one in found if isinstance(one, Document)])
    files = tuple(_file(one, one.path in apart, measure) for one in found)
    if measure is None:
        return NotesPreview(command.folder, files, 0, 0, None, None)
    learn = [one for one in found if isinstance(one, Document) and one.path not in apart]
    watched = [one for one in found if isinstance(one, Document) and one.path in apart]
    return _estimated(shared, command, files, measure, learn, watched)


def _estimated(
    shared: Shared,
    command: PreviewNotes,
    files: tuple[NoteFile, ...],
    measure: _Measure,
    learn: list[Document],
    watched: list[Document],
) -> NotesPreview:
    options, chat = command.options, measure.chat
    length = min(options.max_length, measure.context_length)
    trained = sum(example.trained for example in examples(learn, chat, length))
    apart = tokens_of(whole(document, chat, measure.context_length) for document in watched)
    learned = round(trained * budget.epochs(trained, options))
    return NotesPreview(
        folder=command.folder,
        files=files,
        tokens=trained,
        steps=budget.steps(trained, options) if trained else 0,
        # Before and after, and a few points on the way.
        seconds=pace.estimate(shared.catalog, measure.row.fingerprint or "", learned, 2 * apart),
        peak_bytes=_peak(measure.folder, options),
    )


def _file(one: Document | Skipped, apart: bool, measure: _Measure | None) -> NoteFile:
    if isinstance(one, Skipped):
        return NoteFile(one.path, one.bytes, None, "skip", one.reason)
    tokens = measure.chat.measure(one.text) if measure else None
    return NoteFile(one.path, one.bytes, tokens, "held_out" if apart else "learn")


def _measure(shared: Shared) -> _Measure | None:
    """The model used last; its tokenizer alone is read, since this lane has no model."""
    try:
        row = default_model(shared.catalog)
    except UserError:
        return None
    folder = Path(row.nf4_path or "")
    if row.nf4_path is None or not (folder / "config.json").is_file():
        return None
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    chat = format_for(tokenizer, shared.places, shared.catalog)
    return _Measure(row, folder, chat, row.context_length or 2048)


def _peak(folder: Path, options: TrainingOptions) -> int | None:
    """Memory that training adds at its peak; None for a model of unusual shape."""
    try:
        shape = planner.Shape.of(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    except (KeyError, ValueError, TypeError):
        return None
    return planner.training(shape, options).total
