"""LoRA on the 16-bit base against QLoRA on its NF4 copy: what is learned, and at what cost?

Same notes, steps and seeds. Each arm runs in a process of its own, so that its peak of memory
is its own. The starter's 16-bit weights are those of its GGUF file, decoded. What full
fine-tuning would take, and what larger models would, is computed from their sizes, and says so.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from adapters.voice.options import TrainingOptions
from benchmarks import harness
from engine.memory import planner
from engine.memory.peak import Peak
from engine.memory.planner import Shape

TITLE = "LoRA on 16 bits against QLoRA on NF4"
STEPS, QUICK_STEPS = 24, 2
HELD_OUT = 0.04  # of the notes
MIB = 2**20
ADAM = 16  # bytes a parameter: 16-bit weight and gradient, float32 copy and two moments
# Llama 2 7B, from its makers' config.json: the size of model that the promise is about.
LARGE = Shape(4096, 11008, 32, 32, 32, 128, 32000, tied=False, context_length=4096)


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--gguf", type=Path, help="the 16-bit base (usual: the starter's)")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--case", help=argparse.SUPPRESS)  # base:seed
    chosen = parser.parse_args(arguments)
    if chosen.case:
        print(json.dumps(_measure(chosen)))
        return 0
    harness.begin(TITLE, 10, chosen)
    seeds = range(1 if chosen.quick else chosen.seeds)
    rows = [_child(chosen, f"{base}:{seed}") for seed in seeds for base in ("16-bit", "NF4")]
    return harness.report(TITLE, [*rows, *_computed(chosen.model)], [], chosen)


def _child(chosen: argparse.Namespace, case: str) -> harness.Row:
    command = [sys.executable, "-m", "benchmarks.lora_qlora", "--case", case]
    command += ["--model", str(chosen.model), "--notes", str(chosen.notes)]
    command += ["--steps", str(chosen.steps), *(["--quick"] if chosen.quick else [])]
    command += ["--gguf", str(chosen.gguf)] if chosen.gguf else []
    done = subprocess.run(command, cwd=harness.ROOT, check=True, stdout=subprocess.PIPE, text=True)
    row: harness.Row = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(row), file=sys.stderr, flush=True)
    return row


def _measure(chosen: argparse.Namespace) -> harness.Row:
    # The parent needs no torch.
    from adapters.voice.perplexity import pooled  # noqa: PLC0415
    from adapters.voice.weights import from_tensors  # noqa: PLC0415
    from benchmarks import trial  # noqa: PLC0415
    from engine.model.layout import weight_bytes  # noqa: PLC0415

    base, _, seed = chosen.case.partition(":")
    most = 30 if chosen.quick else None
    bench = trial.Bench(chosen.model, chosen.notes, HELD_OUT, most)
    if base == "16-bit":
        bench.loaded = trial.sixteen_bit(bench.loaded, chosen.gguf)
    before = pooled(bench.before()).perplexity
    steps = QUICK_STEPS if chosen.quick else chosen.steps
    peak = Peak("cpu")
    done = bench.trial(steps, seed=int(seed))
    peak.look()
    added = peak.most / MIB
    weights = weight_bytes(bench.loaded.model) / MIB
    voice = from_tensors(done.session.adapter, bench.options.rank, bench.options.alpha)
    return {
        "base": base,
        "training": f"measured, seed {seed}",
        "steps": steps,
        "perplexity before": round(before, 3),
        "after": round(done.perplexity, 3),
        "tokens a CPU second": round(done.tokens / done.processor_seconds, 1),
        "weights, MiB": round(weights),
        "added by training at its peak, MiB": round(added),
        "together, MiB": round(weights + added),
        "adapter, KiB": round(voice.bytes / 1024),
    }


def _computed(model: Path) -> list[harness.Row]:
    """What is known from sizes alone: weights and states, without activations."""
    starter = Shape.of(json.loads((model / "config.json").read_text(encoding="utf-8")))
    return [
        row
        for name, shape in (("starter", starter), ("a model of 7B", LARGE))
        for row in _of_shape(name, shape)
    ]


def _of_shape(name: str, shape: Shape) -> list[harness.Row]:
    adapter = planner.adapter_parameters(shape, TrainingOptions()) * ADAM
    four, sixteen = planner.weight_bytes(shape), 2 * shape.parameters

    def row(base: str, training: str, weights: int, added: int) -> dict[str, Any]:
        together = weights + added
        return {
            "base": f"{name}, {base}",
            "training": f"computed, {training}",
            "weights, MiB": round(weights / MIB),
            "added by training at its peak, MiB": round(added / MIB),
            "together, MiB": round(together / MIB),
            "times QLoRA": round(together / (four + adapter), 1),
        }

    return [
        row("float32", "none: weights alone", 4 * shape.parameters, 0),
        row("16-bit", "none: weights alone", sixteen, 0),
        row("NF4", "none: weights alone", four, 0),
        row("16-bit", "all weights, Adam", sixteen, (ADAM - 2) * shape.parameters),
        row("16-bit", "LoRA, Adam", sixteen, adapter),
        row("NF4", "LoRA, Adam (QLoRA)", four, adapter),
    ]


if __name__ == "__main__":
    sys.exit(main())
