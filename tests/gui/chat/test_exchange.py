"""Conversations leave the window as files, and come in from them."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from engine.messages import ExportChat
from tests.gui.chat.conftest import Desk
from tests.gui.conftest import Told


def _choose(monkeypatch: pytest.MonkeyPatch, path: Path | str, kind: str = "") -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), kind))


def test_a_conversation_is_exported_and_imported(
    desk: Desk, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    desk.say("How late?")
    before, path = desk.page.talk.conversation_id(), tmp_path / "chat.json"
    _choose(monkeypatch, path)
    desk.page.header.export_wanted.emit()
    desk.wait(lambda: told.toasts)
    assert told.toasts[-1].text.startswith("The conversation was written to")
    told_of = json.loads(path.read_text())["messages"]
    assert [one.get("name") for one in told_of] == [None, "You", "Fake-135M"]  # instruction first
    desk.page.list.bring.click()
    desk.wait(lambda: desk.page.talk.conversation_id() not in (None, before))
    desk.rest()
    thread = desk.thread()
    assert thread[0].text == "How late?"
    assert thread[1].role_name == "Fake-135M"
    assert told.toasts[-1].text == "1 conversation imported"


@pytest.mark.parametrize(
    ("chosen", "kind", "form", "written"),
    [
        ("chat", "JSON (*.json)", "json", "chat.json"),
        ("chat", "Markdown (*.md)", "markdown", "chat.md"),
        ("chat.MD", "JSON (*.json)", "markdown", "chat.MD"),
    ],
)
def test_the_ending_says_the_form(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str,
    kind: str,
    form: str,
    written: str,
) -> None:
    desk.open()
    _choose(monkeypatch, tmp_path / chosen, kind)
    desk.page.header.export_wanted.emit()
    desk.wait(lambda: (tmp_path / written).exists())
    command = desk.engine.handled[-1]
    assert isinstance(command, ExportChat)
    assert command.form == form


def test_who_chooses_no_file_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()
    handled = len(desk.engine.handled)
    _choose(monkeypatch, "")
    desk.page.header.export_wanted.emit()
    desk.page.list.bring.click()
    desk.rest()
    assert len(desk.engine.handled) == handled
