"""The engine with the tiny model, driven step by step."""

import time
from collections.abc import Iterator

import pytest

from adapters.catalog.database import Catalog
from engine import engine as engine_module
from engine import files as files_module
from engine import messages
from engine.engine import Engine
from engine.messages import (
    Ask,
    Command,
    Footprint,
    ModelChanged,
    Piece,
    Sampling,
    UnloadModel,
)
from engine.owner import remember_starter
from engine.places import Places
from tests.engine.jobs.running import finish, until
from tests.heard import Heard

QUESTION = Ask("How is the frost in the garden?", "Be kind.", sampling=Sampling(max_tokens=8))


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def engine(tiny_starter: Places, heard: Heard) -> Iterator[Engine]:
    catalog = Catalog.open(tiny_starter.catalog, tiny_starter.backups)
    remember_starter(tiny_starter, catalog)
    engine = Engine(tiny_starter, catalog, heard)
    yield engine
    engine.close()
    catalog.close()


def test_every_command_has_its_job_on_its_lane() -> None:
    known = {messages.Lane.MODEL: engine_module.JOBS, messages.Lane.FILES: files_module.JOBS}
    kinds = {kind for kind in vars(messages).values() if isinstance(kind, type)}
    commands = {kind for kind in kinds if issubclass(kind, Command)} - {Command}
    for lane, jobs in known.items():
        assert jobs.keys() == {kind for kind in commands if kind.lane is lane}


def test_what_is_held_is_told_when_it_changes(engine: Engine, heard: Heard) -> None:
    finish(engine.handle(QUESTION))
    told = heard.of(Footprint)
    last = told[-1]
    assert isinstance(last, Footprint)
    assert last.device == "cpu"
    assert last.weights > 0
    assert last.kv_cache > 0
    assert last.kv_tokens > 10
    finish(engine.handle(UnloadModel()))
    assert heard.of(Footprint)[-1] == Footprint("cpu")
    count = len(heard.of(Footprint))
    finish(engine.handle(UnloadModel()))
    assert len(heard.of(Footprint)) == count  # nothing changed, nothing is said


def test_it_is_told_at_most_twice_a_second(
    engine: Engine, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clock that the test moves: a hundredth of a second with each token."""
    finish(engine.handle(QUESTION))
    now = time.monotonic()
    heard.events.clear()
    monkeypatch.setattr("engine.jobs.footprints.time.monotonic", lambda: now)
    job = engine.handle(Ask("Another one", "", sampling=Sampling(max_tokens=100, temperature=0)))
    for _ in until(job, Piece, 100):
        now += 0.01
    job.close()
    assert len(heard.of(Footprint)) <= 4


def test_after_running_out_of_memory_caches_are_let_go_and_it_goes_on(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(engine.handle(QUESTION))
    loaded = engine.state.loaded
    assert loaded is not None
    assert engine.state.footprint().kv_tokens > 0
    with monkeypatch.context() as patch:

        def run_out(*_: object) -> None:
            raise RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate")

        patch.setattr(type(loaded.decoder), "forward", run_out)
        with pytest.raises(RuntimeError, match="not enough memory"):
            finish(engine.handle(Ask("More", "", sampling=Sampling(max_tokens=8))))
    assert engine.state.footprint().kv_tokens == 0
    assert engine.state.loaded is loaded
    assert finish(engine.handle(QUESTION)).tokens > 0


def test_the_starter_is_loaded_for_the_first_question(engine: Engine, heard: Heard) -> None:
    finish(engine.handle(QUESTION))
    changed = heard.of(ModelChanged)
    assert [getattr(event, "name", None) for event in changed] == ["", "SmolLM2-135M-Instruct"]
