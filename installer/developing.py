"""``test`` and ``bench``: the tests and the benchmarks, run from any folder."""

import os
import runpy
import sys
from pathlib import Path
from typing import NoReturn

from installer import libraries
from installer.places import Cache
from installer.problem import SetupError
from installer.wording import words


def test(program: Path, cache: Cache, arguments: tuple[str, ...]) -> NoReturn:
    """Become pytest; what the tools remember lies in the cache, not in the program's folder.

    Without arguments it runs the whole suite, the real model and the real window included.
    """
    libraries.require(libraries.COMPUTING + libraries.QT)
    tools = cache.tools
    variables = os.environ | {
        "HYPOTHESIS_STORAGE_DIRECTORY": str(tools / "hypothesis"),
        "MYPY_CACHE_DIR": str(tools / "mypy"),
        "RUFF_CACHE_DIR": str(tools / "ruff"),
    }
    os.chdir(program)
    # File by file in the order of collection, which begins with what takes longest.
    spread = ("--dist", "loadfile", "--no-loadscope-reorder")
    everything = ("--real", "-n", str(len(os.sched_getaffinity(0))), *spread)
    cached = ("-o", f"cache_dir={tools / 'pytest'}")
    command = [sys.executable, "-m", "pytest", *cached, *(arguments or everything)]
    os.execve(sys.executable, command, variables)


def bench(program: Path, arguments: tuple[str, ...]) -> int:
    """Run ``benchmarks/NAME.py`` as a script with the other arguments."""
    scripts = {path.stem: path for path in _scripts(program / "benchmarks")}
    script = scripts.get(arguments[0]) if arguments else None
    if script is None:
        raise SetupError(
            words("bench needs one of these names: {names}.", names=", ".join(scripts))
        )
    sys.argv = [str(script), *arguments[1:]]
    runpy.run_path(str(script), run_name="__main__")
    return 0


def _scripts(folder: Path) -> list[Path]:
    """The benchmarks themselves; other files there are what they share."""
    paths = sorted(folder.glob("*.py"))
    return [path for path in paths if "__main__" in path.read_text(encoding="utf-8")]
