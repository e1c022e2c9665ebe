"""Whether a conversion fits into the memory and the disk that are free."""

import shutil
from pathlib import Path

from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.memory import meter
from engine.memory.planner import SPARE, converting
from engine.model.source import Source

# What the GGUF library holds of each token and merge while it reads them: measured 3,000.
READING = 4000
HALF = 2  # bytes of a 16-bit number


def memory_needed(source: Source, largest_layer: int, streaming: bool) -> int:
    """Bytes that a conversion adds at its peak; ``largest_layer`` counts numbers.

    Measured for the starter: 642 MB from its GGUF (1,040 asked for), 402 MB from a folder.
    """
    work = converting(largest_layer, source.largest, source.kind)
    work += source.vocabulary * READING
    if streaming:
        return work
    # transformers gathers all tensors of a GGUF before it fills the model with them.
    copies = 1 if source.kind == "folder" else 2
    return work + source.parameters * HALF * copies


def check_memory(
    source: Source, largest_layer: int, streaming: bool, available: int | None = None
) -> None:
    """Raise ``UserError`` with both numbers when the conversion does not fit."""
    needed = memory_needed(source, largest_layer, streaming)
    free = meter.reading().available if available is None else available
    if needed > free:
        raise _too_little(
            phrase(
                "errors",
                "It needs {needed} of memory and {free} are free.",
                needed=gib(needed),
                free=gib(free),
            ),
            phrase("errors", "Close other programs, or choose a smaller model."),
        )


def check_disk(source: Source, target: Path) -> None:
    """The same for the disk; a converted model is never larger than 16 bits a number."""
    parent = next(folder for folder in target.parents if folder.exists())
    needed = min(source.bytes, source.parameters * HALF) + SPARE
    free = shutil.disk_usage(parent).free
    if needed > free:
        raise _too_little(
            phrase(
                "errors",
                "It needs {needed} on the disk and {free} are free.",
                needed=gib(needed),
                free=gib(free),
            ),
            phrase("errors", "Free some space on the disk and try again."),
        )


def _too_little(why: Phrase, next_step: Phrase) -> UserError:
    return UserError(phrase("errors", "The model cannot be converted."), why, next_step)


def gib(count: int) -> str:
    """Bytes as the owner reads them."""
    return f"{count / 2**30:.1f} GiB" if count >= 2**30 else f"{count / 2**20:.0f} MiB"
