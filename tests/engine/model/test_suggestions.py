"""Suggestions: what suits the memory and the language, without any connection."""

import json
import socket

import pytest

from engine.memory import planner
from engine.model import suggestions
from engine.model.download import folder_of
from engine.model.suggestions import suggest

GIB = 2**30


@pytest.fixture(autouse=True)
def no_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("free", [0.5, 1, 2, 3, 4, 6, 8, 16, 64])
@pytest.mark.parametrize("device", ["cpu", "cuda:0"])
def test_all_that_is_named_fits(language: str, free: float, device: str) -> None:
    named = suggest(language, int(free * GIB), device)
    assert len(named) <= 3
    listed = {entry["repo"]: entry for entry in json.loads(suggestions.LIST.read_text("utf-8"))}
    for one in named:
        shape = planner.Shape.of(listed[one.repo]["config"])
        assert language in listed[one.repo]["languages"] or one.about == suggestions.ONLY_ENGLISH
        assert planner.loading(shape, convert=True, device=device).peak <= free * GIB


@pytest.mark.parametrize("device", ["cpu", "cuda:0"])
def test_a_model_counts_as_it_will_lie_on_the_device(device: str) -> None:
    """A GPU holds no codes in the processor's layout, so a little less is enough there."""
    listed = json.loads(suggestions.LIST.read_text("utf-8"))
    shapes = {entry["name"]: planner.Shape.of(entry["config"]) for entry in listed}
    for name in (one.name for one in suggest("en", 64 * GIB, device)):
        plan = planner.loading(shapes[name], convert=True, device=device)
        enough = max(plan.total, plan.peak) + planner.TIGHT
        assert name in {one.name for one in suggest("en", enough, device)}


def test_more_memory_never_names_less() -> None:
    for language in ("en", "ru"):
        sizes = [
            max((s.bytes for s in suggest(language, free * GIB)), default=0) for free in range(20)
        ]
        assert sizes == sorted(sizes)
        assert sizes[0] == 0
        assert sizes[-1] > 0


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(("number", "least"), [(2, 0.7), (4, 1.1)])
def test_everyone_with_room_for_any_gets_two_or_three(
    language: str, number: int, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From where two can be loaded at all, which is later where numbers are float32."""
    monkeypatch.setattr(planner, "number_bytes", lambda _: number)
    steps = [least + step / 20 for step in range(200)] + [16, 24, 32, 48, 64]
    assert {len(suggest(language, int(free * GIB))) for free in steps} <= {2, 3}


def test_english_is_offered_only_where_what_speaks_russian_is_too_large() -> None:
    least = suggest("ru", int(0.7 * GIB), "cuda:0")
    assert all(one.about == suggestions.ONLY_ENGLISH for one in least)
    for free in (1.1, 1.5, 2, 4, 16):
        named = suggest("ru", int(free * GIB), "cuda:0")
        assert all(one.about != suggestions.ONLY_ENGLISH for one in named)


def test_the_starter_is_not_suggested() -> None:
    """Everyone has it, so it would leave one suggestion less."""
    listed = json.loads(suggestions.LIST.read_text("utf-8"))
    assert not any("135M" in entry["name"] for entry in listed)


def test_a_processor_gets_nothing_that_crawls() -> None:
    on_cpu = {s.name for s in suggest("ru", 64 * GIB, "cpu")}
    on_gpu = {s.name for s in suggest("ru", 64 * GIB, "cuda:0")}
    assert "Qwen2.5 7B Instruct" in on_gpu - on_cpu


def test_every_entry_can_be_shown_and_fetched() -> None:
    listed = json.loads(suggestions.LIST.read_text("utf-8"))
    for entry in listed:
        assert set(entry["languages"]) <= {"en", "ru"}
        assert entry["good_for"] in suggestions.GOOD_FOR
        assert entry["licence"] in ("Apache-2.0", "MIT")
        assert folder_of(suggestions.LIST.parent, entry["repo"]).parent == suggestions.LIST.parent


def test_parameters_agree_with_the_names() -> None:
    """The size in a model's name is its parameter count, rounded by its makers."""
    for entry in json.loads(suggestions.LIST.read_text("utf-8")):
        [size] = [word for word in entry["name"].split() if word[-1] in "BM" and word[0].isdigit()]
        named = float(size[:-1]) * (1e9 if size[-1] == "B" else 1e6)
        assert planner.Shape.of(entry["config"]).parameters == pytest.approx(named, rel=0.1)
