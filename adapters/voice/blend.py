"""Several voices as one: the sum of their changes, exact up to the rounding of floats."""

from collections.abc import Sequence

import torch

from adapters.voice.weights import LayerWeights, VoiceWeights

Weighted = tuple[VoiceWeights, float]  # a voice and its strength


def blended(parts: Sequence[Weighted]) -> VoiceWeights:
    """The voice whose change of each layer is the sum of the parts' at their strengths.

    ``s1 b1 a1 + s2 b2 a2`` is ``[s1 b1, s2 b2] @ [a1; a2]``: the A of the parts one below the
    other, the B side by side, scaled. So ranks add up and may differ, and so may the layers;
    nothing is approximated. Scale and strengths are in B already: the result has scale 1.
    Raises ``ValueError`` where two parts do not fit the same layer, as from different models.
    """
    paths = sorted({path for weights, _ in parts for path in weights.layers})
    layers = {path: _stacked(path, parts) for path in paths}
    rank = max(pair.rank for pair in layers.values())
    return VoiceWeights(rank, float(rank), layers)


def _stacked(path: str, parts: Sequence[Weighted]) -> LayerWeights:
    pairs = [
        (weights.layers[path], weights.scale * strength)
        for weights, strength in parts
        if path in weights.layers
    ]
    shapes = {(pair.a.shape[1], pair.b.shape[0]) for pair, _ in pairs}
    if len(shapes) > 1:
        raise ValueError(f"{path} has another shape in each of the voices")
    return LayerWeights(
        torch.cat([pair.a.float() for pair, _ in pairs]),
        torch.cat([pair.b.float() * factor for pair, factor in pairs], dim=1),
    )
