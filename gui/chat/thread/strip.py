"""How tall each entry of a thread is, measured or guessed, and where each begins."""

from bisect import bisect_right
from itertools import accumulate


class Strip:
    """Heights one below the other; all in pixels."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._tops: list[int] | None = [0]

    def __len__(self) -> int:
        return len(self._heights)

    def reset(self, heights: list[int]) -> None:
        self._heights = heights
        self._tops = None

    def height(self, index: int) -> int:
        return self._heights[index]

    def set(self, index: int, height: int) -> bool:
        """Correct one height; says whether it changed."""
        if self._heights[index] == height:
            return False
        self._heights[index] = height
        self._tops = None
        return True

    def top(self, index: int) -> int:
        """Where an entry begins; for ``len`` it is where the last one ends."""
        return self._all_tops()[index]

    @property
    def total(self) -> int:
        return self._all_tops()[-1]

    def at(self, y: int) -> int:
        """The entry that covers ``y``; the nearest one outside."""
        found = bisect_right(self._all_tops(), y) - 1
        return max(0, min(found, len(self._heights) - 1))

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
