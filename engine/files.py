"""The lane for files and the network: nothing here touches the model."""

import threading
from collections.abc import Callable
from typing import Any

from adapters.catalog.database import Catalog
from engine.jobs import chats, downloads, find, new_notes, run_queue
from engine.jobs.shared import Shared
from engine.messages import (
    AddModel,
    Command,
    CompileScene,
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
    PreviewNotes,
    ReadNote,
    ShowExamples,
    SuggestModels,
    Train,
    TrainFromScenes,
    TrainOn,
)
from engine.places import Places
from engine.worker import Emit, Steps


def _examples(shared: Shared, command: ShowExamples) -> Steps:
    from engine.jobs.note_examples import show  # noqa: PLC0415 - a tokenizer, as below

    return (yield from show(shared, command))


def _find_themes(shared: Shared, command: FindThemes) -> Steps:
    from engine.jobs.note_themes import find_themes  # noqa: PLC0415 - loads scikit-learn

    return (yield from find_themes(shared, command))


def _find_notes(shared: Shared, command: FindNotes) -> Steps:
    from engine.jobs.notes_search import find  # noqa: PLC0415 - the readers' libraries

    return (yield from find(shared, command))


def _read_note(shared: Shared, command: ReadNote) -> Steps:
    from engine.jobs.notes_search import read  # noqa: PLC0415 - the readers' libraries

    return (yield from read(shared, command))


def _preview(shared: Shared, command: PreviewNotes) -> Steps:
    # Loads a tokenizer and with it torch: seconds, for which no other job here has to wait.
    from engine.jobs.preview import preview  # noqa: PLC0415

    return (yield from preview(shared, command))


def _export(shared: Shared, command: ExportVoice) -> Steps:
    from engine.jobs.exporting import export  # noqa: PLC0415 (torch)

    return (yield from export(shared, command))


def _import(shared: Shared, command: ImportVoice) -> Steps:
    from engine.jobs.importing import import_voice  # noqa: PLC0415 (torch)

    return (yield from import_voice(shared, command))


def _compile_scene(shared: Shared, command: CompileScene) -> Steps:
    from engine.jobs.scene_prompts import compile_scene  # noqa: PLC0415 - a tokenizer

    return (yield from compile_scene(shared, command))


def _train_from_scenes(shared: Shared, command: TrainFromScenes) -> Steps:
    from engine.jobs.scene_run import train_from_scenes  # noqa: PLC0415 (a tokenizer, as above)

    return (yield from train_from_scenes(shared, command))


JOBS: dict[type[Command], Callable[[Shared, Any], Steps]] = {
    AddModel: find.add,
    CompileScene: _compile_scene,
    DiscardDownload: downloads.discard,
    DownloadModel: downloads.download,
    ExportChat: chats.export_chat,
    ExportVoice: _export,
    FindDownloads: downloads.waiting,
    FindModels: find.find,
    FindNewNotes: new_notes.find,
    FindNotes: _find_notes,
    FindThemes: _find_themes,
    ImportChats: chats.import_chats,
    ImportVoice: _import,
    PreviewNotes: _preview,
    ReadNote: _read_note,
    ShowExamples: _examples,
    SuggestModels: find.suggest,
    Train: run_queue.train,
    TrainFromScenes: _train_from_scenes,
    TrainOn: run_queue.train_on,
}


class Files:
    """The handler of the files' lane."""

    def __init__(self, places: Places, catalog: Catalog, emit: Emit) -> None:
        self._shared = Shared(places, catalog, emit)
        self.hurried = threading.Event()  # nothing looks at it: steps are short here

    def handle(self, command: Command) -> Steps:
        """Do a command step by step."""
        return JOBS[type(command)](self._shared, command)

    def close(self) -> None:
        """Nothing is held between jobs."""
