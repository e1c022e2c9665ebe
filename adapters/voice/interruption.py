"""Passes through a model that can be cut short between two of its layers.

A pass of a large model on a processor takes seconds, and whoever stops a reply, pauses a
training or closes the program should not wait for it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn


class CutShortError(Exception):
    """The pass was left in its middle; gradients may be half added up."""


@contextmanager
def interruptible(model: nn.Module, hurried: Callable[[], bool]) -> Iterator[None]:
    """Inside, a forward or backward pass raises ``CutShortError`` once ``hurried()``.

    It is asked after each layer, forwards and backwards. Values stay as they are.
    """

    def check(*_: object) -> None:
        if hurried():
            raise CutShortError

    def after(_layer: nn.Module, _inputs: object, output: Any) -> None:
        check()
        hidden = output[0] if isinstance(output, tuple) else output
        if isinstance(hidden, Tensor) and hidden.requires_grad:
            hidden.register_hook(check)  # type: ignore[no-untyped-call]

    handles = [layer.register_forward_hook(after) for layer in _layers(model)]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


@contextmanager
def undone_when_cut(parameters: list[nn.Parameter]) -> Iterator[None]:
    """Gradients as they were before, where the pass inside is cut short."""
    before = [None if p.grad is None else p.grad.clone() for p in parameters]
    try:
        yield
    except CutShortError:
        with torch.no_grad():
            for parameter, gradient in zip(parameters, before, strict=True):
                parameter.grad = gradient
        raise


def _layers(model: nn.Module) -> list[nn.Module]:
    """The blocks of a transformer: its longest list of modules."""
    lists = [module for module in model.modules() if isinstance(module, nn.ModuleList)]
    return list(max(lists, key=len, default=()))
