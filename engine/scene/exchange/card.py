"""Character cards of SillyTavern, versions 1 to 3, become scenes and come back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from adapters.wording import phrase
from engine.scene.exchange import embedded
from engine.scene.exchange.books import entries_of, fields_in
from engine.scene.exchange.card_parts import CARD, fields_of, parts_of
from engine.scene.exchange.entries import BOOK, NEW_BOOK, is_entry
from engine.scene.exchange.parts import KEPT, Values, given, kept, objects, taken
from engine.scene.exchange.worded import language_of
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Field, Scene, roles

Spec = Literal["v1", "v2", "v3"]
_TOPS: Mapping[Spec, Values] = {
    "v1": {},
    "v2": {"spec": "chara_card_v2", "spec_version": "2.0"},
    "v3": {"spec": "chara_card_v3", "spec_version": "3.0"},
}
_SPECS: Mapping[str, Spec] = {"chara_card_v2": "v2", "chara_card_v3": "v3"}
_TEXTS = ("name", "description", "personality", "scenario", "first_mes", "mes_example")
_V1: Values = dict.fromkeys(_TEXTS, "")
_V2: Values = {
    **_V1,
    **dict.fromkeys(("creator_notes", "system_prompt", "post_history_instructions"), ""),
    "alternate_greetings": [],
    "tags": [],
    "creator": "",
    "character_version": "",
    "extensions": {},
}
# What readers of each version expect to be there.
_NEW: Mapping[Spec, Values] = {"v1": _V1, "v2": _V2, "v3": {**_V2, "group_only_greetings": []}}


def is_card(values: Any) -> bool:
    if not isinstance(values, dict):
        return False
    return str(values.get("spec")) in _SPECS or {"name", "first_mes"} <= values.keys()


def scene_of(values: Values) -> Scene:
    """Raises ``UnreadableError`` for what is no card."""
    card = _Card.read(values)
    for key in _TEXTS:
        if not isinstance(card.data.get(key, ""), str):
            raise UnreadableError(phrase("scene", "“{key}” of the card is no text.", key=key))
    plain, own = embedded.believed(card.holder, lambda scene: _with_holder(scene, card))
    return own or _scene(card.holding(plain))


def card_of(scene: Scene, role: str | None = None, spec: Spec | None = None) -> Values:
    """The card's values; ``role`` is the id of whose card it is, else the first that is played.

    Without ``spec`` it is of the version that the scene came as, else of the second.
    Raises ``UnreadableError`` where there is no role.
    """
    chosen = _role(scene, role)
    card = _plain(scene, chosen, spec or _spec_of(scene) or "v2")
    whole = embedded.added(card.holder, scene, lambda holder: _scene(card.holding(holder)))
    return card.holding(whole).values()


@dataclass(frozen=True)
class _Card:
    spec: Spec
    top: Values  # beside ``data``; of version 1 nothing is
    data: Values
    copies: tuple[str, ...] = ()  # what stands at the top as well, for older programs

    @classmethod
    def read(cls, values: Values) -> "_Card":
        spec = _SPECS.get(str(values.get("spec")), "v1")
        if spec == "v1":
            return cls(spec, {}, values)
        data = values.get("data")
        if not isinstance(data, dict):
            raise UnreadableError(phrase("scene", "The card holds no data."))
        top = {key: value for key, value in values.items() if key != "data"}
        copies = tuple(k for k in _TEXTS if k in top and k in data and top[k] == data[k])
        return cls(spec, {k: v for k, v in top.items() if k not in copies}, data, copies)

    def values(self) -> Values:
        if self.spec == "v1":
            return self.data
        return {**self.top, **{key: self.data[key] for key in self.copies}, "data": self.data}

    @property
    def holder(self) -> Values:
        """Where other programs leave what they do not know."""
        if self.spec == "v1":
            return self.data
        found = self.data.get("extensions")
        return dict(found) if isinstance(found, dict) else {}

    def holding(self, holder: Values) -> "_Card":
        if self.spec == "v1":
            return replace(self, data=holder)
        if holder == self.holder:
            return self
        return replace(self, data={**self.data, "extensions": holder})


def _with_holder(scene: Scene, card: _Card) -> Values:
    """What ``believed`` compares: empty where the card says something else than the scene."""
    role = _of_name(scene, card.data.get("name"))
    wanted = _plain(scene, role, card.spec)
    plain = {k: v for k, v in card.holder.items() if k != embedded.KEY}
    return plain if wanted.values() == card.holding(plain).values() else {"": None}


def _spec_of(scene: Scene) -> Spec | None:
    """The version of the card that it came as."""
    found = kept(scene.extra).get("spec")
    return next((spec for spec in _TOPS if spec == found), None)


def _of_name(scene: Scene, name: Any) -> Field:
    return next((one for one in roles(scene) if one.title == name), _role(scene, None))


def _role(scene: Scene, id: str | None) -> Field:
    found = [one for one in roles(scene) if id is None or one.id == id]
    played = [one for one in found if one.data.played_by == "model"]  # type: ignore[attr-defined]
    if not found:
        raise UnreadableError(phrase("scene", "There is no role whose card it could be."))
    return (played or found)[0]


def _scene(card: _Card) -> Scene:
    found, rest = taken({k: v for k, v in card.data.items() if k != "character_book"}, CARD)
    book = card.data.get("character_book")
    entries = fields_in(book.get("entries", []), BOOK) if isinstance(book, dict) else ()
    own: Values = {"spec": card.spec, "top": card.top, "copies": list(card.copies), "data": rest}
    if isinstance(book, dict):
        own["book"] = {key: value for key, value in book.items() if key != "entries"}
        if isinstance(book.get("entries"), dict):
            own["named"] = True
    elif "character_book" in card.data:
        own["data"]["character_book"] = book
    language = language_of(*(v for v in found.values() if isinstance(v, str)))
    return Scene(found["name"], language, (*fields_of(found), *entries), extra={KEPT: own})


def _plain(scene: Scene, role: Field, spec: Spec) -> _Card:
    own = kept(scene.extra)
    lore = [one for one in scene.fields if is_lore(one, role)]
    data = given(objects(own, "data", _NEW[spec]), CARD, parts_of(scene, role, lore))
    if lore or "book" in own:
        data["character_book"] = _book(scene, lore, own)
    if own.get("spec") == spec:
        copies = own.get("copies")
        named = tuple(key for key in copies if key in data) if isinstance(copies, list) else ()
        return _Card(spec, objects(own, "top"), data, named)
    return _Card(spec, dict(_TOPS[spec]), _NEW[spec] | data)


def _book(scene: Scene, lore: list[Field], own: Values) -> Values:
    entries = entries_of(scene, lore, BOOK, NEW_BOOK, "insertion_order")
    book = objects(own, "book", {"extensions": {}})
    return book | {"entries": entries if own.get("named") is True else list(entries.values())}


def is_lore(field: Field, role: Field) -> bool:
    """Whether a field stands in the card's book: it came from one, or waits to be mentioned."""
    return field.id != role.id and (is_entry(field) or field.when.mode != "always")
