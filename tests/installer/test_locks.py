"""The lock files hold everything that pyproject.toml asks for, and all that this needs in turn."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read_lock(name: str) -> dict[str, str]:
    text = (ROOT / "installer" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    pins = [re.fullmatch(r"([a-z0-9-]+)==([\w.]+)", line) for line in lines]
    assert all(pins), "a line of the lock is no name==version; a local version is none either"
    return {pin[1]: pin[2] for pin in pins if pin}


LOCK = read_lock("requirements.lock")
TOOLS = read_lock("requirements-test.lock")


@pytest.mark.parametrize("line", PROJECT["dependencies"])
def test_what_the_program_needs_is_locked(line: str) -> None:
    wanted = Requirement(line)
    assert LOCK[canonicalize_name(wanted.name)] in wanted.specifier


@pytest.mark.parametrize("line", PROJECT["optional-dependencies"]["test"])
def test_what_the_tests_need_is_locked(line: str) -> None:
    wanted = Requirement(line)
    assert TOOLS[canonicalize_name(wanted.name)] in wanted.specifier


def test_no_package_is_in_both() -> None:
    assert not LOCK.keys() & TOOLS.keys()


@pytest.mark.parametrize("name", sorted(LOCK | TOOLS))
def test_what_a_package_needs_is_locked_too(name: str) -> None:
    """The tools are installed without looking at dependencies, so none may be missing."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        pytest.skip(f"{name} is not installed here")
    wanted = [Requirement(line) for line in lines]
    missing = [
        need.name
        for need in wanted
        if (need.marker is None or need.marker.evaluate({"extra": ""}))
        and canonicalize_name(need.name) not in LOCK | TOOLS
        and not re.match("nvidia-|cuda-|triton", need.name)  # pip finds these for a CUDA build
    ]
    assert not missing
