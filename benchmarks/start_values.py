"""Do start values that know the 4-bit base, or the notes, learn more at equal steps?

Three beginnings of one adapter on q and v of the NF4 base, with the same notes, steps and seeds:

- usual: A drawn, B zero, so the voice begins as the base (Hu et al. 2021, arXiv 2106.09685);
- residual: the best product of that rank to what rounding to 4 bits took away (LoftQ with one
  step, Li et al. 2023, arXiv 2310.08659), which needs the 16-bit weights;
- gradient: B zero, and for A the directions in which the first batches of the notes would change
  the layer most (after LoRA-GA, Wang et al. 2024, arXiv 2407.05000), as large as a drawn A.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import torch
from torch import nn

from adapters.voice import lora
from adapters.voice.session import Session
from adapters.voice.weights import LORA_NAME, LayerWeights, VoiceWeights, from_tensors
from benchmarks import harness, trial
from benchmarks.first_gradients import first_gradients

TITLE = "What a voice begins with, at equal steps"
STEPS, QUICK_STEPS = 24, 2
HELD_OUT = 0.06  # of the notes
Begin = Callable[[Session], None]


def main(arguments: list[str] | None = None) -> int:
    parser = harness.training_options(TITLE)
    parser.add_argument("--gguf", type=Path, help="the 16-bit base (usual: the starter's)")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--seeds", type=int, default=2)
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 18, chosen)
    bench = trial.Bench(chosen.model, chosen.notes, HELD_OUT, 40 if chosen.quick else None)
    beginnings = _beginnings(bench, chosen)
    rows = [
        _row(bench, name, begin, QUICK_STEPS if chosen.quick else chosen.steps, seed)
        for seed in range(1 if chosen.quick else chosen.seeds)
        for name, begin in beginnings.items()
    ]
    return harness.report(TITLE, rows, [], chosen)


def _beginnings(bench: trial.Bench, chosen: argparse.Namespace) -> dict[str, Begin]:
    exact = trial.sixteen_bit(bench.loaded, chosen.gguf).model
    return {
        "usual": lambda _: None,
        "residual of the 4-bit base": lambda session: _from_residual(session, exact),
        "along the first gradients": _along_gradients,
    }


def _row(bench: trial.Bench, name: str, begin: Begin, steps: int, seed: int) -> harness.Row:
    begun: list[float] = []

    def prepared(session: Session) -> None:
        begin(session)
        begun.append(trial.measured(session, bench.held_out))

    done = bench.trial(steps, seed=seed, begin=prepared)
    row = {
        "begins with": name,
        "seed": seed,
        "steps": steps,
        "perplexity at step 0": round(begun[0], 3),
        "perplexity": round(done.perplexity, 3),
        "CPU seconds": round(done.processor_seconds),
    }
    print(json.dumps(row), file=sys.stderr, flush=True)
    return row


def _from_residual(session: Session, exact: nn.Module) -> None:
    """The first singular vectors of W - NF4(W), each side with the root of the values."""
    options, scale = session.options, session.options.alpha / session.options.rank
    drawn = from_tensors(session.adapter, options.rank, options.alpha)
    layers = {}
    for path in drawn.layers:
        rounded = session.model.get_submodule(path).base_layer.weight
        difference = exact.get_submodule(path).weight.float() - _dequantised(rounded)
        u, s, v = torch.linalg.svd(difference / scale, full_matrices=False)
        root = s[: options.rank].sqrt()
        a, b = root[:, None] * v[: options.rank], u[:, : options.rank] * root
        layers[path] = LayerWeights(a.contiguous(), b.contiguous())
    lora.start_from(session.adapter, VoiceWeights(options.rank, options.alpha, layers), scale)


def _dequantised(weight: torch.Tensor) -> torch.Tensor:
    from bitsandbytes.functional import dequantize_4bit  # noqa: PLC0415 (slow to import)

    return dequantize_4bit(weight.data, weight.quant_state).float()  # type: ignore[attr-defined]


def _along_gradients(session: Session) -> None:
    gradients = first_gradients(session)
    with torch.no_grad():
        for name, parameter in session.adapter.items():
            found = LORA_NAME.fullmatch(name)
            assert found is not None
            if found["side"] == "A":
                directions = torch.linalg.svd(gradients[found["path"]], full_matrices=False).Vh
                wanted = directions[: parameter.shape[0]]
                parameter.copy_(wanted * parameter.norm() / wanted.norm())


if __name__ == "__main__":
    sys.exit(main())
