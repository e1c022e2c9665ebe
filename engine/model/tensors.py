"""The tensors of a model on disk, one after the other, under transformers' names."""

from collections.abc import Iterator

import numpy as np
import torch
from gguf import MODEL_ARCH_NAMES, GGMLQuantizationType, dequantize, get_tensor_name_map
from safetensors import safe_open
from transformers import AutoModelForCausalLM, GgufConfig, PreTrainedModel
from transformers.modeling_gguf_pytorch_utils import (
    TENSOR_PROCESSORS,
    Gemma2TensorProcessor,
    LlamaTensorProcessor,
    NemotronTensorProcessor,
    TensorProcessor,
)

from adapters.gguf_header import GgufTensor, read_header
from adapters.voice.validate import safetensors_entries
from engine.model.skeleton import quantised_layers
from engine.model.source import Source

Named = tuple[str, torch.Tensor]
# Their ``process`` maps one tensor to one tensor; the others merge experts or split heads.
ONE_TO_ONE = (
    TensorProcessor,
    LlamaTensorProcessor,
    Gemma2TensorProcessor,
    NemotronTensorProcessor,
)


def can_stream(source: Source, skeleton: PreTrainedModel) -> bool:
    """Whether every 4-bit layer finds its weight in one tensor of the source."""
    wanted = {f"{name}.weight" for name in quantised_layers(skeleton)}
    if source.kind == "folder":
        return wanted <= {name for shard in source.shards for name in safetensors_entries(shard)}
    if type(_processor(source, skeleton)) not in ONE_TO_ONE:
        return False
    return wanted <= set(_gguf_names(source, skeleton).values())


def stream(source: Source, skeleton: PreTrainedModel) -> Iterator[Named]:
    """Each tensor as it is needed; never more than one at a time is in memory."""
    return _from_folder(source) if source.kind == "folder" else _from_gguf(source, skeleton)


def whole(source: Source) -> Iterator[Named]:
    """The same through transformers, which holds the whole model in 16 bits meanwhile."""
    model = whole_model(source, torch.bfloat16)
    tied = set(model.all_tied_weights_keys)
    yield from ((name, t) for name, t in model.state_dict().items() if name not in tied)


def whole_model(source: Source, dtype: torch.dtype) -> PreTrainedModel:
    """The model as it is before it is rounded, on the processor."""
    if source.kind == "folder":
        where, file, settings = source.path, None, None
    else:
        where, file = source.path.parent, source.path.name
        settings = GgufConfig(dequantize=True)
    model: PreTrainedModel = AutoModelForCausalLM.from_pretrained(
        where,
        gguf_file=file,
        quantization_config=settings,
        dtype=dtype,
        use_safetensors=True,
        local_files_only=True,
        trust_remote_code=False,
        attn_implementation="eager",
    )
    return model


def _from_folder(source: Source) -> Iterator[Named]:
    for shard in source.shards:
        with safe_open(shard, framework="pt", device="cpu") as file:
            for name in file.keys():  # noqa: SIM118  (not a dict)
                yield name, file.get_tensor(name)


def _from_gguf(source: Source, skeleton: PreTrainedModel) -> Iterator[Named]:
    names = _gguf_names(source, skeleton)
    processor = _processor(source, skeleton)
    header = read_header(source.path)
    data = np.memmap(source.path, mode="r", dtype=np.uint8).view(np.ndarray)[header.data_start :]
    for tensor in header.tensors:
        if tensor.name in names:
            raw = data[tensor.offset : tensor.offset + tensor.bytes]
            yield names[tensor.name], _dequantised(raw, tensor, processor)


def _dequantised(raw: np.ndarray, tensor: GgufTensor, processor: TensorProcessor) -> torch.Tensor:
    """A tensor's numbers in transformers' order, in memory that may be written."""
    rows = raw.reshape(*reversed(tensor.shape[1:]), tensor.row_bytes)
    numbers = dequantize(rows, GGMLQuantizationType(tensor.kind))
    ordered = processor.process(weights=numbers, name=tensor.name).weights
    return torch.from_numpy(np.require(ordered, requirements=["C", "W"]))


def _processor(source: Source, skeleton: PreTrainedModel) -> TensorProcessor:
    kind: type[TensorProcessor] = TENSOR_PROCESSORS.get(source.model_type, TensorProcessor)
    return kind(config=skeleton.config.to_dict())


def _gguf_names(source: Source, skeleton: PreTrainedModel) -> dict[str, str]:
    """llama.cpp's name -> transformers' name.

    transformers' own table (``get_gguf_hf_weights_map``) also looks into every part of the
    model for names without a prefix, which takes 5 s and which no model here needs; where a
    name is missed, the conversion goes through transformers itself.
    """
    kinds = [kind for kind, name in MODEL_ARCH_NAMES.items() if name == source.model_type]
    if not kinds:
        return {}
    table = get_tensor_name_map(kinds[0], skeleton.config.num_hidden_layers)
    names = {}
    for name in skeleton.state_dict():
        stem, _, suffix = name.rpartition(".")
        theirs = table.get_name(stem)
        if theirs is not None:
            names[f"{theirs}.{suffix}"] = name
    return names
