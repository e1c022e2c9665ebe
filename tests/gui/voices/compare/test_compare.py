"""Base and voices side by side: who is asked what, in which order, and how it is stopped."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice
from adapters.errors import UserError
from adapters.wording import phrase
from engine.messages import Ask, Started
from engine.places import Places
from gui.bridge import Bridge
from gui.context import Context
from gui.voices.compare.page import ComparePage
from gui.voices.page import VoicesPage
from tests.fake_rows import FINGERPRINT
from tests.fakes import FakeEngine, fake_service
from tests.gui.accessibility import interpreting, nameless, out_of_reach
from tests.gui.voices.conftest import MakeVoice, Open, Settle


class Heard:
    """The commands that reach the fake engine."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[Ask] = []
        real = FakeEngine.handle

        def handle(engine: FakeEngine, command: object) -> object:
            if isinstance(command, Ask):
                self.asked.append(command)
            return real(engine, command)  # type: ignore[arg-type]

        monkeypatch.setattr(FakeEngine, "handle", handle)


@pytest.fixture
def heard_by_engine(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return Heard(monkeypatch)


@pytest.fixture
def workbench(make_voice: MakeVoice, catalog: Catalog) -> Voice:
    """A voice with two versions; another fits the same model, a third does not."""
    made = make_voice("Workbench")
    make_voice("Letters")
    make_voice("Elsewhere", fingerprint="e" * 64)
    return second_version(catalog, made)


def second_version(catalog: Catalog, voice: Voice) -> Voice:
    return voices.add_version(
        catalog,
        run=None,
        name=voice.name,
        colour=voice.colour,
        model_name=voice.model_name,
        model_fingerprint=FINGERPRINT,
        path="v2",
        sha256="0" * 64,
        bytes=1,
        rank=4,
        targets=("q_proj",),
        perplexity_before=20.0,
        perplexity_after=15.0,
        notes=44,
        voice=voice.id,
    )


@pytest.fixture
def comparing(open_page: Open, workbench: Voice, settle: Settle) -> ComparePage:
    page = open_page()
    page.select(("voice", workbench.id))
    settle()
    QTest.mouseClick(page.detail.voice.verdict.compare, Qt.MouseButton.LeftButton)
    settle()
    assert page.is_comparing()
    return page.compare


def names(page: ComparePage) -> list[str]:
    return [one.speaker.currentText() for one in page.columns]


def ended(page: ComparePage) -> Callable[[], bool]:
    return lambda: not page.asking.busy


def test_it_begins_with_the_model_and_the_voice(comparing: ComparePage) -> None:
    assert names(comparing) == ["No voice, the model itself", "Workbench"]
    first = comparing.columns[0]
    offered = [first.speaker.itemText(n) for n in range(first.speaker.count())]
    assert offered == [
        "No voice, the model itself",
        "Workbench",
        "Workbench, version 1",
        "Letters",
    ]
    assert not first.strength.isEnabled()
    assert comparing.columns[1].strength.isEnabled()
    assert not comparing.send.isEnabled()
    assert comparing.title.text() == "Compare “Workbench”"


def test_all_are_asked_the_same_with_one_seed(
    comparing: ComparePage, heard_by_engine: Heard, workbench: Voice, qtbot: QtBot
) -> None:
    comparing.more.click()
    third = comparing.columns[2]
    third.speaker.setCurrentText("Workbench, version 1")
    third.strength.slider.setValue(150)
    assert not comparing.more.isEnabled()
    comparing.field.setPlainText("When to sow?")
    QTest.keyClick(comparing.field, Qt.Key.Key_Return)
    qtbot.waitUntil(ended(comparing))
    asked = heard_by_engine.asked
    assert [(one.voice, one.strength) for one in asked] == [
        (None, 1.0),
        (workbench.id, 1.0),
        (workbench.id, 1.5),
    ]
    assert [one.version for one in asked[:2]] == [None, None]
    assert asked[2].version not in (None, workbench.version.id)
    assert {one.text for one in asked} == {"When to sow?"}
    assert len({one.sampling.seed for one in asked}) == 1
    assert asked[0].sampling.seed is not None
    for one in comparing.columns:
        assert one.text.toPlainText() == "A quiet answer about frost in the garden."
        assert "tokens/s" in one.foot.text()


def test_the_next_question_has_another_seed(
    comparing: ComparePage, heard_by_engine: Heard, qtbot: QtBot
) -> None:
    comparing.field.setPlainText("When to sow?")
    for _ in range(2):
        comparing.send.click()
        qtbot.waitUntil(ended(comparing))
    assert len({one.sampling.seed for one in heard_by_engine.asked}) == 2


def test_stop_ends_who_speaks_and_asks_no_more(
    places: Places,
    catalog: Catalog,
    context: Context,
    workbench: Voice,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    slow = Bridge()
    slow.start(lambda emit: fake_service(places, emit, catalog, pause=0.05))
    begun: list[Started] = []
    slow.event.connect(lambda event: begun.append(event) if isinstance(event, Started) else None)
    context.bridge = slow
    page = ComparePage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_voice(workbench.id)
    settle()
    page.field.setPlainText("When to sow?")
    page.send.click()
    assert page.send.stops
    assert not page.columns[0].speaker.isEnabled()
    qtbot.waitUntil(lambda: page.columns[0].text.toPlainText() != "")
    page.send.click()
    qtbot.waitUntil(ended(page))
    assert page.columns[0].foot.text() == "Stopped"
    assert page.columns[1].text.toPlainText() == ""
    assert page.columns[1].foot.text() == "Stopped"
    assert len(begun) == 1
    assert page.columns[0].speaker.isEnabled()
    slow.close()


def test_who_cannot_answer_says_why_and_the_others_do(
    comparing: ComparePage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    real = FakeEngine.handle

    def handle(engine: FakeEngine, command: object) -> object:
        if isinstance(command, Ask) and command.voice is not None:
            raise UserError(
                phrase("errors", "It is <b>gone</b>."),
                phrase("errors", "It was deleted."),
                phrase("errors", "Choose another version."),
            )
        return real(engine, command)  # type: ignore[arg-type]

    monkeypatch.setattr(FakeEngine, "handle", handle)
    comparing.field.setPlainText("When to sow?")
    comparing.send.click()
    qtbot.waitUntil(ended(comparing))
    assert comparing.columns[0].text.toPlainText() != ""
    assert comparing.columns[1].foot.text() == "It is <b>gone</b>. It was deleted."


def test_a_third_speaker_can_go_again_and_two_must_stay(comparing: ComparePage) -> None:
    assert not any(one.remove.isVisible() for one in comparing.columns)
    comparing.more.click()
    comparing.columns[0].remove.click()
    assert names(comparing) == ["Workbench", "No voice, the model itself"]
    assert not any(one.remove.isVisible() for one in comparing.columns)


def test_escape_leads_back_to_the_voice(open_page: Open, workbench: Voice, settle: Settle) -> None:
    page: VoicesPage = open_page()
    page.begin_comparison(workbench.id)
    settle()
    assert page.act("escape")
    assert not page.is_comparing()
    page.begin_comparison(workbench.id)
    page.arrive(("voice", workbench.id))
    assert not page.is_comparing()


def test_everything_has_a_name_and_is_reached(comparing: ComparePage) -> None:
    comparing.more.click()
    for check in (nameless, out_of_reach, interpreting):
        assert check(comparing) == []
