"""adapter_config.json as Timbre understands it: which layers, of which ranks, by which factor."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

MAX_ALPHA = 65536.0


@dataclass(frozen=True)
class VoiceConfig:
    """Rank and alpha, and the layers that are changed: last parts of their paths, or all of it.

    ``ranks`` and ``alphas`` hold for single layers, by the end of their path; under ``root``
    the factor is alpha by the root of the rank. ``blocks`` bounds the targets to some blocks.
    """

    rank: int
    alpha: float
    targets: tuple[str, ...]
    ranks: Mapping[str, int] = field(default_factory=dict)
    alphas: Mapping[str, float] = field(default_factory=dict)
    root: bool = False
    blocks: frozenset[int] | None = None
    base_model: str = ""

    @property
    def scale(self) -> float:
        """By what a layer's product is multiplied where nothing else is said of it."""
        return self._scale(self.rank, self.alpha)

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(self.targets)

    def rank_of(self, path: str) -> int:
        return int(_found(self.ranks, path, self.rank))

    def scale_of(self, path: str) -> float:
        return self._scale(self.rank_of(path), _found(self.alphas, path, self.alpha))

    def covers(self, path: str) -> bool:
        """Whether the layer is one of those that the file says are changed."""
        if path in self._named:
            return True
        if self.blocks is not None and _block(path) not in self.blocks:
            return False
        return any(end in self._named for end in _ends(path))

    def for_peft(self, base_model: str) -> dict[str, Any]:
        """As ``peft.PeftModel.from_pretrained`` reads it."""
        return {
            "peft_type": "LORA",
            "task_type": "CAUSAL_LM",
            "base_model_name_or_path": base_model,
            "inference_mode": True,
            "r": self.rank,
            "lora_alpha": _plain(self.alpha),
            "lora_dropout": 0.0,
            "bias": "none",
            "target_modules": list(self.targets),
            "rank_pattern": dict(self.ranks),
            "alpha_pattern": {path: _plain(alpha) for path, alpha in self.alphas.items()},
        }

    def _scale(self, rank: int, alpha: float) -> float:
        return alpha / (math.sqrt(rank) if self.root else rank)


def config_for(ranks: Mapping[str, int], rank: int, alpha: float) -> VoiceConfig:
    """What to write for layers of these ranks, by their paths, that share one factor."""
    own = {path: r for path, r in ranks.items() if r != rank}
    alphas = {path: alpha * r / rank for path, r in own.items()}
    return VoiceConfig(rank, alpha, _shortest(ranks), own, alphas)


def _found(values: Mapping[str, Any], path: str, otherwise: Any) -> Any:
    """The value for a layer, by the first key that names its path or the end of it."""
    keys = {key for key in (f"^{path}", *_ends(path)) if key in values}
    if len(keys) > 1:
        return next(value for key, value in values.items() if key in keys)
    return values[keys.pop()] if keys else otherwise


def _ends(path: str) -> Iterator[str]:
    """The path, and what is left of it as its parts go, the first ones first."""
    while path:
        yield path
        path = path.partition(".")[2]


def _block(path: str) -> int | None:
    """The number of the block that a layer belongs to: the first number in its path."""
    return next((int(part) for part in path.split(".") if part.isdecimal()), None)


def _shortest(paths: Iterable[str]) -> tuple[str, ...]:
    """Last parts of the paths where they say it all: all of them in blocks 0, 1, 2..., else paths.

    peft puts an adapter on each layer of the base that a name fits.
    """
    found: dict[str, set[int | None]] = {}
    whole = sorted(paths)
    for path in whole:
        found.setdefault(path.rpartition(".")[2], set()).add(_block(path))
    blocks = set(range(len(whole) // len(found))) if found else set()
    everywhere = all(among in (blocks, {None}) for among in found.values())
    return tuple(sorted(found)) if everywhere else tuple(whole)


def _plain(number: float) -> float:
    return int(number) if float(number).is_integer() else number
