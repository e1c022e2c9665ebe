"""What was computed for earlier prompts, found again by everything that made it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import takewhile

import torch

from engine.generation.interface import Decoder, Past

DEFAULT_LIMIT = 512 * 2**20
LOGITS_KEPT = 8  # of one past; each has a number for every token of the vocabulary


@dataclass(frozen=True, order=True)
class PartKey:
    """One of the voices that speak: catalog ids of voice and version, and its strength."""

    voice: int
    version: int
    strength: float = 1.0


@dataclass(frozen=True)
class PastKey:
    """Everything that a past depends on besides its tokens; a past serves only its own key.

    ``parts`` are the voices that speak: none for the base, several for a blend, in the order
    of their ids, and none at strength 0: ``PastKey.of`` sees to it.
    """

    model: str  # fingerprint
    parts: tuple[PartKey, ...] = ()
    scene: str | None = None

    @classmethod
    def of(cls, model: str, *parts: PartKey, scene: str | None = None) -> "PastKey":
        heard = sorted(part for part in parts if part.strength != 0)
        return cls(model, tuple(heard), scene)


@dataclass(eq=False)
class Held:
    """A past, the tokens in it, and the logits after some of its prefixes (by length)."""

    key: PastKey
    past: Past
    tokens: list[int] = field(default_factory=list)
    logits: dict[int, torch.Tensor] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        return self.past.bytes + sum(kept.nbytes for kept in self.logits.values())

    def keep(self, logits: torch.Tensor) -> None:
        """Keep the logits after all tokens; those after the shortest prefixes leave first."""
        self.logits[len(self.tokens)] = logits
        while len(self.logits) > LOGITS_KEPT:
            del self.logits[min(self.logits)]

    def compute(self, decoder: Decoder, tokens: Sequence[int]) -> torch.Tensor:
        """Append ``tokens``; logits of the last, [vocabulary]."""
        logits = decoder.forward(tokens, self.past)
        self.tokens.extend(tokens)
        return logits

    def crop(self, length: int) -> None:
        if length < self.past.length:
            self.past.crop(length)
        del self.tokens[length:]
        self.logits = {at: kept for at, kept in self.logits.items() if at <= length}


class Pasts:
    """Holds pasts up to ``limit`` bytes; those used longest ago leave first."""

    def __init__(self, limit: int = DEFAULT_LIMIT) -> None:
        self._limit = limit
        self._held: list[Held] = []  # the one used last stands last
        self._taken: list[Held] = []

    @property
    def bytes(self) -> int:
        """Of all pasts, those that are taken included."""
        return sum(held.bytes for held in (*self._held, *self._taken))

    @property
    def tokens(self) -> int:
        """The same in tokens."""
        return sum(held.past.length for held in (*self._held, *self._taken))

    @property
    def is_nearly_full(self) -> bool:
        """Whether to keep more would soon cost what others need."""
        return self.bytes > self._limit * 3 // 4

    def take(self, decoder: Decoder, key: PastKey, prompt: Sequence[int]) -> Held:
        """A past that begins as ``prompt`` does, of this key only; an empty one if none does.

        It belongs to the caller until ``put`` or ``drop``. It never holds the whole prompt
        unless the logits after the prompt are kept as well, so the answer can always begin.
        """
        held = self._find(decoder, key, prompt)
        self._taken.append(held)
        return held

    @contextmanager
    def lent(self, decoder: Decoder, key: PastKey, prompt: Sequence[int]) -> Iterator[Held]:
        """``take`` for a while: kept at the end, also when closed; dropped on any error."""
        held = self.take(decoder, key, prompt)
        try:
            yield held
        except GeneratorExit:
            self.put(held)
            raise
        except BaseException:
            self.drop(held)  # it may be half computed
            raise
        self.put(held)

    def put(self, held: Held) -> None:
        """Keep ``held`` for later, as the one used last."""
        self.drop(held)
        self._held.append(held)
        while len(self._held) > 1 and self.bytes > self._limit:
            del self._held[0]

    def drop(self, held: Held) -> None:
        """Forget a taken past."""
        self._taken = [other for other in self._taken if other is not held]

    def clear(self) -> None:
        """Forget all that are not taken."""
        self._held.clear()

    def _find(self, decoder: Decoder, key: PastKey, prompt: Sequence[int]) -> Held:
        found = max(
            (held for held in self._held if held.key == key),
            key=lambda held: _usable(held, prompt),
            default=None,
        )
        length = _usable(found, prompt) if found else 0
        if found is None or length == 0:
            return Held(key, decoder.new_past())
        if length >= max(found.logits, default=0):
            # What is taken off is at most the end of an answer that is not wanted any more.
            self._held = [other for other in self._held if other is not found]
            found.crop(length)
            return found
        # Only the beginning is shared (the instruction, an earlier turn): the other stays whole.
        kept = {at: logits for at, logits in found.logits.items() if at <= length}
        return Held(key, found.past.copy(length), list(prompt[:length]), kept)


def _usable(held: Held, prompt: Sequence[int]) -> int:
    """How many tokens of ``prompt`` can be taken from ``held``."""
    pairs = zip(held.tokens, prompt, strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    if shared == len(prompt) and shared not in held.logits:
        shared -= 1
    if shared < len(held.tokens) and not held.past.can_crop():
        return 0
    return shared
