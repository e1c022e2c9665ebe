"""What does a voice learn from a folder of notes with the default settings, and at what cost?

Each case runs in a process of its own, so that its peak of memory is its own. Held-out
perplexity is measured before and after on the same notes, whole and uncut.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from platformdirs import user_cache_path

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.notes.document import Document
from adapters.notes.folder import read
from adapters.voice.options import TrainingOptions
from benchmarks import harness
from engine.messages import RunStarted, Train, Trained, TrainingStep
from engine.places import Places

TITLE = "Training on notes with the default settings"
SAMPLES = harness.ROOT / "resources" / "notes"
FEW = 60
MIB = 2**20
# The bars hold for notes like those that they were set on: hundreds by one author.
MANY = 300
LOWER_ALL, LOWER_FEW = 35.0, 20.0  # per cent


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument(
        "--model", type=Path, default=user_cache_path("timbre") / "starter" / "nf4"
    )
    parser.add_argument(
        "--notes", type=Path, default=Path(os.environ.get("TIMBRE_NOTES") or SAMPLES)
    )
    parser.add_argument("--case", type=int, help=argparse.SUPPRESS)  # how many notes
    chosen = parser.parse_args(arguments)
    if chosen.case is not None:
        print(json.dumps(_measure(chosen.model, chosen.notes, chosen.case, chosen.quick)))
        return 0
    harness.begin(TITLE, 35, chosen)
    total = len(_notes(chosen.notes))
    cases = [12] if chosen.quick else sorted({min(FEW, total), total})
    rows = [_row(chosen, case) for case in cases]
    return harness.report(TITLE, rows, _bars(rows), chosen)


def _bars(rows: list[harness.Row]) -> list[harness.Bar]:
    bars = []
    for row in rows:
        if row["notes"] >= MANY:
            bars.append(
                harness.Bar("all notes: perplexity lower, %", row["lower, %"], LOWER_ALL, "min")
            )
        elif row["notes"] == FEW:
            bars.append(
                harness.Bar("60 notes: perplexity lower, %", row["lower, %"], LOWER_FEW, "min")
            )
    return bars


def _row(chosen: argparse.Namespace, case: int) -> harness.Row:
    command = [sys.executable, "-m", "benchmarks.train_notes", "--case", str(case)]
    command += ["--model", str(chosen.model), "--notes", str(chosen.notes)]
    command += ["--quick"] if chosen.quick else []
    done = subprocess.run(command, cwd=harness.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    row: harness.Row = json.loads(done.stdout.splitlines()[-1])
    return row


def _measure(model: Path, notes: Path, count: int, quick: bool) -> harness.Row:
    # The parent needs no torch.
    from engine.engine import Engine  # noqa: PLC0415

    options = TrainingOptions(epochs=1.0) if quick else TrainingOptions()
    with _workplace(model) as (places, catalog), _some(notes, count) as folder:
        engine = Engine(places, catalog, lambda _: None)
        work = engine.handle(Train(str(folder), "Benchmark", "olive", options))
        meter = _Meter()
        begun, processor = time.monotonic(), time.process_time()
        while True:
            try:
                meter.look(next(work))
            except StopIteration as end:
                trained = end.value
                break
        assert isinstance(trained, Trained)
        wall, cpu = time.monotonic() - begun, time.process_time() - processor
        engine.close()
        return _figures(trained, meter, count, wall, cpu)


class _Meter:
    """Memory beyond what the loaded model takes, and the speed that is told."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self._before = 0
        self.peak = 0
        self.speeds: list[float] = []

    def look(self, update: object) -> None:
        taken = self._process.memory_info().rss
        if isinstance(update, RunStarted) and update.steps == 0:
            self._before = taken
        if isinstance(update, TrainingStep):
            self.speeds.append(update.tokens_per_second)
            self._say(update)
        self.peak = max(self.peak, taken - self._before)

    def _say(self, step: TrainingStep) -> None:
        print(
            f"\rstep {step.step} of {step.steps}, loss {step.loss:.3f}, "
            f"{step.seconds_left:.0f} s left ",
            end="",
            file=sys.stderr,
            flush=True,
        )


def _figures(trained: Trained, meter: _Meter, count: int, wall: float, cpu: float) -> harness.Row:
    before, after = trained.perplexity_before or 1.0, trained.perplexity_after or 1.0
    return {
        "notes": count,
        "held out": trained.held_out_documents,
        "tokens learned": trained.tokens,
        "steps": trained.steps,
        "seconds": round(wall),
        "CPU seconds": round(cpu),
        "tokens/s": round(sum(meter.speeds) / max(1, len(meter.speeds)), 1),
        "perplexity before": round(before, 3),
        "after": round(after, 3),
        "lower, %": round((1 - after / before) * 100, 2),
        "adapter, KiB": round(trained.adapter_bytes / 1024),
        "peak memory added, MiB": round(meter.peak / MIB),
    }


@contextmanager
def _workplace(model: Path) -> Iterator[tuple[Places, Catalog]]:
    """A data folder of its own that knows the starter model."""
    with tempfile.TemporaryDirectory() as folder:
        places = Places(data=Path(folder) / "data", cache=Path(folder) / "cache")
        places.data.mkdir()
        catalog = Catalog.open(places.catalog, places.backups)
        starter = models.add(catalog, "Starter", "starter", str(model), 0, 8192)
        told = json.loads((model / "timbre.json").read_text(encoding="utf-8"))
        models.set_quantised(catalog, starter.id, str(model), told["fingerprint"])
        try:
            yield places, catalog
        finally:
            catalog.close()


@contextmanager
def _some(notes: Path, count: int) -> Iterator[Path]:
    """A copy of ``count`` of the notes, always the same ones."""
    paths = _notes(notes)
    chosen = random.Random(count).sample(paths, min(count, len(paths)))
    with tempfile.TemporaryDirectory() as folder:
        for path in chosen:
            target = Path(folder) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(notes / path, target)
        yield Path(folder)


def _notes(notes: Path) -> list[str]:
    return [one.path for one in read(notes) if isinstance(one, Document)]


if __name__ == "__main__":
    sys.exit(main())
