"""Drawing the next token. The order of the steps is that of transformers' ``generate``.

Sampling has a random generator of its own, so that nothing else that draws (training,
another reply) changes a text, and always computes on the processor, so that a seed means
the same on every device.
"""

import secrets
from collections.abc import Iterable

import torch

from engine.generation.drawing import Drawing

# Most drawings end within so many of the likeliest tokens; sorting all is much slower.
FIRST_LOOK = 256


def draw_seed() -> int:
    """A seed for a reply that was asked for without one."""
    return secrets.randbelow(2**31)


class Sampler:
    """Draws the tokens of one reply."""

    def __init__(self, options: Drawing, seed: int) -> None:
        self._options = options
        self._generator = torch.Generator(device="cpu").manual_seed(seed)

    def draw(self, logits: torch.Tensor, seen: Iterable[int]) -> int:
        """The next token for ``logits`` [vocabulary] float32; ``seen`` are held back."""
        logits = penalised(logits, seen, self._options.repetition_penalty)
        if self._options.temperature <= 0:
            return int(logits.argmax())
        tokens, probabilities = candidates(logits / self._options.temperature, self._options)
        return int(tokens[self._pick(probabilities)])

    def _pick(self, probabilities: torch.Tensor) -> int:
        """An index drawn by the inverse of the cumulated sum."""
        heights = probabilities.double().cumsum(0)
        point = torch.rand((), generator=self._generator, dtype=torch.float64) * heights[-1]
        return min(int(torch.searchsorted(heights, point, right=True)), len(heights) - 1)


def penalised(logits: torch.Tensor, seen: Iterable[int], penalty: float) -> torch.Tensor:
    """Divide the positive and multiply the negative logits of seen tokens (arXiv:1909.05858)."""
    if penalty == 1.0:
        return logits
    ids = torch.tensor(sorted(set(seen)), dtype=torch.long)
    logits = logits.clone()
    chosen = logits[ids]
    logits[ids] = torch.where(chosen < 0, chosen * penalty, chosen / penalty)
    return logits


def candidates(logits: torch.Tensor, options: Drawing) -> tuple[torch.Tensor, torch.Tensor]:
    """Tokens that may be drawn and their weights, likeliest first.

    top-k counts tokens, top-p the probability that they hold together after top-k, min-p the
    share of the likeliest one's probability. At least one token remains.
    """
    looked_at = min(options.top_k or FIRST_LOOK, len(logits))
    values, tokens = logits.topk(looked_at)
    total = values.logsumexp(0) if options.top_k else logits.logsumexp(0)
    probabilities = (values - total).exp()
    if not options.top_k and not _settled(probabilities, options):
        values, tokens = logits.sort(descending=True)
        probabilities = (values - total).exp()
    before = probabilities.cumsum(0) - probabilities
    # Rounded, the sum reaches 1 before the last token does.
    keep = (before < options.top_p) | (options.top_p >= 1)
    keep &= probabilities >= options.min_p * probabilities[0]
    keep[0] = True
    return tokens[keep], probabilities[keep]


def _settled(probabilities: torch.Tensor, options: Drawing) -> bool:
    """Whether no token beyond those looked at could be kept."""
    enough = options.top_p < 1 and bool(probabilities.sum() >= options.top_p)
    return enough or bool(probabilities[-1] < options.min_p * probabilities[0])
