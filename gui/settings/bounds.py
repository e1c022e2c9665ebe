"""The bounds of a setting, read from where it is declared."""

from typing import NamedTuple

from annotated_types import Ge, Gt, Le

from engine.settings import Settings


class Bounds(NamedTuple):
    low: float
    high: float
    above: bool = False  # ``low`` itself is not allowed


def bounds(name: str) -> Bounds:
    """Least and largest value of a numeric setting; KeyError where it is not declared."""
    low, high, above = 0.0, 0.0, False
    for rule in Settings.model_fields[name].metadata:
        match rule:
            case Ge(ge=value):
                low = float(value)  # type: ignore[arg-type]
            case Gt(gt=value):
                low, above = float(value), True  # type: ignore[arg-type]
            case Le(le=value):
                high = float(value)  # type: ignore[arg-type]
    return Bounds(low, high, above)


def default(name: str) -> object:
    return Settings.model_fields[name].default
