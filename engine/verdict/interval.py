"""How sure a change is: a paired bootstrap over documents (Efron 1979, percentile interval)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from adapters.voice.perplexity import Measured, pooled
from engine.verdict.measurements import Change

Numbers = NDArray[np.float64]
RESAMPLES = 2_000
FEWEST = 5  # documents; of fewer, resampling says nothing


def change(
    before: Sequence[Measured], after: Sequence[Measured], documents: Sequence[str], seed: int = 0
) -> Change | None:
    """Both perplexities over the same examples, with the interval of their ratio.

    ``documents`` names that of each example. A resample draws whole documents, with their
    losses before and after: tokens of one are not independent of each other. None where there
    are no tokens.
    """
    whole, voiced = pooled(before), pooled(after)
    if not whole.tokens:
        return None
    numbers = {name: number for number, name in enumerate(dict.fromkeys(documents))}
    tokens, more = np.zeros(len(numbers)), np.zeros(len(numbers))
    for name, one, other in zip(documents, before, after, strict=True):
        tokens[numbers[name]] += one.tokens
        more[numbers[name]] += other.loss - one.loss
    low, high = _bounds(tokens, more, seed) if len(numbers) >= FEWEST else (None, None)
    return Change(whole.perplexity, voiced.perplexity, low, high, len(numbers), whole.tokens)


def _bounds(tokens: Numbers, more: Numbers, seed: int) -> tuple[float, float]:
    """Of the ratio, by the tokens of each document and how much more loss the voice has."""
    chance = np.random.default_rng(seed)
    ratios = np.empty(RESAMPLES)
    for number in range(RESAMPLES):
        drawn = chance.integers(len(tokens), size=len(tokens))
        ratios[number] = np.exp(more[drawn].sum() / max(1.0, tokens[drawn].sum()))
    low, high = np.percentile(ratios, (2.5, 97.5))
    return float(low), float(high)
