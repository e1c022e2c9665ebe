"""A PEFT folder or zip, loaded by ``peft.PeftModel.from_pretrained`` as it is."""

import tempfile
import zipfile
from pathlib import Path

from adapters.voice import files
from adapters.voice.exchange.told import Told
from adapters.voice.exchange.whole import whole_file
from adapters.voice.validate import CONFIG, WEIGHTS
from adapters.voice.weights import VoiceWeights


def to_folder(weights: VoiceWeights, folder: Path, told: Told) -> None:
    """Make ``folder``, which must not exist. Raises ``OSError``; nothing is left then."""
    files.save(weights, folder, told.base_name, told.as_metadata())


def to_zip(weights: VoiceWeights, path: Path, told: Told) -> None:
    """Write the same two files into a zip at ``path``; an older file there is replaced."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".timbre-") as aside:
        folder = Path(aside) / "peft"
        to_folder(weights, folder, told)
        with whole_file(path) as file, zipfile.ZipFile(file, "w") as archive:
            for name in (CONFIG, WEIGHTS):
                archive.write(folder / name, name)
