"""A place that can be gone to; the window knows it before the catalog is loaded."""

from dataclasses import dataclass

KEYS_LIST = "keys"  # stands for F1's card, which is no page


@dataclass(frozen=True)
class Goal:
    """A line of the list: ``page`` is shown and its ``arrive`` given ``argument``.

    ``colour`` is that of a voice; everything else has an ``icon``.
    """

    text: str
    kind: str  # in the owner's language, or the keys that lead there as well
    page: str
    argument: object = None
    icon: str = ""
    colour: str | None = None
