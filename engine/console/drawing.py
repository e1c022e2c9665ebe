"""How the next token is drawn, as commands that speak take it."""

import argparse
from collections.abc import Callable
from dataclasses import fields, replace

from engine.messages import Sampling


def add_drawing(command: argparse.ArgumentParser) -> None:
    """Add an option for each value of ``Sampling``; without them it is drawn as the owner set."""
    usual = Sampling()
    command.add_argument(
        "--seed", metavar="N", type=whole(0, 2**63 - 1), help="the same seed, the same answer"
    )
    command.add_argument(
        "--max-tokens",
        metavar="N",
        type=whole(1, 1_000_000),
        help=f"the longest answer (usual: {usual.max_tokens})",
    )
    command.add_argument(
        "--temperature",
        metavar="T",
        type=number(0.0, 2.0),
        help="0 takes the likeliest word (usual: as set, or as the model's makers advise)",
    )
    command.add_argument("--top-p", metavar="P", type=number(0.0, 1.0))
    command.add_argument("--top-k", metavar="K", type=whole(0, 1_000_000))
    command.add_argument("--min-p", metavar="P", type=number(0.0, 1.0))
    command.add_argument("--repetition-penalty", metavar="R", type=number(1.0, 2.0))


def number(low: float, high: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low:g} and {high:g}")
        return value

    return number


def whole(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not between {low} and {high}")
        return value

    return number


def sampling(arguments: argparse.Namespace, usual: Sampling) -> Sampling:
    """The owner's usual way to draw, with what the command line says otherwise."""
    names = [each.name for each in fields(Sampling)]
    said = {name: getattr(arguments, name) for name in names}
    return replace(usual, **{name: value for name, value in said.items() if value is not None})
