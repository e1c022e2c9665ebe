"""How a voice is trained: plain values that check themselves, light enough for the window."""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

LIGHT_TARGETS = ("q_proj", "v_proj")
RICH_TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


@dataclass(frozen=True)
class TrainingOptions:
    """Settings of one run.

    ``learning_rate`` is that for a model as wide as the starter; wider ones learn at a lower
    one (see ``optimiser.py``). ``epochs`` None is chosen from the amount of notes: few notes
    are read more often.
    ``max_length`` cuts an example, in tokens; ``micro_tokens`` is the most padded
    tokens of one micro-batch, ``batch_tokens`` about the trained tokens of one optimiser
    step; ``checkpoint_every`` counts optimiser steps, None saves every 30 s of work.
    """

    rank: int = 16
    alpha: int = 32
    targets: tuple[str, ...] = field(default=LIGHT_TARGETS)
    learning_rate: float = 3e-3
    epochs: float | None = None
    max_length: int = 384
    micro_tokens: int = 256
    batch_tokens: int = 512
    warmup: float = 0.05  # share of the steps
    weight_decay: float = 0.0
    max_gradient_norm: float = 1.0
    checkpointing: bool = False  # trades time for memory
    checkpoint_every: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        bounds = {
            "rank": (1, 256),
            "alpha": (1, 1024),
            "learning_rate": (0.0, 1.0),
            "epochs": (0.0, 1000.0),
            "max_length": (16, 1_000_000),
            "micro_tokens": (16, 1_000_000),
            "batch_tokens": (16, 10_000_000),
            "warmup": (0.0, 1.0),
        }
        for name, (low, high) in bounds.items():
            value = getattr(self, name)
            if value is None:
                continue
            if not low <= value <= high:
                raise ValueError(f"{name} is {value}, not between {low} and {high}")
        if not self.targets:
            raise ValueError("targets is empty")

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> "TrainingOptions":
        """Read stored options; unknown keys (of a later version) are left out."""
        known = {f.name for f in fields(cls)} & values.keys()
        chosen = {name: values[name] for name in known}
        if "targets" in chosen:
            chosen["targets"] = tuple(chosen["targets"])
        return cls(**chosen)
