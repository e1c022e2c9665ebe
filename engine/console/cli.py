"""The command line: what each command takes, and how each may end."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from adapters.errors import UserError
from engine.console import asking, listing, screen, training
from engine.console.work import Stopped
from engine.failures import Failures
from engine.messages import Sampling
from engine.owner import Makers, leave_if_stuck
from engine.places import Places

CLOSED_PIPE = 141  # as a program that SIGPIPE ended


def main(argv: Sequence[str], places: Places, makers: Makers | None = None) -> int:
    """Do one command; the exit status: 0 done, 1 failed, 2 wrong usage, 130 stopped."""
    arguments = parser().parse_args(argv)
    if arguments.data_dir is not None:
        places = replace(places, data=arguments.data_dir.absolute())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter is no failure
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
    except BrokenPipeError:  # as with "ask ... | head -1"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except Exception as error:
        screen.print_error(Failures(places.log).as_user_error(error))
        return 1


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    whole = argparse.ArgumentParser(prog="main.py", description="Timbre from the command line.")
    whole.set_defaults(data_dir=None)
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    _add_ask(commands)
    _add_train(commands)
    for name, do in listing.COMMANDS.items():
        _command(commands, name, do, f"list the {name}")
    return whole


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _command(
    commands: Commands, name: str, do: Callable[..., int], text: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text)
    command.add_argument("--json", action="store_true", help="one object on standard output")
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
    ask = _command(commands, "ask", asking.ask, "ask one question")
    usual = Sampling()
    ask.add_argument("text", help='the question; "-" reads it from standard input')
    ask.add_argument("--voice", metavar="NAME", help="who answers; without it, the base model")
    ask.add_argument(
        "--strength",
        metavar="S",
        type=_number(0.0, 2.0),
        default=1.0,
        help="of the voice, 0 to 2 (usual: 1)",
    )
    ask.add_argument(
        "--seed", metavar="N", type=_whole(0, 2**63 - 1), help="the same seed, the same answer"
    )
    ask.add_argument(
        "--max-tokens",
        metavar="N",
        type=_whole(1, 1_000_000),
        help=f"the longest answer (usual: {usual.max_tokens})",
    )
    ask.add_argument(
        "--temperature",
        metavar="T",
        type=_number(0.0, 2.0),
        help=f"0 takes the likeliest word (usual: {usual.temperature})",
    )
    ask.add_argument("--top-p", metavar="P", type=_number(0.0, 1.0))
    ask.add_argument("--top-k", metavar="K", type=_whole(0, 1_000_000))
    ask.add_argument("--min-p", metavar="P", type=_number(0.0, 1.0))
    ask.add_argument("--repetition-penalty", metavar="R", type=_number(1.0, 2.0))


def _add_train(commands: Commands) -> None:
    train = _command(commands, "train", _train, "train a voice from a folder of notes")
    train.add_argument("folder", nargs="?", metavar="FOLDER", help="with .md, .txt, .html files")
    train.add_argument("--name", help="of the voice")
    train.add_argument("--resume", metavar="RUN", type=_whole(1, 2**63 - 1), help="go on")
    train.add_argument("--seed", metavar="N", type=_whole(0, 2**31 - 1))
    train.add_argument(
        "--checkpoint-every",
        metavar="N",
        type=_whole(1, 1_000_000),
        help="steps (usual: every 30 s of work)",
    )
    train.add_argument("--rank", metavar="N", type=int)
    train.add_argument("--alpha", metavar="N", type=int)
    train.add_argument(
        "--targets", metavar="LIST", help="light (q and v), rich (all), or names with commas"
    )
    train.add_argument("--learning-rate", metavar="X", type=float)
    train.add_argument("--epochs", metavar="X", type=float)
    train.add_argument("--max-length", metavar="N", type=int, help="of an example, in tokens")
    train.set_defaults(usage=train)


def _train(arguments: argparse.Namespace, places: Places, makers: Makers) -> int:
    new = arguments.folder is not None
    if new == (arguments.resume is not None):
        arguments.usage.error("give either FOLDER with --name NAME, or --resume RUN")
    if new and not (arguments.name or "").strip():
        arguments.usage.error("a new voice needs --name NAME")
    return training.train(arguments, places, makers)


def _number(low: float, high: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g}")
        return value

    return number


def _whole(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low} and {high}")
        return value

    return number
