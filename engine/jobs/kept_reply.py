"""The row of a reply, kept up while the reply grows."""

import time
from collections.abc import Generator
from dataclasses import dataclass

from adapters.catalog import messages
from adapters.catalog.database import Catalog
from adapters.catalog.records import StopReason
from engine.generation.reply import ReplyText
from engine.jobs.voices import Worn
from engine.messages import ReplyStarted, TurnsLeft, Update

_STORE_EVERY = 2.0  # seconds: what a crash may cost of a reply


@dataclass(frozen=True)
class Place:
    """Where a reply goes: below which message, and in a scene, as whom."""

    conversation: int
    parent: int | None
    scene_version: int | None = None
    role: str | None = None
    role_name: str | None = None


class KeptReply:
    """Keeps ``said`` at its place, whatever ends it."""

    def __init__(
        self,
        catalog: Catalog,
        place: Place,
        model_name: str,
        worn: Worn,
        said: ReplyText,
    ) -> None:
        self._catalog = catalog
        self._place = place
        self._model_name = model_name
        self._worn = worn
        self._said = said
        self._stored = time.monotonic()
        self.row: int | None = None

    def follow(
        self, speaking: Generator[Update, None, ReplyText], seed: int
    ) -> Generator[Update, None, None]:
        """Pass the updates on and keep the text; closed early, the owner has stopped it."""
        stop: StopReason = "interrupted"
        try:
            for update in speaking:
                if self.row is None and not isinstance(update, TurnsLeft):
                    yield self._begin(seed)
                self._store_now_and_then()
                yield update
            stop = self._said.stop
        except GeneratorExit:
            stop = "owner"
            raise
        finally:
            speaking.close()  # first, because it settles the last characters
            self._end(stop)

    def _begin(self, seed: int) -> ReplyStarted:
        """Make the row, now that the prompt fits and nothing but the model can fail."""
        voice = self._worn.voice
        row = messages.add(
            self._catalog,
            self._place.conversation,
            self._place.parent,
            "assistant",
            "",
            voice=voice.id if voice else None,
            voice_version=voice.version.id if voice else None,
            blend_name=self._worn.blend or None,
            blend=self._worn.spoken,
            strength=self._worn.strength if self._worn.name else None,
            model_name=self._model_name,
            seed=seed,
            scene_version=self._place.scene_version,
            role=self._place.role,
            role_name=self._place.role_name,
        )
        self.row = row.id
        return ReplyStarted(row.id, seed)

    def _store_now_and_then(self) -> None:
        if self.row is not None and time.monotonic() - self._stored >= _STORE_EVERY:
            messages.update(self._catalog, self.row, text=self._said.text)
            self._stored = time.monotonic()

    def _end(self, stop: StopReason) -> None:
        if self.row is not None:
            messages.update(
                self._catalog,
                self.row,
                text=self._said.text,
                tokens=self._said.tokens,
                seconds=self._said.seconds,
                stop=stop,
            )
