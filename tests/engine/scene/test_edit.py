"""Every change gives a new scene, and leaves the old one as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.scene import clipboard, edit
from engine.scene.fields.role import Role
from engine.scene.fields.rule import Rule
from engine.scene.format import encode
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Scene, find, path_to, walk
from tests.engine.scene.samples import HARBOUR
from tests.engine.scene.strategies import FEW, scenes


def ids(scene: Scene) -> list[str]:
    return [one.id for one in walk(scene.fields)]


def test_a_field_is_added_where_it_is_wanted() -> None:
    rule = Field("rule", Rule("No lies."))
    assert ids(edit.add(HARBOUR, rule))[-1] == "rule"
    assert ids(edit.add(HARBOUR, rule, at=0))[0] == "rule"
    inside = edit.add(HARBOUR, rule, "pier", 0)
    assert [one.id for one in path_to(inside, "rule")] == ["pier", "rule"]
    assert ids(inside).index("rule") < ids(inside).index("letter")
    # What did not change is the very same.
    assert inside.fields[0] is HARBOUR.fields[0]
    assert "rule" not in ids(HARBOUR)
    with pytest.raises(ValueError, match="twice"):
        edit.add(inside, rule)
    with pytest.raises(LookupError):
        edit.add(HARBOUR, rule, "nowhere")


def test_removing_takes_what_is_below_and_its_links() -> None:
    after = edit.remove(HARBOUR, "pier")
    assert ids(after) == ["place", "ines", "tomas", "goal", "mood"]
    assert [link.id for link in after.links] == ["link-1"]
    assert not edit.remove(after, "tomas").links
    with pytest.raises(LookupError):
        edit.remove(after, "pier")


def test_moving_keeps_links_and_never_goes_inside_of_itself() -> None:
    after = edit.move(HARBOUR, "tomas", "pier", 0)
    assert [one.id for one in path_to(after, "tomas")] == ["pier", "tomas"]
    assert after.links == HARBOUR.links
    assert edit.move(after, "tomas", None, 2) == HARBOUR
    with pytest.raises(ValueError, match="inside of itself"):
        edit.move(HARBOUR, "pier", "letter")


def test_attributes_of_field_and_data_are_set_by_name() -> None:
    after = edit.change(HARBOUR, "ines", title="Inês", strength=0.5, priority=3)
    ines = find(after, "ines")
    assert ines is not None
    assert isinstance(ines.data, Role)
    assert (ines.title, ines.data.strength, ines.priority) == ("Inês", 0.5, 3)
    assert ines.data.who == "Harbour master."
    deep = edit.change(HARBOUR, "letter", text="No letter came.")
    assert find(deep, "letter").data.text == "No letter came."  # type: ignore[union-attr,attr-defined]
    with pytest.raises(TypeError):
        edit.change(HARBOUR, "ines", wings=2)


def test_links() -> None:
    after = edit.link(HARBOUR, "tomas", "ines", "relation", "does not trust her yet")
    new = after.links[-1]
    assert (new.id, new.source, new.target) == ("link-3", "tomas", "ines")
    after = edit.relink(after, new.id, label="trusts her")
    assert after.links[-1].label == "trusts her"
    assert edit.unlink(after, new.id) == HARBOUR
    with pytest.raises(ValueError, match="two fields"):
        edit.link(HARBOUR, "ines", "ines", "other")
    with pytest.raises(LookupError):
        edit.link(HARBOUR, "ines", "nobody", "other")
    with pytest.raises(LookupError):
        edit.unlink(HARBOUR, "link-9")


def test_pasting_gives_fresh_ids_to_fields_and_links() -> None:
    text = clipboard.copy(HARBOUR, {"ines", "tomas", "letter"})
    after, new = clipboard.paste(HARBOUR, text, at=1)
    assert new == ("role-1", "role-2", "memory-1")
    assert ids(after)[:4] == ["place", "role-1", "role-2", "memory-1"]
    assert after.links[-1].source == "role-1"
    assert after.links[-1].target == "role-2"
    assert after.links[-1].label == "owes him a favour"
    assert len(after.links) == 3
    with pytest.raises(UnreadableError):
        clipboard.paste(HARBOUR, "not a scene")


@FEW
@given(scenes(), st.data())
def test_copy_and_paste_into_an_empty_scene_is_the_same_but_for_ids(
    scene: Scene, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.sampled_from(ids(scene)))) if scene.fields else set()
    text = clipboard.copy(scene, chosen)
    after, _ = clipboard.paste(Scene(language=scene.language), text)
    again, _ = clipboard.paste(after, text)
    assert len(set(ids(again))) == len(ids(again)) == 2 * len(ids(after))
    plain = [one.data for one in walk(after.fields)]
    outermost = [o for o in chosen if not any(p.id in chosen for p in path_to(scene, o)[:-1])]
    below = {one.id for o in outermost for one in walk((find(scene, o),))}  # type: ignore[arg-type]
    assert plain == [one.data for one in walk(scene.fields) if one.id in below]


@FEW
@given(scenes(), st.data())
def test_what_is_moved_away_and_back_is_as_it_was(scene: Scene, data: st.DataObject) -> None:
    if not scene.fields:
        return
    id = data.draw(st.sampled_from(ids(scene)))
    way = path_to(scene, id)
    siblings = way[-2].fields if len(way) > 1 else scene.fields
    at = [one.id for one in siblings].index(id)
    parent = way[-2].id if len(way) > 1 else None
    away = edit.move(scene, id)
    assert sorted(ids(away)) == sorted(ids(scene))
    assert edit.move(away, id, parent, at) == scene
    assert encode.text_of(scene) == encode.text_of(edit.move(away, id, parent, at))
