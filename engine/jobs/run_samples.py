"""Replies on the way: how the voice answers the owner's prompt, step by step.

A copy of the adapter's weights is put into the slot of the decoding layout, which is how
the voice will speak in chat. The model that trains, its gradients and its source of chance
are not touched, and the drawing of words has a seed of its own.
"""

import logging
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

from adapters.catalog import run_samples, runs, voices
from adapters.catalog.records import RunSample
from adapters.errors import UserError
from adapters.notes.asking import question_for
from adapters.notes.index.database import opened
from adapters.voice import files
from adapters.voice.slot import VoiceSlot
from adapters.voice.weights import VoiceWeights, from_tensors
from engine import instructions
from engine.generation.pasts import PastKey, Pasts
from engine.generation.prompt import Turn
from engine.generation.reply import ReplyText, reply
from engine.jobs.reply import speaker
from engine.jobs.run import Work
from engine.messages import MicroStep, Sampled, Sampling, Update
from engine.settings import Settings

log = logging.getLogger(__name__)

SHARE = 0.05  # of a run's time
TOKENS = 80  # of one reply at most
FEWEST = 2  # samples on the way, also in a run too short for its share
MOST = 20  # more cannot be told apart on the scrubber
_ROUND = (1, 2, 5)


def interval(cost: float, seconds_per_step: float, steps: int) -> int:
    """Steps between two samples: a round number that keeps to the share of the time, or nearly.

    ``cost`` of one in seconds. Those at the beginning and the end are counted in.
    """
    affordable = int(SHARE * steps * seconds_per_step / max(cost, 1e-6)) - 2
    between = max(FEWEST, min(affordable, MOST))
    least, power = steps / (between + 1), 1
    while True:
        for factor in _ROUND:
            if factor * power >= least:
                return factor * power
        power *= 10


class Samples:
    """The samples of one run, made when their step has come."""

    def __init__(self, this: Work) -> None:
        self._this = this
        known = run_samples.of(this.catalog, this.run.id)
        self._prompt = known[-1].prompt if known else ""  # of those that are kept
        self._steps = {sample.step for sample in known}
        self._cost = 0.0  # seconds, of the dearest so far
        self._every = 1
        language = Settings.load(this.state.places.settings).language
        self._instruction = instructions.for_new_conversation(this.catalog, language)

    def catch_up(self) -> Generator[Update, None, None]:
        """Before the first step, and where a run was cut in the middle of a sample."""
        if not runs.get(self._this.catalog, self._this.run.id).prompt:
            self._choose_prompt()
        yield from self._asked_anew()

    def after_a_step(self) -> Generator[Update, None, None]:
        """At a round number of steps, or where the owner asks something else now."""
        yield from self._asked_anew()
        step = self._this.session.progress.step
        if self._is_due(step) and step not in self._steps:
            yield from self._sample(step)

    def of_what_is_kept(self) -> Generator[Update, None, None]:
        """At the end, of the best state, which is in place now."""
        progress = self._this.session.progress
        step = progress.step if progress.best_loss is None else progress.best_step
        yield from self._asked_anew()
        if step not in self._steps:
            yield from self._sample(step)

    def _choose_prompt(self) -> None:
        run = self._this.run
        with opened(self._this.state.places.notes_index) as index:
            chosen = question_for(index, Path(run.folder))
        runs.set_prompt(self._this.catalog, run.id, chosen)

    def _asked_anew(self) -> Generator[Update, None, None]:
        """Replies to another prompt do not compare: begin again with that of the base."""
        prompt = runs.get(self._this.catalog, self._this.run.id).prompt
        if not prompt or prompt == self._prompt:
            return
        self._prompt, self._steps = prompt, set()
        yield from self._sample(0)
        if step := self._this.session.progress.step:
            yield from self._sample(step)

    def _is_due(self, step: int) -> bool:
        if not self._prompt or not self._cost:
            return False
        this, steps = self._this, len(self._this.session.plan)
        tokens = sum(one.trained for one in this.session.plan) / steps
        wanted = interval(self._cost, this.pace.seconds_for(round(tokens)), steps)
        self._every = max(self._every, wanted)  # a step that was slow once counts on
        left = (steps - step) // self._every + 1
        this.seconds_to_sample = left * self._cost
        return step % self._every == 0 and step < steps

    def _sample(self, step: int) -> Generator[Update, None, None]:
        this, said = self._this, ReplyText()
        begun = time.monotonic()
        try:
            yield from self._speak(step, self._weights_at(step), said)
        except UserError as error:  # such as a prompt that is too long: no reason to stop
            log.warning("No sample: %s", error)
        self._cost = max(self._cost, time.monotonic() - begun)
        self._steps.add(step)
        sample = RunSample(this.run.id, step, self._prompt, said.text.strip())
        run_samples.add(this.catalog, sample)
        yield Sampled(sample.run, sample.step, sample.prompt, sample.text)

    def _weights_at(self, step: int) -> VoiceWeights | None:
        """Those of now; before the first step those that the run began from, if any."""
        this = self._this
        if step:
            return from_tensors(this.session.adapter, this.options.rank, this.options.alpha)
        if this.run.base_version is None:
            return None
        version = voices.version(this.catalog, this.run.base_version)
        return files.load(this.state.places.voices / version.path, version.sha256)

    def _speak(
        self, step: int, weights: VoiceWeights | None, said: ReplyText
    ) -> Generator[Update, None, None]:
        """Yields after each part of the prompt and each token."""
        this, loaded = self._this, self._this.loaded
        key = PastKey.of(loaded.model.fingerprint, scene=f"run {this.run.id}, step {step}")
        # Pasts of its own: the chat keeps what it has computed.
        parts = replace(speaker(loaded), pasts=Pasts())
        sampling = Sampling(max_tokens=TOKENS, seed=this.run.seed)
        turns = [Turn("owner", self._prompt)]
        speaking = reply(parts, key, self._instruction, turns, sampling, said)
        try:
            while _went_on(speaking, loaded.slot, weights):
                yield MicroStep(this.run.id)
        finally:
            speaking.close()
            loaded.slot.put(None)
            if weights is not None:
                loaded.slot.release(weights)


def _went_on(
    speaking: Generator[Update, None, ReplyText], slot: VoiceSlot, weights: VoiceWeights | None
) -> bool:
    """One token more, in the voice of this step: a chat may have worn another meanwhile."""
    slot.put(weights)
    return next(speaking, None) is not None
