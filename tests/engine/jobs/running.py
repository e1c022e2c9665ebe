"""Driving a job by hand."""

from collections.abc import Generator
from typing import Any

from engine.messages import Update


def finish(job: Generator[Update, None, Any]) -> Any:
    """Run a job to its end and give its result."""
    return collect(job)[1]


def collect(job: Generator[Update, None, Any]) -> tuple[list[Update], Any]:
    """Run a job to its end; its updates and its result."""
    updates = []
    while True:
        try:
            updates.append(next(job))
        except StopIteration as end:
            return updates, end.value


def until(job: Generator[Update, None, Any], kind: type[Update], count: int = 1) -> list[Update]:
    """Advance a job until it has given ``count`` updates of a kind."""
    updates: list[Update] = []
    while sum(isinstance(update, kind) for update in updates) < count:
        updates.append(next(job))
    return updates
