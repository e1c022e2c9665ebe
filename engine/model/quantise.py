"""From a model on disk to a folder in NF4: tensor by tensor, written aside, renamed when whole.

The folder can be loaded by transformers as it is. Conversion is always computed on the
processor: a model is there before anything of it is on a graphics card.
"""

import json
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import torch
from bitsandbytes.nn import Linear4bit
from transformers import AutoConfig, AutoTokenizer, PretrainedConfig, PreTrainedModel
from transformers.pytorch_utils import Conv1D

from adapters.wording import phrase
from engine.generation.prompt import end_of_turn
from engine.messages import Preparing
from engine.model import record
from engine.model.config_check import without_private
from engine.model.fingerprint import Fingerprint
from engine.model.record import CALIBRATED, PLAIN, Record
from engine.model.room import check_disk, check_memory
from engine.model.rounding import nf4
from engine.model.rounding.calibrated import calibrated
from engine.model.rounding.moments import Moments
from engine.model.shards import ShardWriter, sync
from engine.model.skeleton import (
    largest_layer,
    make_config,
    make_skeleton,
    quantised_layers,
)
from engine.model.source import Source
from engine.model.tensors import Named, can_stream, stream, whole

LISTENED = 0.4  # of the wait, where a model is calibrated
TOKENIZER_FILES = (
    "tokenizer.json",
    "tokenizer_config.json",
    "tokenizer.model",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "merges.txt",
    "chat_template.jinja",
    "generation_config.json",
)


def quantise(
    source: Source, target: Path, available: int | None = None
) -> Generator[Preparing, None, Path]:
    """Make the NF4 folder ``target`` and return it; a finished one is left as it is.

    ``available`` are the bytes of memory that may be taken (None: ask the system). Raises
    ``UserError`` before any work when memory or disk do not suffice. Closing the generator
    at any yield, or a kill, leaves no folder at ``target``.
    """
    if record.read(target) is not None:
        return target
    yield Preparing(phrase("progress", "Looking at the model"), 0.0)
    config = _config(source)
    skeleton = make_skeleton(config)
    streaming = can_stream(source, skeleton)
    check_memory(source, largest_layer(skeleton), streaming, available)
    check_disk(source, target)
    aside = _new_aside(target)
    try:
        yield from _fill(aside, source, skeleton, streaming, available)
        yield Preparing(phrase("progress", "Writing the model to the disk"), 0.99)
        sync(aside)
        _move(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return target


def _config(source: Source) -> PretrainedConfig:
    if source.kind == "folder":
        return make_config(source.model_type, source.config)
    read = AutoConfig.from_pretrained(
        source.path.parent, gguf_file=source.path.name, local_files_only=True
    )
    return make_config(read.model_type, without_private(read.to_dict()))


def _fill(
    aside: Path,
    source: Source,
    skeleton: PreTrainedModel,
    streaming: bool,
    available: int | None,
) -> Generator[Preparing, None, None]:
    skeleton.config.architectures = [type(skeleton).__name__]
    skeleton.config.dtype = torch.bfloat16
    skeleton.config.save_pretrained(aside)
    yield Preparing(phrase("progress", "Keeping the tokenizer"), 0.0)
    _keep_tokenizer(source, aside)
    _try_template(aside)  # one that is refused is refused before the long work
    moments = yield from _calibrate(calibrated(source, skeleton, aside, available))
    rounding = CALIBRATED if moments else PLAIN
    begins = LISTENED if moments else 0.0
    fingerprint, writer = Fingerprint(rounding), ShardWriter(aside)
    layers = quantised_layers(skeleton)
    done = 0
    for name, tensor in stream(source, skeleton) if streaming else whole(source):
        done += tensor.numel()
        fingerprint.add(name, tensor)
        path = name.removesuffix(".weight")
        for part, numbers in _converted(name, tensor, layers.get(path), moments.pop(path, None)):
            writer.add(part, numbers)
        fraction = min(begins + (0.95 - begins) * done / source.parameters, 0.95)
        yield Preparing(phrase("progress", "Converting the model to 4 bits"), fraction)
    writer.finish()
    _without_private(aside)
    _write_record(aside, source, skeleton.config, fingerprint.finish(aside), rounding)


def _calibrate(listening: Generator[float, None, Moments]) -> Generator[Preparing, None, Moments]:
    while True:
        try:
            fraction = LISTENED * next(listening)
        except StopIteration as end:
            moments: Moments = end.value
            return moments
        yield Preparing(
            phrase("progress", "Listening to the model before it is rounded"), fraction
        )


def _converted(
    name: str, tensor: torch.Tensor, layer: Linear4bit | None, moments: torch.Tensor | None
) -> Iterator[Named]:
    """A 4-bit weight becomes its codes and scales; anything else is kept in 16 bits."""
    if layer is None:
        half = tensor.is_floating_point() and tensor.dtype != torch.float16
        yield name, tensor.to(torch.bfloat16) if half else tensor
        return
    weight = tensor.T if issubclass(layer.source_cls, Conv1D) else tensor
    codes, state = nf4.rounded(weight.contiguous(), moments)
    yield name, codes
    for part, numbers in state.as_dict(packed=True).items():
        yield f"{name}.{part}", numbers


def _keep_tokenizer(source: Source, aside: Path) -> None:
    if source.kind == "gguf":
        tokenizer = AutoTokenizer.from_pretrained(
            source.path.parent, gguf_file=source.path.name, local_files_only=True
        )
        tokenizer.save_pretrained(aside)
        return
    for name in TOKENIZER_FILES:
        if (source.path / name).is_file():
            shutil.copyfile(source.path / name, aside / name)


def _try_template(folder: Path) -> None:
    """Raises ``UserError`` when the model's chat template goes beyond a limit."""
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    if tokenizer.chat_template:
        end_of_turn(tokenizer)


def _without_private(aside: Path) -> None:
    values = json.loads((aside / "config.json").read_text(encoding="utf-8"))
    (aside / "config.json").write_text(json.dumps(without_private(values), indent=1))


def _write_record(
    aside: Path, source: Source, config: PretrainedConfig, fingerprint: str, rounding: str
) -> None:
    length = source.context_length or getattr(config, "max_position_embeddings", None) or 2048
    made = Record(
        name=source.name,
        fingerprint=fingerprint,
        source=source.path.name,
        source_kind=source.kind,
        parameters=source.parameters,
        context_length=length,
        rounding=rounding,
    )
    record.write(aside, made)


def _new_aside(target: Path) -> Path:
    """A fresh folder beside the target; those of processes that died are removed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for left in target.parent.glob(f".{target.name}.part-*"):
        if not _alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)
    aside = target.parent / f".{target.name}.part-{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    return aside


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _move(aside: Path, target: Path) -> None:
    """Give the folder its name. Where another process was quicker, its folder stays."""
    if target.exists() and record.read(target) is None:
        shutil.rmtree(target)  # of an older format, or not ours to load
    if not target.exists():
        aside.rename(target)
    sync_parent = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(sync_parent)
    finally:
        os.close(sync_parent)
