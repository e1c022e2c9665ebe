"""Conversations leave the window as files, and come in from them."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from engine.messages import ExportChat, Failed
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


def _drop(target: QWidget, path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    moved = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(10, 10), moved, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    event = QDropEvent(QPointF(10, 10), moved, data, buttons, keys)
    event.ignore()
    if enter.isAccepted():
        QApplication.sendEvent(target, event)
    return event


def test_a_file_is_dropped_on_the_list(desk: Desk, told: Told, tmp_path: Path) -> None:
    desk.open()
    path = tmp_path / "chats.jsonl"
    rows = [{"conversations": [{"from": "human", "value": f"Hi {n}"}]} for n in range(2)]
    path.write_text("\n".join(map(json.dumps, rows)))
    event = _drop(desk.page.list, path)
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction  # the file stays where it is
    desk.wait(lambda: told.toasts)
    desk.rest()
    assert told.toasts[-1].text == "2 conversations imported"
    assert [one.text for one in desk.thread()] == ["Hi 0"]


def test_what_cannot_be_chats_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    handled = len(desk.engine.handled)
    picture = tmp_path / "chat.png"
    picture.write_bytes(b"")
    assert not _drop(desk.page.list, picture).isAccepted()
    assert not _drop(desk.page.list, tmp_path).isAccepted()
    desk.rest()
    assert len(desk.engine.handled) == handled


def test_a_file_that_is_refused_reaches_the_window(desk: Desk, told: Told, tmp_path: Path) -> None:
    desk.open()
    failed: list[Failed] = []
    desk.context.bridge.unhandled.connect(failed.append)  # the window makes a card of it
    path = tmp_path / "chat.json"
    path.write_text("{}")
    _drop(desk.page.list, path)
    desk.wait(lambda: failed)
    assert "was not read as a chat" in str(failed[-1].what)
    assert not told.toasts
