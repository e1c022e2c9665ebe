"""A set-up killed by force at five points, and two at once."""

import fcntl
import os
import subprocess
import time
from pathlib import Path

import pytest

from engine.model import record
from installer.environment import Environment
from installer.recipe import SMOLLM2
from tests.installer.small_setup import GGUF, SmallSetup

# The words of each part, and how long it may go on before the kill, in seconds.
POINTS = [
    ("Making the Python environment", 0.5),
    ("Fetching and installing packages", 0.4),
    ("Adding the test tools", 0.3),
    ("Fetching the starter model", 0.2),
    ("Converting the starter model", 0.3),
]


def test_killed_at_five_points_and_run_again(small: SmallSetup) -> None:
    slow = small.recipe.program / "slow"
    slow.touch()
    for words, moment in POINTS:
        kill_at(small.start(), words, moment)
        assert not small.is_done(), words
        assert not in_the_way(small), words
    slow.unlink()
    finished = small.run()
    assert finished.returncode == 0, finished.stderr
    assert small.is_done()
    assert_whole(small)


def test_nothing_is_done_again_once_all_is_there(ready: SmallSetup) -> None:
    again = ready.run()
    assert again.returncode == 0
    assert again.stderr == ""


def test_a_model_converted_by_another_version_is_converted_anew(ready: SmallSetup) -> None:
    (ready.cache.nf4 / "timbre.json").write_text('{"format": 1}')
    assert not ready.is_done()
    again = ready.run()
    assert again.returncode == 0
    assert "Fetching the starter model" not in again.stderr
    assert ready.is_done()
    assert_whole(ready)


def test_the_installer_knows_the_format_that_the_program_reads() -> None:
    assert SMOLLM2.format == record.FORMAT


def test_a_package_left_half_installed_is_made_whole(ready: SmallSetup) -> None:
    (module,) = ready.place.folder.glob("lib/python*/site-packages/tiny_tool.py")
    module.unlink()  # as a pip that was killed leaves it: the record is there, a file is not
    ready.place.tools_file.unlink()
    assert ready.run().returncode == 0
    assert_whole(ready)


def test_two_at_once_do_the_work_once(small: SmallSetup) -> None:
    both = [small.start(), small.start()]
    said = "".join(process.communicate()[1] for process in both)
    assert [process.returncode for process in both] == [0, 0], said
    assert said.count("Making the Python environment") == 1
    assert "this one waits for it" in said
    assert_whole(small)


def test_other_environments_stay_until_they_are_long_unused(ready: SmallSetup) -> None:
    """Two versions of the program share a cache folder, and neither breaks the other."""
    environments = {
        name: Environment(ready.place.folder.with_name(name)) for name in ("half", "old", "used")
    }
    for place in environments.values():
        place.folder.mkdir()
    environments["used"].ready_file.touch()
    environments["old"].ready_file.touch()
    long_ago = time.time() - 90 * 24 * 3600
    os.utime(environments["old"].ready_file, (long_ago, long_ago))
    ready.place.tools_file.unlink()  # something is to be done
    assert ready.run().returncode == 0
    left = {name for name, place in environments.items() if place.folder.exists()}
    assert left == {"used"}
    assert not environments["old"].ready_file.exists()
    assert ready.place.is_ready()


def kill_at(process: "subprocess.Popen[str]", words: str, moment: float) -> None:
    assert process.stderr is not None
    said = ""
    for line in process.stderr:
        said += line
        if words in line:
            break
    else:
        pytest.fail(f"ended before {words}:\n{said}")
    time.sleep(moment)
    process.kill()
    process.wait()
    process.stderr.close()


def in_the_way(small: SmallSetup) -> list[str]:
    """Programs of a killed set-up that still run while the next could begin."""
    for _ in range(20):
        left = [line for line in _command_lines() if str(small.cache.folder) in line]
        if not left or _is_locked(small.cache.lock):
            return []
        time.sleep(0.1)
    return left


def _is_locked(path: Path) -> bool:
    with path.open("r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _command_lines() -> list[str]:
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return lines


def assert_whole(small: SmallSetup) -> None:
    words = "import tiny_package, tiny_tool; print(tiny_package.word, tiny_tool.word)"
    done = subprocess.run(
        [small.place.python, "-c", words], capture_output=True, text=True, check=True
    )
    assert done.stdout == "package tool\n"
    assert small.cache.gguf.read_bytes() == GGUF
    assert (small.cache.nf4 / "timbre.json").exists()
    assert not list(small.cache.temporary.iterdir())
    assert not list(small.cache.folder.rglob("*.part"))
