"""Which decoder a loaded model gets."""

from collections.abc import Callable

from engine.generation.interface import Decoder, Past
from engine.generation.transformers_decoder import TransformersDecoder
from engine.model.load import LoadedModel

__all__ = ["Decoder", "Past", "make_decoder", "prefill_chunk"]

# A shorter chunk than ``SHORTEST_CHUNK`` wins little: each pass unpacks all weights (the
# starter with AVX2 only: 0.11 s, and 0.0035 s for each token), so a large model on a small
# processor takes longer than half a second for any. It is cut short between layers instead.
# Multiplications and additions of one prefill chunk, so that it takes under half a second
# on one core (the starter: 64 tokens, 0.16 s on Zen 4, 0.37 s with AVX2 only). A constant,
# not a measurement: another chunk length rounds differently, and then the same seed would
# not give the same text after a restart.
CHUNK_WORK = 25e9
SHORTEST_CHUNK, LONGEST_CHUNK = 32, 512


def make_decoder(loaded: LoadedModel, hurried: Callable[[], bool] = lambda: False) -> Decoder:
    """The fastest decoder that this model and machine have; cut short once ``hurried()``."""
    return TransformersDecoder(loaded.model, prefill_chunk(loaded.parameters), hurried)


def prefill_chunk(parameters: int) -> int:
    """Tokens of one prefill step: the power of two at or below ``CHUNK_WORK``."""
    fitting = int(CHUNK_WORK / (2 * max(parameters, 1)))
    power = 1 << max(fitting.bit_length() - 1, 0)
    return min(max(power, SHORTEST_CHUNK), LONGEST_CHUNK)
