"""The bounds of a setting, read from where it is declared."""

from typing import NamedTuple

from annotated_types import Ge, Gt, Le

from engine.settings import Settings


class Bounds(NamedTuple):
    low: float
    high: float


def bounds(name: str) -> Bounds:
    """Least and largest value of a numeric setting; KeyError where it is not declared."""
    low, high = 0.0, 0.0
    for rule in Settings.model_fields[name].metadata:
        match rule:
            case Ge(ge=value) | Gt(gt=value):
                low = float(value)  # type: ignore[arg-type]
            case Le(le=value):
                high = float(value)  # type: ignore[arg-type]
    return Bounds(low, high)


def default(name: str) -> object:
    return Settings.model_fields[name].default
