"""How a voice is trained: plain values that check themselves, light enough for the window."""

from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

LIGHT_TARGETS = ("q_proj", "v_proj")
RICH_TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")

# The words that the owner sees, with ``targets`` and ``critical``; what each is worth is measured
# by benchmarks/critical_layers.py.
SIZES: dict[str, tuple[tuple[str, ...], float | None]] = {
    "light": (LIGHT_TARGETS, None),
    "rich": (RICH_TARGETS, 0.5),
}

# Weights that a training begins from fit no other: these come from the run that made them.
SHAPE = ("rank", "alpha", "targets", "critical")
# What suited one run only: its chance, its machine, and how often it was saved.
OF_ONE_RUN = ("seed", "micro_tokens", "checkpoint_every")


@dataclass(frozen=True)
class TrainingOptions:
    """Settings of one run.

    ``learning_rate`` is that for a model as wide as the starter; wider ones learn at a lower
    one (see ``optimiser.py``). ``targets`` are last parts of layers' paths, or whole paths;
    ``critical`` keeps only the most sensitive of them, up to this share of their bytes (see
    ``sensitivity.py``), None keeps all.
    ``epochs`` None is chosen from the amount of notes: few notes are read more often.
    ``max_length`` cuts an example, in tokens; ``micro_tokens`` is the most padded
    tokens of one micro-batch, None until the model is known (see ``budget.settled``),
    ``batch_tokens`` about the trained tokens of one optimiser step. ``checkpoint_every``
    counts optimiser steps, None saves every 30 s of work. ``evenness`` 0 draws each note once in
    an epoch, 1 teaches as much of each theme of the notes (see ``balance.py``);
    ``loss_evenness`` weighs the loss of the tokens likewise, whatever is drawn.
    """

    rank: int = 16
    alpha: int = 32
    targets: tuple[str, ...] = field(default=LIGHT_TARGETS)
    critical: float | None = None
    learning_rate: float = 3e-3
    epochs: float | None = None
    max_length: int = 384
    micro_tokens: int | None = None
    batch_tokens: int = 512
    evenness: float = 0.0
    loss_evenness: float = 0.0
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
            "critical": (0.001, 1.0),
            "evenness": (0.0, 1.0),
            "loss_evenness": (0.0, 1.0),
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

    def of_size(self, size: str) -> "TrainingOptions":
        """These settings with the layers of a size, one of ``SIZES``."""
        targets, critical = SIZES[size]
        return replace(self, targets=targets, critical=critical)

    @property
    def size(self) -> str | None:
        """The word for these layers, or None where they were named one by one."""
        own = (self.targets, self.critical)
        return next((size for size, layers in SIZES.items() if layers == own), None)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The last parts of the targets, each once, sorted: q_proj, v_proj..."""
        return tuple(sorted({target.rpartition(".")[2] for target in self.targets}))

    @property
    def micro(self) -> int:
        """``micro_tokens`` of settled options."""
        if self.micro_tokens is None:
            raise ValueError("micro_tokens is chosen when the model is known: budget.settled")
        return self.micro_tokens

    def shaped_as(self, other: "TrainingOptions") -> "TrainingOptions":
        """These settings for an adapter of the same ranks and layers as ``other``'s."""
        return replace(self, **{name: getattr(other, name) for name in SHAPE})

    def for_another_run(self) -> "TrainingOptions":
        """All that the owner chose, without what belongs to the run that it was chosen for."""
        return replace(self, **{name: getattr(TrainingOptions(), name) for name in OF_ONE_RUN})

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
