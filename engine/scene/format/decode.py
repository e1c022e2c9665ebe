"""Plain values to a scene."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from adapters.wording import phrase
from engine.scene.fields import TYPES
from engine.scene.format.head import FieldHead, LinkHead, SceneHead
from engine.scene.format.parts import made, names_of, rest, wrong
from engine.scene.format.refusal import UnreadableError
from engine.scene.format.upgrade import current
from engine.scene.model import Field, Link, Scene, When

DEEPEST = 32  # fields inside of fields
MOST = 5000  # fields
_OF_SCENE = frozenset({"format", "version", "fields", "links", *names_of(SceneHead)})
_OF_FIELD = frozenset({"when", "fields", *names_of(FieldHead)})
_OF_LINK = frozenset(names_of(LinkHead))


def scene_of(values: Any) -> Scene:
    """Raises ``UnreadableError``, which says where the first fault is."""
    if not isinstance(values, dict):
        raise UnreadableError(phrase("scene", "A scene is an object with fields."))
    values = current(values)
    _Ids(values).give()
    head = made(SceneHead, values, "scene")
    return Scene(
        title=head.title,
        language=head.language,
        fields=_fields(values.get("fields", []), ""),
        links=tuple(
            _link(one, f"links → {number}")
            for number, one in enumerate(_objects(values.get("links", []), "links"), 1)
        ),
        extra=rest(values, _OF_SCENE),
    )


def _fields(values: Any, around: str) -> tuple[Field, ...]:
    place = f"{around}fields"
    objects = _objects(values, place)
    return tuple(_field(one, f"{place} → {number}") for number, one in enumerate(objects, 1))


def _field(values: Mapping[str, Any], place: str) -> Field:
    head = made(FieldHead, values, place)
    if head.type not in TYPES:
        names = ", ".join(TYPES)
        raise wrong(place, phrase("scene", "its type is none of: {names}", names=names))
    data = TYPES[head.type].data
    return Field(
        id=head.id,
        data=made(data, values, place),
        title=head.title,
        when=_when(values.get("when", {}), f"{place} → when"),
        priority=head.priority,
        place=head.place,
        folded=head.folded,
        fields=_fields(values.get("fields", []), f"{place} → "),
        extra=rest(values, _OF_FIELD | frozenset(names_of(data))),
    )


def _when(values: Any, place: str) -> When:
    if not isinstance(values, dict):
        raise wrong(place, phrase("scene", "an object is expected"))
    extra = rest(values, frozenset(names_of(When)))
    return replace(made(When, values, place), extra=extra)


def _link(values: Mapping[str, Any], place: str) -> Link:
    head = made(LinkHead, values, place)
    extra = rest(values, _OF_LINK)
    return Link(head.id, head.source, head.target, head.type, head.label, extra)


def _objects(values: Any, place: str) -> list[dict[str, Any]]:
    if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
        raise wrong(place, phrase("scene", "a list of objects is expected"))
    return values


class _Ids:
    """Those that are missing are made up, always the same; none may be there twice."""

    def __init__(self, values: dict[str, Any]) -> None:
        links = values.get("links", [])
        self._fields = list(_below(values, 0))
        self._links = [one for one in links if isinstance(one, dict)] if links else []
        self._taken: set[str] = set()

    def give(self) -> None:
        if len(self._fields) > MOST:
            raise UnreadableError(
                phrase("scene", "It has more than {number} fields.", number=MOST)
            )
        everything = [*self._fields, *self._links]
        for one in everything:
            if isinstance(id := one.get("id"), str):
                if id in self._taken:
                    raise wrong(id, phrase("scene", "two have this id"))
                self._taken.add(id)
        for one in everything:
            one.setdefault("id", self._next(str(one.get("type", "field"))))

    def _next(self, stem: str) -> str:
        number = 1
        while f"{stem}-{number}" in self._taken:
            number += 1
        self._taken.add(f"{stem}-{number}")
        return f"{stem}-{number}"


def _below(values: Mapping[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        raise UnreadableError(
            phrase("scene", "Fields are inside of fields more than {number} deep.", number=DEEPEST)
        )
    for one in _objects(values.get("fields", []), "fields"):
        yield one
        yield from _below(one, depth + 1)
