"""Checks on files that came from elsewhere, before any library parses them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.errors import UserError
from adapters.wording import Phrase, phrase

WEIGHTS = "adapter_model.safetensors"
CONFIG = "adapter_config.json"
# Unpickling any of these can run code.
PICKLES = {".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle"}
MAX_RANK = 256
# Rank 256 on all linear layers of a model with 70e9 parameters, in float32, is about 13 GB.
MAX_BYTES = 16 * 2**30
# The format's own limit, as in the safetensors library.
MAX_HEADER_BYTES = 100_000_000
ITEM_BYTES = {
    "F64": 8,
    "F32": 4,
    "F16": 2,
    "BF16": 2,
    "I64": 8,
    "I32": 4,
    "I16": 2,
    "I8": 1,
    "U8": 1,
    "BOOL": 1,
}


@dataclass(frozen=True)
class TensorEntry:
    """One tensor as a safetensors header announces it."""

    dtype: str
    shape: tuple[int, ...]

    @property
    def elements(self) -> int:
        count = 1
        for size in self.shape:
            count *= size
        return count


def safetensors_entries(path: Path) -> dict[str, TensorEntry]:
    """Read and check the header of a safetensors file; no tensor is read.

    Raises ``UserError`` when the file is cut off, empty, of another format, or announces
    more than it holds.
    """
    header, room = _header(path)
    try:
        return _entries(header, room)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _unreadable(path) from error


def safetensors_about(path: Path) -> dict[str, object]:
    """What stands beside the tensors (``__metadata__``). Raises as ``safetensors_entries``."""
    about = _header(path)[0].get("__metadata__")
    return about if isinstance(about, dict) else {}


def _header(path: Path) -> tuple[dict[str, Any], int]:
    """The header, and how many bytes follow it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if size < 8 or length > min(size - 8, MAX_HEADER_BYTES):
            raise damaged(path, phrase("errors", "Its header is longer than the file."))
        raw = file.read(length)
    try:
        header = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _unreadable(path) from error
    if not isinstance(header, dict):
        raise _unreadable(path)
    return header, size - 8 - length


def _unreadable(path: Path) -> UserError:
    return damaged(path, phrase("errors", "Its header cannot be read."))


def _entries(header: Mapping[str, Any], room: int) -> dict[str, TensorEntry]:
    entries = {}
    for name, told in header.items():
        if name == "__metadata__":
            continue
        entry = TensorEntry(told["dtype"], tuple(told["shape"]))
        begin, end = told["data_offsets"]
        if any(not isinstance(n, int) or n < 0 for n in (*entry.shape, begin, end)):
            raise ValueError("sizes must be whole numbers")
        if end > room or end - begin != entry.elements * ITEM_BYTES[entry.dtype]:
            raise ValueError("a tensor lies outside of the file")
        entries[name] = entry
    return entries


def damaged(path: Path, why: Phrase) -> UserError:
    """The error for a file that is not what it should be."""
    return UserError(
        phrase("errors", "The file “{name}” cannot be used.", name=path.name),
        why,
        phrase("errors", "Copy or download it again."),
    )
