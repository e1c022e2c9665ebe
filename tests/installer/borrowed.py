"""An installation that main.py takes for complete, in a cache folder of a test's own.

Its environment is a venv of a second whose packages are those of the Python that runs the
tests; so main.py can be started as a person starts it, and nothing is downloaded.
"""

import json
import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from installer.environment import Environment, digest, environment
from installer.places import Cache, cache_folder
from installer.recipe import shipped

ROOT = Path(__file__).parent.parent.parent
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)
# The folder that main.py set up; read when this is imported, before a test has its own.
REAL_CACHE = Cache(cache_folder())


@dataclass(frozen=True)
class Installation:
    cache: Cache
    place: Environment

    @property
    def site_packages(self) -> Path:
        return next(self.place.folder.glob("lib/python*/site-packages"))

    def command(self, *arguments: str, program: Path = ROOT) -> list[str]:
        """main.py as a person starts it, with the Python of the system."""
        return [BASE_PYTHON, str(program / "main.py"), *arguments]

    def run(
        self, *arguments: str, folder: Path = Path("/"), **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.command(*arguments),
            cwd=folder,
            env=os.environ | {"LC_ALL": "C.UTF-8"} | variables,
            capture_output=True,
            text=True,
            check=False,
        )


def borrow(cache_home: Path, real_starter: bool = False) -> Installation:
    """Make it below ``cache_home``, which XDG_CACHE_HOME names while main.py runs."""
    cache, recipe = Cache(cache_home / "timbre"), shipped(ROOT)
    place = environment(cache, recipe)
    cache.environments.mkdir(parents=True)
    subprocess.run([BASE_PYTHON, "-m", "venv", "--without-pip", str(place.folder)], check=True)
    made = Installation(cache, place)
    (made.site_packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    place.ready_file.touch()
    place.tools_file.write_text(digest(recipe.test_requirements))
    if real_starter:
        cache.gguf.parent.symlink_to(REAL_CACHE.gguf.parent)
    else:
        cache.nf4.mkdir(parents=True)
        (cache.nf4 / "timbre.json").write_text(json.dumps({"format": recipe.starter.format}))
        with cache.gguf.open("wb") as file:
            file.truncate(recipe.starter.bytes)
    return made
