"""How a run stands, written so that neither a full disk nor full memory can make it lie."""

import logging

from adapters.catalog import runs
from adapters.catalog.records import RunState
from adapters.errors import UserError
from adapters.wording import Phrase
from engine.failures import is_out_of_memory
from engine.jobs.state import State

log = logging.getLogger(__name__)


def settle(state: State, run: int, to: RunState, problem: Phrase | None = None) -> None:
    """Write how a run has ended; what cannot be written now is written by ``catch_up``."""
    try:
        runs.set_state(state.catalog, run, to, problem)
    except Exception as error:
        if not isinstance(error, UserError) and not is_out_of_memory(error):
            raise
        log.warning("Run %d is %s, which could not be written: %s", run, to, error)
        state.unsettled[run] = (to, problem)
    else:
        state.unsettled.pop(run, None)


def catch_up(state: State) -> None:
    """Try again what could not be written."""
    for run, (to, problem) in list(state.unsettled.items()):
        settle(state, run, to, problem)
