"""Voices on disk, as peft reads them: adapter_model.safetensors and adapter_config.json.

What is loaded has the SHA-256 that the catalog knows; what is saved is written aside, brought
to the disk and renamed, so that a folder is a whole voice or is not there.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from safetensors.torch import save as save_tensors

from adapters.errors import UserError
from adapters.voice.config import config_for
from adapters.voice.config_check import read_config
from adapters.voice.one_scale import with_one_scale
from adapters.voice.validate import CONFIG, MAX_BYTES, WEIGHTS, damaged, safetensors_entries
from adapters.voice.weights import VoiceWeights, pairs
from adapters.wording import phrase

PREFIX = "base_model.model."

__all__ = ["CONFIG", "WEIGHTS", "SavedVoice", "VoiceWeights", "load", "save", "sha256_of"]


@dataclass(frozen=True)
class SavedVoice:
    """What the catalog keeps of a saved voice; ``bytes`` of both files."""

    path: Path
    sha256: str  # of the weights' file
    bytes: int


def save(
    weights: VoiceWeights,
    folder: Path,
    base_model: str = "",
    about: Mapping[str, str] | None = None,
) -> SavedVoice:
    """Make ``folder``, which must not exist yet. ``base_model`` names the model for peft.

    ``about`` is kept in the weights' file, beside the tensors, where only Timbre looks.
    Raises ``OSError`` where the disk is full or cannot be written; nothing is left then.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.parent / f".{folder.name}.part-{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    try:
        data = save_tensors(_named(weights), metadata={"format": "pt", **(about or {})})
        _write(aside / WEIGHTS, data)
        ranks = {path: pair.rank for path, pair in weights.layers.items()}
        config = config_for(ranks, weights.rank, weights.alpha)
        _write(aside / CONFIG, json.dumps(config.for_peft(base_model), indent=1).encode())
        sync_folder(aside)
        aside.rename(folder)
        sync_folder(folder.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    size = sum(file.stat().st_size for file in folder.iterdir())
    return SavedVoice(folder, hashlib.sha256(data).hexdigest(), size)


def load(folder: Path, sha256: str | None) -> VoiceWeights:
    """Read a voice. ``sha256`` is that of the catalog; None only for a file from elsewhere.

    Raises ``UserError`` where a file is missing, changed, damaged or not an adapter that
    Timbre can use.
    """
    path = folder / WEIGHTS
    try:
        size = path.stat().st_size
        config = read_config(folder / CONFIG)
        if size > MAX_BYTES:
            raise damaged(path, phrase("errors", "It is larger than a voice can be."))
        # One reading serves check and load, so that nothing can change between them.
        data = path.read_bytes()
    except OSError as error:
        raise _missing(folder) from error
    if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise damaged(path, phrase("errors", "It has changed since it was made."))
    safetensors_entries(path)
    try:
        layers = pairs(load_tensors(data))
        if not all(config.covers(layer) for layer in layers):
            raise damaged(path, phrase("errors", "It changes other layers than it says."))
        return with_one_scale(layers, config)
    except (SafetensorError, ValueError) as error:
        why = phrase("errors", "It is not a sound adapter: {fault}.", fault=str(error))
        raise damaged(path, why) from error


def sha256_of(folder: Path) -> str:
    """Of the weights' file of a voice."""
    with (folder / WEIGHTS).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _named(weights: VoiceWeights) -> dict[str, torch.Tensor]:
    named = {}
    for path, pair in weights.layers.items():
        named[f"{PREFIX}{path}.lora_A.weight"] = pair.a
        named[f"{PREFIX}{path}.lora_B.weight"] = pair.b
    return named


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _missing(folder: Path) -> UserError:
    return UserError(
        phrase("errors", "The voice in “{name}” cannot be read.", name=folder.name),
        phrase("errors", "Its files are not there or may not be opened."),
        phrase("errors", "Take it from a backup, or train the voice again."),
    )
