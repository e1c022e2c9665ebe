"""main.py as a person starts it, in an installation of the test's own."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from engine.places import Places
from installer.environment import surroundings
from installer.places import Cache
from tests.installer.borrowed import ROOT, Installation

PARTS = ("adapters", "engine", "gui", "installer", "resources", "main.py", "pyproject.toml")


def test_doctor_as_json(installation: Installation, tmp_path: Path) -> None:
    done = installation.run("--data-dir", str(tmp_path / "mine"), "doctor", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(done.stdout)
    assert set(report) == {"python", "versions", "model", "data_dir", "problems"}
    assert report["python"] == str(installation.place.python)
    assert report["model"] == str(installation.cache.nf4)
    assert report["data_dir"] == str(tmp_path / "mine")
    assert report["problems"] == []
    assert report["versions"]["torch"].startswith("2.13.0")


def test_doctor_for_a_person(installation: Installation) -> None:
    done = installation.run("doctor")
    assert done.returncode == 0
    assert "No problems found." in done.stdout
    assert str(installation.cache.nf4) in done.stdout


def test_doctor_says_what_is_wrong(installation: Installation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = installation.run("doctor", "--json", "--data-dir", str(tmp_path / "file" / "data"))
    assert done.returncode == 1
    assert "cannot be written" in " ".join(json.loads(done.stdout)["problems"])


def test_doctor_reports_a_failed_set_up(tmp_path: Path, installation: Installation) -> None:
    (tmp_path / "file").write_text("")
    done = installation.run("doctor", "--json", XDG_CACHE_HOME=str(tmp_path / "file"))
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["python"] is None
    assert report["model"] is None
    assert "Timbre cannot write to" in report["problems"][0]


def test_a_console_command_from_any_folder(installation: Installation, tmp_path: Path) -> None:
    done = installation.run("voices", "--json", "--data-dir=data", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"voices": []}


def test_python_options_of_the_owner_do_no_harm(
    installation: Installation, tmp_path: Path
) -> None:
    for name in ("adapters", "engine", "installer"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit('a foreign package')")
    done = installation.run("runs", "--json", PYTHONPATH=str(tmp_path), PYTHONSAFEPATH="1")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"runs": []}


def test_libraries_keep_little_unless_the_owner_says_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LRU_CACHE_CAPACITY", raising=False)
    monkeypatch.setenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "7")
    given = surroundings(Cache(tmp_path))
    assert given["LRU_CACHE_CAPACITY"] == "64"
    assert given["ONEDNN_PRIMITIVE_CACHE_CAPACITY"] == "7"


def test_bench_runs_a_script_with_its_options(installation: Installation) -> None:
    done = installation.run("bench", "catalog", "--help")
    assert done.returncode == 0, done.stderr
    assert "--quick" in done.stdout


@pytest.mark.parametrize("name", ["nothing-of-this-name", "harness"])
def test_bench_names_what_there_is(installation: Installation, name: str) -> None:
    done = installation.run("bench", name)
    assert done.returncode == 1
    assert "catalog" in done.stderr


def test_the_tests_run_from_any_folder(installation: Installation, tmp_path: Path) -> None:
    arguments = ("tests/test_architecture.py", "-k", "main_only_wires", "-q")
    done = installation.run("test", *arguments, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
    assert (installation.cache.tools / "pytest").is_dir()


def test_an_unknown_command(installation: Installation) -> None:
    done = installation.run("sing")
    assert done.returncode == 2
    assert "There is no command sing" in done.stderr


def test_help_needs_no_set_up(installation: Installation, tmp_path: Path) -> None:
    done = installation.run("--help", XDG_CACHE_HOME=str(tmp_path / "nothing"))
    assert done.returncode == 0
    assert "--data-dir" in done.stdout
    assert not (tmp_path / "nothing").exists()


def test_without_a_display_it_says_so_and_talks_in_the_terminal(
    installation: Installation,
) -> None:
    """The chat itself has tests of its own; here its end by an empty input is enough."""
    nothing = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    done = subprocess.run(
        installation.command(),
        env=os.environ | nothing | {"LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "There is no display" in done.stderr
    assert "/help" in done.stdout


def test_both_halves_agree_where_the_starter_lies(tmp_path: Path) -> None:
    places, cache = Places(tmp_path, tmp_path), Cache(tmp_path)
    assert places.starter_gguf == cache.gguf
    assert places.starter_nf4 == cache.nf4


def test_a_program_folder_that_cannot_be_written(
    installation: Installation, tmp_path: Path
) -> None:
    """A read-only copy, and an unrelated package named adapters where pip installs things."""
    foreign = installation.site_packages / "adapters"
    foreign.mkdir()
    (foreign / "__init__.py").write_text("raise ImportError('the unrelated package')")
    program = copy_of_program(tmp_path / "opt" / "timbre")
    before = everything_in(program)
    commands = [["doctor", "--json"], ["voices", "--json"], ["bench", "nothing"]]
    for arguments in commands:
        done = subprocess.run(
            [*without_override(), *installation.command(*arguments, program=program)],
            env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Error" not in done.stderr, done.stderr
        assert done.returncode == (1 if arguments[0] == "bench" else 0), done.stderr
    assert everything_in(program) == before


def copy_of_program(target: Path) -> Path:
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / name, ignore=ignored)
        else:
            shutil.copy2(source, target / name)
    (target / "benchmarks").mkdir()
    for path in [target, *target.rglob("*")]:
        path.chmod(path.stat().st_mode & ~0o222)
    return target


def everything_in(folder: Path) -> dict[str, float]:
    return {
        str(path.relative_to(folder)): path.stat().st_mtime
        for path in [folder, *folder.rglob("*")]
    }


def without_override() -> list[str]:
    """Root may write anywhere; as root, give that right up first."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return []
    given_up = "--bounding-set=-dac_override,-dac_read_search"
    return ["setpriv", given_up, "--inh-caps=-dac_override,-dac_read_search"]
