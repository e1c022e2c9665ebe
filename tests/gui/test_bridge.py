"""The bridge: the engine's events reach their callbacks, in the GUI thread."""

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from adapters.voice.options import TrainingOptions
from engine.messages import (
    Answer,
    Ask,
    Cancelled,
    Event,
    Failed,
    FindModels,
    Finished,
    Footprint,
    Found,
    LoadModel,
    Piece,
    Progress,
    Started,
    Train,
    UnloadModel,
)
from engine.places import Places
from engine.service import Service
from gui.bridge import Bridge
from tests.fakes import FakeEngine, fake_service, user_error

TRAIN = Train("/notes", "Letters", "plum", TrainingOptions())


def test_callbacks_run_in_the_gui_thread_and_in_order(qtbot: QtBot, bridge: Bridge) -> None:
    said: list[object] = []
    threads: set[threading.Thread] = set()

    def hear(value: object) -> None:
        said.append(value)
        threads.add(threading.current_thread())

    bridge.submit(Ask("frost?", ""), on_update=hear, on_finished=hear)
    qtbot.waitUntil(lambda: bool(said) and isinstance(said[-1], Answer))
    assert threads == {threading.main_thread()}
    pieces = [update.text for update in said if isinstance(update, Piece)]
    assert said[-1].text == "".join(pieces)


def test_event_signal_carries_the_whole_life_of_a_job(
    qtbot: QtBot, bridge: Bridge, heard: list[Event]
) -> None:
    job = bridge.submit(FindModels())
    qtbot.waitUntil(lambda: any(isinstance(e, Finished) and e.job == job for e in heard))
    mine = [event for event in heard if getattr(event, "job", None) == job]
    assert isinstance(mine[0], Started)
    assert all(isinstance(event, Progress) for event in mine[1:-1])
    assert isinstance(mine[-1].result, Found)


def test_nothing_is_called_back_inside_of_submit(bridge: Bridge) -> None:
    called: list[object] = []
    bridge.submit(FindModels(), on_update=called.append, on_finished=called.append)
    assert not called


def test_cancelled_job_calls_only_on_cancelled(qtbot: QtBot, bridge: Bridge) -> None:
    ended: list[str] = []
    job = bridge.submit(
        TRAIN,
        on_finished=lambda _: ended.append("finished"),
        on_failed=lambda _: ended.append("failed"),
        on_cancelled=lambda: ended.append("cancelled"),
    )
    qtbot.waitUntil(lambda: job in bridge.training)
    bridge.cancel(job)
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["cancelled"]
    assert not bridge.training
    assert not bridge.running(Train)


@pytest.fixture
def failing(places: Places) -> Callable[[], Bridge]:
    made: list[Bridge] = []

    def make() -> Bridge:
        def service(emit: Callable[[Event], None]) -> object:
            engine = FakeEngine(emit=emit)
            engine.fail_next = user_error()
            return Service(lambda: engine, lambda: engine, emit, places)

        bridge = Bridge()
        bridge.start(service)
        made.append(bridge)
        return bridge

    yield make
    for bridge in made:
        bridge.close()


def test_failure_goes_to_who_waits_for_it(qtbot: QtBot, failing: Callable[[], Bridge]) -> None:
    bridge = failing()
    failures: list[Failed] = []
    unhandled: list[Failed] = []
    bridge.unhandled.connect(unhandled.append)
    bridge.submit(FindModels(), on_failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert str(failures[0].what) == "The file could not be read."
    assert not unhandled


def test_failure_that_nobody_waits_for_is_told(
    qtbot: QtBot, failing: Callable[[], Bridge]
) -> None:
    bridge = failing()
    with qtbot.waitSignal(bridge.unhandled) as told:
        bridge.submit(FindModels())
    assert isinstance(told.args[0], Failed)


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)


def test_deleted_page_is_not_called(qtbot: QtBot, bridge: Bridge, heard: list[Event]) -> None:
    page = Listener()
    remembered = page.heard
    job = bridge.submit(FindModels(), on_update=page.hear, on_finished=page.hear)
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: any(isinstance(e, Finished) and e.job == job for e in heard))
    assert not remembered


def test_no_callback_of_a_deleted_owner_is_called(
    qtbot: QtBot, bridge: Bridge, heard: list[Event]
) -> None:
    page, called = QObject(), []
    finished = bridge.submit(
        FindModels(), on_update=called.append, on_finished=lambda _: called.append(1), owner=page
    )
    cancelled = bridge.submit(
        TRAIN, on_update=called.append, on_cancelled=lambda: called.append(2), owner=page
    )
    bridge.cancel(cancelled)
    shiboken6.delete(page)
    ended = {finished: Finished, cancelled: Cancelled}
    qtbot.waitUntil(
        lambda: all(any(isinstance(e, k) and e.job == n for e in heard) for n, k in ended.items())
    )
    assert not called
    assert not bridge.running(Train)


@pytest.mark.parametrize("named", [True, False])
def test_a_failure_is_told_where_the_page_that_asked_is_gone(
    qtbot: QtBot, failing: Callable[[], Bridge], named: bool
) -> None:
    bridge, page = failing(), Listener()
    remembered = page.heard
    waits = remembered.append if named else page.hear
    with qtbot.waitSignal(bridge.unhandled) as told:
        bridge.submit(FindModels(), on_failed=waits, owner=page if named else None)
        shiboken6.delete(page)
    assert isinstance(told.args[0], Failed)
    assert not remembered


def test_bridge_knows_what_is_loaded(qtbot: QtBot, bridge: Bridge) -> None:
    bridge.submit(LoadModel(1))
    qtbot.waitUntil(lambda: bridge.model is not None and bridge.footprint.weights > 0)
    assert bridge.model.name == "Fake-135M"
    bridge.submit(UnloadModel())
    qtbot.waitUntil(lambda: bridge.model is None)
    assert bridge.footprint == Footprint("cpu")


def test_running_lists_only_its_kind(qtbot: QtBot, bridge: Bridge, heard: list[Event]) -> None:
    job = bridge.submit(TRAIN)
    assert bridge.running(Train) == [job]
    assert bridge.running(Ask) == []
    bridge.cancel(job)
    qtbot.waitUntil(lambda: any(isinstance(e, Cancelled) for e in heard))
    assert bridge.running(Train) == []


def test_closed_bridge_hears_nothing(qtbot: QtBot, places: Places) -> None:
    bridge = Bridge()
    events: list[Event] = []
    bridge.event.connect(events.append)
    bridge.start(lambda emit: fake_service(places, emit))
    bridge.submit(Ask("frost?", ""))
    assert bridge.close()
    qtbot.wait(50)
    assert not events
