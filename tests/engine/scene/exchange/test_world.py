"""Lorebooks become scenes and come back."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings

from engine.scene import edit
from engine.scene.exchange import world
from engine.scene.format import encode, files
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Scene, When
from tests.engine.scene.exchange.cards import WORLD, worlds
from tests.engine.scene.samples import HARBOUR
from tests.engine.scene.strategies import PATIENT, scenes


def test_entries_become_fields() -> None:
    scene = world.scene_of(copy.deepcopy(WORLD))
    assert scene.language == "ru"
    first, second = scene.fields
    assert first.when == When("mentioned", ("причал*", "пирс"), stays=3)
    assert (first.title, first.priority) == ("Причал", -10)
    assert second.when == When("always")
    assert world.world_of(scene) == WORLD


def test_a_new_entry_finds_a_key_of_its_own() -> None:
    scene = world.scene_of(copy.deepcopy(WORLD))
    scene = edit.add(scene, HARBOUR.fields[0], at=0)
    entries = world.world_of(scene)["entries"]
    assert list(entries) == ["1", "0", "5"]
    assert entries["1"]["content"].startswith("Место и время: Harbour office, 1931.")
    assert (entries["1"]["uid"], entries["1"]["constant"]) == (1, True)


@settings(PATIENT, max_examples=100)
@given(worlds)
def test_any_book_comes_back_as_it_was(values: dict[str, Any]) -> None:
    scene = world.scene_of(copy.deepcopy(values))
    assert world.world_of(scene) == values
    assert world.world_of(files.parse(encode.text_of(scene).encode())) == values


@settings(PATIENT, max_examples=40)
@given(scenes())
def test_any_scene_comes_back(scene: Scene) -> None:
    made = json.loads(json.dumps(world.world_of(scene)))
    assert world.is_world(made)
    assert world.scene_of(made) == scene


@pytest.mark.parametrize("entries", [3, "x", None, [3], {"0": []}, {"0": {"content": {}}}])
def test_what_is_no_book_is_refused(entries: object) -> None:
    with pytest.raises(UnreadableError):
        world.scene_of({"entries": entries})
