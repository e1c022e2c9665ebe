"""Kept scenes put together with those that they name."""

from dataclasses import replace

import pytest

from adapters.catalog import scenes
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine import scene_store
from engine.scene.fields.child import Child
from engine.scene.fields.goal import Goal
from engine.scene.model import Field, Scene, walk

PIER = Scene("Pier", fields=(Field("goal-1", Goal("Wait")),))


def _with_child(child: int) -> Scene:
    field = Field("scene-1", Child(source=scene_store.source_of(child)))
    return Scene("Harbour", fields=(field,))


def test_a_scene_comes_back_as_it_was(catalog: Catalog) -> None:
    scene = scene_store.create(catalog, PIER)
    assert scene_store.open_kept(catalog, scene) == PIER
    scene_store.save(catalog, scene, replace(PIER, title="Quay"))
    assert scenes.get(catalog, scene).title == "Quay"


def test_a_child_scene_is_put_in(catalog: Catalog) -> None:
    top = _with_child(scene_store.create(catalog, PIER))
    found = scene_store.whole(catalog, top)
    assert [one.id for one in walk(found.fields)] == ["scene-1", "scene-1/goal-1"]


def test_a_scene_in_the_trash_is_not_there(catalog: Catalog) -> None:
    child = scene_store.create(catalog, PIER)
    scenes.trash(catalog, child)
    with pytest.raises(UserError, match="not opened"):
        scene_store.whole(catalog, _with_child(child))


@pytest.mark.parametrize("source", ["catalog:99", "catalog:x", "pier.json"])
def test_what_names_no_kept_scene(catalog: Catalog, source: str) -> None:
    with pytest.raises(UserError, match="not opened"):
        scene_store.whole(catalog, Scene(fields=(Field("scene-1", Child(source=source)),)))


def test_a_scene_in_itself_is_refused(catalog: Catalog) -> None:
    scene = scene_store.create(catalog, PIER)
    scene_store.save(catalog, scene, _with_child(scene))
    with pytest.raises(UserError, match="not opened"):
        scene_store.whole(catalog, scene_store.open_kept(catalog, scene), scene)
