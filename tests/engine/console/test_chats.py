"""``chats``, ``chats export`` and ``chats import``."""

import json
from pathlib import Path

import pytest

from tests.engine.console.processes import Run


def _chat(folder: Path) -> Path:
    path = folder / "chat.json"
    told = [{"role": "user", "content": "Frost?"}, {"role": "assistant", "content": "Tonight."}]
    path.write_text(json.dumps({"title": "Weather", "messages": told}))
    return path


def test_a_chat_comes_is_listed_and_leaves(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _chat(tmp_path)
    code, out, err = run("chats", "import", "chat.json", "--json")
    assert (code, err) == (0, "")
    row = {"chat": 1, "title": "Weather", "messages": 2}
    assert json.loads(out) == {"path": str(tmp_path / "chat.json"), "chats": [row]}
    (listed,) = json.loads(run("chats", "--json")[1])["chats"]
    assert (listed["chat"], listed["title"]) == (1, "Weather")
    code, out, err = run("chats", "export", "1", "--to", "out.json", "--json")
    assert (code, err) == (0, "")
    written = tmp_path / "out.json"
    assert json.loads(out) == {
        "chat": 1,
        "title": "Weather",
        "format": "json",
        "path": str(written),
        "bytes": written.stat().st_size,
    }
    assert json.loads(written.read_text())["messages"][0]["name"] == "You"
    assert "“Weather” lies in" in run("chats", "export", "1", "--to", "out.md")[1]
    assert (tmp_path / "out.md").read_text().startswith("# Weather\n")


def test_people_are_told_in_words(run: Run, tmp_path: Path) -> None:
    assert run("chats")[1] == "There is no conversation yet.\n"
    assert run("chats", "import", str(_chat(tmp_path)))[1] == "Conversation 1: Weather\n"
    assert run("chats")[1].split() == ["chat", "title", "1", "Weather"]
    code, _, err = run("chats", "export", "7", "--to", str(tmp_path / "x.md"))
    assert code == 1
    assert "There is no conversation 7." in err
