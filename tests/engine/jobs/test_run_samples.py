"""Sample replies while a voice learns: what they say, when, and that the run stays the same."""

from pathlib import Path
from typing import Any

import pytest

from adapters.catalog import run_samples, runs
from adapters.catalog.records import RunSample
from engine import instructions
from engine.jobs import run_learning
from engine.jobs.reply import ask
from engine.jobs.run_samples import SHARE, TOKENS, interval
from engine.jobs.state import State
from engine.messages import Ask, ResumeTraining, Sampled, Sampling, Train, TrainingStep, TrainOn
from tests.engine.jobs.running import collect, finish, resume, train, train_on, until
from tests.engine.jobs.trainings import OPTIONS, sha

PROMPT = "How was the frost?"


def command(notes: Path, name: str = "Garden", prompt: str = PROMPT) -> Train:
    return Train(str(notes), name, "olive", OPTIONS, prompt)


class NoSamples:
    """Takes the place of ``Samples``: the run that would be without them."""

    def __init__(self, _: object) -> None: ...

    def catch_up(self) -> Any:
        yield from ()

    after_a_step = of_what_is_kept = catch_up


@pytest.fixture
def plain(tiny: object, state: State, notes: Path) -> str:  # noqa: ARG001
    """The weights of a run without samples."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_learning, "Samples", NoSamples)
        return sha(state, finish(train(state, command(notes))))


def said(state: State, question: str, voice: int | None) -> str:
    """What chat would answer to it, with the seed and the length of the samples."""
    sampling = Sampling(max_tokens=TOKENS, seed=OPTIONS.seed)
    instruction = instructions.for_new_conversation(state.catalog, "en")
    return str(finish(ask(state, Ask(question, instruction, voice, 1.0, sampling))).text).strip()


def test_samples_are_what_chat_would_say_and_change_no_weight(
    state: State, notes: Path, plain: str
) -> None:
    updates, trained = collect(train(state, command(notes)))
    told = [u for u in updates if isinstance(u, Sampled)]
    kept = run_samples.of(state.catalog, trained.run)
    assert sha(state, trained) == plain
    assert [RunSample(u.run, u.step, u.prompt, u.text) for u in told] == kept
    assert kept[0].step == 0
    assert {sample.prompt for sample in kept} == {PROMPT}
    assert kept[0].text == said(state, PROMPT, None)
    assert kept[-1].text == said(state, PROMPT, trained.voice)
    assert kept[-1].text != kept[0].text


def test_a_voice_that_learns_on_begins_with_what_it_says_now(
    tiny: object, state: State, notes: Path  # noqa: ARG001
) -> None:  # fmt: skip
    first = finish(train(state, command(notes)))
    before = said(state, PROMPT, first.voice)
    (notes / "later.md").write_text("The ferry had been painted green, which nobody liked.\n" * 3)
    on = TrainOn(first.voice, str(notes), OPTIONS, PROMPT)
    second = finish(train_on(state, on))
    kept = run_samples.of(state.catalog, second.run)
    assert kept[0].step == 0
    assert kept[0].text == before != said(state, PROMPT, None)


def test_a_cut_and_a_chat_in_the_middle_of_a_sample_change_nothing(
    state: State, notes: Path, plain: str
) -> None:
    job = train(state, command(notes))
    until(job, TrainingStep, 2)
    (run,) = [run for run in runs.everything(state.catalog) if run.state == "running"]
    runs.set_prompt(state.catalog, run.id, "And the roses?")  # so that samples are due now
    for _ in range(TOKENS // 4):
        next(job)
    assert said(state, PROMPT, None) == said(state, PROMPT, None)
    answered = said(state, "And the roses?", None)
    until(job, Sampled)  # that of the base
    assert run_samples.of(state.catalog, run.id)[0].text == answered
    next(job)
    job.close()
    assert [s.step for s in run_samples.of(state.catalog, run.id)] == [0]
    trained = finish(resume(state, ResumeTraining(run.id)))
    assert sha(state, trained) == plain
    kept = run_samples.of(state.catalog, run.id)
    assert {sample.prompt for sample in kept} == {"And the roses?"}
    assert kept[-1].text == said(state, "And the roses?", trained.voice)


def test_without_a_prompt_a_heading_of_the_notes_is_asked(
    tiny: object, state: State, notes: Path  # noqa: ARG001
) -> None:  # fmt: skip
    job = train(state, command(notes, prompt=""))
    until(job, Sampled)
    job.close()
    (run,) = runs.everything(state.catalog)
    assert run.prompt == "Note 0 about frost"
    assert run_samples.of(state.catalog, run.id)[0].prompt == run.prompt


@pytest.mark.parametrize(
    ("cost", "pace", "steps"), [(3.0, 3.0, 320), (3.0, 0.5, 1000), (0.1, 5.0, 90), (8.0, 60.0, 50)]
)
def test_samples_keep_to_their_share_of_the_time(cost: float, pace: float, steps: int) -> None:
    every = interval(cost, pace, steps)
    made = len(range(every, steps, every)) + 2
    assert made * cost <= SHARE * steps * pace
    assert made <= 22
    assert str(every).strip("0") in {"1", "2", "5"}


def test_a_short_run_is_heard_on_the_way_too() -> None:
    assert interval(3.0, 1.0, 60) == 20
    assert interval(10.0, 1.0, 22) == 10
