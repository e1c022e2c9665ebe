"""Whether a model fits into memory, said before it is loaded. Reads no weights."""

import json
from dataclasses import dataclass
from pathlib import Path

from adapters.catalog.records import Model
from engine.memory.meter import Reading, reading
from engine.memory.planner import Judgement, Shape, judge, loading
from engine.messages import Footprint


@dataclass(frozen=True)
class Need:
    """``free`` counts what the model that is loaded now would give back."""

    judgement: Judgement
    total: int  # bytes of the whole memory

    @property
    def taken(self) -> int:
        """Bytes that stay taken whatever happens: other programs and the window."""
        return max(0, self.total - self.judgement.free)


def need_of(model: Model, held: Footprint) -> Need | None:
    """Measure and plan; None where the model's sizes are not known before it is converted."""
    shape = _shape(model)
    if shape is None:
        return None
    plan = loading(shape, convert=model.nf4_path is None, device=held.device)
    measured: Reading = reading(held.device)
    free = measured.available + held.weights + held.voices + held.kv_cache
    return Need(judge(plan.peak, min(free, measured.total)), measured.total)


def _shape(model: Model) -> Shape | None:
    try:
        text = (Path(model.nf4_path or model.path) / "config.json").read_text(encoding="utf-8")
        return Shape.of(json.loads(text))
    except (OSError, ValueError, KeyError, TypeError):
        return None
