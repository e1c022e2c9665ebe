"""One factor for all layers of a voice, whatever the adapter's patterns give each of them."""

import math
from collections.abc import Mapping

from adapters.voice.config import MAX_ALPHA, VoiceConfig
from adapters.voice.weights import LayerWeights, VoiceWeights


def with_one_scale(layers: Mapping[str, LayerWeights], config: VoiceConfig) -> VoiceWeights:
    """The voice that computes what peft computes for these matrices under ``config``.

    Where a layer has a factor of its own, its B is multiplied, in float32. Raises ``ValueError``
    where a matrix is not of the rank that is told, or the factor is beyond all bounds.
    """
    alpha = config.scale * config.rank if config.root else config.alpha
    if not alpha <= MAX_ALPHA:
        raise ValueError("its alpha is too large")
    return VoiceWeights(
        config.rank, alpha, {path: _scaled(path, pair, config) for path, pair in layers.items()}
    )


def _scaled(path: str, pair: LayerWeights, config: VoiceConfig) -> LayerWeights:
    if pair.rank != config.rank_of(path):
        raise ValueError(f"{path} is not of rank {config.rank_of(path)}")
    factor = config.scale_of(path) / config.scale
    if math.isclose(factor, 1.0, rel_tol=1e-9):
        return pair
    b = pair.b.float() * factor
    if not bool(b.isfinite().all()):
        raise ValueError(f"{path} holds numbers that are too large")
    return LayerWeights(pair.a, b)
