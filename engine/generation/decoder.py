"""The one small interface behind which tokens become logits: cache and tokens in, logits out."""

from collections.abc import Sequence
from typing import Protocol, Self, TypeVar

import torch

# Multiplications and additions of one prefill chunk, so that it takes under half a second
# on one core (the starter: 64 tokens, 0.16 s on Zen 4, 0.37 s with AVX2 only). A constant,
# not a measurement: another chunk length rounds differently, and then the same seed would
# not give the same text after a restart.
CHUNK_WORK = 25e9
SHORTEST_CHUNK, LONGEST_CHUNK = 32, 512


class Past(Protocol):
    """What a model has computed for a row of tokens."""

    @property
    def length(self) -> int:
        """Tokens held."""
        ...

    @property
    def bytes(self) -> int:
        """Memory held."""
        ...

    def can_crop(self) -> bool:
        """Whether its end can be taken off."""
        ...

    def crop(self, length: int) -> None:
        """Keep only the first ``length`` tokens."""
        ...

    def copy(self, length: int) -> Self:
        """The first ``length`` tokens in memory of their own."""
        ...


P = TypeVar("P", bound=Past)


class Decoder(Protocol[P]):
    """Computes tokens; a faster one can take the place of another."""

    chunk: int  # the most tokens of one prefill step

    def new_past(self) -> P:
        """An empty past."""
        ...

    def forward(self, tokens: Sequence[int], past: P) -> torch.Tensor:
        """Append ``tokens`` to ``past``; logits of the last one, [vocabulary] float32, CPU."""
        ...
