"""The page of scenes with the harbour open in it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from engine.scene.starters import starters
from gui.context import Context
from gui.scenes.page import ScenesPage


@pytest.fixture
def rest(context: Context, settle: Callable[[], None]) -> Callable[[], None]:
    """Call it to let reads, writes and counts come through."""

    def wait() -> None:
        settle()
        while context.writer.is_busy():
            settle()
        settle()

    return wait


@pytest.fixture
def page(qtbot: QtBot, context: Context, rest: Callable[[], None]) -> ScenesPage:
    made = ScenesPage(context)
    qtbot.addWidget(made)
    made.resize(1208, 770)
    with qtbot.waitExposed(made):
        made.show()
    made.add(starters("en")["harbour"])
    rest()
    return made


def ids(page: ScenesPage) -> list[str]:
    """Of the fields on top, in their order."""
    return [one.id for one in page.document.scene.fields]
