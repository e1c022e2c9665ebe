"""The command line: what each command takes, and how each may end."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from adapters.errors import UserError
from adapters.voice.exchange.recognise import Form
from adapters.voice.options import SIZES
from engine.console import (
    asking,
    chats,
    exchange,
    listing,
    scene_training,
    screen,
    training,
    versions,
    words,
)
from engine.console.drawing import add_drawing, number, whole
from engine.console.scene import arguments as scene
from engine.console.work import Stopped
from engine.failures import Failures
from engine.owner import Makers, leave_if_stuck
from engine.places import Places
from engine.settings import Settings


def main(argv: Sequence[str], places: Places, makers: Makers | None = None) -> int:
    """Do one command; the exit status: 0 done, 1 failed, 2 wrong usage, 130 stopped."""
    arguments = parser().parse_args(argv)
    if arguments.data_dir is not None:
        places = replace(places, data=arguments.data_dir.absolute())
    screen.bear_any_letter()
    words.speak(Settings.load(places.settings).language)
    code = _done(arguments, places, makers or Makers())
    leave_if_stuck(code)
    return code


def _done(arguments: argparse.Namespace, places: Places, makers: Makers) -> int:
    try:
        return int(arguments.do(arguments, places, makers))
    except UserError as error:
        screen.print_error(error)
        return 1
    except Stopped as stopped:
        return stopped.code
    except BrokenPipeError:
        return screen.reader_has_gone()
    except Exception as error:
        screen.print_error(Failures(places.log).as_user_error(error))
        return 1


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    program = argparse.ArgumentParser(prog="main.py", description="Timbre from the command line.")
    program.set_defaults(data_dir=None, json=False)
    commands = program.add_subparsers(required=True, metavar="COMMAND")
    _add_ask(commands)
    _add_train(commands)
    for name, do in listing.COMMANDS.items():
        listed = _command(commands, name, do, f"list the {name}")
        if name == "voices":
            _add_exchange(listed)
    chats.add(commands, _command)
    scene.add(commands, _command)
    scene.add_play(commands, _command)
    return program


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(
    commands: Commands, name: str, do: Callable[..., int], text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="one object on standard output",
    )
    command.add_argument(
        "--data-dir",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help="another folder for voices and conversations",
    )
    command.set_defaults(do=do)
    return command


def _add_ask(commands: Commands) -> None:
    ask = _command(commands, "ask", _ask, "ask one question")
    ask.set_defaults(usage=ask)
    ask.add_argument("text", help='the question; "-" reads it from standard input')
    ask.add_argument(
        "--voice",
        metavar="NAME",
        action="append",
        default=[],
        help="who answers, a voice or a blend; several voices blend; without it, the base model",
    )
    ask.add_argument(
        "--strength",
        metavar="S",
        type=number(0.0, 2.0),
        action="append",
        default=[],
        help="of the voice, 0 to 2 (usual: 1); with several voices, one for each, in their order",
    )
    add_drawing(ask)
    ask.add_argument("--scene", metavar="FILE", type=Path, help="ask a role of this scene")
    ask.add_argument("--role", metavar="NAME", help="which one, where it has several")


def _ask(arguments: argparse.Namespace, places: Places, makers: Makers) -> int:
    strengths, names = arguments.strength, arguments.voice
    if arguments.scene is not None and names:
        arguments.usage.error("in a scene each role speaks in its own voice: leave out --voice")
    if arguments.role is not None and arguments.scene is None:
        arguments.usage.error("--role needs --scene")
    if len(names) > 1 and len(strengths) not in (0, len(names)):
        arguments.usage.error("give one --strength for each --voice, or none at all")
    return asking.ask(arguments, places, makers)


def _add_train(commands: Commands) -> None:
    train = _command(commands, "train", _train, "train a voice from a folder of notes")
    train.add_argument("folder", nargs="?", metavar="FOLDER", help="with .md, .txt, .html files")
    train.add_argument("--name", help="of the voice")
    _add_from_scenes(train)
    train.add_argument(
        "--on",
        action="store_true",
        help="let the voice of that name learn what is new, as its next version; without FOLDER "
        "from the folder that it learned from",
    )
    train.add_argument("--resume", metavar="RUN", type=whole(1, 2**63 - 1), help="go on")
    train.add_argument(
        "--prompt", metavar="TEXT", help="answered on the way (usual: a heading of the notes)"
    )
    train.add_argument("--seed", metavar="N", type=whole(0, 2**31 - 1))
    train.add_argument(
        "--checkpoint-every",
        metavar="N",
        type=whole(1, 1_000_000),
        help="steps (usual: every 30 s of work)",
    )
    train.add_argument("--rank", metavar="N", type=int)
    train.add_argument("--alpha", metavar="N", type=int)
    layers = train.add_mutually_exclusive_group()
    layers.add_argument(
        "--size", choices=list(SIZES), help="how much of the model the voice changes"
    )
    layers.add_argument("--targets", metavar="LIST", help="names of layers, with commas")
    train.add_argument(
        "--cover-rare-themes",
        action="store_true",
        help="teach as much of each theme of the notes, however rare it is",
    )
    train.add_argument(
        "--weigh-rare-themes",
        action="store_true",
        help="draw notes as they are, and weigh their loss so that each theme counts as much",
    )
    train.add_argument("--learning-rate", metavar="X", type=float)
    train.add_argument("--epochs", metavar="X", type=float)
    train.add_argument("--max-length", metavar="N", type=int, help="of an example, in tokens")
    train.set_defaults(usage=train)


def _add_from_scenes(train: argparse.ArgumentParser) -> None:
    train.add_argument(
        "--from-scenes",
        metavar="FOLDER",
        help="scenes, character cards, plays and chats instead of notes: a voice for each role",
    )
    train.add_argument(
        "--role",
        metavar="NAME",
        action="append",
        default=[],
        help="of the scenes; may be given again (usual: all with enough lines)",
    )


def _add_exchange(voices: argparse.ArgumentParser) -> None:
    acts = voices.add_subparsers(metavar="COMMAND")
    export = _command(acts, "export", exchange.export_voice, "write a voice to a file or folder")
    export.add_argument("voice", metavar="NAME", help="of the voice")
    export.add_argument(
        "--format",
        choices=[form.value for form in Form],
        default=Form.ARCHIVE.value,
        help="peft (a folder), peft-zip, gguf, or archive: the only one with all versions, "
        "history and the names of the notes (usual: archive)",
    )
    export.add_argument("--to", metavar="PATH", required=True, help="must not be there yet")
    taken = _command(acts, "import", exchange.import_voice, "take in a voice from elsewhere")
    taken.add_argument(
        "path", metavar="PATH", help="a PEFT folder or zip, a GGUF adapter, or an archive"
    )
    taken.add_argument("--name", help="another than its own")
    _add_versions(acts)


def _add_versions(acts: Commands) -> None:
    listed = _command(acts, "versions", versions.list_versions, "list the versions of a voice")
    deleted = _command(
        acts, "delete-version", versions.delete_version, "move a version to the trash"
    )
    for command in (listed, deleted):
        command.add_argument("voice", metavar="NAME", help="of the voice")
    deleted.add_argument(
        "number", metavar="N", type=whole(1, 2**31 - 1), help="of the version, as listed"
    )


def _train(arguments: argparse.Namespace, places: Places, makers: Makers) -> int:
    if arguments.from_scenes is not None:
        if arguments.folder or arguments.name or arguments.on or arguments.resume:
            arguments.usage.error("--from-scenes takes no other FOLDER, --name, --on or --resume")
        return scene_training.train(arguments, places, makers)
    if arguments.role:
        arguments.usage.error("--role is for --from-scenes")
    new = arguments.folder is not None or arguments.on
    if new == (arguments.resume is not None):
        arguments.usage.error("give either FOLDER with --name NAME, or --resume RUN")
    if new and not (arguments.name or "").strip():
        arguments.usage.error("say which voice it is: --name NAME")
    return training.train(arguments, places, makers)
