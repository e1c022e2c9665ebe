"""What a training will take, by its settings, from what earlier ones have shown."""

import json
from dataclasses import dataclass
from pathlib import Path

from adapters.catalog.database import Catalog
from adapters.voice import budget
from adapters.voice.options import SIZES, TrainingOptions
from engine.jobs import pace
from engine.memory import planner
from engine.memory.planner import Shape
from engine.messages import SizeEstimate


@dataclass(frozen=True)
class Amount:
    """Tokens of the notes: learned in one epoch, and held out."""

    learn: int
    held_out: int


@dataclass(frozen=True)
class Estimator:
    """For one model; ``shape`` None where it is built unusually."""

    catalog: Catalog
    fingerprint: str
    parameters: int
    shape: Shape | None

    def seconds(self, amount: Amount, options: TrainingOptions) -> float | None:
        learned = round(amount.learn * budget.epochs(amount.learn, options))
        # Before and after, and a few points on the way.
        measured = 2 * amount.held_out
        slowness = planner.slowness(self.shape, options) if self.shape else 1.0
        return pace.estimate(self.catalog, self.fingerprint, learned, measured, slowness)

    def peak_bytes(self, options: TrainingOptions) -> int | None:
        """Memory that training adds at its peak."""
        if self.shape is None:
            return None
        return planner.training(self.shape, budget.settled(options, self.parameters)).total

    def sizes(self, amount: Amount, options: TrainingOptions) -> tuple[SizeEstimate, ...]:
        return tuple(self._size(size, amount, options.of_size(size)) for size in SIZES)

    def _size(self, size: str, amount: Amount, options: TrainingOptions) -> SizeEstimate:
        adapter = planner.adapter_bytes(self.shape, options) if self.shape else None
        seconds = self.seconds(amount, options)
        return SizeEstimate(size, adapter, seconds, self.peak_bytes(options))


def shape_of(folder: Path) -> Shape | None:
    """The shape of the model in a folder; None where it is built unusually."""
    try:
        return Shape.of(json.loads((folder / "config.json").read_text(encoding="utf-8")))
    except (OSError, KeyError, ValueError, TypeError):
        return None
