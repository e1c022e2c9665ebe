"""Fault 19 for adapters: GGUF files that are none, or announce what is not there."""

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gguf import GGUFWriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.errors import UserError
from adapters.voice.exchange.gguf_read import GgufAdapter
from engine.jobs.state import State
from tests.faults.brought.bringing import HUGE, refuse


def adapter(path: Path, **changes: Any) -> Path:
    """A GGUF adapter with something that is not as it should be."""
    told = {"general": "adapter", "kind": "lora", "alpha": 8.0, "name": "attn_v", "rank": 2}
    told |= changes
    writer = GGUFWriter(path, "llama")
    writer.add_type(told["general"])
    writer.add_string("adapter.type", told["kind"])
    writer.add_float32("adapter.lora.alpha", told["alpha"])
    a = told.get("a", np.ones((told["rank"], 128), np.float32))
    b = told.get("b", np.ones((64, told["rank"]), np.float32))
    writer.add_tensor(f"blk.0.{told['name']}.weight.lora_a", a)
    if told.get("both", True):
        writer.add_tensor(f"blk.0.{told['name']}.weight.lora_b", b)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"general": "model"}, "no LoRA adapter"),
        ({"kind": "control_vector"}, "no LoRA adapter"),
        ({"alpha": float("nan")}, "alpha"),
        ({"alpha": -1.0}, "alpha"),
        ({"rank": 257}, "do not fit"),
        ({"both": False}, "do not fit"),
        ({"a": np.ones((3, 128), np.float32)}, "do not fit"),
        ({"a": np.ones((2, 4, 128), np.float32)}, "more than layers"),
        ({"a": np.ones((2, 128), np.int32)}, "more than layers"),
        ({"a": np.full((2, 128), np.inf, np.float32)}, "not finite"),
        ({"name": "../../evil"}, "fit none of your models"),
        ({"name": "attn_output"}, "fit none of your models"),
    ],
)
def test_gguf_adapters_that_are_none(
    state: State, sound: Path, tmp_path: Path, changes: dict[str, Any], why: str
) -> None:
    del sound  # there is a model that a sound one would fit
    refuse(state, adapter(tmp_path / "bad.gguf", **changes), why)


def test_gguf_with_false_sizes(state: State, sound: Path, tmp_path: Path) -> None:
    whole = (sound / "v.gguf").read_bytes()
    name = b"blk.0.attn_q.weight.lora_a"
    at = whole.index(name) + len(name) + 4
    for false in (HUGE, 2**40, 0):
        bent = bytearray(whole)
        bent[at : at + 8] = struct.pack("<Q", false)
        (tmp_path / "false.gguf").write_bytes(bent)
        refuse(state, tmp_path / "false.gguf", "was not imported")
    for count in (4, 8):  # of tensors, of entries
        bent = bytearray(whole)
        bent[count + 4 : count + 12] = struct.pack("<Q", HUGE)
        (tmp_path / "false.gguf").write_bytes(bent)
        refuse(state, tmp_path / "false.gguf", "not a sound GGUF")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(at=st.integers(0, 1500), value=st.binary(min_size=1, max_size=8))
def test_spoiled_heads_of_gguf_end_in_one_error_or_a_voice(
    sound: Path, tmp_path: Path, at: int, value: bytes
) -> None:
    bent = bytearray((sound / "v.gguf").read_bytes())
    bent[at : at + len(value)] = value
    path = tmp_path / "bent.gguf"
    path.write_bytes(bent)
    try:
        GgufAdapter(path)
    except UserError:
        return
