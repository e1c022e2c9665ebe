"""Libraries of the system: found missing before Qt would abort, with the way to mend it."""

import os
from pathlib import Path

import pytest

from installer import libraries, packages
from installer.libraries import QT, WAYLAND, X11, Library
from installer.problem import SetupError

ABSENT = (
    Library("libno-such-thing.so.7", "libno-such-thing7", "no-such-thing"),
    Library("libnor-this.so.1", "libnor-this1", "nor-this"),
)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one who may not install packages."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def only_program(monkeypatch: pytest.MonkeyPatch, folder: Path, name: str) -> None:
    """A system whose one program is this package manager."""
    program = folder / name
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_missing_ones_are_named() -> None:
    there = Library("libc.so.6", "libc6", "glibc")
    assert libraries.missing((there, *ABSENT)) == list(ABSENT)
    libraries.require((there,))


@pytest.mark.usefixtures("nobody")
@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "sudo apt-get install libno-such-thing7 libnor-this1"),
        ("pacman", "sudo pacman -S no-such-thing nor-this"),
        ("dnf", "sudo dnf install 'libno-such-thing.so.7()(64bit)' 'libnor-this.so.1()(64bit)'"),
        ("zypper", "sudo zypper install 'libno-such-thing.so.7()(64bit)' "),
    ],
)
def test_the_exact_command_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, manager: str, command: str
) -> None:
    only_program(monkeypatch, tmp_path, manager)
    monkeypatch.setenv("LC_ALL", "C")
    with pytest.raises(SetupError) as told:
        libraries.require(ABSENT)
    assert "libno-such-thing.so.7, libnor-this.so.1" in str(told.value)
    assert command in str(told.value)


def test_as_root_on_debian_they_are_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """apt-get is one that writes down what it was asked for, since nothing shall be installed."""
    asked = tmp_path / "asked"
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $@" >> {asked}\n')
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert packages.can_install()
    with pytest.raises(SetupError, match="apt-get install libno-such-thing7 libnor-this1"):
        libraries.require(ABSENT)  # it is told where the installing did not help
    said = asked.read_text()
    assert "noninteractive update" in said
    assert "libno-such-thing7 libnor-this1" in said


@pytest.mark.parametrize(
    ("variables", "needed"),
    [
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, QT),
        ({"DISPLAY": ":0"}, QT + X11),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, QT + X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, QT + WAYLAND),
    ],
)
def test_only_the_displays_own_are_needed(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    needed: tuple[Library, ...],
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, variables.get(name, ""))
    assert libraries.for_window() == needed
