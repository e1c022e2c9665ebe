"""What the terminal says is the matter with a training: each once, the remedy behind it."""

import pytest

from adapters.catalog import runs
from adapters.catalog.database import Catalog
from adapters.catalog.records import RunStep
from engine.console.troubles import Troubles
from engine.messages import HeldOut, MicroStep, RunTrouble, Update

STEPS = 60


@pytest.fixture
def run(catalog: Catalog) -> int:
    made = runs.add(catalog, "Diary", "rust", "/notes", 1, "f", "{}", 0)
    runs.plan(catalog, made.id, STEPS, 200, 20)
    return made.id


def learn(catalog: Catalog, run: int, *losses: float) -> None:
    for step, loss in enumerate(losses, start=1):
        runs.record(catalog, RunStep(run, step, loss, None, 1e-3, step * 900, step * 0.1))


def said(troubles: Troubles, update: Update) -> list[str]:
    return [str(sentence) for sentence in troubles.look(update)]


def test_what_is_well_is_not_spoken_of(catalog: Catalog, run: int) -> None:
    learn(catalog, run, *(3.0 - step / 40 for step in range(STEPS)))
    troubles = Troubles(catalog)
    assert said(troubles, HeldOut(run, STEPS, 2.0)) == []


def test_a_loss_that_rises_is_said_once_with_its_remedy(catalog: Catalog, run: int) -> None:
    learn(catalog, run, *(2.0 + step / 30 for step in range(STEPS)))
    troubles = Troubles(catalog)
    assert said(troubles, MicroStep(run)) == []  # looked for where something was measured
    assert said(troubles, HeldOut(run, STEPS, 2.0)) == [
        "The loss rises instead of falling.",
        "Train again with a lower learning rate.",
    ]
    assert said(troubles, HeldOut(run, STEPS, 2.0)) == []


def test_memory_is_spoken_of_as_it_runs_short(catalog: Catalog, run: int) -> None:
    troubles = Troubles(catalog)
    what, remedy = said(troubles, RunTrouble(run, "memory"))
    assert what == "Memory is running short."
    assert remedy.startswith("Close other programs")


def test_memory_that_is_enough_again_is_no_trouble(catalog: Catalog, run: int) -> None:
    troubles = Troubles(catalog)
    assert said(troubles, RunTrouble(run, "memory", over=True)) == []
    assert said(troubles, HeldOut(run, 1, 2.0)) == []


def test_two_runs_are_not_mixed_up(catalog: Catalog, run: int) -> None:
    well = runs.add(catalog, "Letters", "plum", "/notes", 1, "f", "{}", 0)
    runs.plan(catalog, well.id, STEPS, 200, 20)
    learn(catalog, run, *(2.0 + step / 30 for step in range(STEPS)))
    troubles = Troubles(catalog)
    assert said(troubles, HeldOut(well.id, 0, 2.0)) == []
    assert said(troubles, HeldOut(run, 0, 2.0))[0] == "The loss rises instead of falling."
