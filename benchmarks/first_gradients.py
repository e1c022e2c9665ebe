"""The gradient of the loss with respect to the frozen weights that an adapter sits on."""

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from adapters.voice.session import Session
from adapters.voice.weights import from_tensors

_MICRO_BATCHES = 8


def first_gradients(session: Session) -> dict[str, torch.Tensor]:
    """[outputs, inputs] float32 for each layer of the adapter, over the plan's first batches.

    For y = W x the gradient is the sum over tokens of (dL/dy) x', which needs no gradient of a
    4-bit weight: inputs and gradients of outputs are caught on the way.
    """
    paths = from_tensors(session.adapter, session.options.rank, session.options.alpha).layers
    found: dict[str, torch.Tensor] = {}
    hooks = [
        session.model.get_submodule(path).register_forward_hook(_catching(found, path))
        for path in paths
    ]
    micro = [indexes for step in session.plan for indexes in step.micro][:_MICRO_BATCHES]
    for indexes in micro:
        session.loss(session.batch(indexes)).backward()
    for hook in hooks:
        hook.remove()
    for parameter in session.adapter.values():
        parameter.grad = None
    return found


def _catching(found: dict[str, torch.Tensor], path: str) -> Callable[..., None]:
    def passed(_: nn.Module, inputs: tuple[Any, ...], output: torch.Tensor) -> None:
        x = inputs[0].detach().flatten(0, -2).float()

        def came_back(gradient: torch.Tensor) -> None:
            product = gradient.flatten(0, -2).float().T @ x
            found[path] = found[path] + product if path in found else product

        output.register_hook(came_back)

    return passed
