"""The document: a tree of fields with typed links between any two of them. Nothing changes it;
``edit`` makes another one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Le

from engine.language import Language

Mode = Literal["always", "mentioned", "never"]
# relation: how the source stands to the target; wants: a role and its goal; knows: who knows what;
# concerns: what a rule, mood or memory is about; before: order in time.
LinkType = Literal["relation", "wants", "knows", "concerns", "before", "other"]
Extra = Mapping[str, Any]  # keys of a file that this version does not know: kept, written back


class FieldData:
    """What a field of one type holds; the types are in ``fields``, one file each."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"use_attribute_docstrings": True}
    type: ClassVar[str]


@dataclass(frozen=True)
class When:
    """When a field is told. ``mentioned``: one of words, patterns and likeness is enough."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {"use_attribute_docstrings": True}

    mode: Mode = "always"
    """Told always, while it is mentioned, or never."""
    words: tuple[str, ...] = ()
    """Whole words or expressions, in any case of letters; * stands for any ending."""
    patterns: tuple[str, ...] = ()
    """Regular expressions, as Python's regex package understands them."""
    alike: Annotated[float, Ge(0.0), Le(1.0)] | None = None
    """Told when a turn is at least so much like the field."""
    stays: Annotated[int, Ge(0), Le(1000)] = 1
    """How many turns it stays after the one that mentioned it."""
    probability: Annotated[float, Ge(0.0), Le(1.0)] = 1.0
    """How likely it is told: drawn once for each mention, and once for a field told always."""
    extra: Extra = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Field:
    """One block of a scene, with the blocks inside of it."""

    id: str  # unique in the whole document
    data: FieldData
    title: str = ""  # of a role: its name
    when: When = field(default_factory=When)
    priority: int = 0  # the lowest leave first when the scene is too large
    place: tuple[float, float] | None = None  # on the graph
    folded: bool = False  # shown as a card, its children hidden
    fields: tuple["Field", ...] = ()
    extra: Extra = field(default_factory=dict, hash=False)

    @property
    def type(self) -> str:
        return self.data.type


@dataclass(frozen=True)
class Link:
    """From one field to another; the label says what the type alone does not."""

    id: str
    source: str
    target: str
    type: LinkType = "relation"
    label: str = ""
    extra: Extra = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Scene:
    """A whole document."""

    title: str = ""
    language: Language = "en"  # of the wording around what the owner wrote
    fields: tuple[Field, ...] = ()
    links: tuple[Link, ...] = ()
    extra: Extra = field(default_factory=dict, hash=False)


def walk(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Every field with all below it, in the order in which they are told."""
    for one in fields:
        yield one
        yield from walk(one.fields)


def find(scene: Scene, id: str) -> Field | None:
    return next((one for one in walk(scene.fields) if one.id == id), None)


def path_to(scene: Scene, id: str) -> tuple[Field, ...]:
    """The field and all around it, outermost first; empty for an unknown id."""

    def search(fields: tuple[Field, ...]) -> tuple[Field, ...]:
        for one in fields:
            below = search(one.fields)
            if one.id == id or below:
                return (one, *below)
        return ()

    return search(scene.fields)


def roles(scene: Scene) -> tuple[Field, ...]:
    """Every role, also those of child scenes."""
    return tuple(one for one in walk(scene.fields) if one.type == "role")
