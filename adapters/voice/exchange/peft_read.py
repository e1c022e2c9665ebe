"""A PEFT folder, or a zip of one, as ``peft`` itself and most trainers write it."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from adapters.voice import files
from adapters.voice.config_check import MAX_CONFIG_BYTES, read_config
from adapters.voice.exchange import safe_zip
from adapters.voice.exchange.base import Base, shapes_of
from adapters.voice.exchange.refusal import can_run_code, refused
from adapters.voice.exchange.told import Told, from_metadata
from adapters.voice.validate import CONFIG, PICKLES, WEIGHTS, safetensors_about
from adapters.voice.weights import VoiceWeights
from adapters.wording import phrase


class PeftAdapter:
    """An adapter that names the layers as transformers does, so it needs no base to be read."""

    def __init__(self, folder: Path, name: str) -> None:
        self.weights = files.load(folder, None)
        about = safetensors_about(folder / WEIGHTS)
        self.told: Told = from_metadata(about, name, read_config(folder / CONFIG).base_model)

    def weights_on(self, base: Base) -> VoiceWeights | None:
        """The voice for this base; None where it does not fit."""
        return self.weights if base.has(shapes_of(self.weights)) else None


def from_folder(folder: Path) -> PeftAdapter:
    """Read a folder; other files in it are let be. Raises ``UserError`` or ``OSError``."""
    names = [entry.name for entry in folder.iterdir()]
    _check_names(folder, names)
    for name in (CONFIG, WEIGHTS):
        if not (folder / name).is_file():  # also no pipe and no device
            raise refused(folder, phrase("errors", "There is no “{name}” in it.", name=name))
    return PeftAdapter(folder, folder.name)


def from_zip(path: Path, aside: Path) -> PeftAdapter:
    """The same from a zip file, whose two files are unpacked to the empty folder ``aside``."""
    with safe_zip.opened(path) as archive:
        _check_names(path, archive.files)
        inside = _folder_in(path, archive)
        # In memory first, so that a large "configuration" is refused before it is written.
        config = archive.read(f"{inside}{CONFIG}", MAX_CONFIG_BYTES)
        (aside / CONFIG).write_bytes(config)
        archive.unpack(f"{inside}{WEIGHTS}", aside / WEIGHTS)
    return PeftAdapter(aside, path.stem)


def _folder_in(path: Path, archive: safe_zip.SafeZip) -> str:
    """Where in the zip the adapter lies: "" at its top, else the folder with a "/"."""
    found = [name for name in archive.files if PurePosixPath(name).name == CONFIG]
    if len(found) != 1:
        raise refused(
            path,
            phrase("errors", "It holds several adapters.")
            if found
            else phrase("errors", "There is no adapter in it."),
        )
    inside = found[0].removesuffix(CONFIG)
    if f"{inside}{WEIGHTS}" not in archive.files:
        raise refused(path, phrase("errors", "There is no “{name}” in it.", name=WEIGHTS))
    return inside


def _check_names(path: Path, names: Iterable[str]) -> None:
    """Pickles lie unread beside safetensors, as trainers leave them; alone they are refused."""
    plain = [PurePosixPath(name) for name in names]
    if not any(name.name == WEIGHTS for name in plain) and any(
        name.suffix.lower() in PICKLES for name in plain
    ):
        raise can_run_code(path)
