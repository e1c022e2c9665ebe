"""Conversations leave as files and come back from them."""

import json
from pathlib import Path

import pytest

from adapters.catalog import conversations, messages, search
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine import scene_store
from engine.jobs.chats import export_chat, import_chats
from engine.jobs.state import State
from engine.messages import ChatExported, ChatsImported, ExportChat, ImportChats
from engine.scene.exchange.play import open_play
from engine.scene.format import decode, reading
from tests.engine.jobs.plays import SCENE
from tests.engine.jobs.running import finish

SILLY = [
    {"user_name": "Tomas", "character_name": "Ines", "chat_metadata": {}},
    {"name": "Ines", "is_user": False, "mes": "You are late.", "send_date": "0001-01-01T00:00:00"},
    {"name": "Tomas", "is_user": True, "mes": "I know.", "send_date": "2026-01-05T10:00:00"},
]


def _conversation(catalog: Catalog) -> int:
    made = conversations.create(catalog, "Be brief.")
    first = messages.add(catalog, made.id, None, "owner", "Frost?")
    messages.add(catalog, made.id, first.id, "assistant", "No.", model_name="Tiny", stop="end")
    messages.add(catalog, made.id, first.id, "assistant", "Tonight.", role_name="Ines", stop="end")
    conversations.rename(catalog, made.id, "Weather")
    return made.id


def _export(state: State, command: ExportChat) -> ChatExported:
    result: ChatExported = finish(export_chat(state, command))
    return result


def _import(state: State, path: Path) -> ChatsImported:
    result: ChatsImported = finish(import_chats(state, ImportChats(str(path))))
    return result


def test_the_branch_on_screen_is_written(state: State, catalog: Catalog, tmp_path: Path) -> None:
    id, path = _conversation(catalog), tmp_path / "chat.md"
    written = _export(state, ExportChat(id, "markdown", str(path), "Anna"))
    assert path.read_text("utf-8") == (
        "# Weather\n\n**Anna:**\n\nFrost?\n\n**Ines:**\n\nTonight.\n"
    )
    assert written == ChatExported(id, "Weather", str(path), path.stat().st_size)


def test_what_was_written_comes_back(state: State, catalog: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "chat.json"
    _export(state, ExportChat(_conversation(catalog), "json", str(path), "Anna"))
    (made,) = _import(state, path).chats
    assert (made.title, made.messages) == ("Weather", 2)
    kept = conversations.get(catalog, made.conversation)
    assert (kept.instruction, kept.preview, kept.titled_by_owner) == (
        "Be brief.",
        "Tonight.",
        True,
    )
    thread = messages.thread(catalog, made.conversation)
    assert [(one.author, one.text, one.role_name, one.stop) for one in thread] == [
        ("owner", "Frost?", None, None),
        ("assistant", "Tonight.", "Ines", "end"),
    ]
    assert [hit.conversation for hit in search.find(catalog, "onight")].count(kept.id) == 1


def test_a_chat_played_in_a_scene_brings_it_along(
    state: State, catalog: Catalog, tmp_path: Path
) -> None:
    id, path = _conversation(catalog), tmp_path / "chat.json"
    conversations.set_scene(catalog, id, scene_store.create(catalog, SCENE))
    _export(state, ExportChat(id, "json", str(path), "Anna"))
    assert decode.scene_of(json.loads(path.read_text())["scene"]) == SCENE
    (part,) = open_play(path)
    assert part.scene is not None


def test_chats_of_other_programs(state: State, catalog: Catalog, tmp_path: Path) -> None:
    silly = tmp_path / "silly.jsonl"
    silly.write_text("\n".join(map(json.dumps, SILLY)))
    (made,) = _import(state, silly).chats
    thread = messages.thread(catalog, made.conversation)
    assert [(one.author, one.role_name) for one in thread] == [
        ("assistant", "Ines"),
        ("owner", None),
    ]
    several = tmp_path / "several.json"
    chats = [{"conversations": [{"from": "human", "value": f"Hi {n}"}]} for n in range(3)]
    several.write_text(json.dumps(chats))
    ids = [one.conversation for one in _import(state, several).chats]
    newest = conversations.page(catalog, 3)
    assert [one.id for one in newest] == ids
    assert [one.preview for one in newest] == ["Hi 0", "Hi 1", "Hi 2"]


def test_of_what_cannot_be_read_nothing_is_kept(
    state: State, catalog: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}")
    with pytest.raises(UserError, match="was not read as a chat"):
        _import(state, path)
    assert conversations.page(catalog) == []


def test_a_file_that_is_there_stays(state: State, catalog: Catalog, tmp_path: Path) -> None:
    id, path = _conversation(catalog), tmp_path / "chat.md"
    path.write_text("mine")
    for place in (path, tmp_path, tmp_path / "none" / "chat.md"):
        with pytest.raises(UserError, match="was not written"):
            _export(state, ExportChat(id, "markdown", str(place), "Anna"))
    assert path.read_text() == "mine"
    _export(state, ExportChat(id, "markdown", str(path), "Anna", replace=True))
    assert path.read_text("utf-8").startswith("# Weather")
    with pytest.raises(UserError, match="no conversation 99"):
        _export(state, ExportChat(99, "markdown", str(tmp_path / "y.md"), "Anna"))


def test_who_stops_keeps_whole_conversations(
    state: State, catalog: Catalog, tmp_path: Path
) -> None:
    path = tmp_path / "several.jsonl"
    told = [{"from": "human", "value": "Hi"}, {"from": "gpt", "value": "Good day."}]
    path.write_text("\n".join([json.dumps({"conversations": told})] * 3))
    job = import_chats(state, ImportChats(str(path)))
    while len(conversations.page(catalog)) < 2:
        next(job)
    job.close()
    kept = conversations.page(catalog)
    assert len(kept) == 2
    assert [len(messages.thread(catalog, one.id)) for one in kept] == [2, 2]


def test_a_line_that_cannot_be_read_is_found_before_anything_is_kept(
    state: State, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 100)
    path = tmp_path / "several.jsonl"
    row = json.dumps({"conversations": [{"from": "human", "value": "Hi"}]})
    path.write_text("\n".join([row] * 3 + ["{"]))
    with pytest.raises(UserError, match="was not read as a chat"):
        _import(state, path)
    assert conversations.page(catalog) == []
