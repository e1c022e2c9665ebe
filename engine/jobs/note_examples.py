"""What the model would read and learn of one note, token by token."""

from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

from transformers import PreTrainedTokenizerBase

from adapters.catalog import note_decisions, note_folders
from adapters.catalog.records import NoteDecision
from adapters.notes.document import Document
from adapters.notes.example import Example
from adapters.notes.examples import examples
from adapters.notes.index import questions, rows
from adapters.notes.index.database import Index, opened
from adapters.notes.mix import MIXED
from adapters.notes.secrets import without_secrets
from engine.generation.text_stream import TextStream
from engine.jobs.measured_notes import learner
from engine.jobs.run_questions import usable_of
from engine.jobs.shared import Shared
from engine.messages import NoteExample, NoteExamples, ShowExamples, TokenPiece, Update

_MOST = 50  # examples of one note that are shown


def show(shared: Shared, command: ShowExamples) -> Generator[Update, None, NoteExamples]:
    """The examples of a note, whatever was decided about it; none where it has no text."""
    yield from ()
    nothing = NoteExamples(command.path, (), 0)
    with opened(shared.places.notes_index) as index:
        document = _document(index, Path(command.folder), command.path)
        model = learner(shared) if document is not None else None
        written = questions.known(index, model.row.fingerprint or "") if model else {}
    if document is None or model is None:
        return nothing
    decision = note_decisions.of_folder(shared.catalog, command.folder).get(command.path)
    if not (decision or NoteDecision()).unmasked:
        document = without_secrets(document)
    owner = note_folders.owner_names(shared.catalog, command.folder)
    length = min(command.options.max_length, model.context_length)
    mix = replace(MIXED, written=usable_of(written))
    made = examples([document], model.chat, length, owner, mix)
    shown = tuple(_shown(example, model.tokenizer) for example in made[:_MOST])
    return NoteExamples(command.path, shown, len(made))


def _document(index: Index, folder: Path, path: str) -> Document | None:
    number = rows.note_id(index, folder, path)
    if number is None:
        return None
    return next((document for _, document in rows.documents(index, [number])), None)


def _shown(example: Example, tokenizer: PreTrainedTokenizerBase) -> NoteExample:
    pieces = tuple(_pieces(example, tokenizer))
    return NoteExample(pieces, example.trained, example.read_only, example.asked)


def _pieces(example: Example, tokenizer: PreTrainedTokenizerBase) -> Iterator[TokenPiece]:
    """A token each, or as many as a character takes; none goes across where learning begins."""
    stream = TextStream(tokenizer)
    learned = {place for span in example.learned for place in range(*span)}
    borders = {border for span in example.learned for border in span}
    waiting = 0
    for place, token in enumerate(example.tokens):
        if place in borders and waiting:
            yield TokenPiece(stream.rest(), waiting, place - 1 in learned)
            waiting = 0
        waiting += 1
        if text := stream.feed(token):
            yield TokenPiece(text, waiting, place in learned)
            waiting = 0
    if waiting:
        yield TokenPiece(stream.rest(), waiting, len(example.tokens) - 1 in learned)
