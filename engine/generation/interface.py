"""The one small interface behind which tokens become logits: cache and tokens in, logits out."""

from collections.abc import Sequence
from typing import Protocol, Self

import torch


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


class Decoder(Protocol):
    """Computes tokens; a faster one can take the place of another. Takes its own pasts only."""

    @property
    def chunk(self) -> int:
        """The most tokens of one prefill step."""
        ...

    def new_past(self) -> Past:
        """An empty past."""
        ...

    def forward(self, tokens: Sequence[int], past: Past) -> torch.Tensor:
        """Append ``tokens`` to ``past``; logits of the last one, [vocabulary] float32, CPU.

        Raises ``CutShortError`` where somebody hurries; the past is as before then.
        """
        ...
