"""Whether a run fits into the free memory, and what to do where it nearly does."""

from dataclasses import replace

from adapters.errors import UserError
from adapters.voice.options import TrainingOptions
from adapters.wording import phrase
from engine.memory import meter, planner
from engine.model.load import LoadedModel
from engine.model.room import gib


def settle_memory(model: LoadedModel, options: TrainingOptions) -> TrainingOptions:
    """The options, with checkpointing where only that makes the run fit.

    Raises ``UserError`` with the numbers where nothing does. Which activations are kept
    changes no weight beyond rounding, so a paused run may go on either way.
    """
    try:
        shape = planner.Shape.of(model.model.config.to_dict())
    except (KeyError, ValueError, TypeError):
        return options  # an unusual model: training it will show
    free = meter.reading(str(model.device)).available
    thrifty = replace(options, checkpointing=True)
    for choice in (options, thrifty):
        judged = planner.judge(
            planner.training(shape, choice, packed=model.packed, device=str(model.device)).total,
            free,
        )
        if judged.verdict != "too large":
            return choice
    raise UserError(
        phrase("errors", "There is not enough memory to train on this model."),
        phrase(
            "errors",
            "Training needs {needed} more and {free} are free.",
            needed=gib(judged.need),
            free=gib(judged.free),
        ),
        phrase("errors", "Close other programs, or choose a smaller model or rank."),
    )
