"""What a training will take, from what was measured: pure numbers, no widgets."""

from dataclasses import dataclass, replace

from engine.memory.meter import Breakdown
from engine.memory.planner import Judgement, judge
from engine.messages import NotesPreview
from gui.status.parts import parts
from gui.widgets.meter_bar import Part


@dataclass(frozen=True)
class Estimate:
    """``seconds`` and ``training`` (bytes added) are None where nothing was measured yet."""

    steps: int
    seconds: float | None
    training: int | None
    now: Breakdown

    @property
    def judgement(self) -> Judgement | None:
        return None if self.training is None else judge(self.training, self.now.free)

    @property
    def fits(self) -> bool:
        judged = self.judgement
        return judged is None or judged.verdict != "too large"

    @property
    def peak(self) -> Breakdown:
        """The memory with the training in its place; ``free`` is never below nothing."""
        added = self.training or 0
        return replace(
            self.now, training=self.now.training + added, free=max(0, self.now.free - added)
        )

    @property
    def peak_used(self) -> int:
        return self.now.used + (self.training or 0)

    def parts(self) -> list[Part]:
        return parts(self.peak)


def estimate(preview: NotesPreview, now: Breakdown) -> Estimate:
    return Estimate(preview.steps, preview.seconds, preview.peak_bytes, now)
