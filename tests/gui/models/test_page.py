"""The Models page as a whole: search, the way to one model, names."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.catalog.records import Model
from gui.context import Context
from gui.models.page import ModelsPage
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.models.conftest import Open, Settle


def test_a_model_that_was_gone_to_is_in_view_and_chosen(
    context: Context, catalog: Catalog, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    many = [
        models.add(catalog, f"Model-{n}", "folder", str(tmp_path / str(n)), 1, None).id
        for n in range(40)
    ]
    page = ModelsPage(context)
    qtbot.addWidget(page)
    page.resize(1208, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.head.search.setText("nothing like it")

    def seen(model: int) -> bool:
        line = page.line_of(model)
        place = line.rect().translated(line.mapTo(page._area.viewport(), QPoint(0, 0)))
        return page._area.viewport().rect().contains(place) and line.load.hasFocus()

    for model in (many[30], many[2], many[39]):  # also when it is on screen already
        page.arrive(("model", model))
        settle()
        qtbot.waitUntil(lambda model=model: seen(model))


def test_a_model_that_is_no_more_is_not_waited_for(open_page: Open, other: Model) -> None:
    page = open_page()
    page.arrive(("model", 999))
    page.arrive(None)
    assert page.line_of(other.id)


def test_search(open_page: Open, starter: Model, other: Model) -> None:
    page = open_page()
    page.act("search")
    assert page.head.search.hasFocus()
    page.head.search.setText("LARGE")
    assert page.line_of(other.id)
    with pytest.raises(KeyError):
        page.line_of(starter.id)
    page.head.search.setText("no such model")
    assert page.nothing.isVisible()
    QTest.keyClick(page.head.search, Qt.Key.Key_Escape)
    assert page.line_of(starter.id)
    assert not page.nothing.isVisible()


def test_a_hostile_model_name_is_only_text(
    open_page: Open, catalog: Catalog, tmp_path: Path
) -> None:
    name = '<img src="file:///dev/zero">'
    models.add(catalog, name, "folder", str(tmp_path), 1, None)
    page = open_page()
    page.grab()
    assert interpreting(page) == []


def test_everything_has_a_name_and_is_reached(open_page: Open, other: Model) -> None:
    page = open_page()
    assert page.line_of(other.id).isVisible()
    assert nameless(page) == []
    assert out_of_reach(page) == []
    assert interpreting(page) == []
