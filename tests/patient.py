"""Waiting for the window: as long as a busy machine may need, and no longer than it takes."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

TIMEOUT = 30_000  # ms; the five seconds of pytest-qt are too few where others use the machine


class PatientBot(QtBot):  # type: ignore[misc]
    """A QtBot whose waits end late; a test that waits for what never comes fails all the same."""

    def waitUntil(  # noqa: N802 (the name is pytest-qt's)
        self, callback: Callable[[], bool | None], *, timeout: int = TIMEOUT
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = TIMEOUT, **options: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=timeout, **options)
