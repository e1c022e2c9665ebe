"""The verdict on a voice at the terminal: in sentences, and as JSON for programs."""

from collections.abc import Iterator
from dataclasses import asdict

from adapters.catalog import verdicts
from adapters.catalog.database import Catalog
from adapters.catalog.records import VoiceVersion
from adapters.wording import Phrase, phrase
from engine.verdict.judge import judge
from engine.verdict.measurements import Measurements, of_version
from engine.verdict.words import MANNER, word


def measured_of(catalog: Catalog, version: VoiceVersion) -> Measurements:
    details = verdicts.get(catalog, version.id)
    return of_version(details, version.perplexity_before, version.perplexity_after)


def as_json(measured: Measurements) -> dict[str, object]:
    """The outcome, its reasons in English, and every figure."""
    judged = judge(measured)
    return {
        "outcome": judged.outcome.value,
        "change": judged.change,
        "reasons": [str(reason) for reason in judged.reasons],
        "advice": [str(sentence) for sentence in judged.advice],
        **asdict(measured),
    }


def sentences(measured: Measurements) -> Iterator[Phrase]:
    judged = judge(measured)
    yield phrase("console", "Verdict: {word}", word=word(judged.outcome))
    yield from judged.reasons
    yield from judged.advice
    yield MANNER
