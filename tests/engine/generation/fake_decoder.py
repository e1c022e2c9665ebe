"""A decoder whose logits are a plain function of everything that went in."""

import hashlib
from collections.abc import Sequence

import torch

VOCABULARY = 512


class FakePast:
    """Remembers tokens and the name of the voice under which each was computed."""

    def __init__(self, marks: Sequence[tuple[str, int]] = (), croppable: bool = True) -> None:
        self.marks = list(marks)
        self._croppable = croppable

    @property
    def length(self) -> int:
        return len(self.marks)

    @property
    def bytes(self) -> int:
        return 10 * len(self.marks)

    def can_crop(self) -> bool:
        return self._croppable

    def crop(self, length: int) -> None:
        assert self._croppable
        del self.marks[length:]

    def copy(self, length: int) -> "FakePast":
        assert self._croppable
        return FakePast(self.marks[:length])


class FakeDecoder:
    """``voice`` is what the slot would hold; ``calls`` are the lengths of what was computed."""

    def __init__(self, chunk: int = 8, croppable: bool = True) -> None:
        self.chunk = chunk
        self.voice = "base"
        self.calls: list[int] = []
        self._croppable = croppable

    def new_past(self) -> FakePast:
        return FakePast(croppable=self._croppable)

    def forward(self, tokens: Sequence[int], past: FakePast) -> torch.Tensor:
        assert tokens
        self.calls.append(len(tokens))
        past.marks += [(self.voice, token) for token in tokens]
        digest = hashlib.sha256(repr(past.marks).encode()).digest()
        generator = torch.Generator().manual_seed(int.from_bytes(digest[:4], "little"))
        return torch.randn(VOCABULARY, generator=generator)
