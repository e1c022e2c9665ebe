"""A voice as a GGUF LoRA adapter, as llama.cpp's ``--lora`` takes it beside the base's GGUF."""

import errno
import math
import os
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import numpy as np
import torch
from gguf import GGUFType, GGUFWriter, Keys

from adapters.errors import UserError
from adapters.gguf_header import GgufError, read_header
from adapters.voice.exchange import told as tellings
from adapters.voice.exchange.base import Base
from adapters.voice.exchange.gguf_names import KNOWN, heads_of, names, to_pairs
from adapters.voice.exchange.told import Told
from adapters.voice.weights import LayerWeights, VoiceWeights
from adapters.wording import phrase


def write_gguf(weights: VoiceWeights, path: Path, base: Base, told: Told) -> None:
    """Write a new file at ``path``. Raises ``UserError`` where the base has no such form,
    and ``OSError``."""
    table = names(base)
    unnamed = [layer for layer in weights.layers if layer not in table]
    if unnamed:
        raise _no_such_form(base)
    tensors = dict(_tensors(weights, base, table))
    with closing(GGUFWriter(path, KNOWN[base.kind].name)) as writer:
        _describe(writer, weights, told)
        for name, numbers in tensors.items():
            writer.add_tensor(name, numbers)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
    _check(path, tensors)


def _tensors(
    weights: VoiceWeights, base: Base, table: Mapping[str, str]
) -> Iterator[tuple[str, np.ndarray]]:
    for layer, pair in weights.layers.items():
        a, b = _sides(pair, weights, heads_of(layer, base))
        yield f"{table[layer]}.lora_a", a
        yield f"{table[layer]}.lora_b", b


def _check(path: Path, tensors: Mapping[str, np.ndarray]) -> None:
    """Read it back: on a full disk numpy's ``tofile`` leaves numbers out and says nothing."""
    try:
        header = read_header(path)
    except GgufError as error:
        raise OSError(errno.EIO, os.strerror(errno.EIO)) from error
    for tensor in header.tensors:
        start = header.data_start + tensor.offset
        found = np.fromfile(path, np.uint8, tensor.bytes, offset=start)
        if found.tobytes() != tensors[tensor.name].tobytes():
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def _describe(writer: GGUFWriter, weights: VoiceWeights, told: Told) -> None:
    writer.add_type(GGUFType.ADAPTER)
    writer.add_name(told.name)
    writer.add_base_model_count(1)
    writer.add_base_model_name(0, told.base_name)
    writer.add_string(Keys.Adapter.TYPE, "lora")
    writer.add_float32(Keys.Adapter.LORA_ALPHA, weights.alpha)
    writer.add_string(tellings.FINGERPRINT, told.fingerprint)


def _sides(
    pair: LayerWeights, weights: VoiceWeights, heads: int | None
) -> tuple[np.ndarray, np.ndarray]:
    """Both matrices in llama.cpp's order.

    It multiplies each layer by alpha / its own rank; a layer of another rank than the voice's
    has the difference in its B.
    """
    factor = pair.rank / weights.rank
    b = pair.b if math.isclose(factor, 1.0) else pair.b.float() * factor
    return _plain(pair.a), _plain(to_pairs(b, heads) if heads else b)


def _plain(side: torch.Tensor) -> np.ndarray:
    """numpy knows no bfloat16; in float32 each of its numbers is the same."""
    kept = side if side.dtype in (torch.float16, torch.float32) else side.float()
    return kept.contiguous().numpy()


def _no_such_form(base: Base) -> UserError:
    return UserError(
        phrase("errors", "The voice cannot be written as GGUF."),
        phrase(
            "errors",
            "Timbre does not know how llama.cpp names the layers of “{kind}” models.",
            kind=base.kind,
        ),
        phrase("errors", "Choose PEFT; llama.cpp's own script can convert that."),
    )
