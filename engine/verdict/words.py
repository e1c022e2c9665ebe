"""The verdict in a word and in a sentence."""

from adapters.wording import Phrase, phrase
from engine.verdict.judge import Judgement, Outcome
from engine.verdict.numbers import percent

MANNER = phrase(
    "verdict",
    "A voice learns your manner, not your facts: what it says may be wrong. For facts, look into "
    "your notes.",
)
MEANING = phrase(
    "verdict",
    "Perplexity says how unsure the model is about notes it has never seen: lower is better.",
)


def word(outcome: Outcome) -> Phrase:
    """For a chip."""
    return {
        Outcome.LEARNED: phrase("verdict", "Learned"),
        Outcome.LITTLE: phrase("verdict", "Learned a little"),
        Outcome.NOTHING: phrase("verdict", "Did not learn"),
        Outcome.OVERFITTED: phrase("verdict", "Overfitted"),
        Outcome.MEMORISES: phrase("verdict", "Memorises"),
        Outcome.UNKNOWN: phrase("verdict", "Not measured"),
    }[outcome]


def sentence(judged: Judgement) -> Phrase:
    """With its figure, for a card."""
    if judged.outcome == Outcome.MEMORISES:
        return phrase("verdict", "memorises: it repeats passages of your notes")
    if judged.change is None:
        return phrase("verdict", "not measured: no notes were held out")
    change = percent(judged.change)
    if judged.outcome == Outcome.LEARNED:
        return phrase("verdict", "learned: {change} perplexity on held-out notes", change=change)
    if judged.outcome == Outcome.LITTLE:
        return phrase(
            "verdict", "learned a little: {change}, more notes would help", change=change
        )
    if judged.outcome == Outcome.OVERFITTED:
        return phrase(
            "verdict", "overfitted: {change} perplexity on held-out notes", change=change
        )
    return phrase("verdict", "did not learn: {change} perplexity on held-out notes", change=change)
