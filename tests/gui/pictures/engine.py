"""A fake engine that stands still where a picture is taken."""

import random
import re
import time

from adapters.wording import phrase
from engine.messages import (
    CarryOut,
    FindModels,
    Footprint,
    Found,
    HeldOut,
    LoadModel,
    MaskedPlace,
    MicroStep,
    ModelChanged,
    ModelLoaded,
    NoteExample,
    NoteExamples,
    NoteFile,
    NotesPreview,
    PreviewNotes,
    RunStarted,
    Sampling,
    ShowExamples,
    SizeEstimate,
    Suggested,
    SuggestModels,
    TokenPiece,
    TrainingStep,
)
from engine.model.suggestions import suggest
from engine.worker import Steps
from tests.fake_rows import FINGERPRINT
from tests.fakes import FakeEngine
from tests.gui.pictures.sample import DONE, MODEL, STEPS, held_out_at, loss_at

SHORT = phrase("notes", "too short, {count} characters", count=9)
SAME = phrase("notes", "same text as {path}", path="2025-10-18.md")
PASSWORDS = phrase("notes", "looks like passwords or keys")
PICTURE = phrase("notes", "a picture")
HIDDEN = (MaskedPlace("password", "h…"),)
FILES = (
    NoteFile("2025-10-18.md", 2150, 486, "learn"),
    NoteFile("2025-10-19.md", 1434, 322, "held_out"),
    NoteFile("2025-10-21.md", 3072, 701, "learn"),
    NoteFile("2025-10-22.md", 102, 9, "skip", SHORT),
    NoteFile("2025-10-24.md", 1945, 440, "learn", masked=HIDDEN),
    NoteFile("2025-11-02.md", 2662, 588, "learn"),
    NoteFile("2025-11-05.md", 1740, 395, "skip", by_owner=True),
    NoteFile("2025-11-06.md", 2252, 502, "held_out"),
    NoteFile("2025-11-09.md", 1126, 251, "learn"),
    NoteFile("2025-11-12.md", 2969, 664, "learn"),
    NoteFile("copy of 2025-10-18.md", 2150, 486, "skip", SAME),
    NoteFile("frost.jpg", 1_258_000, None, "skip", PICTURE, usable=False),
    NoteFile("passwords.txt", 819, 210, "skip", PASSWORDS),
)
ASKED = "21 October 2025, garden\n"
LEARNED = (
    "Turned the second heap before the rain. Straw is nearly gone, and the middle was still warm "
    "at a forearm’s depth. Moved the lid to the north side so it will not lift again. Two robins "
    "followed every forkful."
)
ADVISED = Sampling(temperature=0.2, top_p=0.9)
FOOTPRINT = Footprint("cpu", weights=118_000_000, voices=3_700_000, kv_cache=46_000_000)

SIZES = (
    SizeEstimate("light", 3_686_400, 1560.0, 640_000_000),
    SizeEstimate("rich", 9_768_960, 2280.0, 910_000_000),
)


class StandingEngine(FakeEngine):
    """Loads at once, previews a garden, and trains without an end."""

    def handle(self, command: object) -> Steps:
        match command:
            case LoadModel():
                return self._loaded(command)
            case PreviewNotes():
                return self._garden(command)
            case ShowExamples():
                return self._example(command)
            case CarryOut():
                return self._stand(command.run)
            case SuggestModels(language=language):
                return self._suggest_really(language)
            case FindModels():
                return self._none_found()
        return super().handle(command)

    def _loaded(self, command: LoadModel) -> Steps:
        yield from ()
        self.emit(ModelChanged(command.model, MODEL, FINGERPRINT, 2048, ADVISED))
        self.emit(FOOTPRINT)
        return ModelLoaded(command.model, MODEL, 2.0)

    def _garden(self, command: PreviewNotes) -> Steps:
        yield from ()
        return NotesPreview(
            command.folder, FILES, 3847, STEPS, 1560.0, 640_000_000, sizes=SIZES, prompt=ASKED
        )

    def _example(self, command: ShowExamples) -> Steps:
        yield from ()
        words = re.findall(r"\s?\S+?(?=\s|[.,]|$)|[.,]", LEARNED)
        pieces = (
            TokenPiece(ASKED, 8, trained=False),
            *(TokenPiece(word, 1, trained=True) for word in words),
        )
        return NoteExamples(command.path, (NoteExample(pieces, len(words), 8),) * 2, 2)

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
