"""Where a scene goes that a command has made."""

from pathlib import Path
from typing import Any

from adapters.errors import UserError
from adapters.wording import phrase
from engine.console import screen
from engine.scene.format import encode, files
from engine.scene.model import Scene, walk


def new_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises ``UserError``."""
    if path.exists() or path.is_symlink():
        raise UserError(
            phrase("console", "“{path}” is there already.", path=str(path)),
            phrase("console", "Nothing that is there is written over."),
            phrase("console", "Choose another name."),
        )
    files.write(path, data)


def give(scene: Scene, to: Path | None, as_json: bool, **more: Any) -> None:
    """To a file, or whole to standard output; ``more`` is said in JSON as well."""
    path = to.expanduser().absolute() if to is not None else None
    if path is not None:
        new_file(path, encode.text_of(scene).encode())
    if as_json:
        screen.print_json(_summary(scene, path) | more)
    elif path is None:
        print(screen.printable(encode.text_of(scene)), end="", flush=True)
    else:
        screen.say(phrase("console", "“{name}” lies in {path}.", name=scene.title, path=str(path)))


def _summary(scene: Scene, path: Path | None) -> dict[str, object]:
    said: dict[str, object] = {
        "title": scene.title,
        "language": scene.language,
        "fields": sum(1 for _ in walk(scene.fields)),
        "links": len(scene.links),
        "path": str(path) if path else None,
    }
    return said if path else said | {"scene": encode.values_of(scene)}
