"""Plays and transcripts, and what each role says in them."""

import json
from pathlib import Path

import pytest

from adapters.errors import UserError
from adapters.notes.readers.rows import talk_of
from engine.chats.corpus import corpus
from engine.chats.play import parts_of
from engine.scene.exchange.play import open_play, scene_of
from engine.scene.fields.role import Role

TALK = """Minutes of a talk, written down later.
Note: nothing is certain.

Ines: You are late. Sit down by the lamp,
and say nothing yet.
**Tomas** (quietly): I know it well.

Ines: The boat stays here tonight.
Tomas: Then I walk home.
Ева: Я тоже иду домой пешком.
Ева: Пора.
"""
FILM = """                    THE HARBOUR

FADE IN:

INT. HARBOUR OFFICE - NIGHT

A storm outside. INES writes.

                    INES
          (without looking up)
     You are late. Sit
     down by the lamp.

                    TOMAS (V.O.)
     I know it well.

CUT TO:

EXT. PIER - LATER

                    INES
     The boat stays here.

He leaves. Nobody: speaks.
"""


def said(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (part.place, [(turn.speaker, turn.text) for turn in part.turns]) for part in parts_of(text)
    ]


def test_names_and_colons() -> None:
    ((place, turns),) = said(TALK)
    assert place == ""
    assert turns == [
        ("Ines", "You are late. Sit down by the lamp,\nand say nothing yet."),
        ("Tomas", "I know it well."),
        ("Ines", "The boat stays here tonight."),
        ("Tomas", "Then I walk home."),
        ("Ева", "Я тоже иду домой пешком."),
        ("Ева", "Пора."),
    ]


def test_a_screenplay() -> None:
    assert said(FILM) == [
        (
            "INT. HARBOUR OFFICE - NIGHT",
            [("INES", "You are late. Sit down by the lamp."), ("TOMAS", "I know it well.")],
        ),
        ("EXT. PIER - LATER", [("INES", "The boat stays here.")]),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "Only prose, and nothing else.", "Note: one.\nList: two.", "12:30 — lunch\n13:00 — work"],
)
def test_no_talk(text: str, tmp_path: Path) -> None:
    assert parts_of(text) == ()
    path = tmp_path / "prose.txt"
    path.write_text(text)
    with pytest.raises(UserError, match="Nobody speaks in it"):
        open_play(path)


def test_long_odd_lines_come_to_an_end() -> None:
    """Squared, each of these would take hours."""
    for text in ("A" + " " * 300_000 + "x", "A: " * 100_000, "(" * 300_000, "INT " * 100_000):
        parts_of(f"{text}\n{text}\n\nINES\n{text}")


def test_a_play_becomes_a_scene(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(FILM, encoding="utf-8")
    scene = scene_of(open_play(path), "Harbour")
    assert [(one.type, one.title) for one in scene.fields] == [
        ("setting", "INT. HARBOUR OFFICE - NIGHT"),
        ("role", "INES"),
        ("role", "TOMAS"),
        ("example", ""),
    ]
    ines = scene.fields[1].data
    assert isinstance(ines, Role)
    assert ines.lines == ("You are late. Sit down by the lamp.", "The boat stays here.")
    assert scene.fields[3].data.text.startswith("INES: You are late.")  # type: ignore[attr-defined]
    assert scene.language == "en"


def test_a_chats_owner_plays_their_own_role(tmp_path: Path) -> None:
    path = tmp_path / "chat.jsonl"
    rows = [
        {"user_name": "Tomas", "character_name": "Ines", "chat_metadata": {}},
        {"name": "Ines", "is_user": False, "mes": "Вы сегодня опоздали."},
        {"name": "Tomas", "is_user": True, "mes": "Я это знаю."},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    scene = scene_of(open_play(path), "chat")
    roles = [one.data for one in scene.fields if isinstance(one.data, Role)]
    assert [one.played_by for one in roles] == ["model", "owner"]
    assert scene.language == "ru"


def test_a_corpus_is_one_that_training_reads() -> None:
    parts = parts_of(TALK)
    (line,) = corpus(parts, "Tomas").splitlines()
    row = json.loads(line)
    assert row["messages"][0] == {
        "role": "user",
        "content": "Ines: You are late. Sit down by the lamp,\nand say nothing yet.",
    }
    assert [one["role"] for one in row["messages"]] == ["user", "assistant", "user", "assistant"]
    talk = talk_of(row)
    assert talk is not None
    assert [m.text for m in talk if m.speaker == "assistant"] == [
        "I know it well.",
        "Then I walk home.",
    ]
    assert corpus(parts, "Nobody") == ""
    pair = corpus(parts_of(FILM), "TOMAS")
    assert json.loads(pair)["messages"][0]["content"] == "You are late. Sit down by the lamp."
