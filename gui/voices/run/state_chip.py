"""How a run stands, as a chip: icon and word."""

from PySide6.QtCore import QCoreApplication

from adapters.catalog.records import RunState
from gui.widgets.chip import BAD, CALM, OK, WARN, Look

WAITING = Look("clock", "text_2", "sunken")
PAUSED = Look("pause", "text_2", "sunken")
FAILED = Look("circle-alert", "bad", "bad_soft")
INTERRUPTED = Look("rotate-cw", "text_2", "sunken")


def state_look(state: RunState, preparing: bool) -> tuple[str, Look]:
    """The word and the look of a state; ``preparing``: it has not made its first step yet."""
    if state == "running" and preparing:
        return QCoreApplication.translate("RunState", "Preparing"), CALM
    return {
        "queued": (QCoreApplication.translate("RunState", "Waiting"), WAITING),
        "running": (QCoreApplication.translate("RunState", "Training"), CALM),
        "paused": (QCoreApplication.translate("RunState", "Paused"), PAUSED),
        "interrupted": (QCoreApplication.translate("RunState", "Interrupted"), INTERRUPTED),
        "failed": (QCoreApplication.translate("RunState", "Failed"), FAILED),
        "finished": (QCoreApplication.translate("RunState", "Finished"), OK),
    }[state]


def verdict_look(tone: str, icon: str) -> Look:
    """The look of "did it learn?"."""
    fill = {"ok": OK.fill, "warn": WARN.fill, "bad": BAD.fill}.get(tone, CALM.fill)
    return Look(icon, tone if tone in ("ok", "warn", "bad") else "text_2", fill)
