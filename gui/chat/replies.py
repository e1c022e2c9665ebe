"""The replies that are being written, in whichever conversation; their jobs and their ends."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from adapters.catalog.records import Message
from engine.messages import Answer, Command, Failed, Reply, Sampling, Update
from gui.bridge import Bridge
from gui.chat.live_reply import LiveReply
from gui.chat.thread.entries import ProblemEntry
from gui.notices import Problem

NUMBERS_MS = 500  # numbers change at most twice a second


Place = tuple[int, int | None]  # a conversation, and the message after which a reply comes


class Replies(QObject):
    """At most one per conversation."""

    begun = Signal(object)  # LiveReply
    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._live: dict[int, LiveReply] = {}
        self._problems: dict[Place, ProblemEntry] = {}
        self._left_out: dict[int, int] = {}  # turns, by the reply's message
        self._numbers = QTimer(self, interval=NUMBERS_MS)
        self._numbers.timeout.connect(self._show_numbers)

    def start(self, live: LiveReply, sampling: Sampling) -> None:
        """Ask the engine for it. A problem with the same message is forgotten."""
        self._problems.pop((live.conversation, live.parent), None)
        self._live[live.conversation] = live
        command = _command(live, sampling)
        live.job = self._bridge.submit(
            command,
            on_update=lambda update: self._take(live, update),
            on_finished=lambda answer: self._finish(live, answer),
            on_failed=lambda failed: self._fail(live, failed, lambda: self._retry(live, sampling)),
            on_cancelled=lambda: self._end(live),
            owner=self,
        )
        self._numbers.start()
        self.begun.emit(live)

    def stop(self, conversation: int) -> bool:
        """End the reply of a conversation, keeping what was said; False where there is none."""
        live = self._live.get(conversation)
        if live is None:
            return False
        live.stopping = True
        self._bridge.cancel(live.job)
        self.progressed.emit(live)
        return True

    def of(self, conversation: int) -> LiveReply | None:
        return self._live.get(conversation)

    def problem(self, conversation: int, message: int | None) -> ProblemEntry | None:
        """Why nothing follows ``message``."""
        return self._problems.get((conversation, message))

    def turns_left_out(self, reply: Message) -> int:
        """How many turns the model did not see; known for replies of this session."""
        return self._left_out.get(reply.id, 0)

    def _take(self, live: LiveReply, update: Update) -> None:
        first = not live.text
        live.take(update)
        if first and live.text:
            live.shown_speed = (live.tokens_per_second, live.tokens)
        self.progressed.emit(live)

    def _show_numbers(self) -> None:
        for live in self._live.values():
            shown = (live.tokens_per_second, live.tokens)
            if live.text and shown != live.shown_speed:
                live.shown_speed = shown
                self.progressed.emit(live)

    def _finish(self, live: LiveReply, answer: Answer) -> None:
        live.message, live.finished = answer.message, True
        if answer.message is not None and answer.turns_left_out:
            self._left_out[answer.message] = answer.turns_left_out
        self._end(live)

    def _fail(self, live: LiveReply, failed: Failed, retry: Callable[[], None]) -> None:
        problem = Problem.of(failed)
        entry = ProblemEntry(live.parent, problem, retry)
        self._problems[live.conversation, live.parent] = entry
        self._end(live)

    def _retry(self, live: LiveReply, sampling: Sampling) -> None:
        if live.conversation not in self._live:
            self.start(live.again(), sampling)

    def _end(self, live: LiveReply) -> None:
        self._live.pop(live.conversation, None)
        if not self._live:
            self._numbers.stop()
        self.ended.emit(live)


def _command(live: LiveReply, sampling: Sampling) -> Command:
    if live.turn is not None:
        return replace(live.turn, sampling=sampling)
    assert live.parent is not None, "only in a scene nobody need have spoken before"
    return Reply(live.parent, live.voice, live.strength, sampling, live.blend)
