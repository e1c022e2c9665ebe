"""The menu entry: how Timbre is opened with a double click, without a terminal."""

import shutil
import sys
from pathlib import Path

from installer.arguments import Start
from installer.files import write_whole
from installer.places import Cache, user_data
from installer.wording import words

_ENTRY = """\
[Desktop Entry]
Type=Application
Name=Timbre
GenericName=Personal assistant
GenericName[ru]=Личный помощник
Comment=An assistant whose voices learn from your own notes
Comment[ru]=Помощник, голоса которого учатся на ваших заметках
Exec={command}
Icon=timbre
Terminal=false
Categories=Utility;
StartupNotify=true
StartupWMClass=timbre
"""


def entry_file() -> Path:
    return user_data() / "applications" / "timbre.desktop"


def icon_file() -> Path:
    return user_data() / "icons" / "hicolor" / "scalable" / "apps" / "timbre.svg"


def add_once(program: Path, cache: Cache) -> None:
    """Add the entry after the first set-up; one that the owner removed stays removed.

    Where the home folder cannot be written, the program starts all the same.
    """
    if cache.entry_made.exists():
        return
    try:
        add(program)
        write_whole(cache.entry_made, str(entry_file()))
    except OSError as error:
        said = words("The menu entry could not be added: {error}", error=error)
        sys.stderr.write(said + "\n")


def add(program: Path) -> None:
    """Write the entry and its icon for the user alone; an older entry is replaced."""
    icon_file().parent.mkdir(parents=True, exist_ok=True)
    entry_file().parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(program / "resources" / "icons" / "timbre.svg", icon_file())
    # The Python that set Timbre up, not the environment's: that one may be replaced.
    python = getattr(sys, "_base_executable", sys.executable)
    command = [python, str(program / "main.py"), "--from-menu"]
    line = " ".join(quoted(argument) for argument in command)
    write_whole(entry_file(), _ENTRY.format(command=line))


def remove() -> bool:
    """Take the entry and its icon away. Whether there was one."""
    there = entry_file().exists()
    entry_file().unlink(missing_ok=True)
    icon_file().unlink(missing_ok=True)
    return there


def quoted(argument: str) -> str:
    """Quote for an Exec line: by the Desktop Entry Specification first as an argument, then
    as a string, and with the percent sign, which begins a field code, doubled."""
    for special in '\\"`$':
        argument = argument.replace(special, "\\" + special)
    return '"' + argument.replace("\\", "\\\\").replace("%", "%%") + '"'


def change(start: Start, program: Path, cache: Cache) -> int:
    """Do what ``doctor --add-entry`` or ``doctor --remove-entry`` asks."""
    cache.folder.mkdir(parents=True, exist_ok=True)
    if "--add-entry" in start.rest:
        add(program)
        said = words("The menu entry was added: {file}", file=entry_file())
    elif remove():
        said = words("The menu entry was removed: {file}", file=entry_file())
    else:
        said = words("There was no menu entry: {file}", file=entry_file())
    write_whole(cache.entry_made, str(entry_file()))
    sys.stdout.write(said + "\n")
    return 0
