"""Did it learn? The answer in words, from the perplexity before and after."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from gui.figures import percent

# The share by which perplexity on held-out notes must fall to be called learning,
# and the smallest fall that its figure, with one decimal, shows for certain.
LEARNED = 0.05
MEASURABLE = 0.001


class Outcome(StrEnum):
    LEARNED = "learned"
    LITTLE = "little"
    NOTHING = "nothing"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Verdict:
    """``change`` is the share by which perplexity rose (negative: it fell)."""

    outcome: Outcome
    change: float | None = None

    @property
    def tone(self) -> str:
        """The colour token of text and icon."""
        return {Outcome.LEARNED: "ok", Outcome.LITTLE: "warn", Outcome.NOTHING: "bad"}.get(
            self.outcome, "text_3"
        )

    @property
    def icon(self) -> str:
        return {
            Outcome.LEARNED: "circle-check",
            Outcome.LITTLE: "triangle-alert",
            Outcome.NOTHING: "circle-x",
        }.get(self.outcome, "info")

    def word(self) -> str:
        """The verdict alone, for a chip."""
        return {
            Outcome.LEARNED: QCoreApplication.translate("Verdict", "Learned"),
            Outcome.LITTLE: QCoreApplication.translate("Verdict", "Learned a little"),
            Outcome.NOTHING: QCoreApplication.translate("Verdict", "Did not learn"),
        }.get(self.outcome) or QCoreApplication.translate("Verdict", "Not measured")

    def sentence(self) -> str:
        """The verdict with its figure, for a card."""
        if self.change is None:
            return QCoreApplication.translate("Verdict", "not measured: no notes were held out")
        template = {
            Outcome.LEARNED: QCoreApplication.translate(
                "Verdict", "learned: {change} perplexity on held-out notes"
            ),
            Outcome.LITTLE: QCoreApplication.translate(
                "Verdict", "learned a little: {change}, more notes would help"
            ),
            Outcome.NOTHING: QCoreApplication.translate(
                "Verdict", "did not learn: {change} perplexity on held-out notes"
            ),
        }[self.outcome]
        return template.format(change=percent(self.change))

    def meaning(self) -> str:
        """What the figure is, and what would help where it is small."""
        if self.change is None:
            return QCoreApplication.translate(
                "Verdict", "No notes were held out, so nothing says whether it learned."
            )
        what = QCoreApplication.translate(
            "Verdict",
            "Perplexity says how unsure the model is about notes it has never seen: "
            "lower is better.",
        )
        hint = {
            Outcome.LITTLE: QCoreApplication.translate("Verdict", "More notes would help."),
            Outcome.NOTHING: QCoreApplication.translate(
                "Verdict", "More notes, or fewer epochs, may help."
            ),
        }.get(self.outcome)
        return f"{what} {hint}" if hint else what


def verdict(before: float | None, after: float | None) -> Verdict:
    """Judge two perplexities measured on the same held-out tokens."""
    if before is None or after is None or before <= 0:
        return Verdict(Outcome.UNKNOWN)
    change = after / before - 1
    if -change >= LEARNED:
        return Verdict(Outcome.LEARNED, change)
    if -change >= MEASURABLE:
        return Verdict(Outcome.LITTLE, change)
    return Verdict(Outcome.NOTHING, change)
