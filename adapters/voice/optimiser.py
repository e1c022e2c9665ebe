"""The optimiser and the learning rate over a run."""

import math
from collections.abc import Iterable

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR

from adapters.voice.options import TrainingOptions

_LAST = 0.05  # of the learning rate, at the end of the cosine
# The best rate of a LoRA falls with the model's width: "LoRA Without Regret" (Thinking
# Machines, 2025) fitted this power over Llama models from 1B to 70B.
_NARROW, _POWER = 576, 0.775


def make(
    parameters: Iterable[nn.Parameter],
    options: TrainingOptions,
    device: torch.device,
    width: int = _NARROW,
) -> torch.optim.Optimizer:
    """AdamW; on CUDA with 8-bit moments that leave the GPU when memory is short.

    ``width`` is the model's hidden size, for ``rate_for``.
    """
    kind: type[torch.optim.Optimizer] = torch.optim.AdamW
    if device.type == "cuda":
        # Only here: its import looks for CUDA and is slow.
        from bitsandbytes.optim import PagedAdamW8bit  # noqa: PLC0415

        kind = PagedAdamW8bit
    rate = rate_for(options.learning_rate, width)
    return kind(list(parameters), lr=rate, weight_decay=options.weight_decay)  # type: ignore[call-arg]


def rate_for(rate: float, width: int) -> float:
    """The learning rate for a model of some width, given that for the starter's."""
    return float(rate * min(1.0, (_NARROW / width) ** _POWER))


def schedule(optimiser: torch.optim.Optimizer, options: TrainingOptions, steps: int) -> LambdaLR:
    """Linear warm-up over a share of the steps, then a cosine down to a twentieth."""
    warm = max(1, round(options.warmup * steps))

    def factor(step: int) -> float:
        if step < warm:
            return (step + 1) / warm
        done = min(1.0, (step - warm) / max(1, steps - warm))
        return _LAST + (1 - _LAST) * (1 + math.cos(math.pi * done)) / 2

    return LambdaLR(optimiser, factor)
