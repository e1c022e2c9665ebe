"""Voices for tests: random, but loud enough to change what the tiny model says."""

import torch
from bitsandbytes.nn import Linear4bit
from torch import nn

from adapters.voice.weights import LayerWeights, VoiceWeights


def random_voice(
    model: nn.Module,
    rank: int = 4,
    targets: tuple[str, ...] = ("q_proj", "v_proj"),
    seed: int = 0,
    alpha: float = 16.0,
) -> VoiceWeights:
    """A voice for the layers of ``model`` that ``targets`` names."""
    generator = torch.Generator().manual_seed(seed)

    def draw(rows: int, columns: int) -> torch.Tensor:
        return torch.randn(rows, columns, generator=generator) * 0.1

    layers = {
        path.removesuffix(".base_layer"): LayerWeights(
            draw(rank, module.in_features), draw(module.out_features, rank)
        )
        for path, module in model.named_modules()
        if type(module) is Linear4bit
        and path.removesuffix(".base_layer").rpartition(".")[2] in targets
    }
    return VoiceWeights(rank, alpha, layers)
