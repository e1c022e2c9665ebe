"""Open, talk, train, switch, restart: the real window on the real engine and starter model."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, messages, runs, voices
from adapters.catalog.records import Message, Voice
from engine.messages import ModelChanged, Train
from engine.places import Places
from gui import background
from gui.app import Program
from gui.chat.composer.voice_picker import VoicePicker
from gui.chat.page import ChatPage
from gui.chat.thread.owner import OwnerItem
from gui.context import Context
from gui.first_run.page import FirstRunPage
from gui.settings.page import SettingsPage
from gui.theme import fonts
from gui.voices.page import VoicesPage
from tests.notes import some_given

pytestmark = [pytest.mark.real_model, pytest.mark.journey]

QUESTION = "How do I know that the soil is ready?"
LONG = 1_200_000  # ms; a training of 40 notes takes minutes, more where others use the machine


class Session:
    """One run of the program, from its window's first paint to its end."""

    def __init__(self, places: Places, qtbot: QtBot) -> None:
        self.qtbot, self.closed = qtbot, False
        self.program = Program(places)
        self.loads: list[ModelChanged] = []  # each time that a model was put into memory
        self.program.bridge.event.connect(self._hear)
        self.window = self.program.window
        self.window.resize(1280, 800)
        self.window.show()
        self.wait(lambda: self.program.context is not None)
        self.wait(lambda: self.program.bridge.model is not None, LONG)

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged) and event.model is not None:
            self.loads.append(event)

    @property
    def context(self) -> Context:
        assert self.program.context is not None
        return self.program.context

    @property
    def chat(self) -> ChatPage:
        return cast(ChatPage, self.window.page("chat"))

    @property
    def thread(self) -> list[Message]:
        (now,) = conversations.page(self.context.catalog)
        return messages.thread(self.context.catalog, now.id)

    def wait(self, done: Callable[[], object], timeout: int = 30_000) -> None:
        self.qtbot.waitUntil(lambda: bool(done()), timeout=timeout)

    def until_answered(self) -> str:
        """Wait for the reply that was asked for; its text."""
        talk = self.chat.talk
        self.wait(lambda: talk.live() is not None)
        self.wait(lambda: talk.live() is None and self.thread[-1].stop is not None, LONG)
        self.wait(lambda: not talk.writer.is_busy() and self.chat.messages.view.is_settled())
        return self.thread[-1].text

    def choose(self, voice: str | None) -> None:
        """Take a voice, or none, from the composer's dropdown with the mouse."""
        QTest.mouseClick(self.chat.composer.voice, Qt.MouseButton.LeftButton)
        self.wait(lambda: self.window.findChildren(VoicePicker))
        (picker,) = self.window.findChildren(VoicePicker)
        rows = [picker.list.model().index(n, 0) for n in range(picker.list.model().rowCount())]
        (row,) = [r for r in rows if _named(picker, r) == voice]
        picker.list.setCurrentIndex(row)
        QTest.keyClick(picker.list, Qt.Key.Key_Return)
        self.wait(lambda: self.chat.composer.voice.voice_name() == (voice or "No voice"))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def ask_the_same(self) -> str:
        """Send the question again in its own place, from its edit box."""
        question = self.chat.messages.view.items()[0]
        assert isinstance(question, OwnerItem)
        QTest.mouseClick(question.edit_button, Qt.MouseButton.LeftButton)
        assert question.editor is not None
        assert question.editor.field.toPlainText() == QUESTION
        QTest.mouseClick(question.editor.send, Qt.MouseButton.LeftButton)
        return self.until_answered()

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self.window.close()
        self.program.close()
        background.finish(5000)
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _named(picker: VoicePicker, index: object) -> str | None:
    speaker = picker._rows.row(index).speaker  # type: ignore[arg-type]
    return speaker.name if speaker else None


@pytest.fixture
def places(tmp_path: Path, starter_nf4: Path) -> Places:
    data = tmp_path / "data"
    data.mkdir()
    return Places(data=data, cache=starter_nf4.parents[1])


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Forty notes: of the folder that TIMBRE_NOTES names, else of those that Timbre ships."""
    return some_given(tmp_path / "notes", 40)


@pytest.fixture
def start(places: Places, qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[], Session]]:
    fonts.load()
    begun: list[Session] = []

    def go() -> Session:
        begun.append(Session(places, qtbot))
        return begun[-1]

    yield go
    for session in begun:
        session.close()
    qapp.processEvents()


def test_the_whole_path(start: Callable[[], Session], notes: Path) -> None:
    now = start()
    assert now.window.current() == "first_run"
    make_repeatable(now)

    now.window.go("first_run")
    welcome = cast(FirstRunPage, now.window.page("first_run"))
    QTest.mouseClick(welcome.talk, Qt.MouseButton.LeftButton)
    now.wait(lambda: now.window.current() == "chat" and now.chat.talk.loaded is not None)
    QTest.keyClicks(now.chat.composer.field, QUESTION)
    QTest.keyClick(now.chat.composer.field, Qt.Key.Key_Return)
    first = now.until_answered()
    assert first.strip()

    voice = train(now, notes)
    assert voice.version.perplexity_before is not None
    assert voice.version.perplexity_after is not None
    assert voice.version.perplexity_after < voice.version.perplexity_before

    now.window.go("chat")
    now.choose(voice.name)
    assert now.ask_the_same() != first
    assert now.thread[-1].voice_name == voice.name
    now.choose(None)
    assert now.ask_the_same() == first
    assert len(now.loads) == 1  # voices come and go on the one base
    assert {message.seed for message in now.thread if message.author == "assistant"} == {7}
    thread = now.thread
    now.close()

    again = start()
    assert again.window.current() == "chat"
    assert again.thread == thread
    assert [v.name for v in voices.everything(again.context.catalog)] == [voice.name]
    again.wait(lambda: again.chat.talk.loaded is not None)
    again.choose(voice.name)
    assert again.ask_the_same() != first


def make_repeatable(session: Session) -> None:
    """A fixed seed and short replies, in the settings."""
    session.window.go("settings")
    page = cast(SettingsPage, session.window.page("settings"))
    page.talking.numbers["seed"].setValue(7)
    page.talking.numbers["max_tokens"].setValue(24)
    assert session.context.settings.sampling.seed == 7


def train(session: Session, notes: Path) -> Voice:
    """Go through the steps of a new voice, with one reading of the notes, to its end."""
    session.window.go("voices")
    page = cast(VoicesPage, session.window.page("voices"))
    page.begin(notes)
    new = page.new_voice
    new.name.name.setText("Garden")
    new.train.epochs.setValue(1.0)
    session.wait(lambda: new.foot.start.isEnabled(), LONG)
    assert new.preview is not None
    assert len(new.preview.files) == 40
    QTest.mouseClick(new.foot.start, Qt.MouseButton.LeftButton)
    session.wait(lambda: session.program.bridge.running(Train))
    session.wait(lambda: not session.program.bridge.running(Train), LONG)
    (run,) = runs.everything(session.context.catalog)
    assert run.state == "finished", run.problem
    (voice,) = voices.everything(session.context.catalog)
    return voice
