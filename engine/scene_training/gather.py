"""The scenes of a folder, and why a file of it gives none."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from adapters.catalog.folding import fold
from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.scene.exchange.files import import_scene
from engine.scene.exchange.play import open_play
from engine.scene.format.decode import scene_of
from engine.scene.format.refusal import UnreadableError
from engine.scene.model import Scene
from engine.scene.references import Kept, from_files, resolved
from engine.scene_training.played import Played, of_part, of_scene, without_said

_SCENES = (".json", ".yaml", ".yml", ".png")
_PLAYS = (".txt", ".md", ".fountain", ".json", ".jsonl")


@dataclass(frozen=True)
class SkippedFile:
    path: str  # relative to the folder
    reason: Phrase


@dataclass(frozen=True)
class Corpus:
    played: tuple[Played, ...]
    skipped: tuple[SkippedFile, ...]


def gather(folder: Path) -> Generator[int, None, Corpus]:
    """Read all files; yields the number of each, so that others have their turn between."""
    found: list[Played] = []
    skipped: list[SkippedFile] = []
    seen: dict[object, str] = {}
    for number, path in enumerate(_files(folder), 1):
        name = path.relative_to(folder).as_posix()
        try:
            played = _read(path, name)
        except UserError as error:
            skipped.append(SkippedFile(name, error.why))
        else:
            kept = [one for one in played if seen.setdefault(_heard(one), one.name) == one.name]
            found += kept
            if not kept:
                skipped.append(SkippedFile(name, _why(played, seen)))
        yield number
    said = {fold(one.text) for played in found for one in played.said}
    return Corpus(tuple(without_said(one, said) for one in found), tuple(skipped))


def _files(folder: Path) -> Iterator[Path]:
    """Hidden ones are nobody's scenes."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def _read(path: Path, name: str) -> list[Played]:
    """As a scene or a card, else as a play or a chat. Raises ``UserError``."""
    ending = path.suffix.lower()
    if ending not in (*_SCENES, *_PLAYS):
        raise _no_scene()
    if ending in _SCENES:
        try:
            return of_scene(_whole(path), name)
        except UserError:
            if ending not in _PLAYS:
                raise
    parts = open_play(path)
    return [
        of_part(part, name if len(parts) == 1 else f"{name} {number}", _scene(part.scene))
        for number, part in enumerate(parts, 1)
    ]


def _whole(path: Path) -> Scene:
    return resolved(Kept(str(path), import_scene(path)), from_files)


def _scene(values: object) -> Scene | None:
    """The scene that a chat was played in, where its file holds one that can be read."""
    try:
        return scene_of(values) if values is not None else None
    except UnreadableError:
        return None


def _heard(played: Played) -> object:
    return tuple((fold(one.name), fold(one.text)) for one in played.said)


def _why(played: list[Played], seen: dict[object, str]) -> Phrase:
    if not played:
        return phrase("scene", "Nobody speaks in it.")
    return phrase("scene", "The same is said in “{name}”.", name=seen[_heard(played[0])])


def _no_scene() -> UserError:
    why = phrase("scene", "It is neither a scene, a card, a play nor a chat.")
    return UserError(phrase("scene", "This file teaches no role."), why, why)
