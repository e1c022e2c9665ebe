"""What a run learns from: the notes of its folder as tokens, or those kept from before."""

from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from adapters.catalog.database import Catalog
from adapters.catalog.records import Author, Run
from adapters.errors import UserError
from adapters.notes.chat_format import ChatFormat, Said, chat_format
from adapters.notes.corpus import documents
from adapters.notes.decisions import Decided
from adapters.notes.document import Document
from adapters.notes.examples import examples, whole
from adapters.notes.index.database import opened
from adapters.notes.mix import MIXED
from adapters.voice import kept_notes
from adapters.voice.kept_notes import KeptNotes, Themes
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine import instructions
from engine.generation.prompt import ROLES, Turn, end_of_turn, render
from engine.jobs import run_sources
from engine.jobs.decided_notes import decided_notes
from engine.jobs.run_further import new_and_replayed
from engine.jobs.run_questions import QuestionWriter
from engine.jobs.run_sources import sources_of
from engine.jobs.shared import Shared
from engine.messages import Preparing, Update
from engine.places import Places
from engine.settings import Settings

_AUTHORS: dict[str, Author] = {role: author for author, role in ROLES.items()}


def format_for(tokenizer: Any, places: Places, catalog: Catalog) -> ChatFormat:
    """How chat writes turns under the instruction of a new conversation."""
    language = Settings.load(places.settings).language
    instruction = instructions.for_new_conversation(catalog, language)
    return chat_format(tokenizer, prompt_of(tokenizer, instruction), end_of_turn(tokenizer))


def prompt_of(tokenizer: Any, instruction: str) -> Callable[[Sequence[Said]], list[int]]:
    """The tokens of turns as chat writes them; the user of chat is who asks in the notes."""

    def prompt(turns: Sequence[Said]) -> list[int]:
        asked = [Turn(_AUTHORS[one.role], one.text) for one in turns]
        return render(tokenizer, instruction, asked)

    return prompt


def gather(
    shared: Shared,
    run: Run,
    chat: ChatFormat,
    options: TrainingOptions,
    context_length: int,
    kept: Path,
    writer: QuestionWriter | None = None,
) -> Generator[Update, None, KeptNotes]:
    """The notes of a run's folder, written to ``kept`` first; those in ``kept`` if there are any.

    A voice that learns on reads what is new to it, and a part of what it knows. ``writer``
    writes questions for fragments that have none. Raises ``UserError`` where there is nothing
    to learn from.
    """
    if (before := kept_notes.read(kept)) is not None:
        return before
    stage = Preparing(phrase("progress", "Reading the notes"))
    folder, length = Path(run.folder), min(options.max_length, context_length)
    with opened(shared.places.notes_index) as index:
        found = yield from decided_notes(index, shared.catalog, folder, run.base_version)
        learn, watched = _sides(found.notes)
        if not learn:
            raise nothing_to_learn(folder)
        run_sources.write(sources_of((*learn, *watched)), kept)
        if run.base_version is not None:
            learn = new_and_replayed(shared.catalog, run, learn)
        notes = KeptNotes([], [], len(learn))
        mix = MIXED
        if writer is not None:
            texts = (document for _, document in documents(index, _any_of(learn)))
            mix = replace(MIXED, written=(yield from writer.write(index, texts)))
        for _, document in documents(index, learn):
            notes.learn.extend(examples([document], chat, length, found.owner, mix))
            yield stage
        for _, document in documents(index, watched):
            notes.held_out.extend(whole(document, chat, context_length, found.owner))
            yield stage
        told = yield from _themes(
            lambda: (one for _, one in documents(index, [*learn, *watched])), notes
        )
        notes = replace(notes, themes=told)
    kept_notes.write(notes, kept)
    return notes


def _sides(decided: Iterable[Decided]) -> tuple[list[Decided], list[Decided]]:
    """Those to learn from, and those held out, the latter by the hash of their text.

    While a voice learns only the first of these are measured: it should be any of them.
    """
    learn = [one for one in decided if one.use == "learn"]
    watched = [one for one in decided if one.use == "held_out"]
    return learn, sorted(watched, key=lambda one: one.note.sha256)


def _any_of(learn: Iterable[Decided]) -> list[Decided]:
    """In an order that favours none of the folder's parts."""
    return sorted(learn, key=lambda one: one.note.sha256)


def _themes(
    read: Callable[[], Iterable[Document]], notes: KeptNotes
) -> Generator[Update, None, Themes]:
    """What the notes are about, for drawing every theme evenly and for the verdict."""
    from adapters.notes import themes as finding  # noqa: PLC0415 (loads scikit-learn)

    stage = Preparing(phrase("progress", "Finding what the notes are about"))
    telling = finding.of_documents(read)
    while True:
        try:
            next(telling)
        except StopIteration as end:
            names, theme_of = end.value
            sides = (notes.learn, notes.held_out)
            return Themes(names, *([theme_of[one.document] for one in side] for side in sides))
        yield stage


def nothing_to_learn(folder: Path) -> UserError:
    """No file of the folder gave a note."""
    return UserError(
        phrase("errors", "There is nothing to learn from in this folder."),
        phrase("errors", "No note was found in {folder}.", folder=str(folder)),
        phrase("errors", "Choose a folder with notes: texts, documents, books or exported chats."),
    )


def tokens_of(notes: Iterable[Any]) -> int:
    """Tokens of some examples, read and learned."""
    return sum(len(note.tokens) for note in notes)
