"""The tokens of a run, kept beside its checkpoints.

A resumed run must see what it saw before, whatever has become of the folder meanwhile.
Removed with the checkpoints when the voice is made.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from adapters.notes.examples import Example
from adapters.voice import durable

_FILE = "notes.safetensors"


@dataclass(frozen=True)
class KeptNotes:
    """What a run learns from and is measured on; ``documents`` counts those learned from."""

    learn: list[Example]
    held_out: list[Example]
    documents: int

    @property
    def trained(self) -> int:
        """Tokens learned in one epoch."""
        return sum(example.trained for example in self.learn)


def write(notes: KeptNotes, folder: Path) -> None:
    """Keep them in ``folder``. Raises ``OSError`` where the disk is full."""
    tensors = _packed("learn", notes.learn) | _packed("held_out", notes.held_out)
    folder.mkdir(parents=True, exist_ok=True)
    durable.write(folder / _FILE, save(tensors, {"documents": str(notes.documents)}))


def read(folder: Path) -> KeptNotes | None:
    """What was kept in ``folder``, or None where nothing (whole) is."""
    try:
        with safe_open(folder / _FILE, "pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            documents = int(file.metadata()["documents"])
    except (OSError, SafetensorError):
        return None
    return KeptNotes(_unpacked("learn", tensors), _unpacked("held_out", tensors), documents)


def _packed(name: str, examples: Sequence[Example]) -> dict[str, Tensor]:
    """All tokens in a row, where each example ends, and from where on it is learned."""
    tokens = array("i")
    for example in examples:
        tokens.extend(example.tokens)
    lengths = [len(example.tokens) for example in examples]
    return {
        f"{name}/tokens": torch.tensor(tokens, dtype=torch.int32),
        f"{name}/lengths": torch.tensor(lengths, dtype=torch.int64),
        f"{name}/trained_from": torch.tensor([e.trained_from for e in examples]).long(),
    }


def _unpacked(name: str, tensors: dict[str, Tensor]) -> list[Example]:
    """Which document an example is from is of no further use, so it is not kept."""
    pieces = torch.split(tensors[f"{name}/tokens"], tensors[f"{name}/lengths"].tolist())
    starts = tensors[f"{name}/trained_from"].tolist()
    return [
        Example("", array("i", piece.tolist()), start)
        for piece, start in zip(pieces, starts, strict=True)
    ]
