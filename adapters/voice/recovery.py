"""After a loss that is no number: back to the last good state, and on with smaller steps."""

from pathlib import Path

from adapters.voice import checkpoint
from adapters.voice.session import Session

MOST = 3  # times that a run goes back before it gives up


def go_back(session: Session, folder: Path) -> bool:
    """Restore the last checkpoint with half its learning rate; False where that was tried enough.

    The rate is saved with the state, so that a run killed now goes on with it.
    """
    halved = session.progress.halved
    newest = checkpoint.newest(folder)
    if halved >= MOST or newest is None:
        return False
    session.optimiser.zero_grad()
    checkpoint.restore(session, newest)
    while session.progress.halved <= halved:  # the checkpoint may be older than the last time
        _halve(session)
    checkpoint.save(session, folder)
    return True


def _halve(session: Session) -> None:
    plain = session.schedule.scheduler
    plain.base_lrs = [rate / 2 for rate in plain.base_lrs]
    plain._last_lr = [rate / 2 for rate in plain.get_last_lr()]
    for group in session.optimiser.param_groups:
        group["lr"] /= 2
    session.progress.halved += 1
