"""The model writes questions for what has none, where it can; refused ones stay refused."""

from collections.abc import Generator, Iterator
from typing import Any

import pytest

from adapters.notes.document import Document
from adapters.notes.index import questions
from adapters.notes.index.database import Index, opened
from adapters.wording import phrase
from engine.jobs import run_questions
from engine.jobs.models import load_model
from engine.jobs.run_notes import format_for
from engine.jobs.run_questions import PROBES, QuestionWriter, good_enough, usable_of
from engine.jobs.state import State
from engine.messages import LoadModel, Preparing, Update
from engine.verdict.copying import Reply
from tests.engine.jobs.running import finish

NOTES = [
    Document(f"{n}.md", "2024-11-03", f"In the year {n} the frost came early.", 40)
    for n in range(20)
]


@pytest.fixture
def index(state: State) -> Iterator[Index]:
    with opened(state.places.notes_index) as made:
        yield made


@pytest.fixture
def writer(state: State, tiny: Any) -> QuestionWriter:
    finish(load_model(state, LoadModel(tiny.id)))
    assert state.loaded is not None
    chat = format_for(state.loaded.model.tokenizer, state.places, state.catalog)
    return QuestionWriter(state.loaded, chat, 200)


class Author:
    """Stands in for a model that can write: the tiny one says nothing that is a question."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked = 0

    def __call__(self, *_: object) -> Generator[Update, None, list[Reply]]:
        self.asked += 1
        yield Preparing(phrase("progress", "Writing"))
        return [Reply("", self.text)]


@pytest.fixture
def foretold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every written question makes the fragment likelier."""
    monkeypatch.setattr(QuestionWriter, "_loss", lambda _, asked, __: float("?" not in asked))


def test_the_tiny_model_is_found_out_and_asked_no_more(
    writer: QuestionWriter, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert finish(writer.write(index, NOTES)) == {}
    known = questions.known(index, writer.loaded.model.fingerprint)
    assert list(known.values()) == [""] * PROBES
    author = Author("When did it come?")
    monkeypatch.setattr(run_questions, "replies", author)
    assert finish(writer.write(index, NOTES)) == {}
    assert author.asked == 0


@pytest.mark.usefixtures("foretold")
def test_each_fragment_gets_a_question_once(
    writer: QuestionWriter, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = Author("When did it come?")
    monkeypatch.setattr(run_questions, "replies", author)
    written = finish(writer.write(index, NOTES))
    assert set(written.values()) == {"When did it come?"}
    assert len(written) == author.asked == len(NOTES)
    assert finish(writer.write(index, NOTES)) == written
    assert author.asked == len(NOTES)


@pytest.mark.usefixtures("foretold")
def test_what_was_written_before_a_cancelling_is_kept(
    writer: QuestionWriter, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = Author("When did it come?")
    monkeypatch.setattr(run_questions, "replies", author)
    job = writer.write(index, NOTES)
    while author.asked < 3:
        next(job)
    job.close()
    kept = len(questions.known(index, writer.loaded.model.fingerprint))
    assert kept >= 2
    finish(writer.write(index, NOTES))
    assert author.asked <= len(NOTES) + 1


def test_a_question_after_which_the_text_is_no_likelier_is_refused(
    writer: QuestionWriter, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_questions, "replies", Author("When did it come?"))
    monkeypatch.setattr(QuestionWriter, "_loss", lambda *_: 1.0)
    assert finish(writer.write(index, NOTES)) == {}


def test_the_loss_is_that_of_the_text_after_the_question(writer: QuestionWriter) -> None:
    (fragment,) = run_questions.unasked(NOTES[0], writer.chat, 200)
    losses = {writer._loss(asked, fragment) for asked in ("When did it come?", "Who is there?")}
    assert len(losses) == 2
    assert all(1 < loss < 10 for loss in losses)


def test_half_of_the_first_few_must_be_of_use() -> None:
    assert good_enough([""] * (PROBES - 1))
    assert not good_enough([""] * PROBES)
    assert good_enough(["Who?", ""] * PROBES)
    assert usable_of({"a": "Who?", "b": ""}) == {"a": "Who?"}
    assert usable_of({str(n): "Who?" if n < 2 else "" for n in range(PROBES)}) == {}
