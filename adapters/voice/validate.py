"""Checks on files that came from elsewhere, before any library parses them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.errors import UserError
from adapters.wording import Phrase, phrase

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
    size = path.stat().st_size
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if size < 8 or length > min(size - 8, MAX_HEADER_BYTES):
            raise damaged(path, phrase("errors", "Its header is longer than the file."))
        raw = file.read(length)
    try:
        header = json.loads(raw)
        return _entries(header, size - 8 - length)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise damaged(path, phrase("errors", "Its header cannot be read.")) from error


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
