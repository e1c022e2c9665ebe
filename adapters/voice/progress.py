"""Where a run stands: with the tensors of a checkpoint, all that is needed to go on."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any


@dataclass
class TrainingProgress:
    """Changes as the run goes on; everything else about a run is fixed when it begins."""

    step: int = 0  # optimiser steps done
    micro: int = 0  # micro-batches of the present step done; their gradients are kept
    step_loss: float = 0.0  # summed over those micro-batches
    tokens: int = 0  # learned so far
    seconds: float = 0.0  # of work; time in which others had their turn is left out
    saved_at: float = 0.0  # ``seconds`` at the last checkpoint
    best_loss: float | None = None  # per held-out token; the lowest so far
    best_step: int = 0
    watched_step: int = -1  # after which it was measured last
    worse: int = 0  # measurements since the best one
    halved: int = 0  # times that the learning rate was, after a loss that was no number
    schedule: dict[str, Any] = field(default_factory=dict)  # of the learning rate

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "TrainingProgress":
        """Read a stored one; unknown keys (of a later version) are left out."""
        known = {f.name for f in fields(cls)}
        return cls(**{name: value for name, value in values.items() if name in known})
