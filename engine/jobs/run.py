"""One training run under way: all that its parts work with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from adapters.catalog.database import Catalog
from adapters.catalog.records import Run
from adapters.notes.example import Example
from adapters.voice.kept_notes import KeptNotes
from adapters.voice.options import TrainingOptions
from adapters.voice.session import Session
from engine.jobs.pace import Pace
from engine.jobs.state import Loaded, RunningTraining, State

_WATCHED_TOKENS = 2_000  # of the held-out notes, for the points of the chart
_POINTS = 4  # measured on the way, besides the beginning and the end


@dataclass
class Work:
    """One run under way.

    ``seconds_to_measure`` is how long the held-out notes took before, ``seconds_to_sample``
    how long the samples still to come will take.
    """

    state: State
    running: RunningTraining
    run: Run
    loaded: Loaded
    options: TrainingOptions
    folder: Path
    notes: KeptNotes
    session: Session
    pace: Pace = field(init=False)
    seconds_to_measure: float = 0.0
    seconds_to_sample: float = 0.0
    general: Mapping[str, Sequence[Example]] = field(default_factory=dict)  # by language

    @property
    def catalog(self) -> Catalog:
        return self.state.catalog

    def __post_init__(self) -> None:
        self.begin_pace()

    def begin_pace(self) -> None:
        """Measure the speed anew from where the run stands."""
        self.pace = Pace(self.session.progress.tokens, self.session.progress.seconds)

    @property
    def watched(self) -> int:
        """How many of the held-out notes are watched: the first few, which are any few."""
        total = count = 0
        while count < len(self.notes.held_out) and total < _WATCHED_TOKENS:
            total += len(self.notes.held_out[count].tokens)
            count += 1
        return count

    def watch_at(self) -> frozenset[int]:
        """The steps after which the watched notes are measured."""
        steps = len(self.session.plan)
        first = {0} if self.run.base_version else set()  # what it knew is not to get worse
        points = {round(steps * point / (_POINTS + 1)) for point in range(1, _POINTS + 1)}
        return frozenset((points - {0, steps}) | first) if self.watched else frozenset()
