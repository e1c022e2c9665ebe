"""How often notes are read and how many steps that makes; light enough for the files' lane."""

from adapters.voice.options import TrainingOptions

# Tokens that a run should learn at least: few notes are read again until it has.
_ENOUGH = 60_000
_MOST_EPOCHS = 6.0  # more made the held-out notes of a small folder worse again


def epochs(trained: int, options: TrainingOptions) -> float:
    """How often ``trained`` tokens are read: as the options say, else by their number."""
    if options.epochs is not None:
        return options.epochs
    return min(_MOST_EPOCHS, max(1.0, _ENOUGH / max(1, trained)))


def steps(trained: int, options: TrainingOptions) -> int:
    """About how many optimiser steps a run will make; the order of the notes decides exactly."""
    total = trained * epochs(trained, options)
    # A step is full when it has reached its tokens: half a micro-batch more on average.
    return max(1, round(total / (options.batch_tokens + options.micro_tokens / 2)))
