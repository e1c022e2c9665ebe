"""The part of the fake engine that loads models and speaks."""

import time

from adapters.catalog.records import StopReason
from adapters.wording import phrase
from engine.messages import (
    Answer,
    Ask,
    Done,
    Footprint,
    LoadModel,
    ModelChanged,
    ModelLoaded,
    Piece,
    Preparing,
    Reading,
    Reply,
    ReplyStarted,
    SpokenVoice,
    UnloadModel,
)
from engine.worker import Emit, Steps
from tests.fake_rows import FakeRows

SPEED = 20.0  # tokens per second that the fake claims


class FakeTalk:
    """``words`` are what every reply says, with ``pause`` seconds before each."""

    emit: Emit
    pause: float
    words: tuple[str, ...]
    _rows: FakeRows

    def _load(self, command: LoadModel) -> Steps:
        for tenth in range(3):
            yield Preparing(phrase("progress", "Loading the model"), tenth / 3)
            time.sleep(self.pause)
        self.emit(ModelChanged(command.model, "Fake-135M", "f" * 64, 2048))
        self.emit(Footprint("cpu", weights=110_000_000))
        return ModelLoaded(command.model, "Fake-135M", 3 * self.pause)

    def _unload(self, _: UnloadModel) -> Steps:
        yield from ()
        self.emit(ModelChanged(None, "", "", 0))
        self.emit(Footprint("cpu"))
        return Done()

    def _reply(self, command: Reply) -> Steps:
        row = self._rows.add_reply(command)
        said = ""
        stop: StopReason = "owner"
        try:
            for update in self._talk(row, command.sampling.seed or 42):
                said += update.text if isinstance(update, Piece) else ""
                yield update
            stop = "end"
        finally:
            self._rows.store_reply(row, said, tokens=len(said.split()), stop=stop)
        return self._answer(row, said, command)

    def _ask(self, command: Ask) -> Steps:
        yield from self._talk(None, command.sampling.seed or 42)
        said = "".join(self.words)
        return self._answer(None, said, command)

    def _talk(self, row: int | None, seed: int) -> Steps:
        yield Reading(done=12, cached=4, total=12)
        yield ReplyStarted(row, seed)
        for number, word in enumerate(self.words, start=1):
            time.sleep(self.pause)
            yield Piece(word, number, SPEED)

    def _answer(self, row: int | None, text: str, command: Reply | Ask) -> Answer:
        tokens, blend = len(self.words), command.blend
        parts = self._rows.spoken(blend)
        return Answer(
            message=row,
            text=text,
            tokens=tokens,
            seconds=tokens / SPEED,
            tokens_per_second=SPEED,
            voice=blend.name if blend else self._rows.voice_name(command.voice),
            strength=command.strength,
            seed=command.sampling.seed or 42,
            model="Fake-135M",
            stop="end",
            blend=tuple(SpokenVoice(part.name, part.strength) for part in parts),
        )
