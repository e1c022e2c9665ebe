"""What a dragged box snaps to: edges and middles of the others, else the grid."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, top, right, bottom
Line = tuple[float, float, float, float]  # from x, y to x, y
GRID = 4


@dataclass(frozen=True)
class Snap:
    """Where the top left corner of the box comes to lie, and the lines that say why."""

    x: float
    y: float
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class _Lines:
    """Edges and middles of boxes along one axis, sorted, each with its box."""

    at: list[float] = field(default_factory=list)
    of: list[Box] = field(default_factory=list)


class Guides:
    """``others`` stand still while something is dragged."""

    def __init__(self, others: Iterable[Box]) -> None:
        boxes = list(others)
        self._across, self._down = _lines(boxes, 0), _lines(boxes, 1)

    def snap(self, box: Box, reach: float) -> Snap:
        """``reach`` is how near an edge or middle must come to that of another box."""
        across, down = _nearest(self._across, box, 0, reach), _nearest(self._down, box, 1, reach)
        x = box[0] + across[0] if across else round(box[0] / GRID) * GRID
        y = box[1] + down[0] if down else round(box[1] / GRID) * GRID
        at = (x, y, x + box[2] - box[0], y + box[3] - box[1])
        found = []
        if across:
            top, bottom = min(at[1], across[2][1]), max(at[3], across[2][3])
            found.append((across[1], top, across[1], bottom))
        if down:
            left, right = min(at[0], down[2][0]), max(at[2], down[2][2])
            found.append((left, down[1], right, down[1]))
        return Snap(x, y, tuple(found))


def _marks(box: Box, axis: int) -> tuple[float, float, float]:
    return box[axis], (box[axis] + box[axis + 2]) / 2, box[axis + 2]


def _lines(boxes: list[Box], axis: int) -> _Lines:
    marked = sorted((mark, box) for box in boxes for mark in _marks(box, axis))
    return _Lines([mark for mark, _ in marked], [box for _, box in marked])


def _nearest(lines: _Lines, box: Box, axis: int, reach: float) -> tuple[float, float, Box] | None:
    """How far to go, where the line is, and whose it is."""
    found: tuple[float, float, Box] | None = None
    for mark in _marks(box, axis):
        place = bisect_left(lines.at, mark)
        for near in (place - 1, place):
            if 0 <= near < len(lines.at):
                by = lines.at[near] - mark
                if abs(by) <= (abs(found[0]) if found else reach):
                    found = (by, lines.at[near], lines.of[near])
    return found
