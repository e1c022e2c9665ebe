"""Find in my notes, and what a note's examples look like token by token."""

import json
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest

from adapters.catalog import note_decisions
from adapters.errors import UserError
from adapters.notes.secrets import MASK
from adapters.voice.options import TrainingOptions
from engine.jobs import note_examples, notes_search
from engine.jobs.note_themes import find_themes
from engine.jobs.preview import preview
from engine.jobs.state import State
from engine.messages import (
    FindNotes,
    FindThemes,
    FoundSoFar,
    NoteExamples,
    PreviewNotes,
    ReadNote,
    ShowExamples,
)
from tests.adapters.notes import about
from tests.engine.jobs.running import collect, finish

OPTIONS = TrainingOptions(rank=2, epochs=1.0, max_length=400)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "notes"
    made.mkdir()
    text = "The frost came 🌱 early; ёлка stands. Wi-Fi password: hunter2 and more words follow."
    (made / "frost.md").write_text(f"# Frost\n\n{text}\n", encoding="utf-8")
    (made / "long.md").write_text("# Long\n\n" + "Snow on the roof again. " * 60, encoding="utf-8")
    return made


def test_notes_are_found_at_once_and_again_when_all_is_read(state: State, folder: Path) -> None:
    command = FindNotes(str(folder), "frost")
    updates, result = collect(notes_search.find(state, command))
    assert updates[0] == FoundSoFar(())
    assert [hit.path for hit in result.hits] == ["frost.md"]
    updates, _ = collect(notes_search.find(state, command))
    assert [hit.path for hit in updates[0].hits] == ["frost.md"]  # type: ignore[attr-defined]


def test_a_note_is_shown_with_its_words_marked(state: State, folder: Path) -> None:
    finish(notes_search.find(state, FindNotes(str(folder), "елка")))
    shown = finish(notes_search.read(state, ReadNote(str(folder), "frost.md", "елка early")))
    assert [shown.text[start:end] for start, end in shown.marks] == ["early", "ёлка"]
    assert shown.title == "Frost"


@pytest.mark.parametrize("path", ["gone.md", "../outside.md", "/etc/passwd"])
def test_only_notes_of_the_folder_are_shown(state: State, folder: Path, path: str) -> None:
    (folder.parent / "outside.md").write_text("This lies outside of the folder.", "utf-8")
    finish(notes_search.find(state, FindNotes(str(folder), "frost")))
    with pytest.raises(UserError, match="not in the folder"):
        finish(notes_search.read(state, ReadNote(str(folder), path, "frost")))


def examples(state: State, folder: Path, path: str) -> NoteExamples:
    return finish(note_examples.show(state, ShowExamples(str(folder), path, OPTIONS)))


@pytest.mark.usefixtures("tiny")
def test_the_pieces_are_the_example(state: State, folder: Path) -> None:
    finish(preview(state, PreviewNotes(str(folder), OPTIONS)))
    (one,) = examples(state, folder, "frost.md").examples
    learned = "".join(piece.text for piece in one.pieces if piece.trained)
    assert learned == (
        f"The frost came 🌱 early; ёлка stands. Wi-Fi password: {MASK} and more words follow."
    )
    assert sum(piece.tokens for piece in one.pieces if piece.trained) == one.trained
    assert sum(piece.tokens for piece in one.pieces if not piece.trained) == one.read_only
    assert "Frost" in "".join(piece.text for piece in one.pieces if not piece.trained)


@pytest.mark.usefixtures("tiny")
def test_of_a_talk_each_of_the_owners_turns_is_marked(state: State, folder: Path) -> None:
    said = (
        ("user", "Frost?"),
        ("assistant", "Yes 🌱."),
        ("user", "Roses?"),
        ("assistant", "Safe."),
    )
    rows = [{"role": role, "content": text} for role, text in said]
    (folder / "talk.jsonl").write_text(json.dumps({"messages": rows}) + "\n", "utf-8")
    finish(preview(state, PreviewNotes(str(folder), OPTIONS)))
    (one,) = examples(state, folder, "talk.jsonl/1").examples
    marked = [(piece.trained, piece.text) for piece in one.pieces]
    learned = [
        "".join(text for _, text in some) for on, some in groupby(marked, key=itemgetter(0)) if on
    ]
    assert learned == ["Yes 🌱.", "Safe."]
    assert sum(piece.tokens for piece in one.pieces if piece.trained) == one.trained
    assert sum(piece.tokens for piece in one.pieces) == one.trained + one.read_only


@pytest.mark.usefixtures("tiny")
def test_what_is_shown_is_what_is_counted(state: State, folder: Path) -> None:
    seen = finish(preview(state, PreviewNotes(str(folder), OPTIONS)))
    shown = [examples(state, folder, file.path) for file in seen.files]
    assert sum(one.trained for each in shown for one in each.examples) == seen.tokens
    assert len(shown[1].examples) == shown[1].in_all > 1


@pytest.mark.usefixtures("tiny")
def test_the_owner_may_have_it_learned_as_it_stands(state: State, folder: Path) -> None:
    finish(preview(state, PreviewNotes(str(folder), OPTIONS)))
    note_decisions.set_unmasked(state.catalog, folder, "frost.md", True)
    (one,) = examples(state, folder, "frost.md").examples
    assert "hunter2" in "".join(piece.text for piece in one.pieces)


@pytest.mark.usefixtures("tiny")
def test_a_note_that_is_not_there_has_no_examples(state: State, folder: Path) -> None:
    finish(preview(state, PreviewNotes(str(folder), OPTIONS)))
    assert examples(state, folder, "gone.md") == NoteExamples("gone.md", (), 0)


def test_without_a_model_there_are_no_tokens(state: State, folder: Path) -> None:
    finish(preview(state, PreviewNotes(str(folder), OPTIONS)))
    assert examples(state, folder, "frost.md").in_all == 0


def test_themes_of_the_notes_that_are_used(state: State, tmp_path: Path) -> None:
    for n, (_, text) in enumerate(about.texts("en", (40, 30, 20))):
        (tmp_path / f"{n}.md").write_text(f"# Note {n}\n\n{text}\n", "utf-8")
    found = finish(find_themes(state, FindThemes(str(tmp_path))))
    named = " ".join(found.names)
    assert any(word in named for word in about.ENGLISH["garden"].split())
    assert any(word in named for word in about.ENGLISH["boats"].split())
