"""Chats come from other programs and go to them."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.catalog import conversations, messages
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine.chats import opening
from engine.chats.chat import Chat, Said, chat_of
from engine.chats.opening import open_chats
from engine.chats.reading import chats_in
from engine.chats.writing import as_json, markdown
from engine.places import Places
from engine.scene.format import reading
from engine.scene.format.refusal import UnreadableError
from tests.engine.scene.strategies import PATIENT

SHAREGPT = [
    {
        "id": "1",
        "conversations": [
            {"from": "system", "value": "Be brief."},
            {"from": "human", "value": "Frost?"},
            {"from": "gpt", "value": "Tonight."},
        ],
    },
    {"title": "Sea", "system": "Be calm.", "conversations": [{"from": "human", "value": "Hi"}]},
    {"conversations": []},
]
SILLY = [
    {"user_name": "Tomas", "character_name": "Ines", "chat_metadata": {"note": 1}},
    {"name": "Ines", "is_user": False, "is_system": False, "mes": "You are late."},
    {"name": "Tomas", "is_user": True, "mes": "I know.", "send_date": "2026-01-05T10:00:00"},
    {"name": "System", "is_system": True, "mes": "hidden"},
    {"name": "Ines", "is_user": False, "mes": "Sit.", "swipes": ["Sit.", "Go."]},
]
TURNS = (Said("user", "Frost?", owner=True), Said("assistant", "Tonight."))


def lines(values: list[object]) -> bytes:
    return "\n".join(map(json.dumps, values)).encode()


def test_sharegpt() -> None:
    first, second = chats_in(json.dumps(SHAREGPT).encode(), "export")
    assert first == Chat("export", TURNS, "Be brief.")
    assert (second.title, second.instruction) == ("Sea", "Be calm.")
    assert chats_in(lines(SHAREGPT), "export") == (first, second)
    assert chats_in(json.dumps(SHAREGPT[0]).encode(), "export") == (first,)


def test_sillytavern() -> None:
    (chat,) = chats_in(lines(SILLY), "export")
    assert chat.title == "Ines"
    assert [(t.speaker, t.text, t.owner) for t in chat.turns] == [
        ("Ines", "You are late.", False),
        ("Tomas", "I know.", True),
        ("Ines", "Sit.", False),
    ]
    assert chat.turns[1].when == datetime(2026, 1, 5, 10)


NAMES = st.text(min_size=1, max_size=8).filter(lambda text: text.strip() == text != "")
TEXTS = st.text(max_size=30).map(lambda text: text.replace("\ud800", "")).filter(str.strip)


@PATIENT
@given(
    st.lists(st.builds(Said, NAMES, TEXTS, st.booleans()), min_size=1, max_size=4),
    NAMES,
    st.just("") | TEXTS,
)
def test_what_was_written_is_read_again(turns: list[Said], title: str, instruction: str) -> None:
    chat = Chat(title, tuple(turns), instruction)
    assert chats_in(as_json(chat).encode("utf-8", "replace"), "x") == (chat,)


def test_markdown_is_for_people() -> None:
    chat = Chat("Frost\nand sea", (*TURNS, Said("Ines", "  Well…  ")))
    assert markdown(chat) == (
        "# Frost and sea\n\n**user:**\n\nFrost?\n\n**assistant:**\n\nTonight.\n\n"
        "**Ines:**\n\nWell…\n"
    )
    assert markdown(Chat("", TURNS[:1])) == "**user:**\n\nFrost?\n"


def test_a_conversation_of_the_catalog(places: Places) -> None:
    catalog = Catalog.open(places.catalog, places.backups)
    made = conversations.create(catalog, "Be brief.")
    first = messages.add(catalog, made.id, None, "owner", "Frost?")
    messages.add(catalog, made.id, first.id, "assistant", "Tonight.", model_name="Tiny")
    conversations.rename(catalog, made.id, "Weather")
    chat = chat_of(conversations.get(catalog, made.id), messages.thread(catalog, made.id), "Anna")
    catalog.close()
    assert [(t.speaker, t.owner) for t in chat.turns] == [("Anna", True), ("Tiny", False)]
    assert chats_in(as_json(chat).encode(), "x") == (chat,)
    assert chat.turns[0].when is not None
    assert chat.turns[0].when.tzinfo == UTC


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"3", b'"text"', b"[[1], [2]]", b"not\njson", b'{"messages": [3, {}]}'],
)
def test_what_is_no_chat_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        chats_in(data, "x")
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(UserError, match="was not read as a chat"):
        tuple(open_chats(path))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is large sooner."""
    monkeypatch.setattr(reading, "LARGEST", 250)
    monkeypatch.setattr(opening, "LARGEST", 2000)


@pytest.mark.usefixtures("small")
def test_a_large_file_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_bytes(lines(SHAREGPT * 3))
    assert tuple(open_chats(path)) == chats_in(lines(SHAREGPT), "export") * 3


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "data",
    [
        lines([SHAREGPT[0]] * 20),  # larger than any file may be
        lines([SHAREGPT[0], {"title": "x" * 250}]),  # a line is
        lines(SILLY),  # one chat
        lines([SHAREGPT[0]] * 3) + b"\n{",
        lines([{"title": "nothing said"}] * 20),
    ],
)
def test_of_large_files_some_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "export.jsonl"
    path.write_bytes(data)
    with pytest.raises(UserError, match="was not read as a chat"):
        tuple(open_chats(path))
