"""Work that takes turns with others in one thread."""

import time
from collections.abc import Generator
from typing import TypeVar

import torch

from adapters.voice.progress import TrainingProgress

Y = TypeVar("Y")
R = TypeVar("R")


def in_turns(work: Generator[Y, None, R], progress: TrainingProgress) -> Generator[Y, None, R]:
    """Advance ``work`` step by step, counting only its own time into ``progress.seconds``.

    Whoever had a turn meanwhile may have left gradients switched off in this thread
    (a reply suspended inside ``inference_mode``), so every step says what it needs.
    """
    try:
        while True:
            begun = time.monotonic()
            try:
                with torch.inference_mode(False), torch.enable_grad():
                    done = next(work)
            except StopIteration as end:
                result: R = end.value
                return result
            finally:
                progress.seconds += time.monotonic() - begun
            yield done
    finally:
        work.close()
