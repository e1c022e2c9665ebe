"""Files become scenes with what was said in them."""

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from adapters.errors import UserError
from engine.scene.exchange.files import exported
from engine.scene.fields.example import Example
from engine.scene.fields.role import Role
from engine.scene.format.decode import scene_of
from engine.scene.model import walk
from engine.scene_training.dialogue import talks_in
from engine.scene_training.gather import Corpus, gather
from engine.scene_training.roles import RoleLines, chosen, in_scene, roles_in
from engine.scene_training.split import split
from tests.engine.scene_training.corpus import scene, write_scenes

PLAY = """SCENE ONE

MARA: Is it late?
JON: It is.
MARA: Then go.

SCENE TWO

JON: I am back.
MARA: So soon?
JON: The ferry did not run.
"""


def _read(folder: Path) -> Corpus:
    reading: Generator[int, None, Any] = gather(folder)
    while True:
        try:
            next(reading)
        except StopIteration as end:
            found: Corpus = end.value
            return found


def test_dialogue_is_of_those_who_are_named() -> None:
    text = (
        "Mara: Hello: you.\nMara (low): No.\n_Mara_:Yes.\n  **JON:** Well\nand more\n"
        "Note: no name\n<START>\njon: Again"
    )
    talks = [[(one.speaker, one.text) for one in talk] for talk in talks_in(text, ["Mara", "Jon"])]
    mara = [("Mara", "Hello: you."), ("Mara", "No."), ("Mara", "Yes.")]
    assert talks == [
        [*mara, ("Jon", "Well\nand more\nNote: no name")],
        [("Jon", "Again")],
    ]


def test_a_scene_teaches_its_dialogue_and_does_not_tell_it(tmp_path: Path) -> None:
    (played,) = _read(write_scenes(tmp_path, 1)).played
    assert [(one.role, one.name) for one in played.said[:2]] == [("mara", "Mara"), ("jon", "Jon")]
    assert len(played.said) == 8
    fields = list(walk(played.scene.fields))
    assert not any(isinstance(one.data, Example) for one in fields)
    jon = next(one for one in fields if one.id == "jon")
    assert isinstance(jon.data, Role)
    assert jon.data.lines == ("I mend things.",)  # the other one is said in the scene


def test_plays_cards_and_chats(tmp_path: Path) -> None:
    (tmp_path / "play.txt").write_text(PLAY)
    (tmp_path / "card.png").write_bytes(exported(scene_of(scene(3)), "png", "jon"))
    told = [
        {"role": "user", "name": "You", "content": "Tide?"},
        {"role": "assistant", "name": "Jon", "content": "High."},
    ]
    of_scene = {"title": "Pier", "messages": told, "scene": scene(5)}
    (tmp_path / "chat.json").write_text(json.dumps(of_scene))
    (tmp_path / "bare.json").write_text(json.dumps({"messages": [*told, *told]}))
    corpus = _read(tmp_path)
    assert corpus.skipped == ()
    found = {one.name: one for one in corpus.played}
    assert sorted(found) == ["bare.json", "card.png", "chat.json", "play.txt 1", "play.txt 2"]
    assert [one.text for one in found["play.txt 2"].said][0] == "I am back."  # noqa: RUF015
    assert found["chat.json"].scene.title == "The harp"
    assert [one.role for one in found["chat.json"].said] == [None, "jon"]
    assert [role.title for role in found["bare.json"].cast.roles] == ["Jon"]
    assert len(found["card.png"].said) == 8


def test_why_a_file_teaches_nobody(tmp_path: Path) -> None:
    write_scenes(tmp_path, 1)
    (tmp_path / "again.json").write_text((tmp_path / "00.json").read_text())
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "broken.json").write_text("{")
    silent = scene(1) | {"fields": [{"id": "mara", "type": "role", "title": "Mara"}]}
    (tmp_path / "silent.yaml").write_text(json.dumps(silent))
    (tmp_path / ".hidden.txt").write_text(PLAY)
    skipped = {one.path: str(one.reason) for one in _read(tmp_path).skipped}
    assert skipped.keys() == {"again.json", "photo.jpg", "broken.json", "silent.yaml"}
    assert skipped["photo.jpg"] == "It is neither a scene, a card, a play nor a chat."
    assert skipped["silent.yaml"] == "Nobody speaks in it."
    assert skipped["again.json"] == "The same is said in “00.json”."


def test_roles_are_one_by_their_names(tmp_path: Path) -> None:
    write_scenes(tmp_path, 6)
    (tmp_path / "play.txt").write_text(PLAY)
    corpus = _read(tmp_path)
    roles = roles_in(corpus.played)
    assert roles == (RoleLines("Jon", 27, 8), RoleLines("Mara", 27, 8))
    assert chosen(roles, []) == roles
    assert chosen(roles, ["mara", "MARA"]) == roles[1:]
    assert in_scene(corpus.played[0], "JON") is not None
    with pytest.raises(UserError, match="no role “Anna”"):
        chosen(roles, ["Anna"])
    with pytest.raises(UserError, match="enough"):
        chosen((RoleLines("Jon", 19, 2),), [])


def test_what_is_nearly_the_same_is_never_on_both_sides(tmp_path: Path) -> None:
    write_scenes(tmp_path, 8)
    for number in range(8):
        near = scene(number)
        talk = near["fields"][-1]["text"]  # type: ignore[index]
        near["fields"][-1]["text"] = talk.replace("friend", "my friend", 1)  # type: ignore[index]
        (tmp_path / f"near-{number}.json").write_text(json.dumps(near))
    learn, watched = split(_read(tmp_path).played)
    assert len(learn) + len(watched) == 16
    assert watched
    numbers = [{one.scene.title for one in side} for side in (learn, watched)]
    assert not numbers[0] & numbers[1]
    again = split(list(reversed(_read(tmp_path).played)))
    assert {one.name for one in again[1]} == {one.name for one in watched}


def test_the_scenes_of_the_benchmark() -> None:
    played = _read(Path(__file__).parents[3] / "benchmarks" / "data" / "scenes").played
    assert len(played) == 12
    assert roles_in(played) == (RoleLines("Ines", 72, 12), RoleLines("Tomas", 72, 12))
