"""A voice in llama.cpp says what it says here: the most likely next token, position by position.

A voice is trained for a few minutes, exported by Timbre itself as GGUF, and loaded by llama.cpp
(the PyPI package llama-cpp-python) beside a float32 GGUF of the starter model. Here the voice is
worn on the same float32 weights, read by transformers. Both are given the same text, so every
position is judged by itself. Without llama-cpp-python there is nothing to compare with.
"""

import argparse
import importlib.util
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from gguf import GGUFReader, GGUFValueType, GGUFWriter, dequantize
from platformdirs import user_cache_path

from adapters.catalog import models
from adapters.catalog.database import Catalog
from adapters.voice.options import RICH_TARGETS, TrainingOptions
from benchmarks import harness
from benchmarks.harness import SAMPLES
from benchmarks.workplace import done, some, workplace
from engine.jobs import run_queue
from engine.messages import ExportVoice, LoadModel, Train, Trained, TrainingStep
from engine.places import Places

TITLE = "GGUF LoRA: a voice in llama.cpp and here"
POSITIONS, LONGEST = 640, 128  # positions in all, and in one piece of text
AGREE, APART = 97.0, 10.0  # per cent; points between with and without the voice
F32 = 0  # ggml's number of float32, for llama.cpp's cache of keys and values
WRITTEN_BY_ITSELF = ("GGUF.", "general.architecture", "general.file_type")
Numbers = np.ndarray[Any, np.dtype[np.float32]]


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    cache = user_cache_path("timbre") / "starter"
    parser.add_argument("--model", type=Path, default=cache / "nf4")
    parser.add_argument("--gguf", type=Path, default=cache / "SmolLM2-135M-Instruct.Q4_1.gguf")
    parser.add_argument(
        "--notes", type=Path, default=Path(os.environ.get("TIMBRE_NOTES") or SAMPLES)
    )
    parser.add_argument("--steps", type=int, default=60, help="of the training, at most")
    chosen = parser.parse_args(arguments)
    if importlib.util.find_spec("llama_cpp") is None:
        print(f"{TITLE}: skipped, because llama-cpp-python is not installed.")
        return 0
    harness.begin(TITLE, 20, chosen)
    with tempfile.TemporaryDirectory() as folder:
        rows = _measure(chosen, Path(folder))
    return harness.report(TITLE, rows, [] if chosen.quick else _bars(rows), chosen)


def _measure(chosen: argparse.Namespace, folder: Path) -> list[harness.Row]:
    base = in_float32(chosen.gguf, folder / "base-f32.gguf")
    adapter, peft = folder / "voice.gguf", folder / "peft"
    steps = _train(chosen, 3 if chosen.quick else chosen.steps, adapter, peft)
    pieces = _pieces(chosen.model, chosen.notes, 64 if chosen.quick else POSITIONS)
    with_voice, without = _here(base, peft, pieces)
    there_with, there_without = _there(base, adapter, pieces), _there(base, None, pieces)
    return [
        _row("the voice on both sides", with_voice, there_with, steps),
        _row("the voice here, the base in llama.cpp", with_voice, there_without, steps),
        _row("the base here, the voice in llama.cpp", without, there_with, steps),
        _row("the base on both sides", without, there_without, steps),
    ]


def _bars(rows: list[harness.Row]) -> list[harness.Bar]:
    shares = [row["same token, %"] for row in rows]
    return [
        harness.Bar("positions", rows[0]["positions"], 500, "min"),
        harness.Bar("the voice on both sides: same token, %", shares[0], AGREE, "min"),
        harness.Bar(
            "fewer without the voice in llama.cpp, points", shares[0] - shares[1], APART, "min"
        ),
        harness.Bar("fewer without the voice here, points", shares[0] - shares[2], APART, "min"),
    ]


def _row(what: str, here: Numbers, there: Numbers, steps: int) -> harness.Row:
    """Logits [positions, vocabulary] of both sides."""
    same = here.argmax(1) == there.argmax(1)
    return {
        "what": what,
        "steps trained": steps,
        "positions": len(same),
        "same token": int(same.sum()),
        "same token, %": round(float(same.mean()) * 100, 2),
        "mean difference of logits": round(float(np.abs(here - there).mean()), 5),
        "largest": round(float(np.abs(here - there).max()), 4),
    }


def in_float32(source: Path, target: Path) -> Path:
    """The same GGUF model with every number in float32, row by row as it is."""
    reader = GGUFReader(source)
    architecture = reader.fields["general.architecture"].contents()
    with closing(GGUFWriter(target, architecture)) as writer:
        for name, field in reader.fields.items():
            if not name.startswith(WRITTEN_BY_ITSELF):
                inner = field.types[-1] if field.types[0] == GGUFValueType.ARRAY else None
                writer.add_key_value(name, field.contents(), field.types[0], inner)
        for tensor in reader.tensors:
            writer.add_tensor(tensor.name, dequantize(tensor.data, tensor.tensor_type))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
    return target


def _train(chosen: argparse.Namespace, most: int, adapter: Path, peft: Path) -> int:
    """A voice on all linear layers, and both of its exports, as the window makes them.

    Gives the steps that it was trained.
    """
    from engine.engine import Engine  # noqa: PLC0415 (torch)
    from engine.jobs.exporting import export  # noqa: PLC0415

    options = TrainingOptions(targets=RICH_TARGETS, batch_tokens=256, epochs=3.0)
    with (
        workplace(chosen.model) as (places, catalog),
        some(chosen.notes, 24) as folder,
        closing(_engine(Engine, places, catalog)) as engine,
    ):
        command = Train(str(folder), "Benchmark", "olive", options)
        work = engine.handle(done(run_queue.train(engine.state, command)).command)
        trained = _stopped_after(engine, work, most)
        for form, path in (("gguf", adapter), ("peft", peft)):
            done(export(engine.state, ExportVoice(trained.voice, form, str(path))))
        return trained.steps


def _engine(make: Any, places: Places, catalog: Catalog) -> Any:
    engine = make(places, catalog, lambda _: None)
    done(engine.handle(LoadModel(models.everything(catalog)[0].id)))
    return engine


def _stopped_after(engine: Any, work: Any, steps: int) -> Trained:
    while True:
        try:
            update = next(work)
        except StopIteration as end:
            trained: Trained = end.value
            return trained
        if isinstance(update, TrainingStep):
            print(f"\rstep {update.step}, loss {update.loss:.3f} ", end="", file=sys.stderr)
            engine.state.training.stop_and_keep = update.step >= steps


def _pieces(model: Path, notes: Path, positions: int) -> list[list[int]]:
    """Text that the voice was not made from, as tokens."""
    from transformers import AutoTokenizer  # noqa: PLC0415

    tokenizer = AutoTokenizer.from_pretrained(model)
    texts = _texts(notes)
    pieces: list[list[int]] = []
    while sum(map(len, pieces)) < positions:
        room = positions - sum(map(len, pieces))
        pieces.append(tokenizer(next(texts))["input_ids"][: min(LONGEST, room)])
    return [piece for piece in pieces if piece]


def _texts(notes: Path) -> Iterator[str]:
    with some(notes, 60) as others:
        yield from [
            file.read_text("utf-8") for file in sorted(others.rglob("*")) if file.is_file()
        ]


@contextmanager
def _in_float32_here(base: Path) -> Iterator[Any]:
    """The model of transformers on the very numbers that llama.cpp reads."""
    import torch  # noqa: PLC0415
    from transformers import AutoModelForCausalLM, GgufConfig  # noqa: PLC0415

    with torch.inference_mode():
        yield AutoModelForCausalLM.from_pretrained(
            base.parent,
            gguf_file=base.name,
            quantization_config=GgufConfig(dequantize=True),
            dtype=torch.float32,
            attn_implementation="eager",
        ).eval()


def _here(base: Path, peft: Path, pieces: list[list[int]]) -> tuple[Numbers, Numbers]:
    """Logits with the voice, and without."""
    import torch  # noqa: PLC0415

    from adapters.voice import files  # noqa: PLC0415
    from adapters.voice.slot import VoiceSlot  # noqa: PLC0415

    def logits(model: Any) -> Numbers:
        found = [model(torch.tensor([piece])).logits[0].numpy() for piece in pieces]
        return np.concatenate(found)

    with _in_float32_here(base) as model:
        without = logits(model)
        VoiceSlot(model).put(files.load(peft, None))
        return logits(model), without


def _there(base: Path, adapter: Path | None, pieces: list[list[int]]) -> Numbers:
    """llama.cpp's logits; its cache of keys and values is in float32 as well."""
    from llama_cpp import Llama  # noqa: PLC0415

    model = Llama(
        str(base),
        lora_path=str(adapter) if adapter else None,
        n_ctx=LONGEST,
        n_batch=LONGEST,
        logits_all=True,
        type_k=F32,
        type_v=F32,
        verbose=False,
    )
    found = []
    for piece in pieces:
        model.reset()
        model.eval(piece)
        found.append(model.scores[: len(piece)].copy())
    model.close()
    return np.concatenate(found)


if __name__ == "__main__":
    sys.exit(main())
