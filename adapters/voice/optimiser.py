"""The optimiser and the learning rate over a run."""

import math
from collections.abc import Iterable

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

from adapters.voice.options import TrainingOptions

_LAST = 0.05  # of the learning rate, at the end of the cosine


def make(
    parameters: Iterable[nn.Parameter], options: TrainingOptions, device: torch.device
) -> torch.optim.Optimizer:
    """AdamW; on CUDA with 8-bit moments that leave the GPU when memory is short."""
    kind: type[torch.optim.Optimizer] = torch.optim.AdamW
    if device.type == "cuda":
        # Only here: its import looks for CUDA and is slow.
        from bitsandbytes.optim import PagedAdamW8bit  # noqa: PLC0415

        kind = PagedAdamW8bit
    return kind(  # type: ignore[call-arg]
        list(parameters), lr=options.learning_rate, weight_decay=options.weight_decay
    )


def schedule(optimiser: torch.optim.Optimizer, options: TrainingOptions, steps: int) -> LambdaLR:
    """Linear warm-up over a share of the steps, then a cosine down to a twentieth."""
    warm = max(1, round(options.warmup * steps))

    def factor(step: int) -> float:
        if step < warm:
            return (step + 1) / warm
        done = min(1.0, (step - warm) / max(1, steps - warm))
        return _LAST + (1 - _LAST) * (1 + math.cos(math.pi * done)) / 2

    return LambdaLR(optimiser, factor)
