"""``timbre.json``: what an NF4 folder was made from, and the fingerprint of what is in it."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "timbre.json"
FORMAT = 1
# Which program wrote the config changes nothing that is computed.
NOT_IDENTITY = ("transformers_version", "_name_or_path")


@dataclass(frozen=True)
class Record:
    """``context_length`` in tokens; ``parameters`` counts numbers."""

    name: str
    fingerprint: str  # SHA-256 of weights and config
    source: str  # file or folder name, without its place
    source_kind: str
    parameters: int
    context_length: int
    quantisation: str = "nf4, double, blocks of 64"
    format: int = FORMAT


def read(folder: Path) -> Record | None:
    """The record of a finished folder; None where there is none, or one of another format."""
    try:
        values = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return Record(**values) if values["format"] == FORMAT else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write(folder: Path, record: Record) -> None:
    text = json.dumps(asdict(record), indent=1)
    (folder / NAME).write_text(text, encoding="utf-8")


def fingerprint(folder: Path, shards: list[Path]) -> str:
    """SHA-256 over the weight files and the config, the same on every machine."""
    digest = hashlib.sha256()
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    for key in NOT_IDENTITY:
        config.pop(key, None)
    digest.update(json.dumps(config, sort_keys=True).encode())
    for shard in sorted(shards):
        with shard.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()
