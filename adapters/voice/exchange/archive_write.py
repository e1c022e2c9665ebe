"""A whole voice in one file: every version as a PEFT folder, its card, its history, hashes."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from adapters.catalog.history import History
from adapters.voice.exchange.archive_manifest import Manifest, names_of
from adapters.voice.exchange.recognise import MANIFEST
from adapters.voice.exchange.whole import whole_file
from adapters.voice.validate import CONFIG, WEIGHTS


def write_archive(path: Path, history: History, folders: Mapping[int, Path]) -> None:
    """Write it to ``path``; ``folders`` by the version's number. Raises ``OSError``."""
    with whole_file(path) as file, zipfile.ZipFile(file, "w") as archive:
        hashes = {}
        for number, folder in folders.items():
            for inside, name in zip(names_of(number), (CONFIG, WEIGHTS), strict=True):
                archive.write(folder / name, inside)
                with (folder / name).open("rb") as written:
                    hashes[inside] = hashlib.file_digest(written, "sha256").hexdigest()
        archive.writestr(MANIFEST, Manifest(history, hashes).as_bytes())
