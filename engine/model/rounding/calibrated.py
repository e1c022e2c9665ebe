"""A model is listened to before it is rounded, where that is worth the wait."""

import logging
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

from transformers import PreTrainedModel

from engine.memory import meter
from engine.model import precision
from engine.model.room import memory_needed
from engine.model.rounding.moments import Moments, moments
from engine.model.rounding.replies import replies
from engine.model.skeleton import largest_layer, quantised_layers
from engine.model.source import Source
from engine.model.tensors import whole_model
from engine.model.tokenizer import load_tokenizer

# Numbers in 4-bit layers. A small model loses the most by rounding, and a large one takes long
# to listen to; one that is smaller still has nothing to say.
LEAST, MOST = 20_000_000, 400_000_000
MOMENT = 4  # bytes
HALF = 2

T = TypeVar("T")
log = logging.getLogger(__name__)


def calibrated(
    source: Source, skeleton: PreTrainedModel, folder: Path, available: int | None = None
) -> Generator[float, None, Moments]:
    """The moments of each 4-bit layer; yields the fraction that is done.

    Nothing where the model's size or the memory speaks against it, or where it cannot be run
    before it is rounded. ``folder`` holds its tokenizer.
    """
    if not _is_worth_it(skeleton) or not _fits(source, skeleton, available):
        return {}
    try:
        return (yield from _listen(source, skeleton, folder))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        # Some kinds can be converted but not computed as they are. Plain rounding needs neither.
        log.warning("%s is rounded without calibration", source.name, exc_info=True)
        return {}


def _listen(
    source: Source, skeleton: PreTrainedModel, folder: Path
) -> Generator[float, None, Moments]:
    model = whole_model(source, precision.compute_dtype(precision.CPU)).eval()
    said = yield from _half(0.0, replies(model, load_tokenizer(folder)))
    return (yield from _half(0.5, moments(model, quantised_layers(skeleton), said)))


def _half(begins: float, work: Generator[float, None, T]) -> Generator[float, None, T]:
    """Its fractions as those of the whole."""
    while True:
        try:
            yield begins + next(work) / 2
        except StopIteration as end:
            result: T = end.value
            return result


def _is_worth_it(skeleton: PreTrainedModel) -> bool:
    numbers = sum(inputs * outputs for inputs, outputs in _shapes(skeleton))
    return LEAST <= numbers <= MOST


def _fits(source: Source, skeleton: PreTrainedModel, available: int | None) -> bool:
    held = sum(inputs * inputs for inputs, _ in _shapes(skeleton)) * MOMENT
    wide = precision.compute_dtype(precision.CPU).itemsize // HALF
    loading = memory_needed(source, largest_layer(skeleton), streaming=False)
    free = meter.reading().available if available is None else available
    return held + loading * wide <= free


def _shapes(skeleton: PreTrainedModel) -> Iterator[tuple[int, int]]:
    return ((one.in_features, one.out_features) for one in quantised_layers(skeleton).values())
