"""Fault 9 for what comes and leaves: nothing half is left."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from adapters.catalog import voices
from adapters.catalog.records import Model
from adapters.errors import UserError
from engine.jobs.exporting import export
from engine.jobs.importing import import_voice
from engine.jobs.state import State
from engine.messages import ExportVoice, ImportVoice
from tests.engine.jobs.running import finish
from tests.engine.jobs.voices import make_voice
from tests.faults.brought.bringing import FORMS


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", FORMS.values())
def test_a_full_disk_while_a_voice_comes(state: State, sound: Path, name: str) -> None:
    with full_after(6_000), pytest.raises(UserError, match="was not imported"):
        finish(import_voice(state, ImportVoice(str(sound / name))))


@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_while_a_voice_leaves(
    state: State, tiny: Model, tmp_path: Path, form: str
) -> None:
    voice = make_voice(state, tiny, "Ferns", seed=1)
    folder = tmp_path / "out"
    folder.mkdir()
    command = ExportVoice(voice.id, form, str(folder / "v"))
    with full_after(6_000), pytest.raises(UserError, match="was not written"):
        finish(export(state, command))
    assert list(folder.iterdir()) == []
    finish(export(state, command))
    voices.trash(state.catalog, voice.id)
    shutil.rmtree(state.places.voices)
