"""Ctrl+K in a window whose pages write down who comes."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, messages, voices
from adapters.catalog.database import Catalog
from engine.places import Places
from gui import background, pages
from gui.context import Context
from gui.go_to.card import GoToCard
from gui.page import Page
from gui.window import Window

HOSTILE = "<img src='file:///dev/zero'> & friends"
Open = Callable[[], GoToCard]


class Arrivals(Page):
    def __init__(self, name: str, seen: list[tuple[str, object]]) -> None:
        super().__init__()
        self.name, self.seen = name, seen

    def arrive(self, argument: object) -> None:
        self.seen.append((self.name, argument))


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """The pages that were shown and what each was given."""
    arrived: list[tuple[str, object]] = []
    for name in ("first_run", "chat", "voices", "scenes", "models", "settings"):
        monkeypatch.setitem(pages.PAGES, name, lambda _, name=name: Arrivals(name, arrived))
    return arrived


@pytest.fixture
def window(
    qtbot: QtBot, context: Context, places: Places, seen: list[tuple[str, object]]
) -> Window:
    made = Window(context.bridge, context.notices, places)
    qtbot.addWidget(made)
    made.resize(1024, 680)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open(context, "settings")
    seen.clear()
    return made


@pytest.fixture
def press(window: Window) -> Open:
    def go() -> GoToCard:
        QTest.keySequence(window, QKeySequence("Ctrl+K"))
        card = open_card(window)
        assert card is not None
        settle()
        return card

    return go


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """Searches that were asked for; each answers when it is called."""
    answers: list[Callable[[], None]] = []

    def later(function, then, **_):  # type: ignore[no-untyped-def]
        found: list[object] = []
        answers.append(lambda: found.append(function()) or then(found[0]))  # type: ignore[func-returns-value]

    monkeypatch.setattr(background, "run", later)
    return answers


def open_card(window: Window) -> GoToCard | None:
    return next((card for card in window.findChildren(GoToCard) if card.isVisible()), None)


def lines(card: GoToCard) -> list[str]:
    return [str(card.rows.index(n).data()) for n in range(card.rows.rowCount())]


def settle() -> None:
    background.finish(5000)
    QApplication.processEvents()


def write(card: GoToCard, words: str) -> list[str]:
    QTest.keyClicks(card.field, words)
    settle()
    return lines(card)


def talk(catalog: Catalog, title: str, *said: str) -> tuple[int, int | None]:
    """The conversation, and its last message."""
    made = conversations.create(catalog, "")
    conversations.rename(catalog, made.id, title)
    parent = None
    for text in said:
        parent = messages.add(catalog, made.id, parent, "owner", text).id
    return made.id, parent


def add_voice(catalog: Catalog, name: str) -> int:
    return voices.add_version(
        catalog,
        run=None,
        name=name,
        colour="plum",
        model_name="Fake-135M",
        model_fingerprint="1",
        path=name,
        sha256="2",
        bytes=3,
        rank=4,
        targets="q_proj",
        perplexity_before=None,
        perplexity_after=None,
        notes=5,
    ).id
