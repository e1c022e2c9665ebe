"""A fresh LoRA adapter on a model's training copy."""

import math
import re

import torch
from peft import LoraConfig, inject_adapter_in_model
from torch import nn
from transformers import PreTrainedModel

from adapters.errors import UserError
from adapters.voice.options import TrainingOptions
from adapters.voice.weights import LORA_NAME, VoiceWeights
from adapters.wording import phrase


def attach(
    model: PreTrainedModel, options: TrainingOptions, generator: torch.Generator
) -> dict[str, nn.Parameter]:
    """Put an adapter on the layers that ``options.targets`` names; only it can be trained.

    Its weights are float32, also on a 16-bit model: small steps would be lost otherwise,
    and on a processor it is the faster of the two. They are drawn from ``generator``
    alone. Gives the parameters by name, in a fixed order. Raises ``UserError`` where the
    model has no such layer.
    """
    _check_targets(model, options.targets)
    config = LoraConfig(
        r=options.rank,
        lora_alpha=options.alpha,
        target_modules=list(options.targets),
        lora_dropout=0.0,
        bias="none",
        task_type="CAUSAL_LM",
    )
    # peft draws weights from the global generator, which belongs to others.
    with torch.random.fork_rng(devices=[]):
        inject_adapter_in_model(config, model)
    adapter = {name: p for name, p in sorted(model.named_parameters()) if p.requires_grad}
    _initialise(adapter, generator)
    return adapter


def start_from(adapter: dict[str, nn.Parameter], weights: VoiceWeights, scale: float) -> None:
    """Give a fresh adapter the weights of a voice, so that it changes the base as that does.

    ``scale`` is alpha / rank of the adapter. What the voice lacks, in ranks or layers, stays as
    it was drawn: its B is zero, so it changes nothing yet. Raises ``UserError`` where the
    adapter has no room for the voice.
    """
    sides = {_of(name): parameter for name, parameter in adapter.items()}
    with torch.no_grad():
        for path, pair in weights.layers.items():
            a, b = sides.get((path, "A")), sides.get((path, "B"))
            if a is None or b is None or a.shape[0] < pair.rank or a.shape[1] != pair.a.shape[1]:
                raise _no_room(path)
            a[: pair.rank].copy_(pair.a)
            b[:, : pair.rank].copy_(pair.b)
            if weights.scale != scale:
                b.mul_(weights.scale / scale)


def _of(name: str) -> tuple[str, str]:
    """Layer and side of a parameter."""
    found = LORA_NAME.fullmatch(name)
    return (found["path"], found["side"]) if found else (name, "")


def _no_room(path: str) -> UserError:
    return UserError(
        phrase("errors", "The voice cannot learn on."),
        phrase("errors", "It changes “{path}” in a way that a training cannot.", path=path),
        phrase("errors", "Train a new voice from the same notes."),
    )


def _initialise(adapter: dict[str, nn.Parameter], generator: torch.Generator) -> None:
    """A as in the LoRA paper's code (uniform, bound 1/sqrt(inputs)); B is zero already."""
    with torch.no_grad():
        for name, parameter in adapter.items():
            parameter.data = parameter.data.float()
            if "lora_A" in name:
                bound = 1 / math.sqrt(parameter.shape[1])
                drawn = torch.rand(parameter.shape, generator=generator) * 2 * bound - bound
                parameter.copy_(drawn)


def _check_targets(model: nn.Module, targets: tuple[str, ...]) -> None:
    """peft is content when one of the targets exists; a voice with half of them is not meant."""
    paths = {name for name, _ in model.named_modules()}
    names = {path.rpartition(".")[2] for path in paths}
    missing = [target for target in targets if target not in names | paths]
    if missing:
        raise UserError(
            phrase("errors", "This model cannot be trained with these settings."),
            phrase("errors", "It has no layers named {names}.", names=", ".join(missing)),
            phrase("errors", "Choose other layers: {names}.", names=", ".join(_choices(names))),
        )


def _choices(names: set[str]) -> list[str]:
    return sorted(name for name in names if re.search(r"(proj|attn|qkv|dense|fc\d?)$", name))
