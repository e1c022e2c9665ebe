"""The settings page: what is set is kept, shown at once, and undone where promised."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, preferences, trash
from adapters.catalog.database import Catalog
from engine import instructions
from engine.messages import Sampling
from engine.places import Places
from engine.settings import Settings
from gui.context import Context
from gui.looks import Looks
from gui.settings.about import version, versions
from gui.settings.bounds import bounds, default
from gui.settings.change import change
from gui.settings.page import SettingsPage
from gui.theme.tokens import theme
from tests.gui.accessibility import interpreting, nameless, out_of_reach, tab_order
from tests.gui.conftest import Told


@pytest.fixture
def page(qtbot: QtBot, context: Context, settle: Callable[[], None]) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1208, 770)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.arrive(None)
    settle()
    return made


def stored(places: Places) -> Settings:
    return Settings.load(places.settings)


# --- kept -----------------------------------------------------------------------------


def test_colours_are_kept_and_worn_at_once(
    page: SettingsPage, context: Context, places: Places
) -> None:
    looks = Looks(places)
    context.news.settings.connect(lambda: looks.take(context.settings))
    page.appearance.colours.chosen.emit("dark")
    assert stored(places).theme == "dark"
    assert theme.scheme == "dark"


def test_text_size_is_kept_once_the_slider_is_let_go(page: SettingsPage, places: Places) -> None:
    slider = page.appearance.text_size.slider
    slider.setSliderDown(True)
    slider.setValue(slider.maximum())
    assert not places.settings.exists()
    slider.setSliderDown(False)
    assert stored(places).text_size == 150


def test_slider_can_be_moved_by_key(page: SettingsPage, places: Places) -> None:
    QTest.keyClick(page.talking.sliders["temperature"].slider, Qt.Key.Key_Right)
    assert stored(places).temperature == pytest.approx(0.75)


def test_motion_and_language_are_kept(page: SettingsPage, places: Places) -> None:
    page.appearance.motion.click()
    combo = page.appearance.language
    combo.setCurrentIndex(combo.findData("ru"))
    combo.activated.emit(combo.currentIndex())
    assert stored(places).reduced_motion
    assert stored(places).language == "ru"


def test_every_setting_has_its_control(page: SettingsPage) -> None:
    shown = {"theme", "language", "text_size", "reduced_motion"}
    shown |= page.talking.sliders.keys() | page.talking.numbers.keys()
    # The folders are set under Models, where models are added.
    assert shown == Settings.model_fields.keys() - {"model_folders"}


def test_controls_keep_to_the_declared_bounds(page: SettingsPage, places: Places) -> None:
    for name, control in page.talking.sliders.items():
        for end in (control.slider.minimum(), control.slider.maximum()):
            control.slider.setValue(end)
            assert getattr(stored(places), name) == pytest.approx(control.value())
    for name, box in page.talking.numbers.items():
        assert (box.minimum(), box.maximum()) == bounds(name)[:2]
        box.setValue(box.maximum())
        assert getattr(stored(places), name) == box.maximum()


def test_all_sampling_is_set_back(page: SettingsPage, context: Context, places: Places) -> None:
    page.talking.sliders["temperature"].slider.setValue(0)
    page.talking.numbers["max_tokens"].setValue(99)
    assert context.settings.sampling != Sampling()
    page.talking.reset.click()
    assert stored(places).sampling == Sampling()
    assert page.talking.sliders["temperature"].value() == default("temperature")
    assert page.talking.numbers["max_tokens"].value() == default("max_tokens")


def test_setting_that_cannot_be_written_is_told_and_holds(
    context: Context, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Settings, "save", full)
    change(context, "theme", "dark")
    assert context.settings.theme == "dark"
    assert told.problems[0].what == "The setting was not saved."
    assert "No space left on device" in told.problems[0].why


def test_same_value_writes_nothing(context: Context, places: Places) -> None:
    change(context, "theme", context.settings.theme)
    assert not places.settings.exists()


# --- the instruction ------------------------------------------------------------------


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
    assert not preferences.get(catalog, instructions.KEY)
    assert page.talking.instruction.field.toPlainText() == instructions.shipped("en")


# --- data and about -------------------------------------------------------------------


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
    assert box.amount.text() == "1 conversation and 0 voices"
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


def test_data_folder_is_named(page: SettingsPage, places: Places) -> None:
    texts = [one.text() for one in page.data.findChildren(QLabel)]
    assert str(places.data) in texts
    assert str(places.log) in texts


def test_folder_that_nothing_opens_is_told(
    page: SettingsPage, places: Places, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.reveal.QDesktopServices.openUrl", lambda _: False)
    page.data.folder.click()
    page.data.log.click()
    assert [str(places.data) in toast.text for toast in told.toasts] == [True, True]


def test_versions_are_told_without_importing_torch() -> None:
    assert version().count(".") == 2
    assert "torch 2." in versions()
    assert "Python 3." in versions()


# --- everyone -------------------------------------------------------------------------


def test_page_can_be_used_without_eyes_or_mouse(page: SettingsPage) -> None:
    assert not nameless(page)
    assert not out_of_reach(page)
    assert not interpreting(page)


def test_tab_goes_from_top_to_bottom(page: SettingsPage) -> None:
    order = tab_order(page)
    tops = [one.mapTo(page, one.rect().topLeft()).y() for one in order]
    assert len(order) >= 14
    assert tops == sorted(tops)
    assert sum(isinstance(one, QSlider) for one in order) == 5


def test_place_survives_a_new_page(page: SettingsPage, context: Context, qtbot: QtBot) -> None:
    page._scroll.verticalScrollBar().setValue(200)
    again = SettingsPage(context)
    qtbot.addWidget(again)
    again.resize(1208, 770)
    again.show()
    again.arrive(page.place())
    qtbot.waitUntil(lambda: again.place() == 200)
