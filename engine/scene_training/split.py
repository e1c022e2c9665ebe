"""Which scenes a role's voice is measured on: whole ones, and none like one that it learns."""

import hashlib
from collections.abc import Sequence

from adapters.catalog.folding import fold
from adapters.catalog.vocabulary import words_in_order
from adapters.notes import duplicates
from adapters.notes.holdout import held_out
from engine.scene_training.played import Played


def split(played: Sequence[Played]) -> tuple[list[Played], list[Played]]:
    """Those to learn from, and those held out; by what is said in them, as notes are."""
    texts = ["\n".join(one.text for one in scene.said) for scene in played]
    hashes = [hashlib.sha256(fold(text).encode("utf-8", "replace")).hexdigest() for text in texts]
    group = list(hashes)
    if texts:
        near = duplicates.from_bytes([duplicates.signature(words_in_order(t)) for t in texts])
        for rows in duplicates.groups(near):
            first = min(hashes[row] for row in rows)
            group = [first if at in rows else one for at, one in enumerate(group)]
    apart = held_out(dict(enumerate(group)))
    learn = [one for at, one in enumerate(played) if at not in apart]
    watched = sorted(apart, key=lambda at: hashes[at])
    return learn, [played[at] for at in watched]
