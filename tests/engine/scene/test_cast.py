"""Who can speak, and whose turn it is."""

from dataclasses import replace

from engine.scene.cast import cast_of, in_turn
from engine.scene.fields.child import Child
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene, When

INES, TOMAS = Field("role-1", Role(), "Ines"), Field("role-2", Role(), "Tomas")
ANNA = Field("role-3", Role(), "Anna")
ME = Field("role-4", Role(played_by="owner"), "Vera")
SCENE = Scene(fields=(INES, TOMAS, ANNA, ME))


def test_roles_of_child_scenes_and_nameless_ones_do_not_speak() -> None:
    child = Field("scene-1", Child(), fields=(Field("role-5", Role(), "Pilot"),))
    nameless, never = Field("role-6", Role()), Field("role-7", Role(), "Ghost", When("never"))
    cast = cast_of(replace(SCENE, fields=(*SCENE.fields, child, nameless, never)))
    assert [one.id for one in cast.roles] == ["role-1", "role-2", "role-3"]
    assert cast.names == ("Ines", "Tomas", "Anna", "Vera")
    assert cast.owner is ME


def test_the_owner_is_named_without_a_role() -> None:
    assert cast_of(Scene(fields=(INES,))).owner_name == "User"
    assert cast_of(Scene(language="ru")).owner_name == "Собеседник"


def test_turns_go_round() -> None:
    cast = cast_of(SCENE)
    order = []
    for _ in range(4):
        following = in_turn(cast, order)
        assert following is not None
        order.append(following.id)
    assert order == ["role-1", "role-2", "role-3", "role-1"]


def test_the_owner_breaks_no_round_and_muted_roles_are_passed_over() -> None:
    cast = cast_of(SCENE)
    assert in_turn(cast, ["role-1", "role-4", ""]) is TOMAS
    assert in_turn(cast, ["role-1"], muted={"role-2"}) is ANNA
    assert in_turn(cast, [], muted={"role-1", "role-2", "role-3"}) is None
