"""The settings page as a whole: where the data lies, and the ways over the page."""

import pytest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from engine.places import Places
from gui.context import Context
from gui.settings.about import version, versions
from gui.settings.page import SettingsPage
from tests.gui.accessibility import interpreting, nameless, out_of_reach, tab_order
from tests.gui.conftest import Told


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


def test_page_can_be_used_without_eyes_or_mouse(page: SettingsPage) -> None:
    assert not nameless(page)
    assert not out_of_reach(page)
    assert not interpreting(page)


def test_tab_goes_from_top_to_bottom(page: SettingsPage) -> None:
    page.talking.advised.click()  # with all that can be set
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
