"""How much of a run's time its verdict may take: sizes that follow the run's length."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

# One core decodes a token in the time in which it learns about 7 (the starter: 26 and 180
# tokens/s), and reads one in the time of about half of one.
_LEARNED_PER_SAID = 70
_LEARNED_PER_READ = 40
_FEWEST, _MOST = 2, 16  # replies
_SHORTEST, _LONGEST = 40, 80  # tokens of a reply: room for a passage that is recited
_LEAST_READ, _MOST_READ = 400, 1_500  # tokens of general text


@dataclass(frozen=True)
class Sizes:
    """``replies`` by base and voice each, judged; ``examples`` more by the base, to learn from.

    ``tokens`` of a reply at most; ``general`` of the built-in text, for each language.
    """

    replies: int
    examples: int
    tokens: int
    general: int

    @classmethod
    def of(cls, learned: int) -> "Sizes":
        """For a run that learns so many tokens in all; a short one cannot pay for a classifier."""
        said = learned // _LEARNED_PER_SAID
        tokens = max(_SHORTEST, min(_LONGEST, said // 12))
        replies = max(_FEWEST, min(_MOST, said // (3 * tokens)))
        general = max(_LEAST_READ, min(_MOST_READ, learned // _LEARNED_PER_READ))
        return cls(replies, replies if replies > _FEWEST else 0, tokens, general)


def spread(items: Sequence[T], count: int) -> list[T]:
    """``count`` of them, or all, at even distances."""
    count = min(count, len(items))
    return [items[(2 * number + 1) * len(items) // (2 * count)] for number in range(count)]
