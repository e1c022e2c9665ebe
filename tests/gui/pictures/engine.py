"""A fake engine that stands still where a picture is taken."""

import random
import time

from adapters.wording import phrase
from engine.messages import (
    FindModels,
    Footprint,
    Found,
    HeldOut,
    LoadModel,
    MicroStep,
    ModelChanged,
    ModelLoaded,
    NoteFile,
    NotesPreview,
    PreviewNotes,
    ResumeTraining,
    RunStarted,
    Suggested,
    SuggestModels,
    TrainingStep,
)
from engine.model.suggestions import suggest
from engine.worker import Steps
from tests.fake_rows import FINGERPRINT
from tests.fakes import FakeEngine
from tests.gui.pictures.sample import DONE, MODEL, STEPS, held_out_at, loss_at

SHORT = phrase("notes", "too short, {count} characters", count=9)
FILES = (
    ("2025-10-18.md", 2150, 486, "learn"),
    ("2025-10-19.md", 1434, 322, "held_out"),
    ("2025-10-21.md", 3072, 701, "learn"),
    ("2025-10-22.md", 102, None, "skip"),
    ("2025-10-24.md", 1945, 440, "learn"),
    ("2025-11-02.md", 2662, 588, "learn"),
    ("2025-11-05.md", 1740, 395, "learn"),
    ("2025-11-06.md", 2252, 502, "held_out"),
    ("2025-11-09.md", 1126, 251, "learn"),
    ("2025-11-12.md", 2969, 664, "learn"),
)
FOOTPRINT = Footprint("cpu", weights=118_000_000, voices=3_700_000, kv_cache=46_000_000)


class StandingEngine(FakeEngine):
    """Loads at once, previews a garden, and trains without an end."""

    def handle(self, command: object) -> Steps:
        match command:
            case LoadModel():
                return self._loaded(command)
            case PreviewNotes():
                return self._garden(command)
            case ResumeTraining():
                return self._stand(command.run)
            case SuggestModels(language=language):
                return self._suggest_really(language)
            case FindModels():
                return self._none_found()
        return super().handle(command)

    def _loaded(self, command: LoadModel) -> Steps:
        yield from ()
        self.emit(ModelChanged(command.model, MODEL, FINGERPRINT, 2048))
        self.emit(FOOTPRINT)
        return ModelLoaded(command.model, MODEL, 2.0)

    def _garden(self, command: PreviewNotes) -> Steps:
        yield from ()
        files = tuple(
            NoteFile(name, size, tokens, use, None if tokens else SHORT)
            for name, size, tokens, use in FILES
        )
        return NotesPreview(command.folder, files, 3847, STEPS, 1560.0, 640_000_000)

    def _suggest_really(self, language: str) -> Steps:
        yield from ()
        return Suggested(tuple(suggest(language, 5 * 2**30)))

    def _none_found(self) -> Steps:
        yield from ()
        return Found(())

    def _stand(self, run: int) -> Steps:
        self.emit(Footprint("cpu", weights=118_000_000, voices=3_700_000, training=690_000_000))
        yield RunStarted(run, DONE - 1, STEPS)
        yield HeldOut(run, DONE - 4, held_out_at(DONE))
        loss = loss_at(DONE, random.Random(run))
        yield TrainingStep(run, DONE, STEPS, loss, 6e-4, DONE * 580, 176.0, 660.0)
        while True:
            time.sleep(0.05)
            yield MicroStep(run)
