"""The tokens of a run, kept beside its checkpoints.

A resumed run must see what it saw before, whatever has become of the folder meanwhile.
Removed with the checkpoints when the voice is made.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from adapters.notes.example import Asked, Example, Span
from adapters.voice import durable

_FILE = "notes.safetensors"
_ASKED: tuple[Asked, ...] = get_args(Asked)


@dataclass(frozen=True)
class Themes:
    """The themes' names, and the index of the theme of each example; empty where none are told."""

    names: tuple[str, ...] = ()
    learn: list[int] = field(default_factory=list)
    held_out: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class KeptNotes:
    """What a run learns from and is measured on; ``documents`` counts those learned from."""

    learn: list[Example]
    held_out: list[Example]
    documents: int
    themes: Themes = field(default_factory=Themes)

    @property
    def trained(self) -> int:
        """Tokens learned in one epoch."""
        return sum(example.trained for example in self.learn)

    @property
    def held_out_documents(self) -> int:
        """A conversation, or a note that answers questions, is one of several examples."""
        return len({example.document for example in self.held_out})


def write(notes: KeptNotes, folder: Path) -> None:
    """Keep them in ``folder``. Raises ``OSError`` where the disk is full."""
    tensors = _packed("learn", notes.learn) | _packed("held_out", notes.held_out)
    themes = notes.themes
    tensors |= {
        "learn/themes": torch.tensor(themes.learn, dtype=torch.int32),
        "held_out/themes": torch.tensor(themes.held_out, dtype=torch.int32),
    }
    about = {"documents": str(notes.documents), "themes": json.dumps(themes.names)}
    folder.mkdir(parents=True, exist_ok=True)
    durable.write(folder / _FILE, save(tensors, about))


def read(folder: Path) -> KeptNotes | None:
    """What was kept in ``folder``, or None where nothing (whole) is."""
    try:
        with safe_open(folder / _FILE, "pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            about = file.metadata()
    except (OSError, SafetensorError):
        return None
    themes = Themes()
    if "themes" in about:  # a run of an earlier version knows none
        told = (tensors[f"{side}/themes"].tolist() for side in ("learn", "held_out"))
        themes = Themes(tuple(json.loads(about["themes"])), *told)
    return KeptNotes(
        _unpacked("learn", tensors),
        _unpacked("held_out", tensors),
        int(about["documents"]),
        themes,
    )


def _packed(name: str, examples: Sequence[Example]) -> dict[str, Tensor]:
    """All tokens in a row, where each example ends, and which of its tokens are learned."""
    tokens = array("i")
    for example in examples:
        tokens.extend(example.tokens)
    lengths = [len(example.tokens) for example in examples]
    numbers: dict[str, int] = {}
    documents = [numbers.setdefault(example.document, len(numbers)) for example in examples]
    return {
        f"{name}/tokens": torch.tensor(tokens, dtype=torch.int32),
        f"{name}/lengths": torch.tensor(lengths, dtype=torch.int64),
        f"{name}/documents": torch.tensor(documents, dtype=torch.int32),
        f"{name}/asked": torch.tensor([_ASKED.index(e.asked) for e in examples]).int(),
        f"{name}/spans": torch.tensor([len(e.learned) for e in examples]).int(),
        f"{name}/learned": torch.tensor([s for e in examples for s in e.learned]).long(),
    }


def _unpacked(name: str, tensors: dict[str, Tensor]) -> list[Example]:
    """Of their documents only numbers are kept: which examples are of the same one."""
    pieces = torch.split(tensors[f"{name}/tokens"], tensors[f"{name}/lengths"].tolist())
    learned = _spans(name, tensors)
    numbers = tensors.get(f"{name}/documents")
    documents = range(len(pieces)) if numbers is None else numbers.tolist()
    numbers = tensors.get(f"{name}/asked", torch.zeros(len(pieces), dtype=torch.int32))
    asked = (_ASKED[number] for number in numbers.tolist())
    return [
        Example(str(document), array("i", piece.tolist()), spans, by)
        for piece, spans, document, by in zip(pieces, learned, documents, asked, strict=True)
    ]


def _spans(name: str, tensors: dict[str, Tensor]) -> list[tuple[Span, ...]]:
    if f"{name}/trained_from" in tensors:  # a run of an earlier version: one span to the end
        starts, ends = tensors[f"{name}/trained_from"], tensors[f"{name}/lengths"]
        return [((start, end),) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    rows = tensors[f"{name}/learned"].reshape(-1, 2)
    spans = torch.split(rows, tensors[f"{name}/spans"].tolist())
    return [tuple((start, end) for start, end in some.tolist()) for some in spans]
