"""The trash: what lies in it, its way back, and emptying it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, runs, trash, versions, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice
from gui.context import Context
from gui.settings import trash_list
from gui.settings.page import SettingsPage
from tests.gui.accessibility import interpreting, nameless
from tests.gui.conftest import Told
from tests.heard import user_error


def refuse(*_: object) -> None:
    """As the catalog does on a full disk."""
    raise user_error()


def deleted(catalog: Catalog) -> int:
    made = conversations.create(catalog, "")
    conversations.trash(catalog, made.id)
    return made.id


def test_trash_is_emptied_by_two_clicks(
    page: SettingsPage, catalog: Catalog, settle: Callable[[], None], qtbot: QtBot
) -> None:
    data = page.data.trash
    assert data.amount.text() == "The trash is empty."
    assert not data.empty.isEnabled()
    deleted(catalog)
    data.refresh()
    settle()
    assert data.empty.isEnabled()
    data.empty.click()
    assert data.empty.text() == "Delete for good"
    assert trash.contents(catalog).conversations == 1
    data.empty.click()
    qtbot.waitUntil(lambda: data.amount.text() == "The trash is empty.")
    assert trash.contents(catalog).conversations == 0


def test_deleted_things_come_back_from_the_trash(
    page: SettingsPage, context: Context, settle: Callable[[], None], qtbot: QtBot
) -> None:
    talk = deleted(context.catalog)
    conversations.rename(context.catalog, talk, "Frost <img src='x'>")
    heard: list[str] = []
    context.news.conversations.connect(lambda: heard.append("changed"))
    box = page.data.trash
    box.refresh()
    settle()
    assert box.amount.text() == "1 conversation"
    box.look.click()
    qtbot.waitUntil(lambda: len(box.list.buttons) == 1)
    assert box.list.buttons[0].accessibleName() == "Restore Frost <img src='x'>"
    assert not nameless(box)
    assert not interpreting(box)
    box.list.buttons[0].click()
    qtbot.waitUntil(lambda: box.amount.text() == "The trash is empty.")
    assert [row.id for row in conversations.page(context.catalog)] == [talk]
    assert heard == ["changed"]
    assert box.list.isHidden()


def test_a_training_in_the_trash_comes_back_or_goes_with_its_checkpoints(
    page: SettingsPage, context: Context, settle: Callable[[], None], qtbot: QtBot
) -> None:
    catalog = context.catalog
    run = runs.add(catalog, "Anna", "rust", "/n", 1, "f", "{}", 0).id
    checkpoint = context.places.checkpoints / str(run) / "step-1.safetensors"
    checkpoint.parent.mkdir(parents=True)
    checkpoint.write_bytes(b"weights")
    heard: list[str] = []
    context.news.voices.connect(lambda: heard.append("changed"))
    box = page.data.trash
    runs.trash(catalog, run)
    box.refresh()
    settle()
    assert box.amount.text() == "1 training"
    box.look.click()
    qtbot.waitUntil(lambda: len(box.list.buttons) == 1)
    box.list.buttons[0].click()
    qtbot.waitUntil(lambda: box.amount.text() == "The trash is empty.")
    assert [row.id for row in runs.everything(catalog)] == [run]
    assert heard == ["changed"]
    assert checkpoint.exists()
    runs.trash(catalog, run)
    box.refresh()
    settle()
    box.empty.click()
    box.empty.click()
    qtbot.waitUntil(lambda: box.amount.text() == "The trash is empty.")
    assert not checkpoint.parent.exists()
    assert trash.contents(catalog).runs == 0


def test_a_version_in_the_trash_comes_back_or_goes_with_its_files(
    page: SettingsPage,
    context: Context,
    settle: Callable[[], None],
    qtbot: QtBot,
    make_version: Callable[[str, int | None], Voice],
) -> None:
    catalog, kept = context.catalog, context.places.voices
    first = make_version("v1", None)
    make_version("v2", first.id)
    versions.trash(catalog, first.version.id)
    box = page.data.trash
    box.refresh()
    settle()
    assert box.amount.text() == "1 version"
    box.look.click()
    qtbot.waitUntil(lambda: len(box.list.buttons) == 1)
    assert box.list.buttons[0].accessibleName() == "Restore Anna, version 1"
    box.list.buttons[0].click()
    qtbot.waitUntil(lambda: box.amount.text() == "The trash is empty.")
    assert len(voices.versions(catalog, first.id)) == 2
    versions.trash(catalog, first.version.id)
    box.refresh()
    settle()
    box.empty.click()
    box.empty.click()
    qtbot.waitUntil(lambda: box.amount.text() == "The trash is empty.")
    assert [folder.name for folder in kept.iterdir()] == ["v2"]
    assert len(voices.versions(catalog, first.id)) == 1


def test_what_cannot_come_back_says_why(
    page: SettingsPage,
    catalog: Catalog,
    told: Told,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setitem(trash_list.RESTORE, "conversation", refuse)
    deleted(catalog)
    box = page.data.trash
    box.refresh()
    settle()
    box.look.click()
    qtbot.waitUntil(lambda: len(box.list.buttons) == 1)
    box.list.buttons[0].click()
    qtbot.waitUntil(lambda: bool(told.problems))
    assert told.problems[0].what == "The file could not be read."
    assert trash.contents(catalog).conversations == 1


def test_a_trash_that_cannot_be_emptied_says_why(
    page: SettingsPage,
    catalog: Catalog,
    told: Told,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(trash, "emptied", refuse)
    deleted(catalog)
    box = page.data.trash
    box.refresh()
    settle()
    box.empty.click()
    box.empty.click()
    qtbot.waitUntil(lambda: bool(told.problems))
    assert told.problems[0].what == "The file could not be read."
    assert box.empty.text() == "Empty the trash"  # it takes two clicks again
    assert trash.contents(catalog).conversations == 1
