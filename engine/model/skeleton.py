"""A model's module tree without any number in it: which layers are held in 4 bits."""

from collections.abc import Mapping
from typing import Any

import torch
from bitsandbytes.nn import Linear4bit
from transformers import (
    CONFIG_MAPPING,
    AutoModelForCausalLM,
    BitsAndBytesConfig,
    PretrainedConfig,
    PreTrainedModel,
)
from transformers.integrations.bitsandbytes import replace_with_bnb_linear
from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES
from transformers.quantizers.base import get_keys_to_not_convert

from adapters.errors import UserError
from adapters.wording import phrase

BLOCK = 64  # numbers that share one scale


def make_config(model_type: str, values: Mapping[str, Any]) -> PretrainedConfig:
    """A transformers config from checked values. Raises ``UserError`` for an unknown kind."""
    class_name = MODEL_FOR_CAUSAL_LM_MAPPING_NAMES.get(model_type, "")
    if not class_name.endswith(("ForCausalLM", "GPT2LMHeadModel")):
        raise unsupported(model_type)
    return CONFIG_MAPPING[model_type].from_dict(dict(values))


def make_skeleton(config: PretrainedConfig) -> PreTrainedModel:
    """The tree on the meta device, its linear layers replaced by 4-bit ones.

    The head and the embeddings stay as they are: 4 bits ruin a tied head.
    """
    with torch.device("meta"):
        model: PreTrainedModel = AutoModelForCausalLM.from_config(
            config, attn_implementation="eager"
        )
    kept = sorted(set(get_keys_to_not_convert(model)))
    settings = quantisation(kept)
    replace_with_bnb_linear(
        model, modules_to_not_convert=kept, quantization_config=settings, pre_quantized=True
    )
    model.config.quantization_config = settings
    return model


def quantisation(kept: list[str]) -> BitsAndBytesConfig:
    """NF4 with double quantisation; ``kept`` names the modules that stay in 16 bits."""
    return BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16,
        llm_int8_skip_modules=kept,
    )


def quantised_layers(model: torch.nn.Module) -> dict[str, Linear4bit]:
    """The 4-bit layers by name. By type: peft's wrapper has the same class name."""
    return {name: m for name, m in model.named_modules() if isinstance(m, Linear4bit)}


def largest_layer(model: torch.nn.Module) -> int:
    """Numbers in the largest 4-bit layer."""
    layers = quantised_layers(model).values()
    return max((layer.in_features * layer.out_features for layer in layers), default=0)


def unsupported(model_type: str) -> UserError:
    return UserError(
        phrase("errors", "Models of the kind “{kind}” cannot be used.", kind=model_type),
        phrase("errors", "It is no text model that this version of Timbre knows."),
        phrase("errors", "Choose another model."),
    )
