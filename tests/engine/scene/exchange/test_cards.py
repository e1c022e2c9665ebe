"""Cards become scenes and come back; scenes become cards and come back."""

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.scene import edit
from engine.scene.exchange import card, world
from engine.scene.exchange.parts import KEPT
from engine.scene.fields.role import Role
from engine.scene.fields.text import FreeText
from engine.scene.format import encode, files
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Scene, When, find
from tests.engine.scene.exchange.cards import V2, cards
from tests.engine.scene.samples import HARBOUR
from tests.engine.scene.strategies import PATIENT, TEXTS, VALUES, scenes

KEYS = st.sampled_from(
    ["spec", "top", "data", "book", "copies", "named", "world", "listed", "entry", "key"]
)


def test_a_card_says_what_its_fields_are() -> None:
    scene = card.scene_of(copy.deepcopy(V2))
    assert scene.title == "Ines"
    assert [(one.id, one.type) for one in scene.fields] == [
        ("character", "role"),
        ("scenario", "setting"),
        ("examples", "example"),
        ("post-history", "rule"),
        ("entry-1", "text"),
    ]
    role = scene.fields[0].data
    assert isinstance(role, Role)
    assert (role.who, role.speaks) == ("Harbour master.", "Dry.")
    assert role.openings == ("You are late, {{user}}.", "Sit.", "Who is it?")
    entry = scene.fields[-1]
    assert entry.title == "The pier"
    assert entry.data == FreeText("The pier is closed in winter.")
    assert entry.when == When("mentioned", ("pier",), ("(?i)stor(m|y)",), None, 3, 0.4)


def test_unchanged_it_comes_back_as_it_was() -> None:
    assert card.card_of(card.scene_of(copy.deepcopy(V2))) == V2


def test_a_change_is_written_and_nothing_else() -> None:
    scene = card.scene_of(copy.deepcopy(V2))
    scene = edit.change(scene, "character", who="Pilot.")
    scene = edit.change(scene, "entry-1", when=When("always", ("dock",)), priority=3)
    scene = edit.remove(scene, "post-history")
    back = card.card_of(scene)
    assert back["description"] == back["data"]["description"] == "Pilot."
    assert back["data"]["post_history_instructions"] == ""
    entry = back["data"]["character_book"]["entries"][0]
    assert (entry["keys"], entry["constant"], entry["priority"]) == (["dock"], True, 3)
    assert entry["secondary_keys"] == ["night"]
    assert entry["extensions"]["depth"] == 4
    assert back["data"]["tags"] == ["sea"]


@settings(PATIENT, max_examples=150)
@given(cards)
def test_any_card_comes_back_as_it_was(values: dict[str, Any]) -> None:
    scene = card.scene_of(copy.deepcopy(values))
    assert card.card_of(scene) == values
    # Also after it was kept as a file of ours.
    assert card.card_of(files.parse(encode.text_of(scene).encode())) == values


@pytest.mark.parametrize("spec", ["v1", "v2", "v3"])
def test_a_scene_that_a_card_cannot_hold_comes_back_whole(spec: card.Spec) -> None:
    made = json.loads(json.dumps(card.card_of(HARBOUR, "ines", spec)))
    data = made["data"] if spec != "v1" else made
    assert data["name"] == "Ines"
    assert "Ines wants: To send nobody out." in data["description"]
    assert "Setting: Harbour office, 1931." in data["scenario"]
    assert "Tomas: Pilot." in data["scenario"]
    assert card.scene_of(made) == HARBOUR


def test_a_card_that_became_another_version_is_the_same_scene() -> None:
    scene = edit.change(card.scene_of(copy.deepcopy(V2)), "character", place=(1.0, 2.0))
    for spec in ("v1", "v2", "v3"):
        assert card.scene_of(card.card_of(scene, spec=spec)) == scene


def test_a_scene_in_a_card_that_has_no_role_is_not_believed() -> None:
    values = copy.deepcopy(V2)
    values["data"]["extensions"]["timbre"] = {"scene": {"title": "Nobody"}}
    assert card.scene_of(values) == card.scene_of(copy.deepcopy(V2))


def test_what_another_program_changed_counts() -> None:
    made = card.card_of(HARBOUR, "tomas")
    made["data"]["description"] = "A pilot no more."
    scene = card.scene_of(made)
    assert scene.title == "Tomas"
    assert scene.fields[0].data == Role(who="A pilot no more.")
    assert "timbre" not in card.card_of(scene)["data"]["extensions"]


@settings(PATIENT, max_examples=40)
@given(scenes())
def test_any_scene_with_a_role_comes_back(scene: Scene) -> None:
    scene = edit.add(scene, Field("?role", Role(who="Somebody"), "Ines"), at=0)
    for spec in ("v1", "v2", "v3"):
        made = card.card_of(scene, "?role", spec)
        assert card.scene_of(json.loads(json.dumps(made))) == scene


def test_a_plain_scene_needs_no_copy_of_itself_in_the_card() -> None:
    scene = card.scene_of(copy.deepcopy(V2))
    assert "timbre" not in json.dumps(card.card_of(scene))
    assert "timbre" in json.dumps(card.card_of(replace(scene, title="Night")))


def test_another_version_is_complete() -> None:
    scene = card.scene_of(copy.deepcopy(V2))
    third = card.card_of(scene, spec="v3")
    assert (third["spec"], third["spec_version"]) == ("chara_card_v3", "3.0")
    assert third["data"]["group_only_greetings"] == []
    first = card.card_of(scene, spec="v1")
    assert first["first_mes"] == "You are late, {{user}}."
    assert "spec" not in first


def test_entries_may_be_an_object() -> None:
    values = copy.deepcopy(V2)
    book = values["data"]["character_book"]
    book["entries"] = {"7": book["entries"][0], "9": {"content": "x"}}
    scene = card.scene_of(copy.deepcopy(values))
    assert card.card_of(scene) == values
    more = edit.add(scene, Field("new", FreeText("y"), when=When("mentioned", ("z",))))
    assert list(card.card_of(more)["data"]["character_book"]["entries"]) == ["7", "9", "0"]


def test_keys_of_a_card_that_calls_them_all_patterns() -> None:
    """SillyTavern does so whenever it writes a card."""
    values = copy.deepcopy(V2)
    entry = values["data"]["character_book"]["entries"][0]
    entry |= {"use_regex": True, "keys": ["old pier", "/a+/i", "b{2}"]}
    scene = card.scene_of(copy.deepcopy(values))
    assert scene.fields[-1].when.words == ("old pier",)
    assert scene.fields[-1].when.patterns == ("(?i)a+", "b{2}")
    assert card.card_of(scene) == values


@settings(PATIENT, max_examples=60)
@given(st.dictionaries(KEYS, VALUES | st.lists(TEXTS)), st.dictionaries(KEYS, VALUES))
def test_what_we_kept_may_have_been_changed_by_hand(
    own: dict[str, Any], of_field: dict[str, Any]
) -> None:
    fields = (replace(HARBOUR.fields[0], extra={KEPT: of_field}), *HARBOUR.fields[1:])
    scene = replace(HARBOUR, fields=fields, extra={KEPT: own})
    assert card.is_card(card.card_of(scene, "ines", "v2"))
    assert world.is_world(world.world_of(scene))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"spec": "chara_card_v2"}, "holds no data"),
        ({"spec": "chara_card_v2", "data": []}, "holds no data"),
        ({"spec": "chara_card_v3", "data": {"name": 3}}, "“name” of the card is no text"),
        (
            {"spec": "chara_card_v3", "data": {"character_book": {"entries": "no"}}},
            "entries are no list",
        ),
        (
            {"spec": "chara_card_v3", "data": {"character_book": {"entries": [3]}}},
            "1 is no entry of a lorebook",
        ),
        (
            {"spec": "chara_card_v2", "data": {"character_book": {"entries": [{"content": 3}]}}},
            "1 is no entry of a lorebook",
        ),
    ],
)
def test_what_is_no_card_is_refused(values: dict[str, Any], words: str) -> None:
    assert card.is_card(values)
    with pytest.raises(UnreadableError, match=words):
        card.scene_of(values)


def test_a_scene_without_a_role_makes_no_card() -> None:
    with pytest.raises(UnreadableError, match="no role"):
        card.card_of(Scene(fields=(Field("a", FreeText("x")),)))
    assert find(HARBOUR, "ines")
    with pytest.raises(UnreadableError, match="no role"):
        card.card_of(HARBOUR, "nobody")
