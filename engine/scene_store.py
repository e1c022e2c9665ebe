"""Scenes as the catalog keeps them: read, and put together with the scenes that they name."""

from functools import partial

from adapters.catalog import scenes
from adapters.catalog.database import Catalog
from adapters.wording import phrase
from engine.scene.format.encode import text_of
from engine.scene.format.files import parse
from engine.scene.format.refusal import UnreadableError, refused
from engine.scene.model import Scene
from engine.scene.references import Kept, Load, resolved

PREFIX = "catalog:"  # what names a kept scene in a field: "catalog:7"


def scene_of(text: str, name: str = "") -> Scene:
    """The scene in a text of the catalog; ``name`` is for the owner. Raises ``UserError``."""
    try:
        return parse(text.encode())
    except UnreadableError as error:
        raise refused(name, error.why) from error


def open_kept(catalog: Catalog, scene: int) -> Scene:
    """As it is now. Raises ``UserError``, and ``LookupError`` for an unknown id."""
    return scene_of(scenes.text_of(catalog, scene), scenes.get(catalog, scene).title)


def create(catalog: Catalog, scene: Scene) -> int:
    """Keep a new scene; its id."""
    return scenes.create(catalog, scene.title, text_of(scene)).id


def save(catalog: Catalog, id: int, scene: Scene) -> None:
    """Raises ``LookupError`` for an unknown id."""
    scenes.save(catalog, id, scene.title, text_of(scene))


def source_of(scene: int) -> str:
    """What a child scene's field says to name a kept scene."""
    return f"{PREFIX}{scene}"


def from_catalog(catalog: Catalog) -> Load:
    """A ``Load`` for scenes that are kept here."""
    return partial(_kept, catalog)


def whole(catalog: Catalog, scene: Scene, id: int | None = None) -> Scene:
    """A scene with every kept scene that it names. Raises ``UserError``."""
    name = source_of(id) if id is not None else ""
    return resolved(Kept(name, scene), from_catalog(catalog))


def _kept(catalog: Catalog, source: str, _: str) -> Kept:
    number = source.removeprefix(PREFIX)
    try:
        if not source.startswith(PREFIX) or not number.isdecimal():
            raise LookupError(source)
        kept = scenes.get(catalog, int(number))
        if kept.trashed is not None:
            raise LookupError(source)
    except LookupError as error:
        raise refused(
            source,
            phrase("scene", "A child scene in it is not kept here, or was deleted."),
            phrase("scene", "Choose another scene in its field, or take it out of the trash."),
        ) from error
    return Kept(source, open_kept(catalog, kept.id))
