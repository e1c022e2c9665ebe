"""What a run learns from: the notes of its folder as tokens, or those kept from before."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.notes import folder as notes_folder
from adapters.notes.chat_format import ChatFormat, chat_format
from adapters.notes.document import Document
from adapters.notes.examples import examples, whole
from adapters.notes.holdout import held_out, text_hash
from adapters.voice import kept_notes
from adapters.voice.kept_notes import KeptNotes
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine import instructions
from engine.generation.prompt import Turn, render
from engine.messages import Preparing, Update
from engine.places import Places
from engine.settings import Settings


def format_for(tokenizer: Any, places: Places, catalog: Catalog) -> ChatFormat:
    """How chat writes a question under the instruction of a new conversation."""
    language = Settings.load(places.settings).language
    instruction = instructions.for_new_conversation(catalog, language)

    def prompt(question: str) -> list[int]:
        return list(render(tokenizer, instruction, [Turn("owner", question)]))

    return chat_format(tokenizer, prompt)


def gather(
    folder: Path, chat: ChatFormat, options: TrainingOptions, context_length: int, kept: Path
) -> Generator[Update, None, KeptNotes]:
    """The notes of ``folder``, written to ``kept`` first; those in ``kept`` if there are any.

    Raises ``UserError`` where there is nothing to learn from.
    """
    if (before := kept_notes.read(kept)) is not None:
        return before
    documents = yield from _documents(folder)
    apart = held_out(documents)
    learn = [d for d in documents if d.path not in apart]
    watched = sorted((d for d in documents if d.path in apart), key=text_hash)
    length = min(options.max_length, context_length)
    notes = KeptNotes(
        learn=examples(learn, chat, length),
        held_out=[whole(document, chat, context_length) for document in watched],
        documents=len(learn),
    )
    kept_notes.write(notes, kept)
    return notes


def _documents(folder: Path) -> Generator[Update, None, list[Document]]:
    stage = phrase("progress", "Reading the notes")
    found: list[Document] = []
    for one in notes_folder.read(folder):
        yield Preparing(stage)
        if isinstance(one, Document):
            found.append(one)
    if not found:
        raise nothing_to_learn(folder)
    return found


def nothing_to_learn(folder: Path) -> UserError:
    """No file of the folder gave a note."""
    return UserError(
        phrase("errors", "There is nothing to learn from in this folder."),
        phrase("errors", "No note was found in {folder}.", folder=str(folder)),
        phrase("errors", "Choose a folder with notes as .md, .txt or .html files."),
    )


def tokens_of(notes: Iterable[Any]) -> int:
    """Tokens of some examples, read and learned."""
    return sum(len(note.tokens) for note in notes)
