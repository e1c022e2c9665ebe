"""Voices leave by the card's menu, and come by the button or by being dropped."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.voice.exchange.recognise import Form
from engine.messages import ExportVoice, ImportVoice
from gui.context import Context
from gui.file_names import file_name, free
from gui.voices.export_card import ExportCard
from gui.voices.export_forms import forms
from tests.fake_rows import FINGERPRINT
from tests.gui.accessibility import nameless
from tests.gui.conftest import Told
from tests.gui.voices.conftest import MakeVoice, Open, Settle, shown
from tests.gui.voices.test_menus import menu_of
from tests.gui.voices.test_page import drop, mime


def pick(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """What the owner chooses in the system's dialogs."""
    chosen = str(path or "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)


@pytest.mark.parametrize(
    ("entry", "form", "given", "written"),
    [
        ("Whole, for Timbre", "archive", "w", "w.timbre-voice"),
        ("PEFT as zip", "peft-zip", "w.zip", "w.zip"),
        ("GGUF", "gguf", "w.gguf", "w.gguf"),
        ("PEFT folder", "peft", "", "Workbench"),
    ],
)
def test_export_by_the_menu(
    open_page: Open,
    make_voice: MakeVoice,
    told: Told,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    entry: str,
    form: str,
    given: str,
    written: str,
) -> None:
    make_voice("Workbench")
    page = open_page()
    answer(monkeypatch, tmp_path / given if given else tmp_path)
    menu = menu_of(page, "Workbench")
    pick(menu, "Export…")
    menu.close()
    card = page.window().findChild(ExportCard)
    assert nameless(card) == []
    button = next(b for b in card.buttons.values() if entry in b.accessibleName())
    assert button.accessibleDescription()
    button.click()
    qtbot.waitUntil(lambda: bool(told.toasts))
    assert (tmp_path / written).read_text(encoding="utf-8") == form
    assert told.toasts[0].text.startswith("“Workbench” was written to")


def test_no_place_no_export(
    open_page: Open, make_voice: MakeVoice, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_voice("Workbench")
    page = open_page()
    answer(monkeypatch, None)
    card = page.list.grid.cards.card(0)
    for form in Form:
        page.doing.exchange.export(card, form)
    assert context.bridge.running(ExportVoice) == []


def test_before_it_is_saved_the_owner_reads_what_goes_along(
    open_page: Open, make_voice: MakeVoice
) -> None:
    make_voice("Workbench")
    page = open_page()
    page.doing.exchange.offer(page.list.grid.cards.card(0), page)
    card = page.window().findChild(ExportCard)
    assert card.buttons.keys() == set(Form)
    carries = {form.form: form.carries for form in forms()}
    said = {one.text() for one in card.findChildren(QLabel)}
    assert set(carries.values()) < said
    lines = [one for one in card.findChildren(QLabel) if one.text() in carries.values()]
    assert all(one.height() >= one.heightForWidth(one.width()) for one in lines)  # none is cut
    assert "no note, but the notes’ names" in carries[Form.ARCHIVE]
    assert "nothing about your notes" in carries[Form.PEFT]
    assert QApplication.focusWidget() is card.buttons[Form.ARCHIVE] or not page.isActiveWindow()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert card.isHidden()


@pytest.mark.parametrize("entry", ["Voice file", "PEFT folder"])
def test_import_by_the_button(
    open_page: Open,
    told: Told,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    entry: str,
) -> None:
    page = open_page()
    answer(monkeypatch, tmp_path / "Moss.gguf")
    page.list.bring.button.click()
    menu = page.list.bring.findChild(QMenu)
    pick(menu, entry)
    menu.close()
    qtbot.waitUntil(lambda: shown(page) == ["Moss"])
    qtbot.waitUntil(lambda: page.detail.voice.head.name() == "Moss")
    assert told.toasts[0].text == (
        "“Moss” was imported. It does not say which model it was made for; "
        "its shapes fit “Fake-135M”."
    )


def test_a_dropped_voice_is_imported_and_notes_begin_a_training(
    open_page: Open, context: Context, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    page = open_page()
    adapter = tmp_path / "adapter"
    adapter.mkdir()
    (adapter / "adapter_config.json").write_text("{}", encoding="utf-8")
    voice = tmp_path / "Moss.timbre-voice"
    voice.write_bytes(b"PK")
    packed = tmp_path / "Fern.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(adapter / "adapter_config.json", "fern/adapter_config.json")
    notes = tmp_path / "Notes"
    notes.mkdir()
    for path, name in ((voice, "Moss"), (adapter, "adapter"), (packed, "Fern")):
        drop(page.list.drop_area, path)
        qtbot.waitUntil(lambda name=name: name in shown(page))
        assert not page.is_making()
    assert context.bridge.running(ImportVoice) == []
    drop(page.list.drop_area, notes)
    settle()
    assert page.is_making()
    page.finish()


def test_the_steps_of_a_new_voice_take_notes_only(open_page: Open, tmp_path: Path) -> None:
    page = open_page()
    voice = tmp_path / "Moss.gguf"
    voice.write_bytes(b"GGUF")
    assert page.new_voice.folder.area._taken(mime(voice)) is None
    assert page.list.drop_area._taken(mime(tmp_path / "gone.gguf")) is None
    assert page.list.drop_area._taken(mime(voice)) == voice


def test_names_of_files() -> None:
    assert file_name("a/b: c?") == "a-b- c-"
    assert file_name(" .. ") == "voice"


def test_a_free_name(tmp_path: Path) -> None:
    (tmp_path / "a.zip").touch()
    (tmp_path / "a 2.zip").touch()
    assert free(tmp_path / "a.zip") == tmp_path / "a 3.zip"
    assert free(tmp_path / "b") == tmp_path / "b"


def test_a_voice_whose_model_is_not_here_says_what_to_do(
    open_page: Open, make_voice: MakeVoice, catalog: Catalog
) -> None:
    models.set_quantised(catalog, models.everything(catalog)[0].id, "/nf4", FINGERPRINT)
    make_voice("Foreign", fingerprint="e" * 64)
    pane = open_page().detail.voice
    assert not pane.talk.isEnabled()
    assert "none of your models" in pane.other_model.text()
    assert pane.other_model.isVisible()
