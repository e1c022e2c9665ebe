"""``doctor``: what this installation is made of, and what is wrong with it."""

import json
import os
import shutil
import sys
import tomllib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from installer import display, entry, libraries
from installer.arguments import Start, is_about_entry
from installer.environment import environment, has_starter
from installer.places import Cache
from installer.recipe import Recipe
from installer.wording import gigabytes, words

_TOLD = ("torch", "transformers", "peft", "bitsandbytes", "accelerate", "PySide6-Essentials")
_LITTLE_SPACE = 1_000_000_000  # bytes


def main(start: Start, cache: Cache, recipe: Recipe, problems: list[str]) -> int:
    """Print the report, after the ``problems`` known already. Non-zero where there are any."""
    if is_about_entry(start):
        return entry.change(start, recipe.program, cache)
    problems = problems + _problems(start, cache, recipe)
    place = environment(cache, recipe)
    report = {
        "python": str(place.python) if place.is_ready() else None,
        "versions": _versions(recipe.program),
        "model": str(cache.nf4) if has_starter(cache, recipe) else None,
        "data_dir": str(start.data),
        "problems": problems,
    }
    if "--json" in start.rest:
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        print(_for_a_person(report))
    return 1 if problems else 0


def _problems(start: Start, cache: Cache, recipe: Recipe) -> list[str]:
    found = []
    needed = libraries.COMPUTING + (libraries.for_window() if display.is_there() else ())
    if lacking := libraries.missing(needed):
        found.append(
            words(
                "System libraries are missing: {names}. Install them with: {command}",
                names=", ".join(library.soname for library in lacking),
                command=libraries.install_command(lacking),
            )
        )
    if not has_starter(cache, recipe):
        found.append(words("The starter model is not there. Start Timbre once to fetch it."))
    if not _could_write(start.data):
        found.append(words("The data folder {folder} cannot be written.", folder=start.data))
    free = shutil.disk_usage(_nearest(start.data)).free
    if free < _LITTLE_SPACE:
        found.append(
            words("Little disk space is left for your data: {free}.", free=gigabytes(free))
        )
    return found


def _nearest(folder: Path) -> Path:
    """The folder itself, or where it would be made."""
    return next(path for path in (folder, *folder.parents) if path.exists())


def _could_write(folder: Path) -> bool:
    nearest = _nearest(folder)
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)


def _versions(program: Path) -> dict[str, str]:
    project = tomllib.loads((program / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = {"timbre": project["version"], "python": sys.version.split()[0]}
    for name in _TOLD:
        try:
            found[name.lower()] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue  # without an environment the problems say so
    return found


def _for_a_person(report: Mapping[str, object]) -> str:
    versions, problems = report["versions"], report["problems"]
    assert isinstance(versions, dict)
    assert isinstance(problems, list)
    lines = [
        words("Python: {python}", python=report["python"] or "–"),
        words("Starter model: {model}", model=report["model"] or "–"),
        words("Data folder: {folder}", folder=report["data_dir"]),
        ", ".join(f"{name} {version}" for name, version in versions.items()),
        *(words("Problem: {problem}", problem=problem) for problem in problems),
    ]
    return "\n".join(lines if problems else [*lines, words("No problems found.")])
