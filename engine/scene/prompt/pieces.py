"""The lines of a scene, each with the field or the link that it comes from."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from engine.language import Language
from engine.scene.fields import TYPES
from engine.scene.fields.field_type import whole_text
from engine.scene.fields.role import Role
from engine.scene.fields.wording import Told, closed, fill
from engine.scene.model import Field, Link, LinkType, Scene, find, roles, walk

INDENT = "  "  # for each level below the scene's own
_LONGEST_NAME = 60
_MARKS = ".,:;!?… "  # that would stand before a link's own colon
_CLOSED = ("who", "wants", "speaks")  # a sentence, whether its writer ended it or not
_USER: Mapping[Language, str] = {"en": "the user", "ru": "собеседник"}
_MACRO = re.compile(r"\{\{\s*(char|user)\s*\}\}", re.IGNORECASE)
LINK_WORDS: Mapping[Language, Mapping[LinkType, str]] = {
    "en": {
        "relation": "is connected with",
        "wants": "wants this",
        "knows": "knows this",
        "concerns": "is about this",
        "before": "comes before this",
        "other": "belongs to this",
    },
    "ru": {
        "relation": "есть связь",
        "wants": "хочет этого",
        "knows": "знает это",
        "concerns": "об этом",
        "before": "раньше этого",
        "other": "относится к этому",
    },
}


@dataclass(frozen=True)
class Piece:
    """Words of a field, or of one of the links that begin at it."""

    field: str
    link: str | None
    text: str


def speaker_of(scene: Scene, left_out: Collection[str], asked: str | None) -> str | None:
    """The role that answers: the one asked for, else the only one here that the model plays.

    Those of child scenes are told of, and do not speak unless they are asked for.
    """
    if asked is not None:
        return asked
    played = [
        one.id
        for one in here(scene.fields)
        if one.id not in left_out and isinstance(one.data, Role) and not _is_owners(one)
    ]
    return played[0] if len(played) == 1 else None


def pieces(scene: Scene, left_out: Collection[str], speaker: str | None) -> Iterator[Piece]:
    """In the order of the document; the links of a field stand below its own words."""
    yield from _Told(scene, left_out, speaker).of(scene.fields, 0)


class _Told:
    def __init__(self, scene: Scene, left_out: Collection[str], speaker: str | None) -> None:
        self._scene = scene
        self._left_out = left_out
        self._told = Told(scene.language, speaker)
        self._known = {one.id: one for one in walk(scene.fields) if one.id not in left_out}
        self._links: dict[str, list[Link]] = {}
        for link in scene.links:
            self._links.setdefault(link.source, []).append(link)

    def of(self, fields: tuple[Field, ...], depth: int) -> Iterator[Piece]:
        for one in fields:
            if one.id in self._left_out:
                continue
            if words := self._worded(one, depth):
                yield Piece(one.id, None, words)
            for link in self._links.get(one.id, ()):
                if link.target in self._known:
                    yield Piece(one.id, link.id, _indented(self._linked(link), depth))
            yield from self.of(one.fields, depth + 1)

    def _worded(self, field: Field, depth: int) -> str:
        kind = TYPES[field.type]
        given = kind.values(field, self._told)
        if not any(value.strip() for value in given.values()):
            return ""
        values = {name: self._filled(name, value, field) for name, value in given.items()}
        lines = (fill(line, values) for line in kind.lines(field, self._told))
        told = "\n".join(line for line in lines if line)
        return _indented(told, depth) if told else ""

    def _filled(self, name: str, value: str, field: Field) -> str:
        text = self._named(value.strip(), field)
        return closed(text) if name in _CLOSED or (name == "title" and text) else text

    def _named(self, text: str, field: Field) -> str:
        """With the names that SillyTavern's {{char}} and {{user}} stand for."""

        def name(found: re.Match[str]) -> str:
            return self._owner() if found[1].lower() == "user" else self._character(field)

        return _MACRO.sub(name, text)

    def _character(self, field: Field) -> str:
        if field.type == "role":
            return field.title
        own = find(self._scene, self._told.speaker) if self._told.speaker else None
        first = next((one for one in roles(self._scene) if not _is_owners(one)), None)
        return (own or first or field).title

    def _owner(self) -> str:
        own = next((one for one in roles(self._scene) if _is_owners(one)), None)
        return own.title if own else _USER[self._scene.language]

    def _linked(self, link: Link) -> str:
        label = link.label.strip() or LINK_WORDS[self._scene.language][link.type]
        source, target = self._name(link.source), self._name(link.target)
        return closed(f"{source} → {target}: {label}")

    def _name(self, id: str) -> str:
        field = self._known[id]
        name = field.title.strip() or " ".join(whole_text(field).split())[:_LONGEST_NAME] or id
        return name.rstrip(_MARKS) or name


def here(fields: tuple[Field, ...]) -> Iterator[Field]:
    """Every field outside of child scenes."""
    for one in fields:
        yield one
        if one.type != "scene":
            yield from here(one.fields)


def _is_owners(field: Field) -> bool:
    return isinstance(field.data, Role) and field.data.played_by == "owner"


def _indented(text: str, depth: int) -> str:
    return "\n".join(INDENT * depth + line for line in text.split("\n"))
