"""Telegram's exports, and what is made for teaching."""

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.notes.document import Turn
from tests.adapters.notes.made import PROSE, notes_in, skipped_in


def said(speaker: str, text: Any, when: str = "2024-01-01T10:00:00", **more: Any) -> Any:
    return {"id": 1, "type": "message", "date": when, "from": speaker, "text": text, **more}


def chat(name: str | None, *messages: Any) -> dict[str, Any]:
    return {"name": name, "type": "personal_chat", "id": 7, "messages": list(messages)}


TALK = (
    {"id": 0, "type": "service", "date": "2024-01-01T09:00:00", "actor": "Ann", "action": "call"},
    said("Ann", "Frost tonight?"),
    said("Ben", ["Yes, see ", {"type": "link", "text": "the forecast"}, "."]),
    said("Ben", "", photo="photos/1.jpg"),
    said("Ann", "The roses are covered.", "2024-01-01T10:09:00"),
)
TURNS = (
    Turn("Ann", "Frost tonight?"),
    Turn("Ben", "Yes, see the forecast."),
    Turn("Ann", "The roses are covered."),
)


def test_one_chat_of_telegram(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_text(json.dumps(chat("Ben", *TALK), indent=1))
    (talk,) = notes_in(tmp_path)
    assert (talk.path, talk.title) == ("result.json/Ben 2024-01-01 10.00", "Ben")
    assert talk.turns == TURNS


def test_all_chats_of_telegram(tmp_path: Path) -> None:
    everything = {
        "about": "Here is the data you requested.",
        "personal_information": {"first_name": "Ann", "user_id": 1},
        "contacts": {"list": [{"first_name": "Ben"}] * 20_000},
        "chats": {"about": "This page lists", "list": [chat("Ben", *TALK), chat(None, *TALK)]},
        "left_chats": {"about": "", "list": [chat("Garden", *TALK)]},
    }
    (tmp_path / "result.json").write_text(json.dumps(everything, ensure_ascii=False, indent=1))
    found = [(note.path.partition("/")[2], note.title, note.turns) for note in notes_in(tmp_path)]
    assert found == [
        ("Ben 2024-01-01 10.00", "Ben", TURNS),
        ("result 2024-01-01 10.00", "result", TURNS),
        ("Garden 2024-01-01 10.00", "Garden", TURNS),
    ]


def test_what_is_passed_on_are_not_the_senders_words(tmp_path: Path) -> None:
    talk = chat("Ben", said("Ann", "Look at this."), said("Ann", PROSE, forwarded_from="Gazette"))
    (tmp_path / "result.json").write_text(json.dumps(talk))
    (note,) = notes_in(tmp_path)
    assert note.turns == (Turn("Ann", "Look at this."), Turn("Gazette", PROSE))


ANSWERED = (Turn("user", "When do beans go out?"), Turn("assistant", PROSE))
ROWS: dict[str, Any] = {
    "ChatML": {
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "When do beans go out?"},
            {"role": "assistant", "content": [{"type": "text", "text": PROSE}]},
        ]
    },
    "ShareGPT": {
        "id": "x",
        "conversations": [
            {"from": "human", "value": "When do beans go out?"},
            {"from": "gpt", "value": PROSE},
        ],
    },
    "Alpaca": {"instruction": "When do beans go out?", "input": "", "output": PROSE},
    "prompt and completion": {"prompt": "When do beans go out?", "completion": PROSE},
}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
@pytest.mark.parametrize("form", ["lines", "list"])
def test_rows_made_for_teaching(tmp_path: Path, row: Any, form: str) -> None:
    if form == "lines":
        text = "\n".join([json.dumps(row), "", json.dumps(row)])
        (tmp_path / "data.jsonl").write_text(text)
    else:
        (tmp_path / "data.json").write_text(json.dumps([row, row], indent=2))
    first, second = notes_in(tmp_path)
    assert first.turns == second.turns == ANSWERED
    assert [note.path.partition("/")[2] for note in (first, second)] == ["1", "2"]


def test_the_input_of_alpaca_belongs_to_the_question(tmp_path: Path) -> None:
    row = {"instruction": "Put it briefly.", "input": "It was late.", "output": PROSE}
    (tmp_path / "data.jsonl").write_text(json.dumps(row))
    (note,) = notes_in(tmp_path)
    assert note.turns[0] == Turn("user", "Put it briefly.\n\nIt was late.")


def test_one_chatml_conversation_alone(tmp_path: Path) -> None:
    (tmp_path / "talk.json").write_text(json.dumps(ROWS["ChatML"]))
    (note,) = notes_in(tmp_path)
    assert note.turns == ANSWERED


def test_rows_of_text_are_notes(tmp_path: Path) -> None:
    rows = [{"title": "Beans", "text": PROSE}, {"text": PROSE}]
    (tmp_path / "my-rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [(note.title, note.turns) for note in notes_in(tmp_path)] == [
        ("Beans", ()),
        ("my rows", ()),
    ]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("package.json", '{"name": "timbre", "version": "1"}', "JSON, but no chat"),
        ("list.json", "[1, 2, 3]", "JSON, but no chat"),
        ("empty.json", "", "damaged JSON"),
        ("cut.json", '{"messages": [{"role": "user"', "damaged JSON"),
        ("table.jsonl", '{"temperature": 4}\n', "JSON, but no chat"),
        ("cut.jsonl", '{"text": "', "damaged JSON"),
        ("deep.json", "[" * 200_000, "damaged JSON"),
        ("deep.jsonl", "[" * 200_000, "damaged JSON"),
    ],
)
def test_other_json(tmp_path: Path, name: str, text: str, reason: str) -> None:
    (tmp_path / name).write_text(text)
    ((path, why),) = skipped_in(tmp_path).items()
    assert path == name
    assert why.startswith(reason)


def test_a_line_that_is_damaged_costs_what_follows_only(tmp_path: Path) -> None:
    good = json.dumps(ROWS["Alpaca"])
    (tmp_path / "data.jsonl").write_text(f"{good}\n{good[:-9]}")
    assert skipped_in(tmp_path) == {"data.jsonl/1": "", "data.jsonl": "damaged JSON"}
