"""A voice in memory: pairs of low-rank matrices, one pair for each layer that it changes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import torch

from adapters.voice.validate import MAX_RANK

# As peft names them, in a model with an adapter and in an adapter's file.
LORA_NAME = re.compile(
    r"(?:base_model\.model\.)?(?P<path>\w+(?:\.\w+)*)\.lora_(?P<side>[AB])(?:\.\w+)?\.weight"
)


@dataclass(frozen=True, eq=False)
class LayerWeights:
    """The change of one linear layer is ``b @ a``: a [rank, inputs], b [outputs, rank]."""

    a: torch.Tensor
    b: torch.Tensor

    @property
    def rank(self) -> int:
        return self.a.shape[0]


@dataclass(frozen=True, eq=False)
class VoiceWeights:
    """``layers`` by the module's path in the base: ``model.layers.0.self_attn.q_proj``.

    The factor ``alpha / rank`` is the same for all layers; single ones may be of another rank.
    Never changed after it was made; two are the same voice only if they are the same object.
    """

    rank: int
    alpha: float
    layers: Mapping[str, LayerWeights]

    @property
    def scale(self) -> float:
        """By what the product is multiplied at strength 1."""
        return self.alpha / self.rank

    @property
    def largest_rank(self) -> int:
        return max(pair.rank for pair in self.layers.values())

    @property
    def targets(self) -> tuple[str, ...]:
        """The last parts of the layers' paths, each once, sorted: k_proj, q_proj..."""
        return tuple(sorted({path.rpartition(".")[2] for path in self.layers}))

    @property
    def bytes(self) -> int:
        return sum(pair.a.nbytes + pair.b.nbytes for pair in self.layers.values())


def from_tensors(tensors: Mapping[str, torch.Tensor], rank: int, alpha: float) -> VoiceWeights:
    """A voice from tensors by peft's names, of a model in training or of a file.

    They are copied, so that training can go on. Raises ``ValueError`` where a name is none of
    an adapter's, a side is missing, shapes do not fit or a number is not finite.
    """
    return VoiceWeights(rank, float(alpha), pairs(tensors))


def pairs(tensors: Mapping[str, torch.Tensor]) -> dict[str, LayerWeights]:
    """The pairs of matrices by the path of their layer, sorted. Raises as ``from_tensors``."""
    sides: dict[str, dict[str, torch.Tensor]] = {}
    for name, tensor in tensors.items():
        found = LORA_NAME.fullmatch(name)
        if found is None:
            raise ValueError(f"{name} belongs to no LoRA adapter")
        copied = tensor.detach().to("cpu", copy=True).contiguous()
        sides.setdefault(found["path"], {})[found["side"]] = copied
    if not sides:
        raise ValueError("there is no layer in it")
    return {path: _pair(path, found) for path, found in sorted(sides.items())}


def _pair(path: str, sides: Mapping[str, torch.Tensor]) -> LayerWeights:
    if sides.keys() != {"A", "B"}:
        raise ValueError(f"{path} has only one of its two matrices")
    a, b = sides["A"], sides["B"]
    if a.ndim != 2 or b.ndim != 2 or not 1 <= a.shape[0] == b.shape[1] <= MAX_RANK:
        raise ValueError(f"the two matrices of {path} are not of one rank")
    if not all(side.is_floating_point() and bool(side.isfinite().all()) for side in (a, b)):
        raise ValueError(f"{path} holds numbers that are not finite")
    return LayerWeights(a, b)
