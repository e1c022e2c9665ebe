"""The verdict on the voice that a run has made; each result is kept as soon as it is there.

The voice is safe before any of this begins. Whoever cancels, closes or stops it early loses
only what was not measured yet.
"""

import logging
import math
from collections.abc import Generator, Sequence
from dataclasses import replace

from adapters.catalog import runs, verdicts
from adapters.catalog.records import Voice
from adapters.notes.example import Example
from adapters.voice import files
from adapters.voice.kept_measures import Measures
from adapters.voice.perplexity import Measured
from adapters.voice.progress import TrainingProgress
from adapters.voice.turns import in_turns
from adapters.wording import Phrase, phrase
from engine.failures import is_out_of_memory
from engine.jobs import pace
from engine.jobs.run import Work
from engine.jobs.run_measures import HELD_OUT, measure, sizes, texts_of
from engine.jobs.sampled import Prompt, questions, replies
from engine.messages import Preparing, Update
from engine.verdict.copying import Recital, Reply
from engine.verdict.interval import change
from engine.verdict.measurements import Change, Copied, Group, Measurements, as_text
from engine.verdict.sizes import Sizes, spread
from engine.verdict.style import Texts, style

log = logging.getLogger(__name__)

_AT_ONCE = 20  # notes compared with the replies between two turns of the chat
_TENTH = 10
_FEWEST_STEPS = 4


def judge(
    this: Work, voice: Voice, before: Measures, after: Sequence[Measured]
) -> Generator[Update, None, None]:
    """Measure until all is measured or the owner presses "Stop and keep" once more.

    Nothing that goes wrong here may take the voice away, so it is logged and the rest is left.
    """
    this.running.stop_and_keep = False
    clock = TrainingProgress()
    measuring = in_turns(_Verdict(this, voice, before, after).measure(), clock)
    try:
        for update in measuring:
            yield update
            if this.running.stop_and_keep:
                return
        learned = this.session.progress.tokens
        pace.remember_judging(this.catalog, this.loaded.model.fingerprint, clock.seconds, learned)
    except Exception as error:
        log.exception("The verdict on “%s” is incomplete", voice.name)
        if is_out_of_memory(error):
            this.state.free_what_can_be_made_again()
    finally:
        measuring.close()


class _Verdict:
    """Measurements of one voice, one after another."""

    def __init__(
        self, this: Work, voice: Voice, before: Measures, after: Sequence[Measured]
    ) -> None:
        self._this, self._voice = this, voice
        self._before, self._after = before, after
        self._sizes = sizes(this)
        self._found = Measurements()

    def measure(self) -> Generator[Update, None, None]:
        """What costs nothing first."""
        notes = self._this.notes.held_out
        self._take(
            held_out=self._change(HELD_OUT, self._after, notes),
            themes=self._themes(notes),
            learning=learning(self._this),
        )
        general = yield from self._general()
        self._take(general=general)
        asked, examples = asked_of(self._this, self._sizes)
        voiced = yield from self._replies(asked, voiced=True)
        plain = yield from self._replies([*asked, *examples], voiced=False)
        judged = plain[: len(asked)]
        copied = yield from self._copied(voiced, judged)
        self._take(copied=copied)
        yield Preparing(phrase("progress", "Comparing the voice's style with yours"))
        more = [reply.text for reply in plain[len(asked) :]]
        self._take(style=self._style(voiced, judged, more))

    def _take(self, **found: object) -> None:
        """Keep some more of the verdict."""
        self._found = replace(self._found, **found)  # type: ignore[arg-type]
        verdicts.put(self._this.catalog, self._voice.version.id, as_text(self._found))

    def _themes(self, notes: Sequence[Example]) -> tuple[Group, ...]:
        """The held-out notes of each theme apart; those that have none are of no theme."""
        before, themes = self._before.get(HELD_OUT, ()), self._this.notes.themes
        if not before:
            return ()
        found = []
        for number, name in enumerate(themes.names):
            mine = [at for at, theme in enumerate(themes.held_out) if theme == number]
            changed = change(
                [before[at] for at in mine],
                [self._after[at] for at in mine],
                [notes[at].document for at in mine],
                self._this.options.seed,
            )
            found += [Group(name, changed)] if changed else []
        return tuple(found)

    def _change(
        self, name: str, after: Sequence[Measured], examples: Sequence[Example]
    ) -> Change | None:
        before = self._before.get(name, ())
        documents = [one.document for one in examples]
        return change(before, after, documents, self._this.options.seed) if before else None

    def _general(self) -> Generator[Update, None, tuple[Group, ...]]:
        stage = phrase("progress", "Measuring the voice on general text")
        found = []
        for language, examples in self._this.general.items():
            if language in self._before:
                after = yield from measure(self._this, examples, stage)
                changed = self._change(language, after, examples)
                found += [Group(language, changed)] if changed else []
        return tuple(found)

    def _replies(
        self, asked: list[Prompt], *, voiced: bool
    ) -> Generator[Update, None, list[Reply]]:
        this, version = self._this, self._voice.version
        folder = this.state.places.voices / version.path
        weights = files.load(folder, version.sha256) if voiced else None
        stage = _listening(voiced)
        return (
            yield from replies(
                this.loaded,
                weights,
                asked,
                self._sizes.tokens,
                this.options.seed,
                lambda share: Preparing(stage, share),
            )
        )

    def _copied(self, voiced: list[Reply], plain: list[Reply]) -> Generator[Update, None, Copied]:
        """Compare all replies with every note that was learned."""
        stage = phrase("progress", "Comparing its replies with the notes")
        mine, base = Recital(voiced), Recital(plain)
        learned = self._this.notes.learn
        for start in range(0, len(learned), _AT_ONCE):
            for note in texts_of(self._this, learned[start : start + _AT_ONCE]):
                mine.hear(note)
                base.hear(note)
            yield Preparing(stage, min(1.0, (start + _AT_ONCE) / len(learned)))
        return Copied(mine.longest.words, mine.longest.text, base.longest.words, len(voiced))

    def _style(self, voiced: list[Reply], plain: list[Reply], examples: list[str]) -> object:
        this = self._this
        return style(
            Texts(
                learned=texts_of(this, spread(this.notes.learn, _most(len(examples)))),
                base_examples=examples,
                held_out=texts_of(this, spread(this.notes.held_out, _most(len(voiced)))),
                base=[reply.text for reply in plain],
                voice=[reply.text for reply in voiced],
            )
        )


def asked_of(this: Work, wanted: Sizes) -> tuple[list[Prompt], list[Prompt]]:
    """Questions whose answers are judged, half of them of notes held out, and others.

    Replies to the others show the classifier of styles how the base writes.
    """
    apart = spread(questions(this.notes.held_out), wanted.replies // 2)
    rest = wanted.replies - len(apart)
    chosen = spread(questions(this.notes.learn), rest + wanted.examples)
    judged = spread(chosen, round(len(chosen) * rest / (rest + wanted.examples)))
    return [*apart, *judged], [one for one in chosen if one not in judged]


def learning(this: Work) -> float | None:
    """By what share the perplexity of the training notes rose from the first steps to the last."""
    losses = [row.loss for row in runs.steps(this.catalog, this.run.id) if row.step > 0]
    if len(losses) < _FEWEST_STEPS:
        return None
    count = max(1, len(losses) // _TENTH)
    first, last = sum(losses[:count]) / count, sum(losses[-count:]) / count
    return math.exp(last - first) - 1


def _most(replies: int) -> int:
    """Notes to compare with so many replies; more would only take time."""
    return 20 * max(1, replies)


def _listening(voiced: bool) -> Phrase:
    if voiced:
        return phrase("progress", "Listening to the voice")
    return phrase("progress", "Listening to the model without the voice")
