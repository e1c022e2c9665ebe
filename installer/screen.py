"""Showing things on the screen while there is no Qt: in a small window, else in a terminal."""

import shutil
import subprocess

from installer.report import ConsoleReport, Report
from installer.wording import words

# Terminals and the option after which each takes a command.
_TERMINALS = (
    ("x-terminal-emulator", "-e"),
    ("gnome-terminal", "--"),
    ("kgx", "--"),
    ("konsole", "-e"),
    ("xfce4-terminal", "-x"),
    ("foot", "--"),
    ("xterm", "-e"),
)
_SHOW_AND_WAIT = 'printf "%s\\n\\n%s" "$1" "$2"; read -r _; exit 0'


def show(sentence: str) -> None:
    """Show a sentence until the owner has read it."""
    if not _in_window(sentence):
        _in_terminal(sentence)


def report() -> Report:
    """Where the progress of a set-up is shown."""
    try:
        from installer import window  # noqa: PLC0415  # as below
    except ImportError:
        return ConsoleReport()
    return window.window_report() or ConsoleReport()


def _in_window(sentence: str) -> bool:
    try:
        # Not every Python has tkinter.
        from installer import window  # noqa: PLC0415
    except ImportError:
        return False
    return window.show_problem(sentence)


def _in_terminal(sentence: str) -> None:
    """Open the first terminal that is there; it stays until Enter is pressed."""
    for name, option in _TERMINALS:
        if path := shutil.which(name):
            last = words("Press Enter to close this window.")
            command = [path, option, "sh", "-c", _SHOW_AND_WAIT, "timbre", sentence, last]
            if subprocess.run(command, check=False).returncode == 0:
                return
