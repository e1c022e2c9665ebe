"""What the command line asks for, read before anything is set up."""

import sys
from dataclasses import dataclass
from pathlib import Path

from installer.places import user_data

CONSOLE = ("ask", "train", "voices", "models", "runs", "chats", "scene", "play")
TEST = "test"
COMMANDS = (*CONSOLE, "doctor", "bench", TEST, "help")
WINDOW = ""

USAGE = """\
python3 main.py                 open Timbre (in the terminal where there is no display)
python3 main.py test [...]      run the tests; what follows goes to pytest (--real, --slow, -k)
python3 main.py ask "..." [--voice NAME --strength S --seed N --max-tokens N]
python3 main.py ask "..." --scene FILE [--role NAME]
python3 main.py train FOLDER --name NAME [--seed N --checkpoint-every N], or --resume RUN
python3 main.py train --from-scenes FOLDER [--role NAME ...]
python3 main.py voices | models | runs
python3 main.py voices export NAME --to PATH [--format peft|peft-zip|gguf|archive]
python3 main.py voices import PATH [--name NAME]
python3 main.py chats
python3 main.py chats export CHAT --to PATH [--format markdown|json]
python3 main.py chats import PATH
python3 main.py scene validate | import | export | compile | from-play FILE
python3 main.py play FILE [--turns N --next "in turn"|model --say TEXT --seed N]
python3 main.py doctor [--add-entry | --remove-entry]
python3 main.py bench NAME [--quick] [--json [FILE]]

All but test take --json (one object on standard output).
--data-dir DIR works anywhere on the line: another folder for voices and conversations.
"""


@dataclass(frozen=True)
class Start:
    """One start of the program."""

    command: str  # one of COMMANDS, or WINDOW
    rest: tuple[str, ...]
    data: Path  # absolute
    from_menu: bool = False  # no terminal is there to read what is said


def read(arguments: list[str]) -> Start:
    """Read the arguments after main.py; ends the program where they mean nothing."""
    rest = list(arguments)
    data = _take_data_dir(rest) or user_data() / "timbre"
    from_menu = "--from-menu" in rest
    if from_menu:
        rest.remove("--from-menu")
    command = rest.pop(0) if rest else WINDOW
    if command in ("-h", "--help"):
        command = "help"
    if command not in (WINDOW, *COMMANDS):
        _give_up(f"There is no command {command}.\n\n{USAGE}")
    return Start(command, tuple(rest), data.absolute(), from_menu)


def is_about_entry(start: Start) -> bool:
    """Whether only the menu entry is to be changed, for which nothing needs to be set up."""
    return bool({"--add-entry", "--remove-entry"} & set(start.rest))


def print_usage() -> int:
    sys.stdout.write(USAGE)
    return 0


def _take_data_dir(rest: list[str]) -> Path | None:
    """Take ``--data-dir DIR`` out of the arguments, wherever it stands before a ``--``."""
    end = rest.index("--") if "--" in rest else len(rest)
    for place, argument in enumerate(rest[:end]):
        if argument.startswith("--data-dir="):
            del rest[place]
            return Path(argument.partition("=")[2])
        if argument == "--data-dir":
            if place + 1 >= end:
                _give_up("--data-dir needs a folder.\n")
            folder = rest[place + 1]
            del rest[place : place + 2]
            return Path(folder)
    return None


def _give_up(text: str) -> None:
    sys.stderr.write(text)
    raise SystemExit(2)
