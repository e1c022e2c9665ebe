"""What must hold before a set-up begins; each failure is one clear sentence."""

import importlib.util
import os
import shutil
import sys
from pathlib import Path

from installer import packages
from installer.problem import SetupError
from installer.recipe import Sizes
from installer.report import Report
from installer.wording import gigabytes, words

OLDEST = (3, 11)  # main.py says it again, before anything here can be read by an older Python
NEWEST = (3, 14)


def python_version(version: tuple[int, int] = sys.version_info[:2]) -> None:
    if OLDEST <= version <= NEWEST:
        return
    raise SetupError(
        words(
            "Timbre runs on Python {oldest} to {newest}, and this is Python {version}."
            " Start it with one of those: python{newest} main.py",
            oldest="{}.{}".format(*OLDEST),
            newest="{}.{}".format(*NEWEST),
            version="{}.{}".format(*version),
        )
    )


def venv(report: Report) -> None:
    """Debian and Ubuntu keep the module that makes environments in a package of its own."""
    if _can_make_environments():
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if sys.base_prefix == "/usr" and packages.can_install():
        packages.install([package], report)
        importlib.invalidate_caches()
        if _can_make_environments():
            return
    raise SetupError(
        words(
            "This Python has no venv and pip to make an environment with."
            " Install them, for example with: {command}",
            command=packages.command([package]) or f"sudo apt-get install {package}",
        )
    )


def _can_make_environments() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def writable(folder: Path) -> None:
    """Make the folder. Raises ``SetupError`` where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        allowed = os.access(folder, os.W_OK | os.X_OK)
    except OSError:
        allowed = False
    if not allowed:
        raise SetupError(
            words(
                "Timbre cannot write to {folder}. Make it writable,"
                " or set XDG_CACHE_HOME to a folder that is.",
                folder=folder,
            )
        )


def space(folder: Path, sizes: Sizes) -> None:
    free = shutil.disk_usage(folder).free
    if free < sizes.needed:
        raise SetupError(
            words(
                "The set-up needs {needed} of disk space, and {free} are free in {folder}."
                " Free some space and start again.",
                needed=gigabytes(sizes.needed),
                free=gigabytes(free),
                folder=folder,
            )
        )
