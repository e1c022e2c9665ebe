"""``scene from-play``: a scene of a play, a transcript or a chat, and a corpus for each role."""

import re
from argparse import Namespace
from pathlib import Path

from adapters.errors import UserError
from adapters.wording import phrase
from engine.chats.corpus import corpus
from engine.chats.play import Part
from engine.console.scene.output import give, new_file
from engine.owner import Makers
from engine.places import Places
from engine.scene.exchange import play
from engine.scene.model import roles

_NO_FILE_NAME = re.compile(r"[^\w -]")


def from_play(arguments: Namespace, _: Places, __: Makers) -> int:
    """Make the scene, and with ``--corpus`` a folder that each role can be trained from."""
    parts = play.open_play(arguments.file)
    scene = play.scene_of(parts, arguments.file.stem)
    names = [role.title for role in roles(scene)]
    written = _write(parts, names, arguments.corpus) if arguments.corpus else {}
    said = [
        {
            "name": name,
            "turns": sum(turn.speaker == name for part in parts for turn in part.turns),
            "corpus": str(written[name]) if name in written else None,
        }
        for name in names
    ]
    give(scene, arguments.to, arguments.json, roles=said)
    return 0


def _write(parts: tuple[Part, ...], names: list[str], folder: Path) -> dict[str, Path]:
    """One folder for each role, since a training takes all that its folder holds."""
    written: dict[str, Path] = {}
    for number, name in enumerate(names, 1):
        plain = _NO_FILE_NAME.sub("_", name).strip() or f"role {number}"
        own = folder.expanduser().absolute() / plain
        if own in written.values():
            own = own.with_name(f"{plain} {number}")
        try:
            own.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _no_folder(own, error) from error
        new_file(own / "lines.jsonl", corpus(parts, name).encode())
        written[name] = own
    return written


def _no_folder(path: Path, error: OSError) -> UserError:
    return UserError(
        phrase("console", "The folder {path} cannot be made.", path=str(path)),
        phrase("console", "The system says: {error}.", error=error.strerror or str(error)),
        phrase("console", "Choose another place."),
    )
