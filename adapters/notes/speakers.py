"""Who speaks in the conversations of a folder, so that the owner can say who they are."""

from collections import Counter
from collections.abc import Iterable

from adapters.notes.document import Document


def speakers(documents: Iterable[Document]) -> list[tuple[str, int]]:
    """Each name and the number of its turns, who speaks most first, then by name."""
    counted = Counter(turn.speaker for document in documents for turn in document.turns)
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
