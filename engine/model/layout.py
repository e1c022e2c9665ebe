"""Two in-memory layouts of the same 4-bit codes: packed for decoding, unpacked for training.

On a processor with AVX512_BF16 bitsandbytes has a fast kernel that wants the codes in
another order, and its layers repack themselves in place in the first forward pass in eval
mode. A repacked layer has no gradient from then on, without an error. So layers are never
left to repack themselves: ``pack`` does it at load, for the layers whose shape the kernel
takes, and training works on a twin whose codes are read again from the file.
"""

import copy
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from bitsandbytes import functional
from bitsandbytes.nn import Linear4bit, Params4bit
from peft.tuners.tuners_utils import BaseTunerLayer
from safetensors import safe_open
from transformers import PreTrainedModel

from engine.model.shards import file_of
from engine.model.skeleton import BLOCK, quantised_layers

KERNEL_ROWS = 32  # the kernel computes so many outputs at once
SWITCH = "TIMBRE_PACKED_KERNEL"  # "0" turns the packed kernel off


@dataclass(frozen=True)
class TrainingCopy:
    """A twin of the loaded model for training; ``bytes`` is what it holds beyond the original."""

    model: PreTrainedModel
    bytes: int


def packed_kernel_available(dtype: torch.dtype, device: torch.device) -> bool:
    """Whether decoding can use the packed layout here; the environment can forbid it."""
    allowed = os.environ.get(SWITCH, "1") != "0"
    fits = device.type == "cpu" and dtype == torch.bfloat16
    return allowed and fits and bool(functional.has_avx512bf16())


def forbid_repacking(model: torch.nn.Module) -> None:
    """Keep bitsandbytes from changing a layer's layout in a forward pass."""
    for layer in quantised_layers(model).values():
        layer.support_avx512bf16_for_cpu = False


def pack(model: torch.nn.Module) -> None:
    """Bring every layer that the kernel takes into the packed layout, one at a time."""
    for layer in quantised_layers(model).values():
        if _kernel_takes(layer):
            layer.weight.data, _ = functional._convert_weight_packed_for_cpu(
                layer.weight.data, layer.weight.quant_state
            )


def is_packed(layer: Linear4bit) -> bool:
    return bool(getattr(layer.weight.quant_state, "packing_format_for_cpu", False))


def twin(model: PreTrainedModel) -> PreTrainedModel:
    """A module tree of its own that shares every tensor, without any adapter of the original."""
    shared = [*model.parameters(), *model.buffers()]
    shared += [layer.weight.quant_state for layer in quantised_layers(model).values()]
    other = copy.deepcopy(model, {id(thing): thing for thing in shared})
    for name, module in list(other.named_modules()):
        if isinstance(module, BaseTunerLayer):
            other.set_submodule(name, module.get_base_layer())
    return other


def training_copy(model: PreTrainedModel, folder: Path) -> TrainingCopy:
    """A twin of ``model`` (loaded from ``folder``) whose 4-bit layers all have gradients."""
    other = twin(model)
    added = 0
    for name, layer in quantised_layers(other).items():
        if is_packed(layer):
            layer.weight = _read_weight(folder, f"{name}.weight", layer.compute_dtype)
            layer.quant_state = layer.weight.quant_state
            added += weight_bytes(layer)
    return TrainingCopy(other.train(), added)


def weight_bytes(model: torch.nn.Module) -> int:
    """Bytes of all tensors of a tree, each storage once: weights, scales, buffers."""
    tensors = [*model.parameters(), *model.buffers(), *_scales(model)]
    sizes = {t.untyped_storage().data_ptr(): t.untyped_storage().nbytes() for t in tensors}
    return sum(sizes.values())


def _scales(model: torch.nn.Module) -> Iterator[torch.Tensor]:
    for layer in quantised_layers(model).values():
        state = layer.weight.quant_state
        yield from (state.absmax, state.code)
        if getattr(state, "nested", False):
            yield from (state.offset, state.state2.absmax, state.state2.code)


def _read_weight(folder: Path, name: str, dtype: torch.dtype) -> Params4bit:
    with safe_open(file_of(folder, name), framework="pt", device="cpu") as file:
        parts = {key: file.get_tensor(key) for key in file.keys() if key.startswith(name)}  # noqa: SIM118
    codes = parts.pop(name)
    weight = Params4bit.from_prequantized(codes, parts, device="cpu")
    weight.quant_state.dtype = dtype
    return weight


def _kernel_takes(layer: Linear4bit) -> bool:
    rows, columns = layer.weight.quant_state.shape
    return bool(rows % KERNEL_ROWS == 0 and columns % BLOCK == 0)
