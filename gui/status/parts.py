"""The parts of the memory meter: their order, their colours and the owner's words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui import figures
from gui.widgets.meter_bar import Part

if TYPE_CHECKING:
    from engine.memory.meter import Breakdown

# In the order of the bar. The rest of this program has no colour of its own: beside the
# model it is small, and it stands with the other programs, but is told apart in the details.
TOKENS = {
    "weights": "mem_weights",
    "voices": "mem_voices",
    "kv_cache": "mem_kv",
    "training": "mem_training",
    "own": "mem_other",
    "other": "mem_other",
    "free": "mem_free",
}
USES = tuple(TOKENS)


def parts(memory: "Breakdown") -> list[Part]:
    """For a ``MeterBar``: everything but the free rest."""
    return [Part(TOKENS[use], getattr(memory, use)) for use in USES if use != "free"]


def use_name(use: str) -> str:
    """What a part is called."""
    names = {
        "weights": QCoreApplication.translate("Memory", "Weights"),
        "voices": QCoreApplication.translate("Memory", "Voices"),
        "kv_cache": QCoreApplication.translate("Memory", "KV cache"),
        "training": QCoreApplication.translate("Memory", "Training"),
        "own": QCoreApplication.translate("Memory", "Timbre itself"),
        "other": QCoreApplication.translate("Memory", "Other programs"),
        "free": QCoreApplication.translate("Memory", "Free"),
    }
    return names[use]


def used_of_total(memory: "Breakdown") -> str:
    """ "3.9 of 8.0 GiB"."""
    return QCoreApplication.translate("Memory", "{used} of {total}").format(
        used=figures.decimal(memory.used / figures.GIB), total=figures.memory(memory.total)
    )
