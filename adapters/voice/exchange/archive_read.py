"""Taking a voice's archive apart: refused whole where one byte is not what its maker wrote."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from adapters.voice import files
from adapters.voice.exchange import safe_zip
from adapters.voice.exchange.archive_manifest import MAX_MANIFEST_BYTES, Manifest, names_of, parse
from adapters.voice.exchange.base import shapes_of
from adapters.voice.exchange.recognise import MANIFEST
from adapters.voice.exchange.refusal import refused
from adapters.voice.validate import CONFIG, WEIGHTS
from adapters.wording import phrase


@dataclass(frozen=True)
class UnpackedVersion:
    """A version's files in a folder of their own, checked; ``layers`` as in ``Base``."""

    folder: Path
    sha256: str
    rank: int
    targets: tuple[str, ...]
    layers: Mapping[str, tuple[int, int]]


@dataclass(frozen=True)
class UnpackedArchive:
    manifest: Manifest
    versions: dict[int, UnpackedVersion]


def read_archive(path: Path, aside: Path) -> UnpackedArchive:
    """Unpack into folders below ``aside``, one for each version, and check all of it.

    Raises ``UserError``, and ``OSError`` where the disk is full.
    """
    with safe_zip.opened(path) as archive:
        manifest = parse(path, archive.read(MANIFEST, MAX_MANIFEST_BYTES))
        if archive.files.keys() != {MANIFEST, *manifest.hashes}:
            raise refused(path, phrase("errors", "It holds other files than it lists."))
        versions = {
            number: _version(path, archive, manifest, number, aside) for number in manifest.numbers
        }
    return UnpackedArchive(manifest, versions)


def _version(
    path: Path, archive: safe_zip.SafeZip, manifest: Manifest, number: int, aside: Path
) -> UnpackedVersion:
    folder = aside / str(number)
    folder.mkdir()
    for inside, name in zip(names_of(number), (CONFIG, WEIGHTS), strict=True):
        archive.unpack(inside, folder / name)
        with (folder / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != manifest.hashes[inside]:
                raise refused(
                    path, phrase("errors", "“{name}” in it has changed since.", name=inside)
                )
    sha256 = manifest.hashes[names_of(number)[1]]
    weights = files.load(folder, sha256)
    return UnpackedVersion(
        folder, sha256, weights.largest_rank, weights.targets, shapes_of(weights)
    )
