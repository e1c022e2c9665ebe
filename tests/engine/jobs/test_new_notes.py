"""Notes that a voice has not learned yet are counted; what is known costs nothing."""

from pathlib import Path

import pytest

from adapters.catalog import learned_notes, runs, voices
from adapters.catalog.records import LearnedNote, Model, Voice
from adapters.notes.index import rows
from adapters.notes.index.database import opened
from engine.jobs.decided_notes import decided_notes
from engine.jobs.new_notes import find
from engine.jobs.run_sources import sources_of
from engine.jobs.state import State
from engine.messages import FindNewNotes, NewNotes, NotesOfVoice
from tests.engine.jobs.running import finish


@pytest.fixture
def voice(state: State, tiny: Model, notes: Path) -> Voice:
    """A voice that has learned all that is in the folder."""
    run = runs.add(state.catalog, "Garden", "olive", str(notes), tiny.id, "f", "{}", 0)
    with opened(state.places.notes_index) as index:
        found = finish(decided_notes(index, state.catalog, notes))
    known = [d for d in found.notes if d.use in ("learn", "held_out")]
    return made(state, run.id, sources_of(known))


def made(state: State, run: int, learned: list[LearnedNote], of: int | None = None) -> Voice:
    return voices.add_version(
        state.catalog,
        run,
        "Garden",
        "olive",
        "Tiny",
        "f",
        "v",
        "0" * 64,
        1,
        4,
        ("q_proj",),
        None,
        None,
        len(learned),
        voice=of,
        learned=learned,
    )


def counted(state: State) -> int:
    result: NewNotes = finish(find(state, FindNewNotes()))
    [one] = result.voices
    return one.count


def write(notes: Path, name: str, text: str) -> None:
    (notes / name).write_text(f"{text} and of what the neighbour said about it, twice. " * 3)


def test_only_what_could_be_learned_counts(state: State, notes: Path, voice: Voice) -> None:
    assert finish(find(state, FindNewNotes())) == NewNotes(
        (NotesOfVoice(voice.id, str(notes), 0),)
    )
    write(notes, "new-1.md", "It tells of rain")
    write(notes, "new-2.md", "Quite another thing was the ferry")
    (notes / "short.md").write_text("Too short.")
    (notes / "picture.jpg").write_bytes(b"\xff\xd8")
    assert counted(state) == 2
    held = next(
        note.path
        for note in learned_notes.of_version(state.catalog, voice.version.id)
        if note.use == "held_out"
    )
    write(notes, held, "The note that was held out is another now")
    assert counted(state) == 2
    for file in ("new-1.md", "new-2.md"):
        (notes / file).unlink()
    assert counted(state) == 0


def test_nothing_new_decides_nothing(
    state: State, notes: Path, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    del voice

    def never(*_: object) -> None:
        raise AssertionError("it was decided about")

    monkeypatch.setattr("engine.jobs.new_notes.decided_notes", never)
    assert counted(state) == 0
    write(notes, "new.md", "It tells of rain")
    with pytest.raises(AssertionError, match="decided"):
        counted(state)


def test_a_folder_that_is_gone_says_nothing(state: State, notes: Path, voice: Voice) -> None:
    del voice
    notes.rename(notes.with_name("elsewhere"))
    assert finish(find(state, FindNewNotes())) == NewNotes(())


def test_what_a_later_version_learned_is_new_again_after_rolling_back(
    state: State, notes: Path, voice: Voice
) -> None:
    write(notes, "new.md", "It tells of rain")
    with opened(state.places.notes_index) as index:
        finish(decided_notes(index, state.catalog, notes))
        [new] = [note for note in rows.notes(index, notes) if note.path == "new.md"]
    more = [*learned_notes.of_version(state.catalog, voice.version.id)]
    more.append(LearnedNote(new.path, new.sha256, "learn"))
    made(state, voice.version.run or 0, more, of=voice.id)
    assert counted(state) == 0
    voices.make_current(state.catalog, voice.version.id)
    assert counted(state) == 1
