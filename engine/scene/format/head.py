"""What every field and every link says of itself in a file, beside the data of its type."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from annotated_types import MinLen

from engine.language import Language
from engine.scene.model import LinkType

_DESCRIBED = {"use_attribute_docstrings": True}


@dataclass(frozen=True)
class FieldHead:
    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    id: Annotated[str, MinLen(1)]
    """Unique in the file; made up where it is missing."""
    type: str
    """One of the types of fields."""
    title: str = ""
    """What the field is called; of a role, its name."""
    priority: int = 0
    """The lowest leave first when the scene is larger than its share of the context."""
    place: tuple[float, float] | None = None
    """Where its card lies on the graph."""
    folded: bool = False
    """Whether its card hides its children."""


@dataclass(frozen=True)
class LinkHead:
    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    id: Annotated[str, MinLen(1)]
    """Unique in the file; made up where it is missing."""
    source: Annotated[str, MinLen(1)]
    """The id of the field that it begins at."""
    target: Annotated[str, MinLen(1)]
    """The id of the field that it points to."""
    type: LinkType = "relation"
    """What kind of link it is."""
    label: str = ""
    """What it says."""


@dataclass(frozen=True)
class SceneHead:
    __pydantic_config__: ClassVar[dict[str, Any]] = _DESCRIBED

    title: str = ""
    """What the scene is called."""
    language: Language = "en"
    """Of the words that Timbre puts around the owner's."""
