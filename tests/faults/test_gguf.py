"""A GGUF file with false sizes is found out before any library parses it."""

import contextlib
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.errors import UserError
from adapters.gguf_header import GgufError, read_header
from engine.model.source import inspect
from tests.tiny_gguf import write_tiny_gguf

MAGIC = b"GGUF" + struct.pack("<I", 3)
HUGE = 2**64 - 1


@pytest.fixture(scope="module")
def sound(tiny_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tiny_model, tmp_path_factory.mktemp("gguf") / "tiny.gguf")


def text(value: bytes) -> bytes:
    return struct.pack("<Q", len(value)) + value


def entry(key: bytes, kind: int, value: bytes) -> bytes:
    return text(key) + struct.pack("<I", kind) + value


def tensor(
    name: bytes = b"t", shape: tuple[int, ...] = (32,), kind: int = 0, at: int = 0
) -> bytes:
    sizes = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
    return text(name) + sizes + struct.pack("<IQ", kind, at)


def file(tensors: list[bytes], entries: list[bytes], data: int = 128) -> bytes:
    head = MAGIC + struct.pack("<QQ", len(tensors), len(entries)) + b"".join(entries + tensors)
    return head + bytes(-len(head) % 32 + data)


def test_a_sound_file(sound: Path) -> None:
    header = read_header(sound)
    assert header.metadata["general.architecture"] == "llama"
    assert {"token_embd.weight", "blk.1.ffn_down.weight"} <= {t.name for t in header.tensors}
    source = inspect(sound)
    assert (source.kind, source.model_type, source.context_length) == ("gguf", "llama", 512)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"GGML" + bytes(100),
        b"GGUF" + struct.pack("<I", 99) + bytes(100),
        MAGIC + struct.pack("<QQ", HUGE, 0) + bytes(100),
        MAGIC + struct.pack("<QQ", 0, HUGE) + bytes(100),
        MAGIC + struct.pack("<QQ", 0, 1) + struct.pack("<Q", HUGE) + bytes(100),
        file([], [entry(b"k", 8, struct.pack("<Q", 2**40))]),
        file([], [entry(b"k", 9, struct.pack("<IQ", 4, 2**62))]),
        file([], [entry(b"k", 9, struct.pack("<IQ", 8, 2**62))]),
        file([], [entry(b"k", 9, struct.pack("<IQ", 9, 1))]),
        file([], [entry(b"k", 77, b"")]),
        file([], [entry(b"k", 4, bytes(4)), entry(b"k", 4, bytes(4))]),
        file([tensor(shape=(2**32, 2**32))], []),
        file([tensor(shape=(2**63, 2))], []),
        file([tensor(shape=(33,))], []),
        file([tensor(at=32)], []),
        file([tensor(at=2**63)], []),
        file([tensor(at=1)], []),
        file([tensor(kind=9999)], []),
        file([tensor(kind=12, shape=(33,))], []),
        file([tensor(shape=(1,) * 9)], []),
        file([tensor(), tensor()], []),
        file([tensor()], [entry(b"general.alignment", 4, struct.pack("<I", 0))]),
    ],
)
def test_false_sizes_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "false.gguf"
    path.write_bytes(content)
    with pytest.raises(GgufError):
        read_header(path)
    with pytest.raises(UserError, match=r"false\.gguf"):
        inspect(path)


def test_the_smallest_sound_file(tmp_path: Path) -> None:
    """What the cases above spoil is sound itself."""
    path = tmp_path / "small.gguf"
    path.write_bytes(file([tensor()], [entry(b"k", 9, struct.pack("<IQ", 8, 1) + text(b"x"))]))
    assert read_header(path).tensors[0].elements == 32


def test_cut_off_anywhere(sound: Path, tmp_path: Path) -> None:
    whole = sound.read_bytes()
    path = tmp_path / "cut.gguf"
    for length in range(0, len(whole) - 64, len(whole) // 60):
        path.write_bytes(whole[:length])
        with pytest.raises(GgufError):
            read_header(path)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(at=st.integers(0, 3000), value=st.binary(min_size=1, max_size=8))
def test_spoiled_bytes_end_in_one_error(
    sound: Path, tmp_path: Path, at: int, value: bytes
) -> None:
    spoiled = bytearray(sound.read_bytes())
    spoiled[at : at + len(value)] = value
    path = tmp_path / "spoiled.gguf"
    path.write_bytes(spoiled)
    with contextlib.suppress(GgufError):
        read_header(path)


def test_parts_and_empty_models_are_refused(tmp_path: Path) -> None:
    part = tmp_path / "model-00001-of-00002.gguf"
    part.write_bytes(file([tensor()], []))
    with pytest.raises(UserError, match="several parts"):
        inspect(part)
    empty = tmp_path / "empty.gguf"
    empty.write_bytes(file([], []))
    with pytest.raises(UserError, match="no model"):
        inspect(empty)


def test_a_long_template_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.gguf"
    entries = [
        entry(b"general.architecture", 8, text(b"llama")),
        entry(b"tokenizer.chat_template", 8, text(b"x" * 100_001)),
    ]
    path.write_bytes(file([tensor()], entries))
    with pytest.raises(UserError, match="100 kB"):
        inspect(path)
