"""What lies at a path: an adapter in one of the forms that are taken in. Loads no torch."""

import zipfile
from enum import StrEnum
from pathlib import Path, PurePosixPath

from adapters.notes import zips
from adapters.notes.document import CannotReadError
from adapters.voice.exchange import safe_zip
from adapters.voice.exchange.refusal import can_run_code, refused
from adapters.voice.validate import CONFIG, PICKLES, WEIGHTS
from adapters.wording import Phrase, phrase

MANIFEST = "timbre-voice.json"
SUFFIX = ".timbre-voice"
SUFFIXES = (SUFFIX, ".gguf", ".safetensors", ".zip")


class Form(StrEnum):
    """The ways in which a voice leaves and comes; the names are those of ``--format``."""

    PEFT = "peft"
    PEFT_ZIP = "peft-zip"
    GGUF = "gguf"
    ARCHIVE = "archive"


def form_of(path: Path) -> tuple[Form, Path]:
    """The form, and the file or folder that has it: for a file of a PEFT folder, the folder.

    Only names and first bytes are looked at, and the list of a zip file. Raises ``UserError``
    where it is none of them.
    """
    if path.is_dir():
        return Form.PEFT, path
    if not path.is_file():
        raise refused(path, phrase("errors", "There is no such file."), _what_is_taken())
    if path.name in (CONFIG, WEIGHTS):
        return Form.PEFT, path.parent
    with path.open("rb") as file:
        start = file.read(4)
    if start == b"GGUF":
        return Form.GGUF, path
    if start[:2] == b"PK" and zipfile.is_zipfile(path):
        return (Form.ARCHIVE if _is_archive(path) else Form.PEFT_ZIP), path
    if path.suffix.lower() in PICKLES:
        raise can_run_code(path)
    raise refused(path, phrase("errors", "It holds no voice."), _what_is_taken())


def looks_like_voice(path: Path) -> bool:
    """Whether something that was dropped is meant as a voice, and not as notes.

    Of a zip file the list is read, which may take a moment: notes are packed as well.
    """
    try:
        if path.is_dir():
            return (path / CONFIG).is_file()
        if path.suffix.lower() == ".zip":
            return _lists_voice(path)
        return path.is_file() and (path.suffix.lower() in SUFFIXES or path.name == CONFIG)
    except OSError:
        return False


def _lists_voice(path: Path) -> bool:
    """False for a list that is damaged or endless as well: reading it as notes says why."""
    try:
        with path.open("rb") as stream, zips.opened(stream, path.stat().st_size) as archive:
            names = {PurePosixPath(zips.name_of(info)).name for info in archive.infolist()}
    except CannotReadError:
        return False
    return not names.isdisjoint((MANIFEST, CONFIG))


def _is_archive(path: Path) -> bool:
    """Whether it holds a manifest. Raises ``UserError`` for a list that is damaged or endless."""
    with safe_zip.opened(path) as archive:
        return any(PurePosixPath(name).name == MANIFEST for name in archive.files)


def _what_is_taken() -> Phrase:
    return phrase(
        "errors",
        "Choose a PEFT folder or zip, a LoRA adapter as GGUF, or a voice that Timbre exported.",
    )
