"""``timbre.json``: what an NF4 folder was made from, and the fingerprint of what is in it.

Read before the window is painted, so without torch.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "timbre.json"
FORMAT = 2  # installer.recipe agrees: the starter of another one is converted anew
PLAIN, CALIBRATED = "nearest", "gptq"


@dataclass(frozen=True)
class Record:
    """``context_length`` in tokens; ``parameters`` counts numbers."""

    name: str
    fingerprint: str  # see ``engine.model.fingerprint``
    source: str  # file or folder name, without its place
    source_kind: str
    parameters: int
    context_length: int
    rounding: str = PLAIN
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
