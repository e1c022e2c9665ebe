"""The menu entry: written, quoted, removed, and started as a desktop would."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.entry import entry_file, icon_file, quoted
from tests.installer.borrowed import REAL_CACHE, ROOT, Installation, borrow
from tests.installer.small_setup import SmallSetup
from tests.installer.test_refused import python_home_without

SECONDS = 90


@dataclass(frozen=True)
class Screen:
    """An X display of its own with a window manager."""

    variables: dict[str, str]

    def start(self, command: list[str], **variables: str) -> "subprocess.Popen[str]":
        """Start as a desktop does: no terminal, the home folder, this display."""
        return subprocess.Popen(
            command,
            env=os.environ | self.variables | {"LC_ALL": "C.UTF-8"} | variables,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def wait_for_window(self, title: str) -> str:
        return self._xdotool("search", "--sync", "--onlyvisible", "--name", title).split()[0]

    def close_window(self, window: str) -> None:
        """Ask for it with the window manager's key, as a person does."""
        self._xdotool("windowactivate", "--sync", window, "key", "alt+F4")

    def _xdotool(self, *arguments: str) -> str:
        return subprocess.run(
            ["xdotool", *arguments],
            env=os.environ | self.variables,
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
        ).stdout


@pytest.fixture
def screen() -> Iterator[Screen]:
    if not all(shutil.which(name) for name in ("Xvfb", "openbox", "xdotool")):
        pytest.skip("needs Xvfb, openbox and xdotool")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as number:
        display = f":{number.readline().strip()}"
    variables = {"DISPLAY": display, "QT_QPA_PLATFORM": "", "WAYLAND_DISPLAY": ""}
    manager = subprocess.Popen(["openbox"], env=os.environ | variables, stderr=subprocess.DEVNULL)
    yield Screen(variables)
    for process in (manager, server):
        process.terminate()
        process.wait()


def read_entry(file: Path) -> dict[str, str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines[1:])


def read_exec(line: str) -> list[str]:
    """Read an Exec line as a desktop does: the string's escapes, then quotes, then codes."""
    text = re.sub(r"\\(.)", r"\1", line)
    arguments = re.findall(r'"((?:[^"\\]|\\.)*)"', text)
    return [re.sub(r"\\(.)", r"\1", argument).replace("%%", "%") for argument in arguments]


@pytest.mark.parametrize("path", ["/a/b", "/a b/c", '/q"u', "/back\\slash", "/$HOME/`x`/50%/'"])
def test_any_path_comes_back_from_the_exec_line(path: str) -> None:
    assert read_exec(f"{quoted('/usr/bin/python3')} {quoted(path)}") == ["/usr/bin/python3", path]


def test_added_once_and_removed_for_good(installation: Installation) -> None:
    assert installation.run("runs").returncode == 0
    entry = read_entry(entry_file())
    assert entry["Name"] == "Timbre"
    assert entry["Terminal"] == "false"
    assert read_exec(entry["Exec"]) == installation.command("--from-menu")
    assert icon_file().read_bytes() == (ROOT / "resources" / "icons" / "timbre.svg").read_bytes()

    removed = installation.run("doctor", "--remove-entry")
    assert removed.returncode == 0
    assert not entry_file().exists()
    assert not icon_file().exists()
    installation.run("runs")
    assert not entry_file().exists()

    installation.run("doctor", "--add-entry")
    assert entry_file().exists()


def test_the_tests_add_no_entry(installation: Installation) -> None:
    installation.run("test", "--version")
    assert not entry_file().exists()


def test_it_is_valid(installation: Installation) -> None:
    validate = shutil.which("desktop-file-validate")
    if validate is None:
        pytest.skip("needs desktop-file-validate")
    installation.run("doctor", "--add-entry")
    done = subprocess.run([validate, entry_file()], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert not done.stdout


@pytest.mark.journey
def test_started_from_the_menu_the_window_opens(screen: Screen, tmp_path: Path) -> None:
    if not REAL_CACHE.nf4.exists():
        pytest.skip("needs the starter model: start Timbre once")
    installation = borrow(tmp_path / "xdg" / "cache", real_starter=True)
    installation.run("doctor", "--add-entry")
    timbre = screen.start(read_exec(read_entry(entry_file())["Exec"]))
    try:
        screen.close_window(screen.wait_for_window("Timbre"))
        assert timbre.wait(SECONDS) == 0
    finally:
        timbre.kill()
        timbre.communicate()


def test_a_failure_before_qt_is_shown_in_a_window(screen: Screen, small: SmallSetup) -> None:
    pytest.importorskip("tkinter")
    small.cache.folder.parent.mkdir(parents=True)
    small.cache.folder.write_text("a file where the folder should be")
    process = small.start(from_menu=True, **screen.variables)
    screen.close_window(screen.wait_for_window("Timbre"))
    _, said = process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert "Timbre cannot write to" in said


def test_without_tkinter_it_is_shown_in_a_terminal(
    screen: Screen, small: SmallSetup, tmp_path: Path
) -> None:
    """The terminal is one that writes down what it was asked to run, and runs it."""
    shown = tmp_path / "shown"
    terminal = tmp_path / "bin" / "x-terminal-emulator"
    terminal.parent.mkdir()
    terminal.write_text(f'#!/bin/sh\nshift\nexec "$@" > {shown} < /dev/null\n')
    terminal.chmod(0o755)
    small.cache.folder.parent.mkdir(parents=True)
    small.cache.folder.write_text("a file where the folder should be")
    home = python_home_without("tkinter", tmp_path)
    path = f"{terminal.parent}:{os.environ['PATH']}"
    process = small.start(from_menu=True, PYTHONHOME=str(home), PATH=path, **screen.variables)
    process.communicate(timeout=SECONDS)
    assert process.returncode == 1
    assert "Timbre cannot write to" in shown.read_text()
    assert "Press Enter" in shown.read_text()


def test_a_set_up_from_the_menu_shows_its_progress(screen: Screen, small: SmallSetup) -> None:
    """Closing that window stops the set-up, and the next start goes on."""
    pytest.importorskip("tkinter")
    (small.recipe.program / "slow").touch()
    process = small.start(from_menu=True, **screen.variables)
    window = screen.wait_for_window("Timbre")
    while not small.place.is_ready():
        assert process.poll() is None
        time.sleep(0.1)
    screen.close_window(window)
    process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert not small.is_done()
