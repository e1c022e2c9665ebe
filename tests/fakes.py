"""A fake engine: the same commands, messages and rows as the real one, in words and pauses.

It loads no torch. ``pause`` is the time of one step in seconds, so that a test can
cancel, or talk, in the middle; ``words`` are what every reply says.
"""

import threading
import time
from collections.abc import Callable
from typing import Any

from adapters.catalog.database import Catalog
from adapters.catalog.records import RunState, StopReason
from adapters.wording import phrase
from engine.handed_on import HandedOn
from engine.messages import (
    AddModel,
    Answer,
    Ask,
    CarryOut,
    Command,
    DeleteVoice,
    DiscardDownload,
    Done,
    DownloadModel,
    ExportVoice,
    FindDownloads,
    FindModels,
    FindNewNotes,
    FindNotes,
    FindThemes,
    Footprint,
    HeldOut,
    ImportVoice,
    LoadModel,
    MicroStep,
    ModelChanged,
    ModelLoaded,
    NewNotes,
    NotesOfVoice,
    Piece,
    Preparing,
    PreviewNotes,
    Reading,
    ReadNote,
    Reply,
    ReplyStarted,
    ResumeTraining,
    RunQueued,
    RunStarted,
    ShowExamples,
    SpokenVoice,
    StopAndKeep,
    SuggestModels,
    Train,
    Trained,
    TrainingStep,
    TrainOn,
    UnloadModel,
)
from engine.owner import Makers
from engine.places import Places
from engine.service import Service
from engine.worker import Emit, Steps
from tests.fake_exchange import FakeExchange
from tests.fake_models import FakeModels
from tests.fake_notes import FakeNotes
from tests.fake_rows import FakeRows
from tests.heard import Heard, user_error

__all__ = ["FakeEngine", "Heard", "fake_makers", "fake_service", "user_error"]

WORDS = ("A", " quiet", " answer", " about", " frost", " in", " the", " garden", ".")
BY_PAGES = (FindNewNotes, FindThemes, ShowExamples)  # asked for when the page thinks fit
SPEED = 20.0  # tokens per second that the fake claims


class FakeEngine(FakeModels, FakeNotes, FakeExchange):
    """A handler for ``Worker`` and ``Service``, for both lanes.

    ``handled`` lists the commands; ``fail_next`` makes the next one raise that error, but none
    that a page asks by itself.
    With a catalog, replies, runs and voices become rows as with the real engine.
    """

    def __init__(
        self,
        catalog: Catalog | None = None,
        emit: Emit = lambda _: None,
        *,
        pause: float = 0.01,
        words: tuple[str, ...] = WORDS,
        steps: int = 20,
    ) -> None:
        self.emit = emit
        self.pause = pause
        self.words = words
        self.steps = steps
        self.handled: list[Command] = []
        self.fail_next: BaseException | None = None
        self.closed = False
        self.hurried = threading.Event()
        self._training: set[int] = set()  # runs under way
        self._resumed: set[int] = set()
        self._keep: set[int] = set()  # runs that were asked to stop and keep
        self.use(catalog)

    def use(self, catalog: Catalog | None) -> None:
        """Leave rows in this catalog from now on."""
        self._rows = FakeRows(catalog)

    def handle(self, command: Command) -> Steps:
        self.handled.append(command)
        if self.fail_next is not None and not isinstance(command, BY_PAGES):
            error, self.fail_next = self.fail_next, None
            raise error
        return _STEPS[type(command)](self, command)

    def close(self) -> None:
        self.closed = True

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

    def _find_new_notes(self, command: FindNewNotes) -> Steps:
        del command
        yield from ()
        return NewNotes(
            tuple(NotesOfVoice(voice, "/notes", self.new_notes) for voice in self._rows.voices())
        )

    def _train(self, command: Train | TrainOn) -> Steps:
        return (yield from self._hand_on(self._rows.add_run(command, self.steps)))

    def _resume(self, command: ResumeTraining) -> Steps:
        self._rows.set_run_state(command.run, "queued")
        self._resumed.add(command.run)
        return (yield from self._hand_on(command.run))

    def _hand_on(self, run: int) -> Steps:
        def give_up() -> None:
            self._rows.set_run_state(run, "paused")

        try:
            yield RunQueued(run, self._rows.training_before(run))
        except GeneratorExit:
            give_up()
            raise
        return HandedOn(CarryOut(run), give_up)

    def _carry_out(self, command: CarryOut) -> Steps:
        done = self.steps // 2 if command.run in self._resumed else 0
        return (yield from self._train_run(command.run, self._rows.run_name(command.run), done))

    def _train_run(self, run: int, name: str, done: int) -> Steps:
        state: RunState = "paused"
        self._training.add(run)
        self._rows.set_run_state(run, "running")
        try:
            yield RunStarted(run, done, self.steps)
            yield HeldOut(run, 0, 3.2)
            for step in range(done + 1, self.steps + 1):
                yield from self._one_step(run, step)
                if run in self._keep:
                    break
            yield HeldOut(run, step, 2.7)
            state = "finished"
        finally:
            self._training.discard(run)
            self._rows.set_run_state(run, state)
        voice = self._rows.add_voice(run)
        return Trained(run, voice, name, f"v{voice}", step, 9.0, step * 900, 24.5, 15.1, 4, 1_900)

    def _one_step(self, run: int, step: int) -> Steps:
        for _ in range(2):
            time.sleep(self.pause)
            yield MicroStep(run)
        loss = 2.5 + 0.7 / step
        left = (self.steps - step) * 2 * self.pause
        self._rows.record_step(run, step, loss)
        yield TrainingStep(run, step, self.steps, loss, 1e-3, step * 900, 180.0, left)

    def _stop_and_keep(self, command: StopAndKeep) -> Steps:
        yield from ()
        if command.run not in self._training:
            raise user_error()
        self._keep.add(command.run)
        return Done()

    def _delete_voice(self, command: DeleteVoice) -> Steps:
        yield from ()
        self._rows.trash_voice(command.voice)
        return Done()


_STEPS: dict[type[Command], Callable[[FakeEngine, Any], Steps]] = {
    LoadModel: FakeEngine._load,
    UnloadModel: FakeEngine._unload,
    Reply: FakeEngine._reply,
    Ask: FakeEngine._ask,
    PreviewNotes: FakeEngine._preview,
    FindNotes: FakeEngine._find_notes,
    FindThemes: FakeEngine._find_themes,
    ReadNote: FakeEngine._read_note,
    ShowExamples: FakeEngine._examples,
    Train: FakeEngine._train,
    TrainOn: FakeEngine._train,
    ResumeTraining: FakeEngine._resume,
    CarryOut: FakeEngine._carry_out,
    StopAndKeep: FakeEngine._stop_and_keep,
    DeleteVoice: FakeEngine._delete_voice,
    ExportVoice: FakeEngine._export,
    ImportVoice: FakeEngine._import,
    FindModels: FakeEngine._find,
    FindNewNotes: FakeEngine._find_new_notes,
    AddModel: FakeEngine._add_model,
    DownloadModel: FakeEngine._download,
    SuggestModels: FakeEngine._suggest,
    FindDownloads: FakeEngine._waiting,
    DiscardDownload: FakeEngine._discard,
}


def fake_service(
    places: Places, emit: Emit = lambda _: None, catalog: Catalog | None = None, **engine: Any
) -> Service:
    """A service on two fakes that share nothing; close it when the test ends."""
    return Service(
        lambda: FakeEngine(catalog, emit, **engine),
        lambda: FakeEngine(catalog, emit, **engine),
        emit,
        places,
    )


def fake_makers(**engine: Any) -> Makers:
    """What ``engine.owner`` makes its engines with, for a whole program on fakes."""

    def make(places: Places, catalog: Catalog, emit: Emit) -> FakeEngine:
        del places
        return FakeEngine(catalog, emit, **engine)

    return Makers(make, make)
