"""The same layer in two tongues: transformers' path and llama.cpp's name, and the order of rows.

llama.cpp turns neighbouring pairs of a head's numbers by their position, transformers a first
half against a second. For some architectures its conversion therefore reorders the rows of the
query and key weights (``undo_permute`` in its conversion/llama.py, and conversion/olmo.py), and
so the rows of their LoRA B, which are the same outputs.
"""

from dataclasses import dataclass

import torch
from gguf import MODEL_ARCH_NAMES, get_tensor_name_map

from adapters.voice.exchange.base import Base

WEIGHT = ".weight"


@dataclass(frozen=True)
class Architecture:
    """llama.cpp's name, and whether its conversion reorders the rows of queries and keys."""

    name: str
    reordered: bool


# transformers' model_type -> llama.cpp; those whose layers are renamed one to one.
KNOWN = {
    "llama": Architecture("llama", True),
    "mistral": Architecture("llama", True),
    "granite": Architecture("granite", True),
    "olmo": Architecture("olmo", True),
    "smollm3": Architecture("smollm3", True),
    "qwen2": Architecture("qwen2", False),
    "qwen3": Architecture("qwen3", False),
    "gemma": Architecture("gemma", False),
    "gemma2": Architecture("gemma2", False),
    "gemma3_text": Architecture("gemma3", False),
    "olmo2": Architecture("olmo2", False),
    "phi3": Architecture("phi3", False),
}


def names(base: Base) -> dict[str, str]:
    """llama.cpp's tensor by the layer's path; empty for an architecture that is not known."""
    known = KNOWN.get(base.kind)
    kinds = [kind for kind, name in MODEL_ARCH_NAMES.items() if known and name == known.name]
    if not kinds:
        return {}
    table = get_tensor_name_map(kinds[0], base.blocks)
    found = {path: table.get_name(path) for path in base.layers}
    return {path: f"{name}{WEIGHT}" for path, name in found.items() if name is not None}


def heads_of(path: str, base: Base) -> int | None:
    """How many heads the rows of a layer belong to, where they are reordered; else None."""
    if not (base.kind in KNOWN and KNOWN[base.kind].reordered):
        return None
    return {"q_proj": base.heads, "k_proj": base.kv_heads}.get(path.rpartition(".")[2])


def to_pairs(rows: torch.Tensor, heads: int) -> torch.Tensor:
    """From transformers' order to llama.cpp's: a half beside the other becomes pairs."""
    return rows.reshape(heads, 2, -1, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)


def to_halves(rows: torch.Tensor, heads: int) -> torch.Tensor:
    """The way back."""
    return rows.reshape(heads, -1, 2, rows.shape[1]).swapaxes(1, 2).reshape(rows.shape)
