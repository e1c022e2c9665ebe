"""Who speaks next in the scene of the conversation on screen, and for how many turns."""

from dataclasses import dataclass, replace
from typing import Literal, cast

from PySide6.QtCore import QObject, Signal

from adapters.catalog import preferences
from engine.messages import PlayTurn, ReadAhead
from engine.messages.scenes import Next
from gui.chat.live_reply import LiveReply
from gui.chat.playing.troupe import Troupe
from gui.chat.talk import Talk
from gui.context import Context

Choice = Literal["in turn", "model", "owner"]  # the owner points at whoever speaks


@dataclass(frozen=True)
class Direction:
    """What the owner wants of one conversation."""

    choice: Choice = "in turn"
    muted: frozenset[str] = frozenset()


class Director(QObject):
    """``changed``: another choice, others muted, or more or fewer turns to go."""

    changed = Signal()

    def __init__(self, context: Context, talk: Talk) -> None:
        super().__init__(talk)
        self._context, self._talk = context, talk
        self._directions: dict[int, Direction] = {}
        self._left = 0  # turns that follow by themselves
        self._awaited: int | None = None  # the reply that must be on screen before the next
        self._ahead: int | None = None  # the job in which the others read
        talk.opened.connect(self.halt)
        talk.changed.connect(self._go_on)
        talk.replies.ended.connect(self._ended)

    @property
    def turns_left(self) -> int:
        return self._left

    def troupe(self) -> Troupe | None:
        return self._talk.loaded.troupe if self._talk.loaded is not None else None

    def direction(self) -> Direction:
        """Of the conversation on screen, as it was left."""
        now = self._talk.conversation_id()
        if now is None:
            return Direction()
        if now not in self._directions:
            kept = preferences.get(self._context.catalog, _key(now), {})
            choice = cast("Choice", kept.get("choice", "in turn"))
            self._directions[now] = Direction(choice, frozenset(kept.get("muted", ())))
        return self._directions[now]

    def choose(self, choice: Choice) -> None:
        self._keep(replace(self.direction(), choice=choice))

    def mute(self, role: str, muted: bool) -> None:
        """Whether a role is passed over unless it is asked."""
        others = self.direction().muted - {role}
        self._keep(replace(self.direction(), muted=others | {role} if muted else others))

    def speak(self, role: str | None = None) -> None:
        """Let a role, or whoever is next, go on from the last message on screen."""
        self.halt()
        self._speak(role)

    def play(self, turns: int) -> None:
        """Let them talk among themselves."""
        self._left = turns
        self._speak(None)

    def answer(self, message: int) -> None:
        """The owner has said something: whoever is next answers, if not the owner chooses."""
        self.halt()
        if self.direction().choice != "owner":
            self._start(message, None)

    def again(self, parent: int | None, role: str) -> None:
        """The same role says something else in the same place."""
        self.halt()
        self._start(parent, role)

    def halt(self) -> None:
        """No turn follows by itself any more."""
        self._left, self._awaited = 0, None
        self._stop_reading()
        self.changed.emit()

    def _speak(self, role: str | None) -> None:
        loaded = self._talk.loaded
        if loaded is not None:
            self._start(loaded.messages[-1].id if loaded.messages else None, role)

    def _start(self, parent: int | None, role: str | None) -> None:
        troupe, conversation = self.troupe(), self._talk.conversation_id()
        if troupe is None or conversation is None or self._talk.live() is not None:
            return
        direction = self.direction()
        next_: Next = "model" if direction.choice == "model" else "in turn"
        turn = PlayTurn(conversation, parent, role, next_, tuple(sorted(direction.muted)))
        live = LiveReply(conversation, parent, None, None, None, 1.0, turn=turn, troupe=troupe)
        self._talk.replies.start(live, self._context.settings.sampling)
        self.changed.emit()

    def _ended(self, live: LiveReply) -> None:
        if live.turn is None or live.conversation != self._talk.conversation_id():
            return
        self._left = max(self._left - 1, 0)
        if not live.finished or self._left == 0:
            self.halt()
            self._read_ahead(live)
        else:
            self._awaited = live.message
            self.changed.emit()

    def _read_ahead(self, live: LiveReply) -> None:
        """While the owner reads this, the other voices do, too."""
        if live.message is None:
            return
        muted = tuple(sorted(self.direction().muted))
        longest = self._context.settings.sampling.max_tokens
        command = ReadAhead(live.conversation, live.message, muted, longest)
        self._ahead = self._context.bridge.submit(command)

    def _stop_reading(self) -> None:
        if self._ahead is not None:
            self._context.bridge.cancel(self._ahead)
            self._ahead = None

    def _go_on(self) -> None:
        loaded = self._talk.loaded
        last = loaded.messages[-1].id if loaded is not None and loaded.messages else None
        if self._awaited is not None and last == self._awaited and self._talk.live() is None:
            self._awaited = None
            self._start(last, None)

    def _keep(self, direction: Direction) -> None:
        now = self._talk.conversation_id()
        if now is None:
            return
        self._directions[now] = direction
        catalog, key = self._context.catalog, _key(now)
        values = {"choice": direction.choice, "muted": sorted(direction.muted)}
        self._talk.drafts.keep(key, lambda: preferences.put(catalog, key, values))
        self.changed.emit()


def _key(conversation: int) -> str:
    return f"who speaks in {conversation}"
