"""How a run's work is cut: passes over the notes, steps, micro-batches.

Light enough for the files' lane.
"""

from dataclasses import replace

from adapters.voice.options import TrainingOptions

# Tokens that a run should learn at least: few notes are read again until it has.
_ENOUGH = 60_000
_MOST_EPOCHS = 6.0  # more made the held-out notes of a small folder worse again

# Parameters times tokens of a micro-batch that one core learns in about a second (the
# starter: 128 tokens, 1.1 s with AVX2 only). A constant, not a measurement: the cut decides
# about rounding, and the same seed should give the same voice again.
_CPU_WORK = 17.5e9
_SHORTEST, _LONGEST = 32, 256  # below, each pass mostly unpacks weights; above, nothing is won
_ON_GPU = 1024


def settled(options: TrainingOptions, parameters: int, device: str = "cpu") -> TrainingOptions:
    """The options with a micro-batch that suits the model, where none was asked for."""
    if options.micro_tokens is not None:
        return options
    if device != "cpu":
        return replace(options, micro_tokens=_ON_GPU)
    fitting = max(1, int(_CPU_WORK / max(1, parameters)))
    power = 1 << (fitting.bit_length() - 1)
    return replace(options, micro_tokens=min(max(power, _SHORTEST), _LONGEST))


def epochs(trained: int, options: TrainingOptions) -> float:
    """How often ``trained`` tokens are read: as the options say, else by their number."""
    if options.epochs is not None:
        return options.epochs
    return min(_MOST_EPOCHS, max(1.0, _ENOUGH / max(1, trained)))


def steps(trained: int, options: TrainingOptions) -> int:
    """About how many optimiser steps a run will make; the order of the notes decides exactly."""
    total = trained * epochs(trained, options)
    # A step is full when it has reached its tokens: half a micro-batch more on average.
    return max(1, round(total / (options.batch_tokens + options.micro / 2)))
