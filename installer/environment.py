"""The virtual environment: which one this program needs, whether it is there, going into it.

Everything here runs at every start, so it looks at a few small files and no more.
"""

import hashlib
import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from installer import entry, failures
from installer.arguments import TEST, Start
from installer.places import Cache
from installer.problem import SetupError
from installer.recipe import Recipe
from installer.wording import words

# What a user may have set for other programs: foreign code would be mixed into this one, or,
# by the last, every start would compile thousands of modules anew.
_FOREIGN = (
    "PYTHONPATH",
    "PYTHONHOME",
    "PYTHONSAFEPATH",
    "PYTHONSTARTUP",
    "PYTHONDONTWRITEBYTECODE",
)
_ENTERED = "TIMBRE_ENVIRONMENT"
# torch and oneDNN keep what they have prepared for each length of input, by default for the
# last 1,024 of them; of a training's many lengths that grew by 20 MB a step. Read when torch
# is loaded, so said to the process before it begins.
_KEPT = {"LRU_CACHE_CAPACITY": "64", "ONEDNN_PRIMITIVE_CACHE_CAPACITY": "64"}


@dataclass(frozen=True)
class Environment:
    """A folder named after the lock file and the Python version, and two small files beside it.

    The ``.ready`` file is the switch: it is written last, so a half-made folder is never used.
    """

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def ready_file(self) -> Path:
        return self.folder.with_name(self.folder.name + ".ready")

    @property
    def tools_file(self) -> Path:
        """Holds the digest of the lock file that the test tools were installed from."""
        return self.folder.with_name(self.folder.name + ".tools")

    def is_ready(self) -> bool:
        return self.ready_file.exists() and os.access(self.python, os.X_OK)

    def has_tools(self, recipe: Recipe) -> bool:
        try:
            return self.tools_file.read_text() == digest(recipe.test_requirements)
        except OSError:
            return False

    def is_entered(self) -> bool:
        """Whether this process runs in it already."""
        if Path(sys.prefix) != self.folder:
            return False
        os.environ.pop(_ENTERED, None)  # programs started from here go their own way in
        return True


def environment(cache: Cache, recipe: Recipe) -> Environment:
    """The one that this program needs under this Python."""
    python = f"{sys.implementation.cache_tag}-{os.uname().machine}"
    return Environment(cache.environments / f"{python}-{digest(recipe.requirements)[:16]}")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def has_starter(cache: Cache, recipe: Recipe) -> bool:
    """Whether the starter model is there in both forms; its sums were checked when it came.

    A 4-bit folder of another format was made by another version of the program.
    """
    try:
        whole = cache.gguf.stat().st_size == recipe.starter.bytes
        record = json.loads((cache.nf4 / "timbre.json").read_bytes())
        return whole and bool(record["format"] == recipe.starter.format)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def is_set_up(cache: Cache, recipe: Recipe, tools: bool) -> bool:
    place = environment(cache, recipe)
    return (
        place.is_ready() and (not tools or place.has_tools(recipe)) and has_starter(cache, recipe)
    )


def surroundings(cache: Cache) -> dict[str, str]:
    """Variables for a Python of ours.

    Nothing foreign, no compiled files beside the code, and less that libraries keep.
    """
    own = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    chosen = _KEPT | own
    chosen.setdefault("PYTHONPYCACHEPREFIX", str(cache.compiled))
    return chosen


def prepare(cache: Cache, recipe: Recipe, start: Start, argv: list[str]) -> None:
    """Return only inside of an environment that has all that this start needs.

    Sets up what is missing, then becomes the environment's Python with the same arguments.
    """
    tools = start.command == TEST
    place = environment(cache, recipe)
    complete = is_set_up(cache, recipe, tools)
    if not complete:
        # Seldom needed, and slow to import.
        from installer import bootstrap, libraries  # noqa: PLC0415

        needed = libraries.for_command(start.command)
        bootstrap.set_up(cache, recipe, failures.report(start.from_menu), tools, needed)
    if place.is_entered() and complete:
        return
    with suppress(OSError):
        place.ready_file.touch()  # an environment that nothing was started from for long goes
    if not tools:
        entry.add_once(recipe.program, cache)
    _enter(place, cache, [str(recipe.program / "main.py"), *argv])


def _enter(place: Environment, cache: Cache, command: list[str]) -> NoReturn:
    """Go on as the environment's Python, with the same process id and the same terminal."""
    if os.environ.get(_ENTERED) == str(place.folder):
        raise SetupError(
            words(
                "Python did not start in its environment. Delete {folder} and start again.",
                folder=place.folder,
            )
        )
    variables = surroundings(cache) | {_ENTERED: str(place.folder)}
    sys.stdout.flush()
    sys.stderr.flush()
    os.execve(place.python, [str(place.python), *command], variables)
