"""How the makers of a model advise to draw its words."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, TypeAdapter

from engine.messages import Sampling

# For models whose makers say it on the model's page and not in its files; by a part of the name.
SHIPPED = Path(__file__).parents[2] / "resources" / "models" / "advice.json"


class Advice(BaseModel):
    """What can be told of it; other keys of a file are left aside."""

    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    top_p: Annotated[float | None, Field(gt=0.0, le=1.0)] = None
    top_k: Annotated[int | None, Field(ge=0, le=1000)] = None
    min_p: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    repetition_penalty: Annotated[float | None, Field(ge=1.0, le=2.0)] = None


def advised(folder: Path, name: str) -> Sampling:
    """From ``generation_config.json`` in the folder, else from the shipped table.

    One value that makes no sense, and the file is not followed at all.
    """
    try:
        text = (folder / "generation_config.json").read_text(encoding="utf-8")
        told = Advice.model_validate_json(text)
    except (OSError, ValueError):  # pydantic's own error is a ValueError
        told = Advice()
    if told == Advice():
        told = _shipped(name)
    return Sampling(**told.model_dump())


def _shipped(name: str) -> Advice:
    table = TypeAdapter(dict[str, Advice]).validate_json(SHIPPED.read_bytes())
    return next((told for part, told in table.items() if part in name.lower()), Advice())
