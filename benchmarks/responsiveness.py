"""Does the window stay smooth while the engine works?

The real main window shows a thread of 2,000 messages. A timer of 16 ms measures how late
the event loop is: while the model loads, while a reply streams, and while a voice trains
and a reply streams in between. ``--quick`` takes a fake engine that keeps its thread busy.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_cache_path
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from adapters.catalog import conversations, messages, models
from adapters.catalog.conversation_tables import MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.tables import now
from adapters.voice.options import TrainingOptions
from benchmarks import harness
from engine.messages import Piece, ReplyStarted, Train, Update
from engine.owner import Makers
from engine.places import Places
from engine.worker import Emit, Handler
from gui import app as program_app
from gui.chat.page import ChatPage
from gui.looks import make_application

TITLE = "Responsiveness: lateness of the window's event loop"
MESSAGES = 2000
TICK_MS = 16
QUESTION = "Tell me a long story about a garden in the north, in many paragraphs, with a table."
REPLY = """Here is the {n}th answer, with *some* **markdown** in it.

1. One thing to look at, and `code` beside it.
2. Another one, that is longer and runs over the end of the line because it has to.

```python
def frost(day):
    return day - {n}
```
"""


@dataclass
class Lateness:
    """Milliseconds that each tick came late."""

    name: str
    ticks: list[float] = field(default_factory=list)

    def row(self) -> harness.Row:
        return {
            "phase": self.name,
            "ticks": len(self.ticks),
            "median ms": statistics.median(self.ticks),
            "p99 ms": self.p99,
            "maximum ms": max(self.ticks),
        }

    @property
    def p99(self) -> float:
        return sorted(self.ticks)[int(len(self.ticks) * 0.99)]


class Watch(QObject):
    """Measures from the first tick on; ``turn`` begins another phase."""

    def __init__(self) -> None:
        super().__init__()
        self.phases: list[Lateness] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def turn(self, name: str) -> None:
        self.phases.append(Lateness(name))
        self._last = time.perf_counter()
        self._timer.start()

    def rest(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        here = time.perf_counter()
        late = (here - self._last) * 1000 - TICK_MS
        self._last = here
        self.phases[-1].ticks.append(max(0.0, late))


class Bench:
    """The program with its real window, and what is done with it."""

    def __init__(self, places: Places, makers: Makers | None, seconds: float) -> None:
        self._seconds = seconds
        self._watch = Watch()
        self._program = program_app.Program(places, makers)
        self._window = self._program.window
        self._window.resize(1280, 800)

    def run(self, notes: Path) -> list[Lateness]:
        self._watch.turn("start and load of the model")
        self._window.show()
        self._wait(lambda: self._program.context is not None)
        self._wait(lambda: self._program.bridge.model is not None)
        self._watch.rest()
        page = self._chat()
        self._talk(page, "a reply streams")
        job = self._program.bridge.submit(
            Train(str(notes), "Bench", "rust", TrainingOptions(epochs=50))
        )
        self._wait(lambda: bool(self._program.bridge.training))
        self._talk(page, "a voice trains, a reply streams")
        self._program.bridge.cancel(job)
        self._wait(lambda: not self._program.bridge.training)
        return self._watch.phases

    def close(self) -> bool:
        self._window.close()
        return self._program.close()

    def _chat(self) -> ChatPage:
        page = self._window.page("chat")
        assert isinstance(page, ChatPage)
        self._window.go("chat")
        self._wait(lambda: page.talk.loaded is not None)
        self._wait(page.messages.view.is_settled)
        assert len(page.messages.view.entries()) >= MESSAGES
        return page

    def _talk(self, page: ChatPage, name: str) -> None:
        """Ask, and ask again whenever the reply has ended, until the time is over."""
        self._ask(page)
        self._wait(lambda: page.talk.live() is None or page.talk.live().text != "")
        assert page.talk.live() is not None, "there was no reply"
        self._watch.turn(name)
        end = time.perf_counter() + self._seconds
        while time.perf_counter() < end:
            self._spin(0.2)
            if page.talk.live() is None:
                self._ask(page)
        self._watch.rest()
        page.acts.stop()
        self._wait(lambda: page.talk.live() is None)

    def _ask(self, page: ChatPage) -> None:
        self._wait(lambda: not page.composer.send.stops)
        page.composer.field.setPlainText(QUESTION)
        page.composer.field.sent.emit()
        self._wait(lambda: page.talk.live() is not None)

    def _wait(self, done: Callable[[], bool], limit: float = 900.0) -> None:
        end = time.perf_counter() + limit
        while not done():
            if time.perf_counter() > end:
                raise TimeoutError("the window did not get there")
            self._spin(0.02)

    def _spin(self, seconds: float) -> None:
        """Let the event loop run as it always does."""
        loop = QEventLoop()
        QTimer.singleShot(int(seconds * 1000), loop.quit)
        loop.exec()


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument("--seconds", type=float, default=60.0, help="of each phase")
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 3 + 2 * chosen.seconds / 60, chosen)
    os.environ.setdefault("QT_QPA_PLATFORM", "" if os.environ.get("DISPLAY") else "offscreen")
    sys.setswitchinterval(program_app.SWITCH_SECONDS)
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        phases = _measure(Path(folder), chosen)
    application.processEvents()
    return harness.report(TITLE, [phase.row() for phase in phases], _bars(phases), chosen)


def _measure(folder: Path, chosen: argparse.Namespace) -> list[Lateness]:
    cache = folder / "cache" if chosen.quick else user_cache_path("timbre")
    places = Places(folder / "data", cache)
    _write_notes(folder / "notes")
    _fill(places, with_model=chosen.quick)
    makers = Makers(_busy, _busy) if chosen.quick else None
    bench = Bench(places, makers, 5.0 if chosen.quick else chosen.seconds)
    try:
        return bench.run(folder / "notes")
    finally:
        bench.close()


def _bars(phases: list[Lateness]) -> list[harness.Bar]:
    load, *working = phases
    bars = [harness.Bar(f"{load.name}: maximum, ms", max(load.ticks), 250.0, "max")]
    for phase in working:
        bars.append(harness.Bar(f"{phase.name}: p99, ms", phase.p99, 16.0, "max"))
        bars.append(harness.Bar(f"{phase.name}: maximum, ms", max(phase.ticks), 50.0, "max"))
    return bars


def _fill(places: Places, with_model: bool) -> None:
    """A conversation of 2,000 messages in a new catalog; the fake engine needs a model's row."""
    places.data.mkdir(parents=True)
    places.cache.mkdir(parents=True, exist_ok=True)
    catalog = Catalog.open(places.catalog, places.backups)
    if with_model:
        models.add(catalog, "Fake-135M", "starter", "/starter.gguf", 90_000_000, 2048)
    made = conversations.create(catalog, "Answer at length.")
    first = messages.add(catalog, made.id, None, "owner", "The first question.")
    rows = [_row(made.id, first.id + n, n) for n in range(1, MESSAGES)]
    with catalog.session() as session:
        session.add_all(rows)
    conversations.set_leaf(catalog, made.id, first.id + MESSAGES - 1)
    catalog.close()


def _row(conversation: int, message: int, number: int) -> MessageRow:
    owner = number % 2 == 0
    return MessageRow(
        id=message,
        conversation=conversation,
        parent=message - 1,
        author="owner" if owner else "assistant",
        text=f"Question {number}?" if owner else REPLY.replace("{n}", str(number)),
        stop=None if owner else "end",
        created=now(),
    )


def _write_notes(folder: Path) -> None:
    """Enough for a training that outlasts the measuring."""
    folder.mkdir()
    for number in range(200):
        text = f"The frost of day {number} came late and left the beds as they were. " * 12
        (folder / f"{number:03}.md").write_text(f"# Day {number}\n\n{text}\n", encoding="utf-8")


def _busy(places: Places, catalog: Catalog, emit: Emit) -> Handler:  # noqa: ARG001 - as its like
    """A fake whose thread computes between its words instead of sleeping."""
    from tests.fakes import FakeEngine  # noqa: PLC0415 - for the quick case only

    class Busy(FakeEngine):
        def _talk(self, row: int | None, seed: int) -> Iterator[Update]:
            yield ReplyStarted(row, seed)
            for number, word in enumerate(self.words, start=1):
                _compute(0.01)
                yield Piece(word, number, 100.0)

    words = ("Some ", "more ", "words ", "of ", "it.\n\n") * 400
    return Busy(catalog, emit, words=words, steps=100_000)


def _compute(seconds: float) -> None:
    """Python code only: it lets go of the interpreter when it is asked to, not before."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        sum(range(1000))


if __name__ == "__main__":
    sys.exit(main())
