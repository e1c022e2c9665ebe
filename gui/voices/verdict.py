"""Did it learn? What the engine judges, with a tone and an icon, in the owner's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from adapters.catalog.records import VoiceVersion
from adapters.wording import Phrase
from engine.verdict import words as wording
from engine.verdict.judge import Judgement, Outcome, judge
from engine.verdict.measurements import Measurements, of_version
from gui.translate import words


@dataclass(frozen=True)
class Verdict:
    """``measured`` is empty but for two perplexities where an earlier Timbre made the voice."""

    measured: Measurements
    judged: Judgement

    @property
    def outcome(self) -> Outcome:
        return self.judged.outcome

    @property
    def change(self) -> float | None:
        """The share by which perplexity on held-out notes rose (negative: it fell)."""
        return self.judged.change

    @property
    def tone(self) -> str:
        """The colour token of text and icon."""
        return {
            Outcome.LEARNED: "ok",
            Outcome.LITTLE: "warn",
            Outcome.MEMORISES: "warn",
            Outcome.OVERFITTED: "bad",
            Outcome.NOTHING: "bad",
        }.get(self.outcome, "text_3")

    @property
    def icon(self) -> str:
        return {
            Outcome.LEARNED: "circle-check",
            Outcome.LITTLE: "triangle-alert",
            Outcome.MEMORISES: "copy",
            Outcome.OVERFITTED: "circle-alert",
            Outcome.NOTHING: "circle-x",
        }.get(self.outcome, "info")

    def word(self) -> str:
        """The verdict alone, for a chip."""
        return in_words(wording.word(self.outcome))

    def sentence(self) -> str:
        """The verdict with its figure, for a card."""
        return in_words(wording.sentence(self.judged))

    def reasons(self) -> str:
        return paragraphs(self.judged.reasons)

    def advice(self) -> str:
        return paragraphs(self.judged.advice)


def verdict(version: VoiceVersion, details: str | None) -> Verdict:
    """The verdict of a version, from the JSON that the catalog keeps, if it keeps any."""
    measured = of_version(details, version.perplexity_before, version.perplexity_after)
    return Verdict(measured, judge(measured))


def paragraphs(sentences: Iterable[Phrase]) -> str:
    return "\n".join(in_words(sentence) for sentence in sentences)


def in_words(sentence: Phrase) -> str:
    """Number and unit are never parted by the end of a line."""
    return words(sentence).replace(" %", "\u00a0%")
