"""Lives of one training: a process that trains or goes on, and says where it is.

A nursery imports what is needed once and forks each life from there; a life works through
the same owner, service and jobs as the program, on a data folder of its own. So that a
small run has everything in it, checkpoints are written every half second of work and samples
are short.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.voice.options import TrainingOptions
from benchmarks import harness

if TYPE_CHECKING:
    from engine.messages import Command
    from engine.service import Service

OPTIONS = TrainingOptions(max_length=128, micro_tokens=128, batch_tokens=128, epochs=1.0, rank=8)
SAVE_AFTER = 0.5  # seconds of work
TOKENS = 8  # of a sample
PROMPT = "What is worth keeping?"
# What a stage that the owner is told is called here.
STAGES = {
    "Reading the notes": "reading",
    "Loading the model": "loading",
    "Trying out three steps": "trying out",
    "Measuring the model on the notes held out": "measuring the base",
    "Measuring the voice on the notes held out": "measuring the voice",
    "Measuring the voice on general text": "judging",
    "Comparing the voice's style with yours": "judging",
    "Comparing its replies with the notes": "judging",
}


# What takes seconds: once, instead of in every life.
IMPORTED = (
    "engine.engine",
    "engine.files",
    "bitsandbytes",
    "transformers.models.llama.modeling_llama",
)


@dataclass
class Life:
    """What a life said, with the seconds since it began; ``voice`` once it has made one."""

    pid: int
    marks: list[tuple[float, str]] = field(default_factory=list)
    killed: bool = False

    @property
    def voice(self) -> str:
        """The SHA-256 of the weights; empty where it made none."""
        said = [mark for _, mark in self.marks if mark.startswith("voice ")]
        return said[-1].split()[1] if said else ""


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


class Nursery:
    """Begins lives, one after the other, on data folders that use the model in ``cache``."""

    def __init__(self, cache: Path, notes: Path) -> None:
        self._cache, self._notes = cache, notes
        command = [sys.executable, "-c", "from benchmarks.lives import nursery; nursery()"]
        self._process = subprocess.Popen(
            command,
            cwd=harness.ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._line()  # ready

    def live(
        self,
        data: Path,
        mark: str = "",
        count: int = 1,
        delay: float = 0.0,
        act: Callable[[int], None] = kill,
        judged: bool = True,
    ) -> Life:
        """Train in ``data``, or go on there; ``delay`` after the ``count``-th ``mark`` kill it.

        ``act`` does something else to the process. Unless ``judged`` it ends once the voice is
        saved: what is measured of it then changes no weight.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(f"{data}\t{self._cache}\t{self._notes}\t{judged}\n")
        life, begun = Life(int(self._line())), time.monotonic()
        while not (said := self._line()).startswith("ended "):
            life.marks.append((time.monotonic() - begun, said))
            count -= said == mark
            if said == mark and count == 0:
                time.sleep(delay)
                act(life.pid)
        life.killed = os.waitstatus_to_exitcode(int(said.split()[1])) == -signal.SIGKILL
        if not life.killed and not life.voice:
            raise RuntimeError(f"A life ended without a voice: {life.marks[-3:]}")
        return life

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the nursery has ended")
        return line.rstrip("\n")


@contextmanager
def started(cache: Path, notes: Path) -> Iterator[Nursery]:
    nursery = Nursery(cache, notes)
    try:
        yield nursery
    finally:
        nursery.close()


def nursery() -> None:
    """The process in which all is imported: forks a life for every line on standard input."""
    for module in IMPORTED:
        import_module(module)
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            print(os.getpid(), flush=True)
            *folders, judged = line.rstrip("\n").split("\t")
            _live(*map(Path, folders), judged=judged == "True")
            sys.stdout.flush()
            os._exit(0)
        print("ended", os.waitpid(child, 0)[1], flush=True)


def _live(data: Path, cache: Path, notes: Path, *, judged: bool) -> None:
    from adapters.catalog import runs, voices  # noqa: PLC0415
    from engine.messages import ResumeTraining, Train  # noqa: PLC0415
    from engine.owner import own  # noqa: PLC0415
    from engine.places import Places  # noqa: PLC0415

    _talkative()
    data.mkdir(exist_ok=True)
    owner = own(Places(data, cache), lambda _: None)
    assert owner is not None
    known = runs.everything(owner.catalog)
    if not known or known[0].state != "finished":
        begin = Train(str(notes), "Lives", "olive", OPTIONS, PROMPT)
        _work(owner.service, ResumeTraining(known[0].id) if known else begin, judged)
    (voice,) = voices.everything(owner.catalog)
    print("voice", voice.version.sha256, flush=True)
    owner.close(60)


def _work(service: "Service", command: "Command", judged: bool) -> None:
    from engine.messages import Cancelled, Event, Failed, Finished, Progress  # noqa: PLC0415

    ended = threading.Event()

    def hear(event: Event) -> None:
        if isinstance(event, Progress) and (mark := _mark_of(event.update)):
            print(mark, flush=True)
            if mark == "judging" and not judged:
                service.cancel(event.job)
        elif isinstance(event, Failed):
            print("failed", event.what, event.why, flush=True)
        if isinstance(event, Failed | Finished | Cancelled):
            ended.set()

    service.submit(command, hear)
    ended.wait()


def _mark_of(update: object) -> str:
    from engine.messages import MicroStep, Preparing, RunStarted  # noqa: PLC0415

    match update:
        case Preparing(stage):
            return STAGES.get(stage.template, "")
        case MicroStep():
            return "learning"
        case RunStarted(_, step, steps) if steps:
            return f"from step {step}"
    return ""


def _talkative() -> None:
    """Say where files are written and samples made, which no update tells beforehand."""
    from adapters.voice import checkpoint, files, train  # noqa: PLC0415
    from engine.jobs import run_samples  # noqa: PLC0415

    train.SAVE_AFTER = SAVE_AFTER
    run_samples.TOKENS = TOKENS
    for module, name, mark in (
        (checkpoint, "save", "checkpoint"),
        (files, "save", "saving the voice"),
        (run_samples, "reply", "sampling"),
    ):
        setattr(module, name, _announced(getattr(module, name), mark))


def _announced(function: object, mark: str) -> object:
    def announced(*arguments: object, **named: object) -> object:
        print(mark, flush=True)
        return function(*arguments, **named)  # type: ignore[operator]

    return announced
