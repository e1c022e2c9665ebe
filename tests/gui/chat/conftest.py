"""The Chat page on a real catalog and a fake engine, and short ways to act on it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, messages, voices
from adapters.catalog.conversation_tables import MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.records import Message, Voice
from adapters.catalog.tables import now
from engine.messages import LoadModel
from engine.places import Places
from engine.service import Service
from gui import background
from gui.bridge import Bridge
from gui.chat.page import ChatPage
from gui.chat.thread.item import Item
from gui.chat.thread.reply import ReplyItem
from gui.context import Context
from tests.fakes import FakeEngine

AddVoice = Callable[..., Voice]


class Desk:
    """A page in a window of its own, its fake engine, and what a test does with them."""

    def __init__(self, page: ChatPage, context: Context, engine: FakeEngine, qtbot: QtBot) -> None:
        self.page, self.context, self.engine, self.qtbot = page, context, engine, qtbot
        self.catalog = context.catalog

    def wait(self, done: Callable[[], Any]) -> None:
        """Until something holds; the check may raise while its widgets are not there."""
        self.qtbot.waitUntil(lambda: bool(done()), timeout=10_000)

    def open(self, argument: object = None) -> None:
        self.page.arrive(argument)
        self.wait(lambda: self.page.talk.loaded is not None)
        self.rest()

    def rest(self) -> None:
        """Until nothing is being read, written, answered or built."""

        def still() -> bool:
            background.finish(5000)
            QCoreApplication.processEvents()
            writer = self.page.talk.writer
            idle = not writer.is_busy() and self.page.talk.live() is None
            return idle and self.page.messages.view.is_settled()

        self.wait(still)
        self.wait(still)  # what the first round has caused

    def send(self, text: str) -> None:
        self.page.composer.field.setPlainText(text)
        self.page.composer.field.sent.emit()

    def say(self, text: str) -> None:
        """Send, and wait for the whole reply."""
        self.send(text)
        self.wait(lambda: self.page.talk.live() is not None)
        self.rest()

    def items(self) -> list[Item]:
        return self.page.messages.view.items()

    def reply(self) -> ReplyItem:
        """The last reply on screen."""
        return [item for item in self.items() if isinstance(item, ReplyItem)][-1]

    def thread(self) -> list[Message]:
        """The branch on screen, as the catalog holds it."""
        now = self.page.talk.conversation_id()
        assert now is not None
        return messages.thread(self.catalog, now)


@pytest.fixture
def add_voice(catalog: Catalog) -> AddVoice:
    def add(name: str, colour: str = "rust", fingerprint: str = "f" * 64) -> Voice:
        return voices.add_version(
            catalog,
            run=None,
            name=name,
            colour=colour,
            model_name="Fake-135M" if fingerprint[0] == "f" else "Other-1B",
            model_fingerprint=fingerprint,
            path=name,
            sha256="0" * 64,
            bytes=6_500_000,
            rank=16,
            targets=("q_proj", "v_proj"),
            perplexity_before=20.0,
            perplexity_after=12.0,
            notes=40,
        )

    return add


@pytest.fixture
def add_thread(catalog: Catalog) -> Callable[..., int]:
    """A conversation of ``count`` messages, its title, the text of each."""

    def add(count: int, title: str = "Old", text: str = "Line {n} of it.") -> int:
        made = conversations.create(catalog, "Be kind.")
        first = messages.add(catalog, made.id, None, "owner", text.replace("{n}", "0"))
        rows = [_row(made.id, first.id + n, n, text) for n in range(1, count)]
        with catalog.session() as session:  # one commit: a thousand would take half a minute
            session.add_all(rows)
        conversations.set_leaf(catalog, made.id, first.id + count - 1)
        conversations.rename(catalog, made.id, title)
        return made.id

    return add


def _row(conversation: int, message: int, number: int, text: str) -> MessageRow:
    owner = number % 2 == 0
    return MessageRow(
        id=message,
        conversation=conversation,
        parent=message - 1,
        author="owner" if owner else "assistant",
        text=text.replace("{n}", str(number)),
        model_name=None if owner else "Fake-135M",
        stop=None if owner else "end",
        created=now(),
    )


@pytest.fixture
def engine(catalog: Catalog) -> FakeEngine:
    return FakeEngine(catalog, pause=0.005)


@pytest.fixture
def bridge(places: Places, engine: FakeEngine, dressed: object) -> Iterator[Bridge]:  # noqa: ARG001
    """A bridge to the fake that the test holds as ``engine``."""
    made = Bridge()

    def serve(emit: Callable[[Any], None]) -> Service:
        engine.emit = emit
        return Service(lambda: engine, lambda: engine, emit, places)

    made.start(serve)
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(made)


@pytest.fixture
def desk(context: Context, engine: FakeEngine, qtbot: QtBot) -> Iterator[Desk]:
    page = ChatPage(context)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    context.bridge.submit(LoadModel(1))
    made = Desk(page, context, engine, qtbot)
    made.wait(lambda: context.bridge.model is not None)
    yield made
    page.save()
    background.finish(5000)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
