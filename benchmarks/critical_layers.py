"""How much is learned for each megabyte: q and v everywhere, the most sensitive layers, or all?

All arms learn from the same notes for equally many steps. The gain is how far the held-out loss
falls below the base's. The layers are chosen by their gradients on a few batches of the notes
(``adapters/voice/sensitivity.py``) under a budget of half the bytes of all linear layers.
"""

import json
import sys
import time
from collections import Counter
from dataclasses import replace

from adapters.voice import perplexity, sensitivity
from adapters.voice.options import LIGHT_TARGETS, RICH_TARGETS, TrainingOptions
from adapters.voice.weights import from_tensors
from benchmarks import harness, trial

TITLE = "What a voice learns for each megabyte, by the layers it changes"
STEPS, QUICK_STEPS = 24, 2
NOTES_HELD_OUT = 0.06  # of all
SHARE = 0.5
GAIN_KEPT = 0.95
MIB = 2**20


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seeds", type=int, default=1)
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 15, chosen)
    bench = trial.Bench(chosen.model, chosen.notes, NOTES_HELD_OUT, 40 if chosen.quick else None)
    steps = QUICK_STEPS if chosen.quick else chosen.steps
    base = perplexity.pooled(bench.before()).mean
    layers, seconds = _measured(bench)
    rows = []
    for seed in range(1 if chosen.quick else chosen.seeds):
        for name, options in _arms(bench.options, layers).items():
            row = _arm(bench, name, options, steps, seed, base)
            rows.append(row)
            print(json.dumps(row), file=sys.stderr, flush=True)
    shown = [
        {**row, "choosing took, s": seconds if "chosen" in row["layers"] else ""} for row in rows
    ]
    return harness.report(TITLE, shown, _bars(rows), chosen)


def _arms(
    usual: TrainingOptions, layers: dict[str, sensitivity.Layer]
) -> dict[str, TrainingOptions]:
    everything = sum(layer.bytes for layer in layers.values())
    small = sum(one.bytes for path, one in layers.items() if path.endswith(LIGHT_TARGETS))
    half = sensitivity.chosen(layers, SHARE)
    few = sensitivity.chosen(layers, small / everything)
    return {
        "q and v everywhere": replace(usual, targets=LIGHT_TARGETS),
        "chosen, as many bytes as q and v": replace(usual, targets=few),
        "chosen, half the bytes of all": replace(usual, targets=half),
        "all linear layers": replace(usual, targets=RICH_TARGETS),
        "all linear layers at half the rank": replace(
            usual, targets=RICH_TARGETS, rank=usual.rank // 2, alpha=usual.alpha // 2
        ),
    }


def _measured(bench: trial.Bench) -> tuple[dict[str, sensitivity.Layer], float]:
    begun = time.process_time()
    options = replace(bench.options, targets=RICH_TARGETS)
    session = trial.prepare(bench.model(), bench.learn, options, 4)
    measuring = sensitivity.measuring(session)
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            return end.value, round(time.process_time() - begun, 1)


def _arm(
    bench: trial.Bench, name: str, options: TrainingOptions, steps: int, seed: int, base: float
) -> harness.Row:
    done = bench.trial(steps, options, seed=seed)
    weights = from_tensors(done.session.adapter, options.rank, options.alpha)
    gain, size = base - done.loss, weights.bytes / MIB
    kinds = Counter(path.rpartition(".")[2].removesuffix("_proj") for path in weights.layers)
    return {
        "layers": name,
        "seed": seed,
        "matrices": ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())),
        "MiB": round(size, 2),
        "steps": steps,
        "perplexity": round(done.perplexity, 3),
        "gain, nats a token": round(gain, 4),
        "gain a MiB": round(gain / size, 4),
        "CPU seconds": round(done.processor_seconds),
    }


def _bars(rows: list[harness.Row]) -> list[harness.Bar]:
    def total(name: str, column: str) -> float:
        return float(sum(row[column] for row in rows if row["layers"] == name))

    half, everything = "chosen, half the bytes of all", "all linear layers"
    gain = total(half, "gain, nats a token") / total(everything, "gain, nats a token")
    size = total(half, "MiB") / total(everything, "MiB")
    return [
        harness.Bar("chosen: share of the gain of all", round(gain, 3), GAIN_KEPT, "min"),
        harness.Bar("chosen: share of the bytes of all", round(size, 3), SHARE, "max"),
    ]


if __name__ == "__main__":
    sys.exit(main())
