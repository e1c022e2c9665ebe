"""``scene import`` and ``scene export``: cards and lorebooks of SillyTavern."""

from argparse import Namespace
from pathlib import Path

from adapters.wording import phrase
from engine.console import screen
from engine.console.scene.input import scene_in
from engine.console.scene.output import give, new_file
from engine.console.scene.roles import role_named
from engine.owner import Makers
from engine.places import Places
from engine.scene.exchange import files
from engine.scene.exchange.parts import kept
from engine.scene.exchange.png import LARGEST
from engine.scene.format.reading import read_bytes
from engine.scene.format.refusal import UnreadableError, refused
from engine.scene.model import Scene


def import_scene(arguments: Namespace, _: Places, __: Makers) -> int:
    """Make a scene of a file. Raises ``UserError``."""
    give(files.import_scene(arguments.file), arguments.to, arguments.json)
    return 0


def export_scene(arguments: Namespace, _: Places, __: Makers) -> int:
    """Write a scene in a form that others read. Raises ``UserError``."""
    scene = scene_in(arguments.file)
    form = arguments.format or _usual(scene, arguments.to)
    role = role_named(scene, arguments.role)
    path = arguments.to.expanduser().absolute()
    try:
        picture = read_bytes(arguments.picture, LARGEST) if arguments.picture else None
        data = files.exported(scene, form, role.id if role else None, picture)
    except UnreadableError as error:
        step = phrase("console", "Choose another role, picture or format.")
        raise refused((arguments.picture or arguments.file).name, error.why, step) from error
    new_file(path, data)
    if arguments.json:
        screen.print_json({"path": str(path), "format": form, "bytes": len(data)})
    else:
        screen.say(phrase("console", "“{name}” lies in {path}.", name=scene.title, path=str(path)))
    return 0


def _usual(scene: Scene, to: Path) -> files.Form:
    if to.suffix.lower() == ".png":
        return "png"
    own = kept(scene.extra)
    forms: dict[object, files.Form] = {"v1": "card-v1", "v3": "card-v3"}
    return "world" if "world" in own else forms.get(own.get("spec"), "card-v2")
