"""The verdict at the end of a run: what is measured, kept, and lost by whom."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from adapters.catalog import runs, verdicts, voices
from adapters.voice.files import VoiceWeights
from engine.jobs import run_verdict
from engine.jobs.reply import ask
from engine.jobs.state import State
from engine.jobs.stopping import stop_and_keep
from engine.messages import (
    Ask,
    Preparing,
    ResumeTraining,
    Sampling,
    StopAndKeep,
    Trained,
    TrainingStep,
    Update,
)
from engine.verdict.measurements import Measurements, from_text
from engine.verdict.sizes import Sizes
from tests.engine.jobs.running import collect, finish, resume, train, until
from tests.engine.jobs.trainings import OPTIONS, command
from tests.notes import write_notes

pytestmark = pytest.mark.usefixtures("tiny")
Job = Generator[Update, None, Trained]


def kept(state: State, run: int) -> Measurements:
    version = runs.get(state.catalog, run).version
    assert version is not None
    found = from_text(verdicts.get(state.catalog, version) or "")
    assert found is not None
    return found


def stages(updates: Sequence[Update]) -> set[str]:
    return {str(update.stage) for update in updates if isinstance(update, Preparing)}


def test_a_run_ends_with_a_verdict(state: State, notes: Path) -> None:
    updates, trained = collect(train(state, command(notes)))
    measured = kept(state, trained.run)
    assert measured.held_out is not None
    assert measured.held_out.before == pytest.approx(trained.perplexity_before, rel=1e-6)
    assert measured.held_out.after == pytest.approx(trained.perplexity_after, rel=1e-6)
    assert measured.held_out.documents == trained.held_out_documents == 2
    assert measured.held_out.high is None  # two documents say nothing about others
    assert [group.name for group in measured.general] == ["en"]
    assert measured.general[0].change.low is not None
    assert measured.general[0].change.before != measured.general[0].change.after
    assert measured.copied is not None
    assert measured.copied.replies == 2
    assert measured.learning is not None
    assert measured.learning < 0
    assert {"Listening to the voice", "Measuring the voice on general text"} <= stages(updates)


def test_more_notes_give_an_interval_and_an_opinion_about_the_style(
    state: State, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_verdict, "sizes", lambda _: Sizes(6, 6, 120, 400))
    few = replace(OPTIONS, epochs=0.5)
    trained = finish(train(state, command(write_notes(tmp_path / "many", 60), options=few)))
    measured = kept(state, trained.run)
    assert measured.style is not None
    assert 0 <= measured.style.accuracy <= 1
    assert measured.style.pieces >= 4
    assert measured.themes
    assert sum(theme.change.documents for theme in measured.themes) == trained.held_out_documents
    held_out = measured.held_out
    assert held_out is not None
    assert held_out.low is not None
    assert held_out.high is not None
    assert held_out.low <= held_out.after / held_out.before <= held_out.high


def test_without_held_out_notes_the_rest_is_measured(state: State, tmp_path: Path) -> None:
    trained = finish(train(state, command(write_notes(tmp_path / "few", 3))))
    measured = kept(state, trained.run)
    assert measured.held_out is None
    assert measured.general
    assert measured.copied is not None
    assert measured.style is None


def test_the_same_run_gives_the_same_verdict(state: State, notes: Path) -> None:
    one, other = (finish(train(state, command(notes))) for _ in range(2))
    assert kept(state, one.run) == kept(state, other.run)


def test_a_run_that_was_paused_compares_with_the_base_as_it_was(state: State, notes: Path) -> None:
    whole = finish(train(state, command(notes)))
    job = train(state, command(notes))
    run = until_step(job)
    job.close()
    resumed = finish(resume(state, ResumeTraining(run)))
    assert kept(state, resumed.run).held_out == kept(state, whole.run).held_out
    assert kept(state, resumed.run).general == kept(state, whole.run).general


def test_whoever_cancels_it_keeps_the_voice_and_what_was_measured(
    state: State, notes: Path
) -> None:
    job = train(state, command(notes))
    listening_to(job, "Listening to the voice")
    job.close()
    (run,) = runs.everything(state.catalog)
    assert run.state == "finished"
    assert run.voice is not None
    assert kept(state, run.id).general
    assert kept(state, run.id).copied is None
    assert not (state.places.checkpoints / str(run.id)).exists()
    assert state.training is None


def test_stop_and_keep_once_more_ends_it(state: State, notes: Path) -> None:
    job = train(state, command(notes))
    until_step(job)
    assert state.training is not None
    state.training.stop_and_keep = True  # the first time: it ends the learning, not the verdict
    listening_to(job, "Listening to the voice")
    finish(stop_and_keep(state, StopAndKeep(state.training.run)))
    updates, trained = collect(job)
    assert isinstance(trained, Trained)
    assert len(updates) <= 1
    assert kept(state, trained.run).copied is None


def test_a_fault_in_it_costs_no_voice(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no classifier today")

    monkeypatch.setattr(run_verdict, "style", fail)
    trained = finish(train(state, command(notes)))
    assert voices.get(state.catalog, trained.voice).name == "Garden"
    assert "no classifier today" in caplog.text
    assert kept(state, trained.run).copied is not None


def test_a_chat_meanwhile_changes_nothing(state: State, notes: Path) -> None:
    """It puts another voice on the model, or none, between any two tokens of the verdict."""
    asked = Ask("Frost", "", None, 1.0, Sampling(max_tokens=4, seed=3))
    before = finish(train(state, command(notes)))
    job = train(state, command(notes, "Chatted"))
    listening_to(job, "Listening to the voice")
    finish(ask(state, asked))
    listening_to(job, "Listening to the model without the voice")
    finish(ask(state, replace(asked, voice=before.voice)))
    assert kept(state, finish(job).run) == kept(state, before.run)


def test_the_voice_itself_is_heard(
    state: State, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worn: list[bool] = []
    real = run_verdict.replies

    def listen(loaded: object, weights: VoiceWeights | None, *rest: object) -> object:
        worn.append(weights is not None)
        said = yield from real(loaded, weights, *rest)  # type: ignore[arg-type]
        texts.append([one.text for one in said])
        return said

    texts: list[list[str]] = []
    monkeypatch.setattr(run_verdict, "replies", listen)
    finish(train(state, command(notes)))
    assert worn == [True, False]
    voiced, plain = texts
    assert voiced != plain[: len(voiced)]
    assert len(plain) == len(voiced)


def until_step(job: Job) -> int:
    """Advance to the first step; the run's number."""
    step = until(job, TrainingStep)[-1]
    assert isinstance(step, TrainingStep)
    return step.run


def listening_to(job: Job, stage: str) -> None:
    while True:
        update = next(job)
        if isinstance(update, Preparing) and str(update.stage) == stage:
            return
