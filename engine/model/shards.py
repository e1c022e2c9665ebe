"""Writing a model as safetensors with bounded memory: a new file whenever enough is gathered."""

import json
import os
from pathlib import Path

import torch
from safetensors.torch import save_file

from engine.memory.planner import SHARD_BYTES

INDEX = "model.safetensors.index.json"


class ShardWriter:
    """Takes tensors one by one; ``finish`` gives the folder the names that transformers reads."""

    def __init__(self, folder: Path, shard_bytes: int = SHARD_BYTES) -> None:
        self._folder = folder
        self._limit = shard_bytes
        self._waiting: dict[str, torch.Tensor] = {}
        self._held = 0
        self._files: list[Path] = []
        self._places: dict[str, str] = {}
        self._total = 0

    def add(self, name: str, tensor: torch.Tensor) -> None:
        size = tensor.numel() * tensor.element_size()
        if self._waiting and self._held + size > self._limit:
            self._flush()
        self._waiting[name] = tensor.contiguous()
        self._held += size
        self._total += size

    def finish(self) -> list[Path]:
        """Write what is left, and the index where there are several files."""
        self._flush()
        if len(self._files) == 1:
            only = self._folder / "model.safetensors"
            self._files[0].rename(only)
            return [only]
        index = {"metadata": {"total_size": self._total}, "weight_map": self._places}
        text = json.dumps(index, indent=1, sort_keys=True)
        (self._folder / INDEX).write_text(text, encoding="utf-8")
        return self._files

    def _flush(self) -> None:
        path = self._folder / f"model-{len(self._files) + 1:05}.safetensors"
        save_file(self._waiting, path, metadata={"format": "pt"})
        self._files.append(path)
        self._places.update(dict.fromkeys(self._waiting, path.name))
        self._waiting, self._held = {}, 0


def file_of(folder: Path, tensor: str) -> Path:
    """The file of a written folder in which a tensor lies."""
    index = folder / INDEX
    if not index.is_file():
        return folder / "model.safetensors"
    places = json.loads(index.read_text(encoding="utf-8"))["weight_map"]
    return folder / str(places[tensor])


def sync(folder: Path) -> None:
    """Wait until every file of ``folder``, and the folder itself, is on the disk."""
    for path in [*folder.iterdir(), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
