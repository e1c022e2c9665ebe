"""The instruction that new conversations begin with."""

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from adapters.catalog import preferences
from adapters.catalog.database import Catalog
from engine import instructions
from gui.context import Context
from gui.settings.page import SettingsPage
from tests.gui.conftest import Told
from tests.heard import user_error


def refuse(*_: object) -> None:
    """As the catalog does on a full disk."""
    raise user_error()


def test_an_empty_instruction_stays_empty(
    page: SettingsPage, catalog: Catalog, qtbot: QtBot
) -> None:
    page.talking.instruction.field.clear()
    qtbot.waitUntil(lambda: preferences.get(catalog, instructions.KEY) == "")
    assert instructions.for_new_conversation(catalog, "en") == ""


def test_own_instruction_is_kept(page: SettingsPage, catalog: Catalog, qtbot: QtBot) -> None:
    page.talking.instruction.field.setPlainText("Answer in verse.")
    qtbot.waitUntil(lambda: preferences.get(catalog, instructions.KEY) == "Answer in verse.")
    assert instructions.for_new_conversation(catalog, "en") == "Answer in verse."


def test_instruction_is_written_when_the_page_goes(page: SettingsPage, catalog: Catalog) -> None:
    page.talking.instruction.field.setPlainText("Be brief.")
    page.save()
    assert preferences.get(catalog, instructions.KEY) == "Be brief."


def test_instruction_set_back_is_the_shipped_one(page: SettingsPage, catalog: Catalog) -> None:
    page.talking.instruction.field.setPlainText("Be brief.")
    page.save()
    page.talking.instruction.reset.click()
    page.save()
    assert preferences.get(catalog, instructions.KEY) is None
    assert page.talking.instruction.field.toPlainText() == instructions.shipped("en")


def test_own_instruction_is_shown_again(
    context: Context, catalog: Catalog, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    preferences.put(catalog, instructions.KEY, "Answer in verse.")
    made = SettingsPage(context)
    qtbot.addWidget(made)
    settle()
    assert made.talking.instruction.field.toPlainText() == "Answer in verse."
    assert made.talking.instruction.isEnabled()
    made.save()
    assert preferences.get(catalog, instructions.KEY) == "Answer in verse."


def test_the_instruction_is_read_and_written_beside_the_window(
    page: SettingsPage, context: Context, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    threads: list[threading.Thread] = []

    def note(*_: object) -> None:
        threads.append(threading.current_thread())

    for name in ("get", "put"):
        monkeypatch.setattr(preferences, name, note)
    page.talking.instruction.field.setPlainText("Be brief.")
    qtbot.waitUntil(lambda: len(threads) == 1)
    qtbot.addWidget(SettingsPage(context))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threading.main_thread() not in threads


def test_an_instruction_that_cannot_be_written_is_told(
    page: SettingsPage, told: Told, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(preferences, "put", refuse)
    page.talking.instruction.field.setPlainText("Be brief.")
    qtbot.waitUntil(lambda: bool(told.problems))
    assert told.problems[0].what == "The file could not be read."
