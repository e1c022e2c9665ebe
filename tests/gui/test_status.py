"""The status bar: connection, memory, model, activity."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.memory.meter import Breakdown
from engine.messages import (
    Ask,
    Cancelled,
    Downloading,
    DownloadModel,
    Event,
    Finished,
    LoadModel,
    Piece,
    Preparing,
    Progress,
    Train,
    TrainingStep,
    UnloadModel,
)
from gui.bridge import Bridge
from gui.status import meter as meter_module
from gui.status.activity import EVERY_MS, Activity
from gui.status.bar import StatusBar
from gui.status.connection import Connection
from gui.status.details import MemoryDetails
from gui.status.legend import Legend
from gui.status.meter import MemoryMeter
from gui.status.parts import USES, parts, used_of_total
from gui.theme import apply
from tests.gui.accessibility import nameless, out_of_reach

GIB = 2**30


def memory(**of: int) -> Breakdown:
    """Eight GiB of which two are weights and one and a half of other programs."""
    sizes = {"weights": 2 * GIB, "voices": 0, "kv_cache": 0, "training": 0, "own": 0}
    sizes |= {"other": 3 * GIB // 2} | of
    free = 8 * GIB - sum(sizes.values())
    return Breakdown(device="cpu", free=free, total=8 * GIB, **sizes)


def step(number: int) -> TrainingStep:
    return TrainingStep(1, number, 320, 2.2, 1e-3, 900, 180.0, 60.0)


# --- memory ---------------------------------------------------------------------------


def test_parts_and_free_make_up_the_whole() -> None:
    now = memory(voices=7 * 2**20, kv_cache=GIB // 2, training=GIB, own=GIB // 4)
    assert sum(part.bytes for part in parts(now)) + now.free == now.total
    assert set(USES) == {field for field in vars(now) if field not in ("device", "total")}


def test_meter_says_its_value(qtbot: QtBot) -> None:
    made = MemoryMeter()
    qtbot.addWidget(made)
    made.show()
    assert made.open_details() is None
    made.show_memory(memory(), 0)
    assert made.accessibleName() == "Memory, 3.5 of 8.0\u00a0GiB used"
    interface = QAccessible.queryAccessibleInterface(made)
    assert isinstance(interface, QAccessibleInterface)
    assert interface.text(QAccessible.Text.Name) == made.accessibleName()
    assert used_of_total(memory()) == "3.5 of 8.0\u00a0GiB"


def test_meter_tells_a_screen_reader_at_most_every_five_seconds(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    now = [100.0]
    monkeypatch.setattr(meter_module.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(
        meter_module.QAccessible, "updateAccessibility", lambda event: told.append(event.value())
    )
    made = MemoryMeter()
    qtbot.addWidget(made)
    for second in range(12):
        now[0] = 100.0 + second
        made.show_memory(memory(kv_cache=second * GIB // 8), 0)
    assert len(told) == 3


def test_meter_paints_more_when_more_is_used(qtbot: QtBot) -> None:
    made = MemoryMeter()
    qtbot.addWidget(made)
    made.show_memory(memory(), 0)
    made.resize(made.sizeHint())
    before = made.grab().toImage()
    made.show_memory(memory(training=GIB), 0)
    assert made.grab().toImage() != before


def test_click_opens_the_details_with_every_part(qtbot: QtBot) -> None:
    made = MemoryMeter()
    qtbot.addWidget(made)
    made.show()
    made.show_memory(memory(voices=6 * 2**20, kv_cache=GIB // 2), 4096)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    details = made.window().findChild(MemoryDetails)
    assert details is not None
    assert details.isVisible()
    words = [one.text().replace("\u00a0", " ") for one in details.findChildren(QLabel)]
    assert "KV cache, 4,096 tokens" in words
    assert words[words.index("Voices") + 1] == "6.0 MiB"
    assert words[words.index("Training") + 1] == "none"
    assert words[words.index("Other programs") + 1] == "1.5 GiB"
    QTest.keyClick(details, Qt.Key.Key_Escape)
    assert not details.isVisible()


def test_details_open_by_key(qtbot: QtBot) -> None:
    made = MemoryMeter()
    qtbot.addWidget(made)
    made.show()
    made.show_memory(memory(), 0)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.window().findChild(MemoryDetails) is not None


def test_legend_names_only_what_exists(qtbot: QtBot) -> None:
    made = Legend()
    qtbot.addWidget(made)
    made.show_uses(memory())
    assert made.uses() == ("weights", "other", "free")
    made.show_uses(memory(training=1))
    assert made.uses() == ("weights", "training", "other", "free")
    made.resize(40, 16)
    made.grab()  # no room: it is cut from the right, not drawn outside


def test_text_size_widens_the_meter(qtbot: QtBot) -> None:
    made = MemoryMeter()
    qtbot.addWidget(made)
    made.show_memory(memory(), 0)
    usual = made.sizeHint().width()
    apply.wear("light", 150, reduced_motion=True)
    assert made.sizeHint().width() > usual


# --- activity and connection ------------------------------------------------------------


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second of the owner's is a long time for a test."""
    monkeypatch.setattr("gui.status.activity.EVERY_MS", 20)


@pytest.fixture
def activity(qtbot: QtBot) -> Activity:
    made = Activity()
    qtbot.addWidget(made)
    return made


def said(qtbot: QtBot, activity: Activity, text: str) -> None:
    qtbot.waitUntil(lambda: activity.text() == text)
    assert activity.accessibleName() == text


def test_activity_tells_the_speed_and_then_idle(qtbot: QtBot, activity: Activity) -> None:
    assert activity.text() == "idle"
    activity.hear(Progress(1, Piece("a", 1, 21.42)))
    said(qtbot, activity, "21.4 tokens/s")
    activity.hear(Finished(1, None))
    said(qtbot, activity, "idle")


def test_activity_tells_the_step_of_a_training(qtbot: QtBot, activity: Activity) -> None:
    activity.hear(Progress(1, step(184)))
    said(qtbot, activity, "training, step 184 of 320")
    activity.hear(Progress(2, Piece("a", 1, 9.0)))  # a reply in between
    said(qtbot, activity, "9.0 tokens/s")
    activity.hear(Finished(2, None))
    said(qtbot, activity, "training, step 184 of 320")
    activity.hear(Cancelled(1))
    said(qtbot, activity, "idle")


def test_activity_tells_what_is_prepared(qtbot: QtBot, activity: Activity) -> None:
    activity.hear(Progress(1, Preparing(phrase("progress", "Loading the model"))))
    said(qtbot, activity, "Loading the model")


def test_activity_changes_at_most_twice_a_second(qtbot: QtBot, activity: Activity) -> None:
    assert EVERY_MS >= 500
    for number in range(50):
        activity.hear(Progress(1, Piece("a", number, float(number))))
    assert activity.text() == "idle"  # waits for its turn
    said(qtbot, activity, "49.0 tokens/s")


def test_connection_shows_every_download(qtbot: QtBot) -> None:
    made = Connection()
    qtbot.addWidget(made)
    assert made.text() == "Offline"
    made.hear(Progress(4, Downloading("org/model", 1, 10, 5.0)))
    assert made.text() == "Downloading org/model"
    made.hear(Finished(9, None))
    assert made.text() == "Downloading org/model"
    made.hear(Cancelled(4))
    assert made.text() == "Offline"
    assert made.accessibleName() == "Offline"


# --- the whole bar --------------------------------------------------------------------


@pytest.fixture
def bar(qtbot: QtBot, bridge: Bridge) -> StatusBar:
    made = StatusBar(bridge)
    qtbot.addWidget(made)
    made.resize(1280, 30)
    made.show()
    return made


def test_bar_shows_the_machine_and_the_model(
    qtbot: QtBot, bar: StatusBar, bridge: Bridge, settle: Callable[[], None]
) -> None:
    assert bar.model.text() == "No model loaded"
    bar.start()
    settle()
    assert "GiB used" in bar.meter.accessibleName()
    bridge.submit(LoadModel(1))
    qtbot.waitUntil(lambda: bar.model.text() == "Fake-135M, 4-bit")
    qtbot.waitUntil(lambda: "weights" in bar.legend.uses())
    bridge.submit(UnloadModel())
    qtbot.waitUntil(lambda: bar.model.text() == "No model loaded")


def test_bar_follows_a_reply_a_training_and_a_download(
    qtbot: QtBot, bar: StatusBar, bridge: Bridge, heard: list[Event]
) -> None:
    bridge.submit(DownloadModel("org/model"))
    qtbot.waitUntil(lambda: bar.connection.text() == "Downloading org/model")
    qtbot.waitUntil(lambda: bar.connection.text() == "Offline")
    job = bridge.submit(Train("/notes", "Letters", "plum", TrainingOptions()))
    qtbot.waitUntil(lambda: bar.activity.text().startswith("training, step"))
    bridge.cancel(job)
    qtbot.waitUntil(lambda: any(isinstance(e, Cancelled) for e in heard))
    bridge.submit(Ask("frost?", ""))
    qtbot.waitUntil(lambda: bar.activity.text() == "idle")


def test_bar_can_be_used_without_eyes_or_mouse(bar: StatusBar) -> None:
    assert not nameless(bar)
    assert not out_of_reach(bar)
