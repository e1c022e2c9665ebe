"""In which order examples are learned, and how they are laid side by side.

Short notes padded to one length waste most of the work (at a mean of 75 tokens, random
batches use 62 % of it, batches of like length 90 %), so a micro-batch holds examples of
like length. Its padded size is bounded, since the engine serves the chat between two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor

_SAME_LENGTH = 16  # tokens; examples whose lengths differ less may share a micro-batch


class Example(Protocol):
    """What is learned from: only the tokens of its spans are learned, the others are read."""

    @property
    def tokens(self) -> Sequence[int]: ...

    @property
    def learned(self) -> Sequence[tuple[int, int]]: ...

    @property
    def trained(self) -> int: ...


@dataclass(frozen=True)
class Step:
    """One optimiser step: micro-batches of indexes of examples, and the tokens they teach."""

    micro: tuple[tuple[int, ...], ...]
    trained: int


@dataclass(frozen=True)
class Batch:
    """Padded on the right, so that causal attention alone keeps padding out.

    ``tokens`` [examples, length]; ``positions`` [trained] are indexes into the flattened
    hidden states, each of which has to foretell the token in ``targets`` [trained];
    ``weights`` [trained] of their losses, None where all count the same.
    """

    tokens: Tensor
    positions: Tensor
    targets: Tensor
    weights: Tensor | None = None


def plan(
    examples: Sequence[Example],
    epochs: float,
    micro_tokens: int,
    batch_tokens: int,
    generator: torch.Generator,
    shares: Sequence[float] | None = None,
) -> list[Step]:
    """All steps of a run, drawn from ``generator`` alone.

    Each epoch shuffles anew; what is left over at its end goes on into the next. A
    fraction of an epoch takes that part of its micro-batches. With ``shares`` (one number for
    each example, see ``balance.py``) an example is drawn so often in an epoch, on average.
    """
    micro: list[tuple[int, ...]] = []
    left = epochs
    while left > 0 and examples:
        if shares is None:
            order = torch.randperm(len(examples), generator=generator).tolist()
            epoch = _epoch(order, examples, micro_tokens, generator)
            micro += epoch[: max(1, round(min(1.0, left) * len(epoch)))]
        else:
            order = _drawn(shares, min(1.0, left), generator)
            micro += _epoch(order, examples, micro_tokens, generator)
        left -= 1
    return _steps(micro, examples, batch_tokens)


def collate(
    examples: Sequence[Example],
    pad: int,
    device: torch.device,
    weights: Sequence[float] | None = None,
) -> Batch:
    """Lay examples side by side; what ``pad`` is makes no difference.

    ``weights``: one for each example, which all of its tokens get.
    """
    length = max(len(example.tokens) for example in examples)
    tokens = torch.full((len(examples), length), pad, dtype=torch.long)
    positions: list[int] = []
    targets: list[int] = []
    for row, example in enumerate(examples):
        tokens[row, : len(example.tokens)] = torch.tensor(example.tokens, dtype=torch.long)
        for start, end in example.learned:
            positions += range(row * length + start - 1, row * length + end - 1)
            targets += example.tokens[start:end]
    return Batch(
        tokens.to(device),
        torch.tensor(positions, device=device),
        torch.tensor(targets, device=device),
        None if weights is None else _of_tokens(examples, weights).to(device),
    )


def _of_tokens(examples: Sequence[Example], weights: Sequence[float]) -> Tensor:
    trained = torch.tensor([example.trained for example in examples])
    return torch.tensor(weights, dtype=torch.float32).repeat_interleave(trained)


def _drawn(shares: Sequence[float], part: float, generator: torch.Generator) -> list[int]:
    """Each example about ``part`` times its share, as evenly as whole numbers allow.

    Systematic sampling: one random number decides for all, so that the sums come out right.
    """
    order = torch.randperm(len(shares), generator=generator)
    reached = part * torch.tensor(shares, dtype=torch.float64)[order].cumsum(0)
    reached += torch.rand(1, dtype=torch.float64, generator=generator)
    times = reached.floor().diff(prepend=torch.zeros(1, dtype=torch.float64)).long()
    return order.repeat_interleave(times).tolist()


def _epoch(
    order: list[int],
    examples: Sequence[Example],
    micro_tokens: int,
    generator: torch.Generator,
) -> list[tuple[int, ...]]:
    """Micro-batches of like length, in random order."""
    order.sort(key=lambda index: len(examples[index].tokens) // _SAME_LENGTH)
    micro = list(_filled(order, examples, micro_tokens))
    return [micro[i] for i in torch.randperm(len(micro), generator=generator).tolist()]


def _filled(
    order: list[int], examples: Sequence[Example], micro_tokens: int
) -> Iterator[tuple[int, ...]]:
    """Cut ``order`` where one more example would pad the batch beyond ``micro_tokens``."""
    batch: list[int] = []
    longest = 0
    for index in order:
        longer = max(longest, len(examples[index].tokens))
        if batch and longer * (len(batch) + 1) > micro_tokens:
            yield tuple(batch)
            batch, longer = [], len(examples[index].tokens)
        batch.append(index)
        longest = longer
    if batch:
        yield tuple(batch)


def _steps(
    micro: list[tuple[int, ...]], examples: Sequence[Example], batch_tokens: int
) -> list[Step]:
    """Gather micro-batches until a step teaches about ``batch_tokens`` tokens."""
    steps: list[Step] = []
    gathered: list[tuple[int, ...]] = []
    trained = 0
    for batch in micro:
        gathered.append(batch)
        trained += sum(examples[index].trained for index in batch)
        if trained >= batch_tokens:
            steps.append(Step(tuple(gathered), trained))
            gathered, trained = [], 0
    if trained:
        # A small last step would be a noisy one: it joins the step before.
        if steps and trained < batch_tokens // 2:
            before = steps.pop()
            gathered, trained = [*before.micro, *gathered], before.trained + trained
        steps.append(Step(tuple(gathered), trained))
    return steps
