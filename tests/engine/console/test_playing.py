"""``play`` and ``ask --scene`` with the tiny model."""

import json
from pathlib import Path
from typing import Any

import pytest

from engine.console import cli
from engine.places import Places
from engine.scene.fields.role import Role
from engine.scene.format.files import save_scene
from engine.scene.model import Field, Scene

ROLES = (Field("role-1", Role(who="Harbour master"), "Ines"), Field("role-2", Role(), "Tomas"))


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.json"
    save_scene(path, Scene("Harbour", fields=ROLES))
    return path


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.usefixtures("tiny_starter")
def test_roles_talk_in_turn_and_the_same_again(
    places: Places, scene: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["play", str(scene), "--turns", "3", "--seed", "5", "--max-tokens", "6", "--json"]
    assert cli.main(command, places) == 0
    first = said(capsys)
    assert [turn["role"] for turn in first["turns"]] == ["Ines", "Tomas", "Ines"]
    assert first["turns"][0].keys() >= {"role", "voice", "text"}
    assert cli.main(command, places) == 0
    again = said(capsys)
    assert [t["text"] for t in again["turns"]] == [t["text"] for t in first["turns"]]


@pytest.mark.usefixtures("tiny_starter")
def test_what_they_say_stands_under_their_names(
    places: Places, scene: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["play", str(scene), "--turns", "2", "--max-tokens", "4"], places) == 0
    lines = capsys.readouterr().out
    assert lines.startswith("Ines: ")
    assert "\nTomas: " in lines


@pytest.mark.usefixtures("tiny_starter")
def test_a_role_is_asked(places: Places, scene: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["ask", "Where to?", "--scene", str(scene), "--max-tokens", "4", "--json"]
    assert cli.main([*ask, "--role", "tomas"], places) == 0
    answer = said(capsys)
    assert (answer["role"], answer["id"]) == ("Tomas", "role-2")
    assert cli.main(ask, places) == 1
    assert "Ines, Tomas" in capsys.readouterr().err


def test_wrong_use(scene: Path, places: Places) -> None:
    for wrong in (
        ["ask", "x", "--role", "Ines"],
        ["ask", "x", "--scene", str(scene), "--voice", "A"],
        ["play", str(scene), "--turns", "0"],
    ):
        with pytest.raises(SystemExit) as ended:
            cli.main(wrong, places)
        assert ended.value.code == 2
