"""What does a voice learn from a folder of notes with the default settings, and at what cost?

Each case runs in a process of its own, so that its peak of memory is its own. Held-out
perplexity is measured before and after on the same notes, whole and uncut.
"""

import argparse
import json
import subprocess
import sys
import time

import psutil

from adapters.catalog import models
from adapters.voice.options import TrainingOptions
from benchmarks import harness
from benchmarks.workplace import done, note_paths, some, workplace
from engine.jobs import run_queue
from engine.messages import LoadModel, RunStarted, Train, Trained, TrainingStep

TITLE = "Training on notes with the default settings"
FEW = 60
MIB = 2**20
# The bars hold for notes like those that they were set on: hundreds by one author.
MANY = 300
LOWER_ALL, LOWER_FEW = 35.0, 20.0  # per cent


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--case", type=int, help=argparse.SUPPRESS)  # how many notes
    parser.add_argument(
        "--evenness", type=float, default=TrainingOptions().evenness, help="how evenly by theme"
    )
    chosen = parser.parse_args(arguments)
    if chosen.case is not None:
        print(json.dumps(_measure(chosen)))
        return 0
    harness.begin(TITLE, 35, chosen)
    total = len(note_paths(chosen.notes))
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
    command += ["--evenness", str(chosen.evenness), *(["--quick"] if chosen.quick else [])]
    ended = subprocess.run(
        command, cwd=harness.ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    row: harness.Row = json.loads(ended.stdout.splitlines()[-1])
    return row


def _measure(chosen: argparse.Namespace) -> harness.Row:
    # The parent needs no torch.
    from engine.engine import Engine  # noqa: PLC0415

    options = TrainingOptions(evenness=chosen.evenness, epochs=1.0 if chosen.quick else None)
    notes = some(chosen.notes, chosen.case)
    with workplace(chosen.model) as (places, catalog), notes as folder:
        engine = Engine(places, catalog, lambda _: None)
        done(engine.handle(LoadModel(models.everything(catalog)[0].id)))
        command = Train(str(folder), "Benchmark", "olive", options)
        work = engine.handle(done(run_queue.train(engine.state, command)).command)
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
        figures = _figures(trained, meter, wall, cpu)
        return {"notes": chosen.case, "evenness": options.evenness} | figures


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


def _figures(trained: Trained, meter: _Meter, wall: float, cpu: float) -> harness.Row:
    before, after = trained.perplexity_before or 1.0, trained.perplexity_after or 1.0
    return {
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


if __name__ == "__main__":
    sys.exit(main())
