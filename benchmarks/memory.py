"""Does the planner foretell what a model and a training run really take?

Each case runs in a process of its own: memory that was freed would be taken again unseen.
"""

import argparse
import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
from platformdirs import user_cache_path

from adapters.voice.options import RICH_TARGETS, TrainingOptions
from benchmarks import harness
from engine.memory import planner

TITLE = "Memory: planned and measured"
MIB = 2**20
TOKENS = 2048  # of the conversation that is measured
RUNS = {
    "training, 256 tokens at once": TrainingOptions(micro_tokens=256, max_length=256),
    "training, 1,024 tokens at once": TrainingOptions(micro_tokens=1024, max_length=256),
    "training, all layers": TrainingOptions(
        micro_tokens=256, max_length=256, targets=RICH_TARGETS
    ),
    "training, sparing memory": TrainingOptions(
        micro_tokens=1024, max_length=256, checkpointing=True
    ),
    "training, one long note": TrainingOptions(micro_tokens=1024, max_length=1024),
}


@dataclass(frozen=True)
class Note:
    """An example of which all but the first token is learned."""

    tokens: tuple[int, ...]

    @property
    def learned(self) -> tuple[tuple[int, int]]:
        return ((1, len(self.tokens)),)

    @property
    def trained(self) -> int:
        return len(self.tokens) - 1


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument(
        "--model", type=Path, default=user_cache_path("timbre") / "starter" / "nf4"
    )
    parser.add_argument("--case", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.case:
        print(json.dumps(_measure(chosen.model, chosen.case)))
        return 0
    harness.begin(TITLE, 3, chosen)
    rows = [_row(chosen.model, case) for case in _cases(chosen.quick)]
    weights = [row for row in rows if row["what"].startswith("weights")]
    bars = [
        harness.Bar(
            f"{row['what']}: off by, %", abs(row["measured / planned"] - 1) * 100, 3, "max"
        )
        for row in weights
    ]
    return harness.report(TITLE, rows, bars, chosen)


def _cases(quick: bool) -> list[str]:
    cases = ["weights", "weights, packed", f"conversation of {TOKENS:,} tokens", *RUNS]
    return cases[:2] if quick else cases


def _row(model: Path, case: str) -> harness.Row:
    command = [sys.executable, "-m", "benchmarks.memory", "--model", str(model), "--case", case]
    done = subprocess.run(command, cwd=harness.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    measured = json.loads(done.stdout.splitlines()[-1])
    planned = _planned(model, case)
    return {
        "what": case,
        "planned MiB": planned / MIB,
        "measured MiB": measured / MIB,
        "measured / planned": measured / planned,
    }


def _planned(model: Path, case: str) -> int:
    shape = planner.Shape.of(json.loads((model / "config.json").read_text(encoding="utf-8")))
    if case.startswith("weights"):
        return planner.weight_bytes(shape, packed="packed" in case)
    if case in RUNS:
        return planner.training(shape, RUNS[case]).total
    plan = planner.loading(shape, TOKENS)
    return plan.kv_cache + plan.overhead


def _measure(folder: Path, case: str) -> int:
    # Only the processes that measure load torch.
    from engine.model.load import load  # noqa: PLC0415

    loaded = load(folder, threads=1, packed=case == "weights, packed")
    if case.startswith("weights"):
        return loaded.weight_bytes
    if case in RUNS:
        _talk(loaded, 64)  # a model that has been talked to: its libraries and pages are there
    if case in RUNS:
        return _peak(lambda: _train(loaded, RUNS[case]))
    return _peak(lambda: _talk(loaded, TOKENS))


def _peak(work: Callable[[], object]) -> int:
    """The most that ``work`` adds to the memory of this process."""
    gc.collect()
    before = psutil.Process().memory_info().rss
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forget the old peak
    work()
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    return peak * 1024 - before


def _talk(loaded: object, count: int) -> None:
    from engine.generation.decoder import make_decoder  # noqa: PLC0415

    decoder = make_decoder(loaded)  # type: ignore[arg-type]
    past = decoder.new_past()
    tokens = [token % 1000 for token in range(count)]
    chunk = decoder.chunk
    for start in range(0, count, chunk):
        decoder.forward(tokens[start : start + chunk], past)


def _train(loaded: object, options: TrainingOptions) -> None:
    from adapters.voice.session import prepare  # noqa: PLC0415
    from engine.model.load import training_copy  # noqa: PLC0415

    notes = [
        Note(tuple((i * 7 + j) % 1000 for j in range(options.max_length)))
        for i in range(2 * max(1, options.batch_tokens // options.max_length))
    ]
    copy = training_copy(loaded)  # type: ignore[arg-type]
    session = prepare(copy.model, notes, options, epochs=1.0)
    for step in session.plan[:2]:
        for micro in step.micro:
            session.loss(session.batch(micro)).backward()  # type: ignore[no-untyped-call]
        session.optimiser.step()
        session.optimiser.zero_grad()


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    raise SystemExit(main())
