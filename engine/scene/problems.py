"""What is amiss in a scene that can be opened all the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from adapters.wording import Phrase, phrase
from engine.scene.fields import TYPES
from engine.scene.model import Field, Scene, roles, walk


@dataclass(frozen=True)
class Problem:
    """``id`` is that of a field or a link."""

    id: str
    what: Phrase


def problems(scene: Scene) -> tuple[Problem, ...]:
    """In the order of the document; what only running it can show is not among them."""
    return (*_of_fields(scene), *_of_names(scene), *_of_links(scene))


def _of_fields(scene: Scene) -> Iterator[Problem]:
    for field in walk(scene.fields):
        for what in TYPES[field.type].problems(field):
            yield Problem(field.id, what)
        if field.when.mode == "mentioned" and not _can_be_mentioned(field):
            yield Problem(
                field.id,
                phrase("scene", "It waits to be mentioned, and nothing says by what words."),
            )


def _can_be_mentioned(field: Field) -> bool:
    when = field.when
    return bool(when.words or when.patterns or when.alike is not None)


def _of_names(scene: Scene) -> Iterator[Problem]:
    """Roles of one name could not be told apart when they speak."""
    names = Counter(role.title.strip().casefold() for role in roles(scene))
    for role in roles(scene):
        if role.title.strip() and names[role.title.strip().casefold()] > 1:
            yield Problem(
                role.id, phrase("scene", "Several roles are called “{name}”.", name=role.title)
            )


def _of_links(scene: Scene) -> Iterator[Problem]:
    known = {one.id for one in walk(scene.fields)}
    for link in scene.links:
        for end in (link.source, link.target):
            if end not in known:
                yield Problem(
                    link.id, phrase("scene", "It leads to “{id}”, which is not there.", id=end)
                )
