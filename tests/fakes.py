"""A fake engine: the same commands, messages and rows as the real one, in words and pauses.

It loads no torch. ``pause`` is the time of one step in seconds, so that a test can
cancel, or talk, in the middle; ``words`` are what every reply says.
"""

import threading
from collections.abc import Callable
from typing import Any

from adapters.catalog.database import Catalog
from engine.messages import (
    AddModel,
    Ask,
    CarryOut,
    CarryOutEach,
    Command,
    CompileScene,
    DeleteVersion,
    DeleteVoice,
    DiscardDownload,
    DownloadModel,
    ExportChat,
    ExportVoice,
    FindDownloads,
    FindModels,
    FindNewNotes,
    FindNotes,
    FindThemes,
    ImportChats,
    ImportVoice,
    LoadModel,
    PlayTurn,
    PreviewNotes,
    ReadAhead,
    ReadNote,
    Reply,
    ResumeTraining,
    ShowExamples,
    StopAndKeep,
    SuggestModels,
    Train,
    TrainFromScenes,
    TrainOn,
    UnloadModel,
)
from engine.owner import Makers
from engine.places import Places
from engine.service import Service
from engine.worker import Emit, Steps
from tests.fake_chats import FakeChats
from tests.fake_exchange import FakeExchange
from tests.fake_models import FakeModels
from tests.fake_notes import FakeNotes
from tests.fake_playing import FakePlaying
from tests.fake_rows import FakeRows
from tests.fake_scenes import FakeScenes
from tests.fake_training import FakeTraining
from tests.heard import Heard, user_error

__all__ = ["FakeEngine", "Heard", "fake_makers", "fake_service", "user_error"]

WORDS = ("A", " quiet", " answer", " about", " frost", " in", " the", " garden", ".")
# Asked for when the page thinks fit.
BY_PAGES = (FindNewNotes, FindThemes, ShowExamples, CompileScene)


class FakeEngine(
    FakePlaying, FakeTraining, FakeModels, FakeNotes, FakeExchange, FakeScenes, FakeChats
):
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
        super().__init__()
        self.emit = emit
        self.pause = pause
        self.words = words
        self.steps = steps
        self.handled: list[Command] = []
        self.fail_next: BaseException | None = None
        self.closed = False
        self.hurried = threading.Event()
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


_STEPS: dict[type[Command], Callable[[FakeEngine, Any], Steps]] = {
    LoadModel: FakeEngine._load,
    UnloadModel: FakeEngine._unload,
    Reply: FakeEngine._reply,
    Ask: FakeEngine._ask,
    PlayTurn: FakeEngine._play_turn,
    ReadAhead: FakeEngine._read_ahead,
    PreviewNotes: FakeEngine._preview,
    FindNotes: FakeEngine._find_notes,
    FindThemes: FakeEngine._find_themes,
    ReadNote: FakeEngine._read_note,
    ShowExamples: FakeEngine._examples,
    Train: FakeEngine._train,
    TrainFromScenes: FakeEngine._train_from_scenes,
    TrainOn: FakeEngine._train,
    ResumeTraining: FakeEngine._resume,
    CarryOut: FakeEngine._carry_out,
    CarryOutEach: FakeEngine._carry_out_each,
    StopAndKeep: FakeEngine._stop_and_keep,
    DeleteVersion: FakeEngine._delete_version,
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
    CompileScene: FakeEngine._compile_scene,
    ExportChat: FakeEngine._export_chat,
    ImportChats: FakeEngine._import_chats,
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
