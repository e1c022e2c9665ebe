"""Training as a job: rows, events, and the voice at the end."""

import math
from pathlib import Path

import pytest
import torch
from peft import PeftModel

from adapters.catalog import runs, voices
from adapters.catalog.records import Model
from adapters.errors import UserError
from adapters.voice import files
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.engine import Engine
from engine.jobs import run_queue
from engine.jobs.reply import ask
from engine.jobs.state import State
from engine.messages import (
    Ask,
    HeldOut,
    Preparing,
    RunStarted,
    Sampling,
    Trained,
    TrainingStep,
)
from engine.model.load import load
from tests.engine.jobs.running import collect, finish, train
from tests.engine.jobs.trainings import command
from tests.notes import write_notes

pytestmark = pytest.mark.usefixtures("tiny")


def test_from_a_folder_to_a_voice(state: State, tiny: Model, notes: Path) -> None:
    updates, trained = collect(train(state, command(notes)))
    assert isinstance(trained, Trained)
    run = runs.get(state.catalog, trained.run)
    card = voices.get(state.catalog, trained.voice)
    assert (run.state, run.voice, run.version) == ("finished", card.id, card.version.id)
    assert (run.step, run.tokens) == (trained.steps, trained.tokens)
    assert (run.documents, run.held_out_documents) == (18, 2)
    assert card.version.notes == 18
    assert card.model_fingerprint == tiny.fingerprint
    folder = state.places.voices / card.version.path
    assert trained.path == str(folder)
    assert files.sha256_of(folder) == card.version.sha256
    assert trained.perplexity_before is not None
    assert trained.perplexity_after is not None
    assert trained.perplexity_after < trained.perplexity_before
    assert (run.perplexity_before, run.perplexity_after) == (
        trained.perplexity_before,
        trained.perplexity_after,
    )
    assert isinstance(updates[0] if isinstance(updates[0], RunStarted) else updates[1], RunStarted)


def test_what_it_tells_on_the_way(state: State, notes: Path) -> None:
    updates, trained = collect(train(state, command(notes)))
    started = [u for u in updates if isinstance(u, RunStarted)]
    steps = [u for u in updates if isinstance(u, TrainingStep)]
    points = [u for u in updates if isinstance(u, HeldOut)]
    assert started[0].steps == 0  # before a note was read
    assert started[-1].steps == len(steps) == trained.steps
    assert [s.step for s in steps] == list(range(1, trained.steps + 1))
    assert all(s.tokens_per_second > 0 and math.isfinite(s.seconds_left) for s in steps)
    assert points[0].step == 0
    assert points[-1].step == trained.steps
    assert len(points) >= 4
    assert math.exp(points[0].loss) == pytest.approx(trained.perplexity_before, rel=1e-6)
    assert math.exp(points[-1].loss) == pytest.approx(trained.perplexity_after, rel=1e-6)
    kept = runs.steps(state.catalog, trained.run)
    assert [row.step for row in kept] == list(range(trained.steps + 1))
    assert [row.loss for row in kept[1:]] == [s.loss for s in steps]
    assert {row.step: row.held_out_loss for row in kept if row.held_out_loss} == {
        p.step: p.loss for p in points
    }


def test_peft_loads_the_voice_as_it_is(state: State, tiny: Model, notes: Path) -> None:
    """And gives the logits that the model gives when the voice is put on it."""
    trained = finish(train(state, command(notes)))
    assert state.loaded is not None
    tokens = torch.tensor([[5, 6, 7, 8, 9, 10]])
    weights = files.load(Path(trained.path), None)
    state.loaded.slot.put(weights, 1.0)
    with torch.no_grad():
        worn = state.loaded.model.model(input_ids=tokens).logits
    state.loaded.slot.put(None)
    with torch.no_grad():
        base = state.loaded.model.model(input_ids=tokens).logits
    voiced = PeftModel.from_pretrained(load(Path(tiny.nf4_path or "")).model, trained.path)
    with torch.no_grad():
        by_peft = voiced(input_ids=tokens).logits
    # Both round to 16 bits on the way, at different places: peft scales after B, the slot within.
    rounding = 2 * torch.finfo(worn.dtype).eps * worn.abs().max().item() + 1e-3
    assert (worn - base).abs().max() > 3 * rounding
    torch.testing.assert_close(by_peft.float(), worn.float(), rtol=0, atol=rounding)


def test_a_voice_speaks_differently_and_the_base_as_before(state: State, notes: Path) -> None:
    sampling = Sampling(max_tokens=16, seed=3)
    before = finish(ask(state, Ask("Frost", "", None, 1.0, sampling))).text
    trained = finish(train(state, command(notes)))
    assert finish(ask(state, Ask("Frost", "", trained.voice, 1.0, sampling))).text != before
    assert finish(ask(state, Ask("Frost", "", None, 1.0, sampling))).text == before


def test_a_name_that_is_taken_gets_a_number(state: State, notes: Path) -> None:
    short = TrainingOptions(rank=2, epochs=0.1, max_length=96)
    names = [finish(train(state, command(notes, "Garden", short))).name for _ in range(2)]
    assert names == ["Garden", "Garden 2"]


def test_a_folder_without_notes(state: State, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UserError, match="nothing to learn"):
        finish(train(state, command(empty)))
    (run,) = runs.everything(state.catalog)
    assert run.state == "failed"
    assert run.problem is not None
    assert run.problem == phrase("errors", "No note was found in {folder}.", folder=str(empty))
    assert state.training is None


def test_few_notes_are_all_learned_and_nothing_is_claimed(state: State, tmp_path: Path) -> None:
    few = write_notes(tmp_path / "few", 3)
    trained = finish(train(state, command(few)))
    assert trained.held_out_documents == 0
    assert trained.perplexity_before is None
    assert trained.perplexity_after is None


def test_too_little_memory_is_said_with_numbers(state: State, notes: Path) -> None:
    """No machine has what a micro-batch of a thousand million tokens needs."""
    vast = TrainingOptions(micro_tokens=1_000_000, max_length=1_000_000)
    with pytest.raises(UserError, match="not enough memory to train"):
        finish(train(state, command(notes, options=vast)))


def test_the_engine_shows_what_training_takes(state: State, notes: Path) -> None:
    seen: list[int] = []
    engine = Engine(state.places, state.catalog, lambda e: seen.append(getattr(e, "training", -1)))
    queued = finish(run_queue.train(state, command(notes)))
    for update in engine.handle(queued.command):
        assert update
    assert max(seen) > 0
    assert seen[-1] == 0
    engine.close()


def test_preparing_says_how_far_measuring_is(state: State, notes: Path) -> None:
    updates, _ = collect(train(state, command(notes)))
    stage = "Measuring the voice on the notes held out"
    told = [u for u in updates if isinstance(u, Preparing) and str(u.stage) == stage]
    shares = [update.fraction for update in told]
    assert shares == sorted(shares, key=lambda share: share or 0)
    assert shares[-1] == 1.0
