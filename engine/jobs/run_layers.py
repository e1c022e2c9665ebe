"""Which layers a run changes, where they are to be chosen by what they would gain."""

from collections.abc import Generator
from dataclasses import replace

import torch

from adapters.voice import sensitivity
from adapters.voice import session as sessions
from adapters.voice.kept_notes import KeptNotes
from adapters.voice.options import TrainingOptions
from adapters.voice.progress import TrainingProgress
from adapters.voice.turns import in_turns
from adapters.wording import phrase
from engine.messages import Preparing, Update
from engine.model.load import LoadedModel, training_copy


def with_layers(
    model: LoadedModel, notes: KeptNotes, options: TrainingOptions
) -> Generator[Update, None, TrainingOptions]:
    """The options with the layers that are worth an adapter as their targets.

    They are to be kept, so that a run that goes on changes the same ones.
    """
    if options.critical is None:
        return options
    stage = Preparing(phrase("progress", "Finding the layers that matter most for these notes"))
    yield stage
    with torch.inference_mode(False), torch.enable_grad():
        probe = sessions.prepare(training_copy(model).model, notes.learn, options, 1.0)
    measuring = in_turns(sensitivity.measuring(probe), TrainingProgress())
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            chosen = sensitivity.chosen(end.value, options.critical)
            return replace(options, targets=chosen, critical=None)
        yield stage
