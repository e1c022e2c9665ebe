"""What is the matter with a training, from what it has shown: in plain words, with a remedy.

Pure functions of numbers, for the window and the terminal alike, during a run and after it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite, sqrt
from statistics import fmean, pvariance

from adapters.catalog.records import Run
from adapters.wording import Phrase, phrase

FEW_NOTES = 20  # documents: below, a voice has little to learn from
ENOUGH_STEPS = 20  # before which a curve says nothing
FLAT = 0.01  # of the loss at the beginning: less was not learned
RISING = 0.03
WORSE = 2  # held-out points in a row after the best one


@dataclass(frozen=True)
class Course:
    """What is known of a run; ``held_out`` at step 0 is the loss of the base.

    ``documents`` 0: not read yet. ``troubles`` are the kinds of ``RunTrouble`` that hold.
    """

    losses: Mapping[int, float]
    held_out: Mapping[int, float]
    steps: int
    documents: int = 0
    held_out_documents: int = 0
    setbacks: int = 0
    troubles: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(
        cls,
        run: Run,
        losses: Mapping[int, float],
        held_out: Mapping[int, float],
        steps: int,
        troubles: Iterable[str] = (),
    ) -> "Course":
        """``steps`` as planned by now, which the row of a run that has just begun may not know."""
        return cls(
            losses,
            held_out,
            steps,
            run.documents,
            run.held_out_documents,
            run.setbacks,
            frozenset(troubles),
        )


@dataclass(frozen=True)
class Finding:
    """``kind`` names it for tests and for telling each once."""

    kind: str
    what: Phrase
    remedy: Phrase


def findings(course: Course) -> list[Finding]:
    """All that is the matter, the most pressing first."""
    found = (look(course) for look in _LOOKS)
    return [finding for finding in found if finding is not None]


def _memory(course: Course) -> Finding | None:
    if "memory" not in course.troubles:
        return None
    return Finding(
        "memory",
        phrase("diagnosis", "Memory is running short."),
        phrase("diagnosis", "Close other programs, or pause the training: nothing is lost."),
    )


def _setback(course: Course) -> Finding | None:
    if not course.setbacks and "setback" not in course.troubles:
        return None
    return Finding(
        "setback",
        phrase(
            "diagnosis",
            "The loss was no number once; it went back to the last good state and on with a "
            "lower learning rate.",
        ),
        phrase("diagnosis", "If it happens again, train with a lower learning rate."),
    )


def _rising(course: Course) -> Finding | None:
    """The last fifth lies above the best fifth before it, by more than chance."""
    losses = _in_order(course.losses)
    if len(losses) < ENOUGH_STEPS:
        return None
    fifths = _fifths(losses)
    best, last = min(fifths[:-1], key=fmean), fifths[-1]
    if fmean(last) - fmean(best) < max(RISING * fmean(best), 3 * _doubt(best, last)):
        return None
    return Finding(
        "rising",
        phrase("diagnosis", "The loss rises instead of falling."),
        phrase("diagnosis", "Train again with a lower learning rate."),
    )


def _flat(course: Course) -> Finding | None:
    """After a third of the run the loss is about what it was in the beginning."""
    losses = _in_order(course.losses)
    if len(losses) < max(ENOUGH_STEPS, course.steps / 3) or _rising(course):
        return None
    fifths = _fifths(losses)
    first, last = fifths[0], fifths[-1]
    fell = fmean(first) - fmean(last)
    if fell > max(FLAT * fmean(first), 2 * _doubt(first, last)):
        return None
    return Finding(
        "flat",
        phrase("diagnosis", "The loss hardly falls: little is learned."),
        phrase(
            "diagnosis",
            "Train again with a higher learning rate, or on more parts of the model.",
        ),
    )


def _overfitting(course: Course) -> Finding | None:
    """Held-out notes get worse, one point after the other, since the best one."""
    points = [(s, loss) for s, loss in sorted(course.held_out.items()) if isfinite(loss)]
    if len(points) <= WORSE:
        return None
    best = min(range(len(points)), key=lambda place: points[place][1])
    if len(points) - 1 - best < WORSE:
        return None
    return Finding(
        "overfitting",
        phrase(
            "diagnosis",
            "Since step {step} it gets worse on notes that it has not seen; the state of that "
            "step is kept.",
            step=points[best][0],
        )
        if points[best][0]
        else phrase("diagnosis", "On notes that it has not seen it is worse than the base model."),
        phrase("diagnosis", "More notes, fewer epochs or a lower rank help against that."),
    )


def _few(course: Course) -> Finding | None:
    if not 0 < course.documents < FEW_NOTES:
        return None
    return Finding(
        "few",
        phrase(
            "diagnosis",
            "There are few notes to learn from: {count}.",
            count=course.documents,
        ),
        phrase("diagnosis", "A voice shows with some dozens of notes; add more to the folder."),
    )


def _unmeasured(course: Course) -> Finding | None:
    if not course.documents or course.held_out_documents:
        return None
    return Finding(
        "unmeasured",
        phrase("diagnosis", "Too few notes to hold any out: nothing will say whether it learns."),
        phrase("diagnosis", "With five notes or more, some are held out."),
    )


def _folder(course: Course) -> Finding | None:
    if "folder" not in course.troubles:
        return None
    return Finding(
        "folder",
        phrase(
            "diagnosis",
            "The notes folder has changed since this training began. It goes on with the notes "
            "as they were, of which it keeps a copy.",
        ),
        phrase("diagnosis", "What is new can be learned by a training after this one."),
    )


_LOOKS: tuple[Callable[[Course], Finding | None], ...] = (
    _memory,
    _rising,
    _overfitting,
    _flat,
    _setback,
    _few,
    _unmeasured,
    _folder,
)


def _in_order(losses: Mapping[int, float]) -> list[float]:
    return [loss for step, loss in sorted(losses.items()) if step > 0 and isfinite(loss)]


def _fifths(losses: Sequence[float]) -> list[Sequence[float]]:
    edges = [round(part * len(losses) / 5) for part in range(6)]
    return [losses[edges[part] : edges[part + 1]] for part in range(5)]


def _doubt(*samples: Iterable[float]) -> float:
    """The standard error of the difference of two means."""
    kept = [list(sample) for sample in samples]
    return sqrt(sum(pvariance(sample) / len(sample) for sample in kept))
