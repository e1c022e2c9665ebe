"""What the tests of brought voices share."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.errors import UserError
from engine.jobs.importing import import_voice
from engine.jobs.state import State
from engine.messages import ImportVoice
from tests.engine.jobs.running import finish

MANIFEST = "timbre-voice.json"
FORMS = {
    "peft": "peft",
    "peft-zip": "v.zip",
    "gguf": "v.gguf",
    "archive": "v.timbre-voice",
}
HUGE = 2**63 - 1


def refuse(state: State, path: Path, why: str) -> None:
    with pytest.raises(UserError, match=why):
        finish(import_voice(state, ImportVoice(str(path))))


def rewritten(
    source: Path, target: Path, change: Callable[[dict[str, bytes]], None]
) -> dict[str, bytes]:
    """A copy of a zip whose files were changed."""
    with zipfile.ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return files
