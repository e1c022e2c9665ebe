"""The second moments of what each layer of a model reads: which inputs count.

The first token stays in: its activations are by far the largest and every later token attends
to it. Without it the rounded model is worse than one rounded without any knowledge
(``docs/experiments.md``).
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

Moments = dict[str, Tensor]  # by layer the sum of x·xᵀ over the tokens: inputs x inputs


def moments(
    model: PreTrainedModel, layers: Iterable[str], texts: Sequence[Tensor]
) -> Generator[float, None, Moments]:
    """Read ``texts``, tokens each; yields the fraction that is done."""
    found: Moments = {}
    with _listening(model, layers, found):
        for number, tokens in enumerate(texts, start=1):
            with torch.inference_mode():
                model.base_model(tokens[None])
            yield number / len(texts)
    return found


@contextmanager
def _listening(
    model: nn.Module, layers: Iterable[str], found: Moments
) -> Generator[None, None, None]:
    handles = [
        model.get_submodule(name).register_forward_pre_hook(_adding(name, found))
        for name in layers
    ]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _adding(name: str, found: Moments) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
    def add(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        read = inputs[0].flatten(0, -2).float()
        found[name] = torch.addmm(found[name], read.T, read) if name in found else read.T @ read

    return add
