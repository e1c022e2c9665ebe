"""A voice that learns on: what it reads, where it begins, and that a cut changes nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from adapters.catalog import learned_notes, runs, voices
from adapters.catalog.records import VoiceVersion
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.options import TrainingOptions
from engine.jobs import run_queue, run_start
from engine.jobs.run import Work
from engine.jobs.state import State
from engine.messages import ResumeTraining, Trained, TrainingStep, TrainOn
from tests.engine.jobs.running import collect, finish, resume, train, train_on, until
from tests.engine.jobs.trainings import OPTIONS, command, sha

pytestmark = pytest.mark.usefixtures("tiny")


@pytest.fixture
def first(state: State, notes: Path) -> Trained:
    trained: Trained = finish(train(state, command(notes)))
    return trained


LATER = (
    "Rain fell on the tin roof all night, and whoever lay awake heard it stop towards five.",
    "My uncle mended clocks without drawings; he listened, oiled one wheel, and listened again.",
    "The ferry had been painted green, which nobody liked until the first grey day in autumn.",
)


def more_notes(notes: Path) -> None:
    """Three notes that have nothing in common."""
    for number, text in enumerate(LATER):
        (notes / f"later-{number}.md").write_text(text)


def version_of(state: State, trained: Trained) -> VoiceVersion:
    return voices.get(state.catalog, trained.voice).version


def sides(state: State, version: VoiceVersion) -> dict[str, str]:
    return {note.path: note.use for note in learned_notes.of_version(state.catalog, version.id)}


def test_the_next_version_reads_what_is_new_and_replays_some_of_the_old(
    state: State, notes: Path, first: Trained
) -> None:
    before = version_of(state, first)
    more_notes(notes)
    second = finish(train_on(state, TrainOn(first.voice, str(notes), OPTIONS)))
    after = version_of(state, second)
    assert second.voice == first.voice
    assert (after.number, after.parent) == (2, before.id)
    known, now = sides(state, before), sides(state, after)
    assert now.keys() - known.keys() == {f"later-{number}.md" for number in range(3)}
    assert {path: now[path] for path in known} == known  # each on its side, for ever
    assert after.notes == sum(use == "learn" for use in now.values())
    run = runs.get(state.catalog, second.run)
    assert 3 <= run.documents < after.notes  # not all were read again
    assert runs.get(state.catalog, first.run).state == "finished"
    changed = learned_notes.changes(state.catalog, after.id, before.id)
    assert (changed.added, changed.changed, changed.removed) == (3, 0, 0)


def test_it_begins_at_the_weights_of_the_version_before(
    state: State, notes: Path, first: Trained, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = version_of(state, first)
    weights = files.load(state.places.voices / version.path, version.sha256)
    seen: list[Work] = []

    def start(this: Work) -> None:
        run_start.start_from_version(this)
        seen.append(this)
        for name, parameter in this.session.adapter.items():
            path, _, side = name.partition(".lora_")
            pair = weights.layers[path]
            assert torch.equal(parameter.detach().cpu(), pair.a if side[0] == "A" else pair.b)

    monkeypatch.setattr("engine.jobs.run_work.start_from_version", start)
    more_notes(notes)
    second = finish(train_on(state, TrainOn(first.voice, str(notes), OPTIONS)))
    assert len(seen) == 1
    # The base is what it was, and the state that did best on the watched notes is kept.
    assert second.perplexity_before == pytest.approx(first.perplexity_before)
    assert second.perplexity_after is not None
    assert first.perplexity_after is not None
    assert second.perplexity_after <= first.perplexity_after * 1.0001


def test_cut_and_resumed_it_is_the_same_bit_for_bit(
    state: State, notes: Path, first: Trained
) -> None:
    more_notes(notes)
    on = TrainOn(first.voice, str(notes), OPTIONS)
    whole = finish(train_on(state, on))
    wanted = sha(state, whole)
    for steps in (0, 1, 2):
        voices.make_current(state.catalog, voices.versions(state.catalog, first.voice)[-1].id)
        job = train_on(state, on)
        if steps:
            until(job, TrainingStep, steps)
        else:
            for _ in range(4):
                next(job)
        job.close()
        run = runs.everything(state.catalog)[-1]
        assert run.state == "paused"
        _, again = collect(resume(state, ResumeTraining(run.id)))
        assert sha(state, again) == wanted


def test_nothing_new_is_said(state: State, notes: Path, first: Trained) -> None:
    with pytest.raises(UserError, match="nothing new"):
        finish(train_on(state, TrainOn(first.voice, str(notes), OPTIONS)))
    assert version_of(state, first).number == 1


def test_a_changed_note_is_read_again_and_a_held_out_one_never(
    state: State, notes: Path, first: Trained
) -> None:
    version = version_of(state, first)
    before = sides(state, version)
    held = next(path for path, use in before.items() if use == "held_out")
    known = next(path for path, use in before.items() if use == "learn")
    for path in (held, known):
        (notes / path).write_text(
            (notes / path).read_text() + "\n\nAnd something was added to it."
        )
    second = finish(train_on(state, TrainOn(first.voice, str(notes), OPTIONS)))
    after = version_of(state, second)
    assert sides(state, after)[held] == "held_out"
    changed = learned_notes.changes(state.catalog, after.id, version.id)
    assert (changed.added, changed.changed, changed.removed) == (0, 2, 0)


def test_after_rolling_back_it_goes_on_from_there(
    state: State, notes: Path, first: Trained
) -> None:
    version = version_of(state, first)
    more_notes(notes)
    second = version_of(state, finish(train_on(state, TrainOn(first.voice, str(notes), OPTIONS))))
    voices.make_current(state.catalog, version.id)
    third = version_of(state, finish(train_on(state, TrainOn(first.voice, str(notes), OPTIONS))))
    assert (third.number, third.parent) == (3, version.id)
    assert [one.id for one in voices.versions(state.catalog, first.voice)] == [
        third.id,
        second.id,
        version.id,
    ]


def test_a_voice_deleted_meanwhile_is_made_anew(state: State, notes: Path, first: Trained) -> None:
    more_notes(notes)
    job = train_on(state, TrainOn(first.voice, str(notes), OPTIONS))
    until(job, TrainingStep)
    voices.trash(state.catalog, first.voice)
    second = collect(job)[1]
    assert second.voice != first.voice
    assert voices.get(state.catalog, second.voice).trashed is None


def test_its_shape_is_that_of_the_version(state: State, notes: Path, first: Trained) -> None:
    more_notes(notes)
    other = replace(OPTIONS, rank=9, targets=("k_proj",), epochs=7.0)
    job = run_queue.train_on(state, TrainOn(first.voice, str(notes), other))
    next(job)
    job.close()
    run = runs.everything(state.catalog)[-1]
    assert (run.voice, run.base_version) == (first.voice, version_of(state, first).id)
    options = TrainingOptions.from_dict(json.loads(run.options))
    assert options == replace(OPTIONS, epochs=7.0)
