"""An NF4 folder becomes a model that computes."""

import os
import warnings
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from transformers import AutoModelForCausalLM, PreTrainedModel, PreTrainedTokenizerBase
from transformers.utils import logging as transformers_logging

from engine.chat_template.renderer import RENDERER
from engine.generation.prompt import end_of_turn
from engine.messages import Sampling
from engine.model import advice, layout, precision, record
from engine.model.config_check import unusable
from engine.model.skeleton import quantised_layers
from engine.model.tokenizer import load_tokenizer


@dataclass(frozen=True)
class LoadedModel:
    """The one base model: never merged into, never trained; adapters come to twins or slots."""

    name: str
    fingerprint: str
    folder: Path
    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    context_length: int  # tokens
    stop_tokens: frozenset[int]  # any of them ends a reply
    advised: Sampling  # by its makers
    dtype: torch.dtype
    device: torch.device
    parameters: int
    weight_bytes: int
    packed: bool  # whether decoding uses the packed layout


def load(folder: Path, threads: int | None = None, packed: bool | None = None) -> LoadedModel:
    """Load a folder that ``quantise`` made. Raises ``UserError`` when it is none or is damaged.

    ``threads`` for torch (None: cores - 1, at least one, so that the window stays smooth).
    ``packed`` forbids or demands the packed layout (None: where the processor has its kernel).
    """
    RENDERER.start()  # gets ready while the weights are read
    torch.set_num_threads(threads or spare_cores())
    _quieten()
    made = record.read(folder)
    if made is None:
        raise unusable(folder)
    place, dtype = precision.device(), precision.compute_dtype()
    model, tokenizer = _read(folder, place)
    set_dtype(model, dtype)
    layout.forbid_repacking(model)
    if layout.packed_kernel_available(dtype, place) if packed is None else packed:
        layout.pack(model)
    model.requires_grad_(False)
    return LoadedModel(
        name=made.name,
        fingerprint=made.fingerprint,
        folder=folder,
        model=model,
        tokenizer=tokenizer,
        context_length=made.context_length,
        stop_tokens=_stop_tokens(model, tokenizer),
        advised=advice.advised(folder, made.name),
        dtype=dtype,
        device=place,
        parameters=made.parameters,
        weight_bytes=layout.weight_bytes(model),
        packed=any(layout.is_packed(layer) for layer in quantised_layers(model).values()),
    )


def spare_cores() -> int:
    """Threads for torch: one core less than this process may use, so that the window has one."""
    return max(1, len(os.sched_getaffinity(0)) - 1)


def _read(folder: Path, place: torch.device) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    tokenizer = load_tokenizer(folder)  # first: it refuses settings that name code
    try:
        model = AutoModelForCausalLM.from_pretrained(
            folder,
            device_map={"": place},
            attn_implementation="sdpa",
            use_safetensors=True,
            local_files_only=True,
            trust_remote_code=False,
        ).eval()
    except (SafetensorError, OSError, ValueError, KeyError, TypeError) as error:
        raise unusable(folder) from error
    return model, tokenizer


def training_copy(loaded: LoadedModel) -> layout.TrainingCopy:
    """A module tree for training that shares what it can with ``loaded``; drop it to free it."""
    return layout.training_copy(loaded.model, loaded.folder)


def set_dtype(model: PreTrainedModel, dtype: torch.dtype) -> None:
    """Compute in ``dtype``: weights that are not in 4 bits are converted, codes are not."""
    layers = quantised_layers(model)
    codes = {id(layer.weight) for layer in layers.values()}
    for parameter in model.parameters():
        if id(parameter) not in codes and parameter.is_floating_point():
            parameter.data = parameter.data.to(dtype)
    for layer in layers.values():
        layer.compute_dtype, layer.compute_type_is_set = dtype, True
        layer.weight.quant_state.dtype = dtype
    model.config.dtype = dtype


def _quieten() -> None:
    """What libraries would say on standard error that means nothing to the owner."""
    transformers_logging.disable_progress_bar()
    # peft 0.21 asks transformers 5.23 under the older name.
    warnings.filterwarnings("ignore", ".is_gradient_checkpointing. is deprecated", FutureWarning)


def _stop_tokens(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> frozenset[int]:
    found: set[int | None] = set()
    for token in (
        end_of_turn(tokenizer),
        model.config.eos_token_id,
        getattr(model.generation_config, "eos_token_id", None),
        tokenizer.eos_token_id,
    ):
        found.update(token if isinstance(token, list) else [token])
    return frozenset(token for token in found if token is not None)
