"""Reading a GGUF header with every size checked against the file, before a library parses it.

Layout: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. Python's numbers do not
overflow, so a false size is always found by comparing it with the bytes that are left.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType

VERSIONS = (2, 3)
MAX_ENTRIES = 1_000_000
MAX_NAME = 64 * 1024
MAX_DIMENSIONS = 4
ARRAY, STRING = 9, 8
# type number -> struct code
SCALARS = {
    0: "B",
    1: "b",
    2: "H",
    3: "h",
    4: "I",
    5: "i",
    6: "f",
    7: "?",
    10: "Q",
    11: "q",
    12: "d",
}


class GgufError(ValueError):
    """The file is not GGUF, is cut off, or announces more than it holds."""


@dataclass(frozen=True)
class GgufTensor:
    """Where a tensor lies: ``offset`` from ``GgufHeader.data_start``."""

    name: str
    shape: tuple[int, ...]  # innermost first, as in the file
    kind: int
    offset: int

    @property
    def elements(self) -> int:
        count = 1
        for size in self.shape:
            count *= size
        return count

    @property
    def row_bytes(self) -> int:
        """Bytes of one row; rows are whole blocks."""
        try:
            block, size = GGML_QUANT_SIZES[GGMLQuantizationType(self.kind)]
        except (ValueError, KeyError) as error:
            raise GgufError("a tensor of unknown type") from error
        if self.shape[0] % block:
            raise GgufError("a row that is no whole number of blocks")
        return int(self.shape[0] // block * size)

    @property
    def bytes(self) -> int:
        rows = self.elements // self.shape[0] if self.shape[0] else 0
        return rows * self.row_bytes


@dataclass(frozen=True)
class GgufHeader:
    """Scalars and strings of the metadata; for an array only its length is kept."""

    metadata: Mapping[str, object]
    tensors: tuple[GgufTensor, ...]
    data_start: int


def read_header(path: Path) -> GgufHeader:
    """Read and check the header. Raises ``GgufError``."""
    if path.stat().st_size < 24:
        raise GgufError("shorter than a header")
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return _Reader(data).header()


class _Reader:
    """Walks the bytes from the start; ``take`` is the only way forward and checks the end."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        self._at = 0

    def header(self) -> GgufHeader:
        if self._take(4) != b"GGUF":
            raise GgufError("not a GGUF file")
        if self._number("I") not in VERSIONS:
            raise GgufError("an unknown version")
        tensors, entries = self._count(), self._count()
        metadata = self._metadata(entries)
        found = tuple(self._tensor() for _ in range(tensors))
        if len({tensor.name for tensor in found}) != tensors:
            raise GgufError("two tensors of one name")
        return GgufHeader(metadata, found, self._check_data(found, metadata))

    def _metadata(self, entries: int) -> dict[str, object]:
        metadata: dict[str, object] = {}
        for _ in range(entries):
            key = self._string(MAX_NAME)
            if key in metadata:
                raise GgufError("two entries of one name")
            metadata[key] = self._value(self._number("I"))
        return metadata

    def _value(self, kind: int) -> object:
        if kind in SCALARS:
            return self._scalar(kind)
        if kind == STRING:
            return self._string(len(self._data))
        if kind == ARRAY:
            return self._array_length()
        raise GgufError("a value of unknown type")

    def _array_length(self) -> int:
        kind, count = self._number("I"), self._number("Q")
        if kind in SCALARS:
            self._take(count * struct.calcsize("<" + SCALARS[kind]))
        elif kind == STRING:
            # Each string takes 8 bytes at least, so a false count ends at the end of the file.
            for _ in range(count):
                self._take(self._number("Q"))
        else:
            raise GgufError("an array of unknown type")
        return count

    def _tensor(self) -> GgufTensor:
        name = self._string(MAX_NAME)
        dimensions = self._number("I")
        if not 1 <= dimensions <= MAX_DIMENSIONS:
            raise GgufError("a tensor of too many dimensions")
        shape = tuple(self._number("Q") for _ in range(dimensions))
        kind = self._number("I")
        return GgufTensor(name, shape, kind, self._number("Q"))

    def _check_data(self, tensors: tuple[GgufTensor, ...], metadata: Mapping[str, object]) -> int:
        """Where the data begins; every tensor lies between there and the end."""
        alignment = metadata.get("general.alignment", 32)
        if not isinstance(alignment, int) or not 1 <= alignment <= 2**20:
            raise GgufError("a false alignment")
        start = -(-self._at // alignment) * alignment
        for tensor in tensors:
            if tensor.offset % alignment or start + tensor.offset + tensor.bytes > len(self._data):
                raise GgufError("a tensor lies outside of the file")
        return start

    def _count(self) -> int:
        count = self._number("Q")
        if count > MAX_ENTRIES:
            raise GgufError("too many entries")
        return count

    def _string(self, longest: int) -> str:
        length = self._number("Q")
        if length > longest:
            raise GgufError("a name is too long")
        return self._take(length).decode("utf-8", "replace")

    def _scalar(self, kind: int) -> object:
        code = "<" + SCALARS[kind]
        (value,) = struct.unpack(code, self._take(struct.calcsize(code)))
        return value

    def _number(self, code: str) -> int:
        (value,) = struct.unpack("<" + code, self._take(struct.calcsize("<" + code)))
        return int(value)

    def _take(self, count: int) -> bytes:
        if count > len(self._data) - self._at:
            raise GgufError("cut off")
        taken = self._data[self._at : self._at + count]
        self._at += count
        return taken
