"""How many tokens the notes of a folder are, counted once and kept in the index."""

import hashlib
from collections.abc import Generator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from transformers import PreTrainedTokenizerBase

from adapters.catalog.records import Model, NoteUse
from adapters.errors import UserError
from adapters.notes.chat_format import ChatFormat
from adapters.notes.corpus import documents
from adapters.notes.document import Document
from adapters.notes.examples import examples, whole
from adapters.notes.index import measures
from adapters.notes.index.database import Index
from adapters.notes.index.measures import Count
from adapters.notes.mix import MIXED
from adapters.wording import phrase
from engine.jobs.choice import default_model
from engine.jobs.decided_notes import DecidedNotes
from engine.jobs.run_notes import format_for, tokens_of
from engine.jobs.shared import Shared
from engine.messages import Preparing, Update
from engine.model import record
from engine.model.tokenizer import load_tokenizer

_BATCH = 100  # notes that are counted between two writes

Counts = Mapping[int, Count]  # by the note's id


@dataclass(frozen=True)
class Learner:
    """The model that would learn: its way to write a chat, and its sizes."""

    row: Model
    folder: Path
    tokenizer: PreTrainedTokenizerBase
    chat: ChatFormat
    context_length: int
    parameters: int


def learner(shared: Shared) -> Learner | None:
    """The model used last; its tokenizer alone is read, since this lane has no model."""
    try:
        row = default_model(shared.catalog)
    except UserError:
        return None
    folder = Path(row.nf4_path or "")
    made = record.read(folder) if row.nf4_path is not None else None
    if made is None:
        return None
    tokenizer = _tokenizer(folder, row.fingerprint or "")
    chat = format_for(tokenizer, shared.places, shared.catalog)
    return Learner(row, folder, tokenizer, chat, made.context_length, made.parameters)


@lru_cache(maxsize=1)
def _tokenizer(folder: Path, fingerprint: str) -> PreTrainedTokenizerBase:  # noqa: ARG001
    """Kept, as it is needed for each note that is shown; another model has another print."""
    return load_tokenizer(folder)


def counted(
    index: Index, folder: Path, decided: DecidedNotes, model: Learner, max_length: int
) -> Generator[Update, None, Counts]:
    """The counts of all notes with a text; those that were counted before are not read."""
    known = measures.of_folder(index, folder)
    way = _way(model, max_length, decided.owner)
    usable = [one for one in decided.notes if one.usable]
    ways = {one.note.id: f"{way} {one.use} {one.unmasked:d}" for one in usable}
    found = {note: count for note, count in known.items() if count.way == ways.get(note)}
    missing = [one for one in usable if one.note.id not in found]
    for start in range(0, len(missing), _BATCH):
        yield Preparing(phrase("progress", "Counting the tokens"), start / len(missing))
        batch: dict[int, Count] = {}
        for one, document in documents(index, missing[start : start + _BATCH]):
            counts = _count(document, one.use, model, max_length, decided.owner)
            batch[one.note.id] = Count(ways[one.note.id], *counts)
            yield Preparing(phrase("progress", "Counting the tokens"), start / len(missing))
        measures.keep(index, batch)
        found |= batch
    # A note that has left the index meanwhile counts nothing.
    return {note: found.get(note, Count(way, 0, 0)) for note, way in ways.items()}


def _count(
    document: Document, use: NoteUse, model: Learner, length: int, owner: Set[str]
) -> tuple[int, int]:
    """The tokens of its text, and how many are trained, or read where it is held out."""
    tokens = model.chat.measure(document.text)
    if use == "skip":
        return tokens, 0
    if use == "held_out":
        return tokens, tokens_of(whole(document, model.chat, model.context_length, owner))
    length = min(length, model.context_length)
    made = examples([document], model.chat, length, owner, MIXED)
    return tokens, sum(example.trained for example in made)


def _way(model: Learner, max_length: int, owner: Set[str]) -> str:
    """Names all that the counts depend on beside the notes and what becomes of them."""
    frame = model.chat.question("")  # the template and the instruction
    parts = (model.row.fingerprint, frame, max_length, sorted(owner))
    return hashlib.sha256(repr(parts).encode()).hexdigest()
