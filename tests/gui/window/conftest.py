"""The window alone, with pages that write down what they are asked."""

import pytest
from pytestqt.qtbot import QtBot

from adapters.voice.options import TrainingOptions
from engine.messages import Train
from engine.places import Places
from gui import pages
from gui.context import Context
from gui.page import Action, Page
from gui.widgets.labels import label
from gui.widgets.layouts import column
from gui.window import Window


class NotePage(Page):
    """A page that writes down what it is asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.arrived, self.acted = name, [], []
        self.saved, self.is_narrow = 0, None
        self.setLayout(column(label(name)))

    def arrive(self, argument: object) -> None:
        self.arrived.append(argument)

    def place(self) -> object:
        return f"{self.name} place"

    def save(self) -> None:
        self.saved += 1

    def narrow(self, narrow: bool) -> None:
        self.is_narrow = narrow

    def act(self, action: Action) -> bool:
        self.acted.append(action)
        return True


@pytest.fixture(autouse=True)
def note_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The window alone: each real page has tests of its own."""
    for name in ("chat", "voices", "scenes", "models", "settings"):
        monkeypatch.setitem(pages.PAGES, name, lambda _, name=name: NotePage(name))


@pytest.fixture
def window(qtbot: QtBot, context: Context, places: Places) -> Window:
    made = Window(context.bridge, context.notices, places)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open(context, "first_run")
    return made


def note(window: Window, name: str) -> NotePage:
    page = window.page(name)
    assert isinstance(page, NotePage)
    return page


def begin_training(qtbot: QtBot, context: Context) -> int:
    job = context.bridge.submit(Train("/notes", "Letters", "plum", TrainingOptions()))
    qtbot.waitUntil(lambda: job in context.bridge.training)
    return job
