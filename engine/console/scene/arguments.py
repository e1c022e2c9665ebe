"""What the commands about scenes take."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

from engine.console.drawing import add_drawing, whole
from engine.console.scene import compiling, exchanging, from_play, playing, validating
from engine.messages.scenes import Next
from engine.scene.exchange.files import Form

AddCommand = Callable[..., argparse.ArgumentParser]


def add(commands: Any, command: AddCommand) -> None:
    """Add ``scene`` and its own commands; ``command`` is how the command line adds one."""
    group = command(commands, "scene", _needs_one, "make, check and exchange scenes")
    group.set_defaults(usage=group)
    acts = group.add_subparsers(metavar="COMMAND")
    _file(command(acts, "validate", validating.validate, "say what is amiss in a scene"))
    taken = _file(
        command(acts, "import", exchanging.import_scene, "make a scene of a card or lorebook")
    )
    _to(taken, "SCENE", "the scene's file; without it the scene goes to standard output")
    _add_export(acts, command)
    _add_compile(acts, command)
    play = _file(command(acts, "from-play", from_play.from_play, "make a scene of a play or chat"))
    _to(play, "SCENE", "the scene's file; without it the scene goes to standard output")
    play.add_argument(
        "--corpus", metavar="DIR", type=Path, help="write what each role says, a folder for each"
    )


def add_play(commands: Any, command: AddCommand) -> None:
    """Add ``play``."""
    play = _file(command(commands, "play", playing.play, "let the roles of a scene talk"))
    play.add_argument("--turns", metavar="N", type=whole(1, 1000), default=6, help="usual: 6")
    play.add_argument(
        "--next",
        choices=get_args(Next),
        default="in turn",
        help='who speaks next: "in turn", or whom the "model" finds fit (usual: in turn)',
    )
    play.add_argument("--say", metavar="TEXT", default="", help="what you say first")
    add_drawing(play)


def _add_export(acts: Any, command: AddCommand) -> None:
    export = _file(command(acts, "export", exchanging.export_scene, "write a scene as a card"))
    _to(export, "PATH", "must not be there yet", required=True)
    export.add_argument(
        "--format",
        choices=get_args(Form),
        help="usual: png for a .png, else that which it came as, else card-v2; world is a "
        "lorebook (World Info)",
    )
    export.add_argument("--role", metavar="NAME", help="whose card (usual: the first role)")
    export.add_argument("--picture", metavar="PNG", type=Path, help="of the card")


def _add_compile(acts: Any, command: AddCommand) -> None:
    told = _file(command(acts, "compile", compiling.compile_scene, "show the prompt of a scene"))
    told.add_argument("--role", metavar="NAME", help="who speaks")
    told.add_argument("--model", metavar="NAME", help="usual: the one that was used last")
    told.add_argument("--seed", metavar="N", type=int, default=0, help="of what comes by chance")
    told.add_argument("--budget", metavar="N", type=int, help="tokens (usual: a quarter of all)")
    told.add_argument(
        "--said", metavar="TEXT", action="append", default=[], help="a turn, oldest first"
    )


def _file(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("file", metavar="FILE", type=Path)
    return parser


def _to(parser: argparse.ArgumentParser, name: str, text: str, required: bool = False) -> None:
    parser.add_argument("--to", metavar=name, type=Path, required=required, help=text)


def _needs_one(arguments: argparse.Namespace, *_: object) -> int:
    arguments.usage.error("say what to do: validate, import, export, compile or from-play")
    raise AssertionError("argparse has ended the program")
