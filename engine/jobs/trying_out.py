"""Three steps tried out before the long run, and the memory that they really took."""

from collections.abc import Generator

from adapters.errors import UserError
from adapters.voice.dry_run import dry_run
from adapters.wording import phrase
from engine.jobs.run import Work
from engine.memory.peak import Peak
from engine.messages import Preparing, Update
from engine.model.room import gib

RESERVE = 128 * 2**20  # bytes that the rest of the system needs to breathe


def try_out(this: Work) -> Generator[Update, None, None]:
    """Where the run is at its very beginning. Raises ``UserError`` where it cannot go well."""
    progress, peak = this.session.progress, this.running.peak
    if progress.step or progress.micro:
        return
    stage = phrase("progress", "Trying out three steps")
    yield Preparing(stage, 0.0)
    for share in dry_run(this.session, this.state.hurried.is_set):
        if peak is not None:
            peak.look()
            _check_memory(peak)
        yield Preparing(stage, share)


def _check_memory(peak: Peak) -> None:
    if peak.least_free >= RESERVE:
        return
    raise UserError(
        phrase("errors", "There is not enough memory to train on this model."),
        phrase(
            "errors",
            "Three steps tried out took {taken} more, and {free} were left free.",
            taken=gib(peak.most),
            free=gib(max(0, peak.least_free)),
        ),
        phrase("errors", "Close other programs, or choose a smaller model or rank."),
    )
