"""The losses of a run as points to draw; plain numbers, no Qt and no numpy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, floor, isfinite, log, log10

from adapters.catalog.records import RunStep

Points = list[tuple[int, float]]


@dataclass
class Curve:
    """Losses by step, from the catalog and from events; a step told twice counts once.

    ``held_out`` at step 0 is the loss of the base model.
    """

    losses: dict[int, float] = field(default_factory=dict)
    held_out: dict[int, float] = field(default_factory=dict)
    rate: float = 0.0  # of learning, in the last step that is known

    def take(self, steps: Iterable[RunStep]) -> None:
        """Add what the catalog knows."""
        for row in steps:
            if row.step > 0:
                self.losses[row.step] = row.loss
                self.rate = row.learning_rate
            if row.held_out_loss is not None:
                self.held_out[row.step] = row.held_out_loss

    def rewind(self, step: int) -> None:
        """Forget what came after ``step``: a resumed run goes on from its checkpoint."""
        self.losses = {at: loss for at, loss in self.losses.items() if at <= step}
        self.held_out = {at: loss for at, loss in self.held_out.items() if at <= step}

    def with_newer(self, other: "Curve") -> "Curve":
        """Both together; where both know a step, ``other`` is right."""
        rate = other.rate or self.rate
        return Curve(self.losses | other.losses, self.held_out | other.held_out, rate)

    def points(self) -> Points:
        return _drawable(self.losses)

    def held_out_points(self) -> Points:
        return _drawable(self.held_out)

    def latest_held_out(self) -> float | None:
        points = self.held_out_points()
        return points[-1][1] if points else None

    def best(self) -> tuple[int, float] | None:
        """The step with the lowest loss on held-out notes, once there are some to choose from.

        It is the state that is kept; the base at step 0 is none that could be.
        """
        points = [point for point in self.held_out_points() if point[0] > 0]
        return min(points, key=_loss) if len(points) > 1 else None

    def perplexity_change(self) -> float | None:
        """By what share perplexity on held-out notes rose since step 0; negative is better."""
        points = self.held_out_points()
        if len(points) < 2 or points[0][0] != 0:
            return None
        return exp(points[-1][1] - points[0][1]) - 1


def smoothed(points: Points) -> Points:
    """A local straight line through each stretch of about a sixth of the run.

    Neighbours on both sides count, the nearer the more (exponentially). A mean instead of a
    line would begin at the noise of the first step, and lag behind a loss that falls.
    """
    keep = 1 - 2 / (max(3, min(60, len(points) // 6)) / 2 + 1)
    before, after = _sums(points, keep), _sums(points[::-1], keep)[::-1]
    return [
        (step, _line(one, other, loss))
        for (step, loss), one, other in zip(points, before, after, strict=True)
    ]


Sums = tuple[float, float, float, float, float]  # of w, w·x, w·x², w·y and w·x·y


def _sums(points: Points, keep: float) -> list[Sums]:
    """For each point the weighted sums over it and all before it; x is the distance to it."""
    w = wx = wxx = wy = wxy = 0.0
    found: list[Sums] = []
    last = points[0][0] if points else 0
    for step, loss in points:
        d, fade = step - last, keep ** abs(step - last)
        last = step
        wxx, wxy = fade * (wxx - 2 * d * wx + d * d * w), fade * (wxy - d * wy)
        wx, wy, w = fade * (wx - d * w), fade * wy, fade * w
        w, wy = w + 1, wy + loss
        found.append((w, wx, wxx, wy, wxy))
    return found


def _line(one: Sums, other: Sums, loss: float) -> float:
    """The least-squares line through both sides at x = 0; the point itself counts once."""
    w, wx, wxx, wy, wxy = (a + b for a, b in zip(one, other, strict=True))
    w, wy = w - 1, wy - loss
    spread = w * wxx - wx * wx
    return (wxx * wy - wx * wxy) / spread if spread > 1e-9 * w * w else wy / w


def envelope(points: Points, most: int = 600) -> Points:
    """At most about ``most`` points that draw the same: of each stretch its extremes."""
    if len(points) <= most:
        return points
    size = -(-2 * len(points) // most)
    kept: Points = []
    for start in range(0, len(points), size):
        stretch = points[start : start + size]
        ends = {min(stretch, key=_loss), max(stretch, key=_loss)}
        kept += sorted(ends)
    return kept


def _loss(point: tuple[int, float]) -> float:
    return point[1]


def loss_range(points: Points, held_out: Points) -> tuple[float, float]:
    """The span of losses to show: a few wild first steps must not flatten the rest."""
    losses = sorted(loss for _, loss in points)
    cut = len(losses) // 50
    shown = losses[cut : len(losses) - cut] + [loss for _, loss in held_out]
    low, high = (min(shown), max(shown)) if shown else (0.0, 1.0)
    pad = 0.08 * (high - low) or 0.1
    return low - pad, high + pad


def loss_ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Round values inside the span, at steps of 1, 2 or 5 times a power of ten."""
    rough = (high - low) / wanted
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)
    first = floor(low / step) + 1
    values = [round(index * step, 10) for index in range(first, first + 2 * wanted + 2)]
    return [value for value in values if value <= high]


def step_ticks(steps: int) -> list[int]:
    """0, the quarters and the end of a run."""
    if steps < 4:
        return list(range(steps + 1))
    return [round(steps * quarter / 4) for quarter in range(5)]


def thinned(values: Sequence[float], count: int = 48) -> tuple[float, ...]:
    """At most ``count`` means of neighbouring values, for a sparkline."""
    if len(values) <= count:
        return tuple(values)
    edges = [round(part * len(values) / count) for part in range(count + 1)]
    return tuple(sum(values[start:end]) / (end - start) for start, end in pairwise(edges))


def sparkline(steps: Iterable[RunStep]) -> tuple[float, ...]:
    """The smoothed training loss of a run in a few points."""
    curve = Curve()
    curve.take(steps)
    return thinned([loss for _, loss in smoothed(curve.points())])


def loss_of(perplexity: float) -> float:
    return log(perplexity)


def _drawable(losses: dict[int, float]) -> Points:
    return [(step, loss) for step, loss in sorted(losses.items()) if isfinite(loss)]
