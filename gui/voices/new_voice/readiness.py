"""How far a new voice is: which step can be gone to, and what is known of it."""

from PySide6.QtCore import QCoreApplication

from engine.messages import ModelChanged, NotesPreview
from gui import figures
from gui.reveal import short
from gui.voices.new_voice.draft import Draft
from gui.voices.new_voice.files_model import counts
from gui.voices.run.facts import Facts

NAME, FOLDER, PREVIEW, TRAIN = range(4)
translate = QCoreApplication.translate


def learnable(preview: NotesPreview | None) -> bool:
    """Whether the notes hold anything to learn from."""
    return preview is not None and counts(preview.files)["learn"] > 0


def furthest(is_named: bool, draft: Draft, preview: NotesPreview | None) -> int:
    """The last step that can be gone to now."""
    if not is_named:
        return NAME
    if draft.folder is None:
        return FOLDER
    return TRAIN if learnable(preview) else PREVIEW


def facts_of(draft: Draft, model: ModelChanged | None, preview: NotesPreview | None) -> Facts:
    """What is chosen so far; what is not known yet stays empty."""
    found = counts(preview.files) if preview else {}
    notes = translate("NewVoice", "{learn} to learn from, {held_out} held out")
    return [
        (translate("NewVoice", "Voice"), draft.name),
        (translate("NewVoice", "Base model"), model.name if model else ""),
        (translate("NewVoice", "Notes folder"), short(draft.folder) if draft.folder else ""),
        (translate("NewVoice", "Notes"), notes.format(**found) if found else ""),
        (translate("NewVoice", "Tokens"), figures.whole(preview.tokens) if preview else ""),
    ]
