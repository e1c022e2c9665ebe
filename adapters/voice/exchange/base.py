"""What an exchange needs to know of a base model: its shape, and nothing of its weights."""

from collections.abc import Mapping
from dataclasses import dataclass

from adapters.voice.weights import VoiceWeights


@dataclass(frozen=True)
class Base:
    """``layers``: inputs and outputs of every linear layer that a voice can change, by path."""

    name: str
    fingerprint: str
    kind: str  # transformers' model_type: llama, qwen2...
    blocks: int
    heads: int
    kv_heads: int
    layers: Mapping[str, tuple[int, int]]

    def has(self, changed: Mapping[str, tuple[int, int]]) -> bool:
        """Whether it has layers of these paths and shapes."""
        return bool(changed) and all(self.layers.get(p) == shape for p, shape in changed.items())


def shapes_of(weights: VoiceWeights) -> dict[str, tuple[int, int]]:
    """Inputs and outputs of the layers that a voice changes, by path."""
    layers = weights.layers.items()
    return {path: (pair.a.shape[1], pair.b.shape[0]) for path, pair in layers}
