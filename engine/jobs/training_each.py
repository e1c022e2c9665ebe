"""Several runs as one job: each is a run of its own, and what was not begun can be resumed."""

from collections.abc import Generator

from engine.jobs.run_state import settle
from engine.jobs.state import State
from engine.jobs.training import carry_out
from engine.messages import CarryOut, CarryOutEach, RolesTrained, Trained, Update


def carry_out_each(state: State, command: CarryOutEach) -> Generator[Update, None, RolesTrained]:
    """Do one after another; where one is paused or fails, those after it are paused."""
    left = list(command.runs)
    trained: list[Trained] = []
    try:
        while left:
            trained.append((yield from carry_out(state, CarryOut(left.pop(0)))))
    finally:
        for run in left:
            settle(state, run, "paused")
    return RolesTrained(tuple(trained))
