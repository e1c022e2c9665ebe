"""Which notes are kept apart, to see whether a voice learned or only memorised."""

import hashlib
from collections.abc import Iterable

from adapters.notes.document import Document

_SHARE = 0.1
_FEWEST = 5  # documents; of fewer none can be spared


def held_out(documents: Iterable[Document]) -> set[str]:
    """The paths of about a tenth of the documents, chosen by the hash of their text.

    The same notes give the same choice whatever their names and order, and two notes
    with one text are never on both sides.
    """
    by_hash: dict[str, list[str]] = {}
    for document in documents:
        by_hash.setdefault(text_hash(document), []).append(document.path)
    total = sum(len(paths) for paths in by_hash.values())
    wanted = max(1, round(total * _SHARE)) if total >= _FEWEST else 0
    chosen: set[str] = set()
    for key in sorted(by_hash):
        if len(chosen) >= wanted:
            break
        chosen.update(by_hash[key])
    # All notes being one text, nothing would be left to learn from.
    return chosen if len(chosen) < total else set()


def text_hash(document: Document) -> str:
    """By which documents are chosen; white space at the ends does not count."""
    return hashlib.sha256(document.text.strip().encode("utf-8", errors="replace")).hexdigest()
