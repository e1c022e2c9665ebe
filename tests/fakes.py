"""A fake engine: the same commands, messages and rows as the real one, in words and pauses.

It loads no torch. ``pause`` is the time of one step in seconds, so that a test can
cancel, or talk, in the middle; ``words`` are what every reply says.
"""

import time
from collections.abc import Callable
from typing import Any

from adapters.catalog.database import Catalog
from adapters.catalog.records import RunState, StopReason
from adapters.wording import phrase
from engine.messages import (
    AddModel,
    Answer,
    Ask,
    Command,
    DeleteVoice,
    DiscardDownload,
    Done,
    Downloading,
    DownloadModel,
    Downloads,
    FindDownloads,
    FindModels,
    Footprint,
    Found,
    FoundModel,
    HeldOut,
    LoadModel,
    MicroStep,
    ModelAdded,
    ModelChanged,
    ModelLoaded,
    NoteFile,
    NoteSeen,
    NotesPreview,
    Piece,
    Preparing,
    PreviewNotes,
    Reading,
    Reply,
    ReplyStarted,
    ResumeTraining,
    RunStarted,
    StopAndKeep,
    Suggested,
    Suggestion,
    SuggestModels,
    Train,
    Trained,
    TrainingStep,
    UnloadModel,
)
from engine.owner import Makers
from engine.places import Places
from engine.service import Service
from engine.worker import Emit, Steps
from tests.fake_rows import FakeRows
from tests.heard import Heard, user_error

__all__ = ["FakeEngine", "Heard", "fake_makers", "fake_service", "user_error"]

WORDS = ("A", " quiet", " answer", " about", " frost", " in", " the", " garden", ".")
SPEED = 20.0  # tokens per second that the fake claims


class FakeEngine:
    """A handler for ``Worker`` and ``Service``, for both lanes.

    ``handled`` lists the commands; ``fail_next`` makes the next one raise that error.
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
        self._keep: set[int] = set()  # runs that were asked to stop and keep
        self.use(catalog)

    def use(self, catalog: Catalog | None) -> None:
        """Leave rows in this catalog from now on."""
        self._rows = FakeRows(catalog)

    def handle(self, command: Command) -> Steps:
        self.handled.append(command)
        if self.fail_next is not None:
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
        return self._answer(row, said, command.voice, command.strength, command.sampling.seed)

    def _ask(self, command: Ask) -> Steps:
        yield from self._talk(None, command.sampling.seed or 42)
        said = "".join(self.words)
        return self._answer(None, said, command.voice, command.strength, command.sampling.seed)

    def _talk(self, row: int | None, seed: int) -> Steps:
        yield Reading(done=12, cached=4, total=12)
        yield ReplyStarted(row, seed)
        for number, word in enumerate(self.words, start=1):
            time.sleep(self.pause)
            yield Piece(word, number, SPEED)

    def _answer(
        self, row: int | None, text: str, voice: int | None, strength: float, seed: int | None
    ) -> Answer:
        tokens = len(self.words)
        return Answer(
            message=row,
            text=text,
            tokens=tokens,
            seconds=tokens / SPEED,
            tokens_per_second=SPEED,
            voice=self._rows.voice_name(voice),
            strength=strength,
            seed=seed or 42,
            model="Fake-135M",
            stop="end",
        )

    def _preview(self, command: PreviewNotes) -> Steps:
        files = (
            NoteFile("frost.md", 600, 150, "learn"),
            NoteFile("letter.txt", 400, 100, "held_out"),
            NoteFile("photo.jpg", 9000, None, "skip", phrase("notes", "This is not text.")),
        )
        for seen, file in enumerate(files, start=1):
            yield NoteSeen(seen, file.path)
            time.sleep(self.pause)
        return NotesPreview(command.folder, files, 150, self.steps, 60.0, 400_000_000)

    def _train(self, command: Train) -> Steps:
        return (
            yield from self._train_run(self._rows.add_run(command, self.steps), command.name, 0)
        )

    def _resume(self, command: ResumeTraining) -> Steps:
        return (yield from self._train_run(command.run, f"Voice {command.run}", self.steps // 2))

    def _train_run(self, run: int, name: str, done: int) -> Steps:
        state: RunState = "paused"
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
        self._keep.add(command.run)
        return Done()

    def _delete_voice(self, command: DeleteVoice) -> Steps:
        yield from ()
        self._rows.trash_voice(command.voice)
        return Done()

    def _find(self, _: FindModels) -> Steps:
        yield Preparing(phrase("progress", "Looking for models"))
        time.sleep(self.pause)
        return Found((FoundModel("Found-1B", "/models/found-1b", "folder", 2_000_000_000),))

    def _add_model(self, command: AddModel) -> Steps:
        yield Preparing(phrase("progress", "Checking the files"))
        return ModelAdded(self._rows.add_model(command.path), "Added")

    def _suggest(self, _: SuggestModels) -> Steps:
        yield from ()
        about = phrase("models", "A small model that knows many languages.")
        return Suggested(
            (Suggestion("Small-1B", "fake/small-1b", "main", 2_000_000_000, "Apache-2.0", about),)
        )

    def _waiting(self, _: FindDownloads) -> Steps:
        yield from ()
        return Downloads(())

    def _discard(self, _: DiscardDownload) -> Steps:
        yield from ()
        return Done()

    def _download(self, command: DownloadModel) -> Steps:
        for part in range(1, 11):
            time.sleep(self.pause)
            yield Downloading(command.repo, part * 100_000, 1_000_000, 5_000_000.0)
        return ModelAdded(8, command.repo)


_STEPS: dict[type[Command], Callable[[FakeEngine, Any], Steps]] = {
    LoadModel: FakeEngine._load,
    UnloadModel: FakeEngine._unload,
    Reply: FakeEngine._reply,
    Ask: FakeEngine._ask,
    PreviewNotes: FakeEngine._preview,
    Train: FakeEngine._train,
    ResumeTraining: FakeEngine._resume,
    StopAndKeep: FakeEngine._stop_and_keep,
    DeleteVoice: FakeEngine._delete_voice,
    FindModels: FakeEngine._find,
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
