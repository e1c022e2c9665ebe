"""The environment's own pip: what it is asked for, how far it is, and why it failed."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from installer import checks
from installer.environment import Environment, surroundings
from installer.places import Cache
from installer.problem import SetupError
from installer.process import ProgramError, Programs
from installer.recipe import Recipe
from installer.report import Report
from installer.wording import gigabytes, megabytes, words

# The owner's settings for pip hold, except where they would install somewhere else.
_ELSEWHERE = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN")
_OWN = {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
_WHEELS = ["--only-binary=:all:", "--progress-bar=off"]
_NO_NETWORK = re.compile(
    "NewConnectionError|NameResolutionError|ConnectTimeoutError|ProxyError|Retrying \\(Retry"
)
_CUDA = re.compile(r"\s*Collecting (nvidia-(?!ml-py)|cuda-)")


@dataclass(frozen=True)
class Pip:
    programs: Programs
    place: Environment
    cache: Cache
    recipe: Recipe

    def install(self) -> None:
        """All that the program runs on. Python compiles what is used when it is first used."""
        told = _Telling(self.programs.report, self.cache, self.place)
        wants_cuda = _CudaWatch(self)

        def on_line(line: str) -> None:
            wants_cuda(line)
            told.line(line)

        self._run(
            ["install", "--no-compile", *_WHEELS, "-r", str(self.recipe.requirements)],
            on_line,
            told.tick,
        )

    def install_tools(self) -> None:
        """The test tools; their lock is complete, so nothing that the program uses changes."""
        told = _Telling(self.programs.report, self.cache, self.place)
        lock = str(self.recipe.test_requirements)
        self._run(
            ["install", "--no-deps", "--no-compile", *_WHEELS, "-r", lock], told.line, told.tick
        )

    def download(self, requirement: str, folder: Path) -> Path:
        """One wheel without its dependencies."""
        told = _Telling(self.programs.report, self.cache, self.place)
        self._run(
            ["download", "--no-deps", *_WHEELS, "--dest", str(folder), requirement],
            told.line,
            told.tick,
        )
        return next(folder.glob("*.whl"))

    def _run(
        self, arguments: list[str], on_line: Callable[[str], None], on_tick: Callable[[], None]
    ) -> None:
        variables = {
            name: value
            for name, value in surroundings(self.cache).items()
            if name not in _ELSEWHERE
        }
        # Downloads are unpacked beside the environment: a small /tmp must not fill up.
        variables |= _OWN | {"TMPDIR": str(self.cache.temporary)}
        try:
            self.programs.run(
                [str(self.place.python), "-m", "pip", *arguments], variables, on_line, on_tick
            )
        except ProgramError as failure:
            raise self._explained(failure.tail) from failure

    def _explained(self, tail: list[str]) -> SetupError:
        said = "\n".join(tail)
        if "No space left on device" in said:
            return SetupError(
                words(
                    "The disk became full while packages were installed into {folder}."
                    " Free some space and start again.",
                    folder=self.cache.folder,
                )
            )
        if _NO_NETWORK.search(said):
            return SetupError(
                words(
                    "The package index cannot be reached."
                    " Connect to the internet and start again: the set-up goes on."
                )
            )
        error = next((line for line in tail if line.startswith("ERROR")), tail[-1] if tail else "")
        return SetupError(
            words(
                "pip could not install what Timbre needs: {error}. The details are in {log}.",
                error=error.removeprefix("ERROR: ").rstrip("."),
                log=self.cache.log,
            )
        )


@dataclass
class _CudaWatch:
    """Sees pip choose a build for CUDA, which takes several times the space."""

    pip: Pip
    seen: bool = False

    def __call__(self, line: str) -> None:
        if self.seen or not _CUDA.match(line):
            return
        self.seen = True
        sizes = self.pip.recipe.cuda
        self.pip.programs.report.say(
            words(
                "This build of torch is for CUDA: about {download} to download.",
                download=gigabytes(sizes.download),
            )
        )
        checks.space(self.pip.cache.folder, sizes)


@dataclass
class _Telling:
    """Turns what pip says, and what grows on disk meanwhile, into progress."""

    report: Report
    cache: Cache
    place: Environment
    now: str = ""
    to_install: int = 0
    _there_before: int = field(default=0)

    def line(self, line: str) -> None:
        step = re.match(r"\s*(Collecting|Downloading|Using cached|Processing) (\S+)", line)
        if step:
            self.now = Path(step[2]).name
        elif line.startswith("Installing collected packages:"):
            self.to_install = line.count(",") + 1
            self._there_before = self._installed()

    def tick(self) -> None:
        if self.to_install:
            done = min(self._installed() - self._there_before, self.to_install)
            text = words("installing package {done} of {all}", done=done, all=self.to_install)
            self.report.progress(text, done / self.to_install)
        elif self.now:
            arrived = _bytes_below(self.cache.temporary)
            size = f", {megabytes(arrived)}" if arrived > 1e6 else ""
            self.report.progress(self.now + size)

    def _installed(self) -> int:
        return sum(1 for _ in self.place.folder.glob("lib/python*/site-packages/*.dist-info"))


def _bytes_below(folder: Path) -> int:
    """Size of the files below; those that vanish meanwhile count nothing."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(FileNotFoundError):
                total += Path(parent, name).lstat().st_size
    return total
