"""Packages of the operating system: installed where that is allowed, else told as a command."""

import os
import shutil
import subprocess

from installer.report import Report
from installer.wording import words


def can_install() -> bool:
    """Only as root on Debian, Ubuntu and the like: there it is certain what to do."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(names: list[str], report: Report) -> None:
    """Install with apt-get. Whether it worked, the caller sees by looking again."""
    report.say(words("Installing system packages: {names}", names=" ".join(names)))
    variables = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (
        ["update", "-q"],
        ["install", "-q", "-y", "--no-install-recommends", *names],
    ):
        # Standard output may be a command's JSON, so all that apt says goes to standard error.
        subprocess.run(
            ["apt-get", *arguments], env=variables, stdin=subprocess.DEVNULL, stdout=2, check=False
        )


def command(names: list[str]) -> str | None:
    """The command that installs Debian packages here, None where the system is another."""
    if shutil.which("apt-get") is None:
        return None
    sudo = "" if os.geteuid() == 0 else "sudo "
    return f"{sudo}apt-get install {' '.join(names)}"
