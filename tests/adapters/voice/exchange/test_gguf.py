"""GGUF LoRA, both ways: names, shapes and order of rows as llama.cpp has them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from gguf import GGMLQuantizationType, GGUFReader, GGUFWriter, quantize

from adapters.errors import UserError
from adapters.voice.exchange.base import Base
from adapters.voice.exchange.gguf_names import to_halves, to_pairs
from adapters.voice.exchange.gguf_read import GgufAdapter
from adapters.voice.exchange.gguf_write import write_gguf
from adapters.voice.exchange.told import Told
from adapters.voice.weights import LayerWeights, VoiceWeights

TOLD = Told("Ferns", "Tiny", "a" * 64)
QUERY = "model.layers.1.self_attn.q_proj"
# The tiny model: width 128, 4 heads, 2 heads of keys and values, 256 inside.
SHAPES = {
    "attn_q": (128, 128),
    "attn_k": (128, 64),
    "attn_v": (128, 64),
    "attn_output": (128, 128),
    "ffn_gate": (128, 256),
    "ffn_up": (128, 256),
    "ffn_down": (256, 128),
}


def same(one: VoiceWeights, other: VoiceWeights) -> bool:
    """Bit for bit."""
    return one.layers.keys() == other.layers.keys() and all(
        torch.equal(pair.a, other.layers[path].a) and torch.equal(pair.b, other.layers[path].b)
        for path, pair in one.layers.items()
    )


def write(path: Path, base: Base, voice: VoiceWeights) -> Path:
    write_gguf(voice, path, base, TOLD)
    return path


def test_what_is_written_is_read_bit_for_bit(
    voice: VoiceWeights, base: Base, tmp_path: Path
) -> None:
    adapter = GgufAdapter(write(tmp_path / "ferns.gguf", base, voice))
    again = adapter.weights_on(base)
    assert again is not None
    assert (again.rank, again.alpha, adapter.told) == (4, 12.0, TOLD)
    assert same(again, voice)


def test_names_shapes_and_metadata_are_those_of_llama_cpp(
    voice: VoiceWeights, base: Base, tmp_path: Path
) -> None:
    reader = GGUFReader(write(tmp_path / "ferns.gguf", base, voice))
    fields = {name: reader.fields[name].contents() for name in reader.fields}
    assert fields["general.type"] == "adapter"
    assert fields["general.architecture"] == "llama"
    assert fields["adapter.type"] == "lora"
    assert fields["adapter.lora.alpha"] == 12.0
    found = {tensor.name: tuple(tensor.shape.tolist()) for tensor in reader.tensors}
    expected = {}
    for block in (0, 1):
        for name, (inputs, outputs) in SHAPES.items():
            expected[f"blk.{block}.{name}.weight.lora_a"] = (inputs, 4)
            expected[f"blk.{block}.{name}.weight.lora_b"] = (4, outputs)
    assert found == expected


def test_rows_of_queries_and_keys_are_in_llama_cpps_order(
    voice: VoiceWeights, base: Base, tmp_path: Path
) -> None:
    """Row 1 of a head there is the first row of its second half here."""
    reader = GGUFReader(write(tmp_path / "ferns.gguf", base, voice))
    written = {tensor.name: tensor.data for tensor in reader.tensors}
    for name, layer, head_rows in (("attn_q", "q_proj", 32), ("attn_k", "k_proj", 32)):
        ours = voice.layers[f"model.layers.1.self_attn.{layer}"].b.numpy()
        theirs = written[f"blk.1.{name}.weight.lora_b"]
        assert np.array_equal(theirs[1], ours[head_rows // 2])
        assert np.array_equal(theirs[2], ours[1])
        assert np.array_equal(theirs[head_rows], ours[head_rows])
    plain = voice.layers["model.layers.1.self_attn.v_proj"].b.numpy()
    assert np.array_equal(written["blk.1.attn_v.weight.lora_b"], plain)


def test_an_architecture_whose_rows_stay(voice: VoiceWeights, base: Base, tmp_path: Path) -> None:
    other = replace(base, kind="qwen2")
    reader = GGUFReader(write(tmp_path / "ferns.gguf", other, voice))
    written = {tensor.name: tensor.data for tensor in reader.tensors}
    assert np.array_equal(written["blk.1.attn_q.weight.lora_b"], voice.layers[QUERY].b.numpy())
    assert reader.fields["general.architecture"].contents() == "qwen2"
    # The same file on a base of another architecture is no voice for it.
    assert GgufAdapter(tmp_path / "ferns.gguf").weights_on(base) is None


def test_the_order_of_rows_and_back() -> None:
    rows = torch.arange(24.0).reshape(12, 2)
    assert to_pairs(rows, 2)[:, 0].tolist() == [0, 6, 2, 8, 4, 10, 12, 18, 14, 20, 16, 22]
    assert torch.equal(to_halves(to_pairs(rows, 2), 2), rows)


def test_layers_of_another_rank_compute_the_same(
    voice: VoiceWeights, base: Base, tmp_path: Path
) -> None:
    """llama.cpp divides alpha by the rank of each layer."""
    drawn = torch.Generator().manual_seed(3)
    wide = LayerWeights(torch.randn(8, 128, generator=drawn), torch.randn(128, 8, generator=drawn))
    mixed = replace(voice, layers={**voice.layers, QUERY: wide})
    adapter = GgufAdapter(write(tmp_path / "mixed.gguf", base, mixed))
    again = adapter.weights_on(base)
    assert again is not None
    for path, pair in mixed.layers.items():
        there = again.layers[path]
        change = pair.b @ pair.a * mixed.scale
        assert torch.allclose(there.b @ there.a * again.scale, change, rtol=1e-5, atol=1e-6)
    raw = {tensor.name: tensor.data for tensor in GGUFReader(tmp_path / "mixed.gguf").tensors}
    theirs = torch.tensor(raw["blk.1.attn_q.weight.lora_b"]) @ wide.a * (12.0 / 8)
    assert torch.allclose(to_halves(theirs, 4), wide.b @ wide.a * mixed.scale, atol=1e-4)


@pytest.mark.parametrize("kind", ["F16", "BF16", "Q8_0"])
def test_adapters_in_fewer_bits_are_read(base: Base, tmp_path: Path, kind: str) -> None:
    drawn = np.random.default_rng(1)
    a = drawn.standard_normal((32, 128), dtype=np.float32)
    b = drawn.standard_normal((64, 32), dtype=np.float32)
    path = tmp_path / "few.gguf"
    numbers = GGMLQuantizationType[kind]
    writer = foreign(path)
    for side, matrix in (("a", a), ("b", b)):
        writer.add_tensor(
            f"blk.0.attn_v.weight.lora_{side}", quantize(matrix, numbers), raw_dtype=numbers
        )
    finish(writer)
    weights = GgufAdapter(path).weights_on(base)
    assert weights is not None
    pair = weights.layers["model.layers.0.self_attn.v_proj"]
    assert np.allclose(pair.a.float().numpy(), a, atol=0.04)
    assert np.allclose(pair.b.float().numpy(), b, atol=0.04)


def test_without_alpha_nothing_is_multiplied(base: Base, tmp_path: Path) -> None:
    writer = foreign(tmp_path / "plain.gguf", alpha=None)
    writer.add_tensor("blk.0.attn_v.weight.lora_a", np.ones((2, 128), np.float32))
    writer.add_tensor("blk.0.attn_v.weight.lora_b", np.ones((64, 2), np.float32))
    finish(writer)
    adapter = GgufAdapter(tmp_path / "plain.gguf")
    weights = adapter.weights_on(base)
    assert weights is not None
    assert weights.scale == 1.0
    assert (adapter.told.name, adapter.told.base_name) == ("plain", "")


def test_an_unknown_architecture_is_said(voice: VoiceWeights, base: Base, tmp_path: Path) -> None:
    path = tmp_path / "ferns.gguf"
    with pytest.raises(UserError, match="names the layers of “mamba”"):
        write_gguf(voice, path, replace(base, kind="mamba"), TOLD)
    assert not path.exists()


def foreign(path: Path, alpha: float | None = 8.0, architecture: str = "llama") -> GGUFWriter:
    """What another program writes, without its tensors."""
    writer = GGUFWriter(path, architecture)
    writer.add_type("adapter")
    writer.add_string("adapter.type", "lora")
    if alpha is not None:
        writer.add_float32("adapter.lora.alpha", alpha)
    return writer


def finish(writer: GGUFWriter) -> None:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
