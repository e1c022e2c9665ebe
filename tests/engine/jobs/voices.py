"""A voice of random numbers, on disk and in the catalog."""

import torch

from adapters.catalog import voices
from adapters.catalog.records import Model, Voice
from adapters.voice import files
from adapters.voice.weights import from_tensors
from engine.jobs.state import State

WIDTH, VALUES, LAYERS = 128, 64, 2  # of the tiny model


def make_voice(
    state: State,
    model: Model,
    name: str,
    seed: int,
    fingerprint: str | None = None,
    voice: int | None = None,
) -> Voice:
    """A voice of rank 4 on q_proj and v_proj that changes what the tiny model says."""
    drawn = torch.Generator().manual_seed(seed)
    tensors = {}
    for layer in range(LAYERS):
        for target, outputs in (("q_proj", WIDTH), ("v_proj", VALUES)):
            path = f"model.layers.{layer}.self_attn.{target}"
            tensors[f"{path}.lora_A.weight"] = torch.randn(4, WIDTH, generator=drawn)
            tensors[f"{path}.lora_B.weight"] = torch.randn(outputs, 4, generator=drawn)
    folder = f"{name}-1"
    saved = files.save(from_tensors(tensors, 4, 8), state.places.voices / folder)
    return voices.add_version(
        state.catalog,
        run=None,
        name=name,
        colour="indigo",
        model_name=model.name,
        model_fingerprint=fingerprint or model.fingerprint or "",
        path=folder,
        sha256=saved.sha256,
        bytes=saved.bytes,
        rank=4,
        targets=("q_proj", "v_proj"),
        perplexity_before=None,
        perplexity_after=None,
        notes=3,
        voice=voice,
    )
