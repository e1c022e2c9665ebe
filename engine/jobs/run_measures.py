"""What is measured of a run's base and of its voice: held-out notes, and general text."""

from collections.abc import Generator, Mapping, Sequence
from itertools import accumulate

from adapters.catalog import runs
from adapters.notes.chat_format import ChatFormat
from adapters.notes.example import Example
from adapters.notes.examples import whole
from adapters.voice import checkpoint, kept_measures, perplexity
from adapters.voice.kept_measures import Measures
from adapters.voice.perplexity import Measured, pooled
from adapters.voice.turns import in_turns
from adapters.wording import Phrase, phrase
from engine.jobs.run import Work
from engine.jobs.run_telling import held_out
from engine.messages import Preparing, Update
from engine.verdict import general
from engine.verdict.interval import FEWEST
from engine.verdict.sizes import Sizes, spread

HELD_OUT = "held out"  # beside the languages of the general text
_LOOKED_AT = 50  # notes, to see in which languages they are written

General = Mapping[str, Sequence[Example]]  # by language


def general_texts(this: Work, chat: ChatFormat) -> General:
    """As much of the built-in text as the run's verdict can afford, in the notes' languages."""
    size, context = sizes(this).general, this.loaded.model.context_length
    languages = general.languages(texts_of(this, spread(this.notes.learn, _LOOKED_AT)))
    made = {
        name: [part for one in general.texts(name) for part in whole(one, chat, context)]
        for name in languages
    }
    return {name: _up_to(size, examples) for name, examples in made.items()}


def sizes(this: Work) -> Sizes:
    return Sizes.of(sum(step.trained for step in this.session.plan))


def texts_of(this: Work, examples: Sequence[Example]) -> list[str]:
    """What was learned, or is to be foretold, as texts: each turn of a conversation by itself."""
    tokenizer = this.loaded.model.tokenizer
    return [
        str(tokenizer.decode(tokens, skip_special_tokens=True))
        for one in examples
        for tokens in one.texts
    ]


def before(this: Work) -> Generator[Update, None, Measures]:
    """All of the base; measured once in the life of a run, when its adapter is still empty."""
    known = kept_measures.read(this.folder)
    if known is not None:
        return known
    if checkpoint.newest(this.folder) is not None:
        return {}  # an earlier Timbre began it, and kept the perplexity alone
    began = this.session.progress.seconds
    stage = phrase("progress", "Measuring the model on the notes held out")
    found = {HELD_OUT: (yield from measure(this, this.notes.held_out, stage))}
    this.seconds_to_measure = this.session.progress.seconds - began
    stage = phrase("progress", "Measuring the model on general text")
    for language, examples in this.general.items():
        found[language] = yield from measure(this, examples, stage)
    if found[HELD_OUT]:
        runs.set_perplexity(this.catalog, this.run.id, before=pooled(found[HELD_OUT]).perplexity)
        yield held_out(this, 0, pooled(found[HELD_OUT][: this.watched]).mean)
    kept_measures.write(found, this.folder)
    return found


def after(this: Work) -> Generator[Update, None, list[Measured]]:
    """The voice on the notes held out, the same sequences."""
    stage = phrase("progress", "Measuring the voice on the notes held out")
    measured = yield from measure(this, this.notes.held_out, stage)
    if measured:
        runs.set_perplexity(this.catalog, this.run.id, after=pooled(measured).perplexity)
    return measured


def measure(
    this: Work, examples: Sequence[Example], stage: Phrase
) -> Generator[Update, None, list[Measured]]:
    measuring = in_turns(perplexity.measure(this.session, examples), this.session.progress)
    while True:
        try:
            yield Preparing(stage, next(measuring))
        except StopIteration as end:
            measured: list[Measured] = end.value
            return measured


def _up_to(size: int, examples: Sequence[Example]) -> list[Example]:
    """The first of them, until ``size`` tokens are reached; enough for an interval."""
    reached = accumulate(len(one.tokens) for one in examples)
    count = sum(total <= size for total in reached)
    return list(examples[: max(FEWEST, count)])
