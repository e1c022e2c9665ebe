"""What a choice was measured to be worth, for those who make it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Worth:
    """How much lower perplexity on held-out notes is, in per cent, at equal steps."""

    rare: float
    overall: float


# docs/benchmarks/hyperlexemes.md: means of three seeds, 36 steps.
EVENLY = Worth(rare=1.73, overall=0.45)
