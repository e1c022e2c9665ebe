"""Notes that say the same, or nearly: found by MinHash and locality-sensitive hashing.

The signatures are datasketch's. Its index keeps a dictionary of Python objects for each band;
here the bands are sorted arrays, so that 100,000 notes need the memory of their signatures.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from datasketch import MinHash
from numpy.typing import NDArray

from adapters.catalog.folding import fold

Signatures = NDArray[np.uint32]  # notes x PERMUTATIONS

PERMUTATIONS = 126
# 21 bands of 6: a pair that shares 0.75 of its shingles meets in one of them 98 times in 100.
_ROWS = 6
NEAR = 0.75  # of the shingles, estimated: what is nearer is nearly the same text
_SHINGLE = 3  # words
_MIX = np.uint32(0x9E3779B1)
_EMPTY = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=int)  # shingles are hashed already


def same_text(text: str) -> str:
    """A hash that two notes share whose texts differ in case and white space at most."""
    return hashlib.sha256(fold(text).encode("utf-8", errors="replace")).hexdigest()


def signature(words: Sequence[str]) -> bytes:
    """The MinHash of the shingles of a text's words, as ``Signatures`` holds it."""
    hashes = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint32)
    padded = np.concatenate((hashes, np.zeros(max(0, _SHINGLE - len(hashes)), dtype=np.uint32)))
    shingles = np.zeros(len(padded) - _SHINGLE + 1, dtype=np.uint32)
    for at in range(_SHINGLE):
        shingles = shingles * _MIX + padded[at : at + len(shingles)]
    made = _EMPTY.copy()
    made.update_batch(np.unique(shingles).tolist())
    return bytes(made.hashvalues.astype(np.uint32).tobytes())


def from_bytes(signatures: Sequence[bytes]) -> Signatures:
    return np.frombuffer(b"".join(signatures), dtype=np.uint32).reshape(-1, PERMUTATIONS)


def likeness(signatures: Signatures, one: int, others: Sequence[int]) -> NDArray[np.float64]:
    """The estimated share of shingles that ``one`` has in common with each of ``others``."""
    same: NDArray[np.float64] = (signatures[list(others)] == signatures[one]).mean(axis=1)
    return same


def groups(signatures: Signatures) -> list[list[int]]:
    """Rows that are near to another of their group, directly or through others; two or more."""
    parents = list(range(len(signatures)))
    for band in range(0, PERMUTATIONS, _ROWS):
        for bucket in _buckets(signatures[:, band : band + _ROWS]):
            _join(bucket, signatures, parents)
    found: dict[int, list[int]] = {}
    for row in range(len(parents)):
        found.setdefault(_root(parents, row), []).append(row)
    return [rows for rows in found.values() if len(rows) > 1]


def _buckets(band: Signatures) -> Iterator[list[int]]:
    """Rows that agree in a whole band (or whose hashes collide, which is seen later)."""
    hashes = np.zeros(len(band), dtype=np.uint64)
    for column in band.T:
        hashes = (hashes ^ column) * np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    order = np.argsort(hashes, kind="stable")
    ends = np.flatnonzero(np.diff(hashes[order])) + 1
    starts = np.concatenate(([0], ends))
    lengths = np.diff(np.concatenate((starts, [len(order)])))
    for start, length in zip(starts[lengths > 1], lengths[lengths > 1], strict=True):
        yield order[start : start + length].tolist()


def _join(bucket: list[int], signatures: Signatures, parents: list[int]) -> None:
    """Unite all rows of a bucket that are near to one another.

    From each row outwards: who was reached need not be compared again, so that many copies
    of one text take few comparisons.
    """
    left = bucket
    while left:
        reached, left = [left[0]], left[1:]
        for row in reached:
            if not left:
                break
            near = likeness(signatures, row, left) >= NEAR
            for other in _where(left, near):
                _unite(parents, row, other)
                reached.append(other)
            left = _where(left, ~near)


def _where(rows: list[int], chosen: Iterable[bool]) -> list[int]:
    return [row for row, one in zip(rows, chosen, strict=True) if one]


def _root(parents: list[int], row: int) -> int:
    while parents[row] != row:
        parents[row] = parents[parents[row]]
        row = parents[row]
    return row


def _unite(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
