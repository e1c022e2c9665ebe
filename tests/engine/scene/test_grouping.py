"""Fields grouped into a child scene, and back."""

import pytest

from engine.scene import edit
from engine.scene.fields.goal import Goal
from engine.scene.fields.role import Role
from engine.scene.grouping import group, ungroup
from engine.scene.model import Field, Scene, find

SCENE = edit.link(
    Scene(
        fields=(
            Field("goal-1", Goal("Rest")),
            Field("role-1", Role(), "Ines", fields=(Field("goal-2", Goal("Wait")),)),
            Field("role-2", Role(), "Tomas"),
        )
    ),
    "role-1",
    "role-2",
    "relation",
    "trusts",
)


def test_they_stand_in_a_child_scene_in_their_order_and_keep_their_links() -> None:
    scene, new = group(SCENE, ["role-2", "goal-1", "goal-2"][:2], "Pier")
    assert [one.id for one in scene.fields] == [new, "role-1"]
    child = find(scene, new)
    assert child is not None
    assert (child.type, child.title) == ("scene", "Pier")
    assert [one.id for one in child.fields] == ["goal-1", "role-2"]
    assert scene.links == SCENE.links


def test_what_is_inside_of_a_chosen_field_stays_there() -> None:
    scene, new = group(SCENE, ["role-1", "goal-2"])
    inner = find(scene, "role-1")
    assert inner is not None
    assert [one.id for one in inner.fields] == ["goal-2"]
    assert ungroup(scene, new) == SCENE


def test_fields_of_different_places_are_not_grouped() -> None:
    with pytest.raises(ValueError, match="different"):
        group(SCENE, ["goal-1", "goal-2"])
    with pytest.raises(ValueError, match="different"):
        group(SCENE, [])
    with pytest.raises(LookupError):
        ungroup(SCENE, "nobody")
