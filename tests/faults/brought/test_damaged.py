"""Faults 11 and 12: files that are cut off, of another kind, or differ in one bit."""

import os
import zipfile
from pathlib import Path

import pytest

from adapters.voice.validate import WEIGHTS
from engine.jobs.state import State
from tests.faults.brought.bringing import refuse, rewritten


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body>404 Not Found</body></html>",
        (2**60).to_bytes(8, "little") + b"{}",
        (90_000_000).to_bytes(8, "little") + b"{}",
        (8).to_bytes(8, "little") + b"[1,2,3] ",
    ],
)
def test_weights_that_are_none(state: State, sound: Path, content: bytes) -> None:
    (sound / "peft" / WEIGHTS).write_bytes(content)
    refuse(state, sound / "peft", r"adapter_model\.safetensors")


def test_no_file_no_folder_a_pipe_a_device(state: State, sound: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gguf")
    empty = tmp_path / "empty"
    empty.mkdir()
    html = tmp_path / "voice.zip"
    html.write_text("<html>404</html>")
    refuse(state, tmp_path / "nowhere", "no such file")
    refuse(state, tmp_path / "pipe.gguf", "no such file")
    refuse(state, Path("/dev/zero"), "no such file")
    refuse(state, empty, "There is no “adapter_config.json”")
    refuse(state, html, "holds no voice")
    (sound / "peft" / WEIGHTS).unlink()
    (sound / "peft" / WEIGHTS).symlink_to("/dev/zero")
    refuse(state, sound / "peft", "There is no “adapter_model.safetensors”")


@pytest.mark.parametrize("name", ["v.timbre-voice", "v.zip"])
def test_one_flipped_bit_anywhere_in_what_is_kept(state: State, sound: Path, name: str) -> None:
    """An archive by its hashes, and any zip by the checksums of its entries."""
    whole = (sound / name).read_bytes()
    with zipfile.ZipFile(sound / name) as archive:
        spans = [(e.header_offset + 30 + len(e.filename), e.file_size) for e in archive.infolist()]
    path = sound / f"flipped-{name}"
    for start, size in spans:
        for at in (start, start + size // 2, start + size - 1):
            flipped = bytearray(whole)
            flipped[at] ^= 4
            path.write_bytes(flipped)
            refuse(state, path, "damaged")


def test_an_archive_whose_checksums_were_made_to_fit(
    state: State, sound: Path, tmp_path: Path
) -> None:
    """Zip's own checksum is right again; the hash is not."""

    def flip(files: dict[str, bytes]) -> None:
        name = next(name for name in files if name.endswith(WEIGHTS))
        data = bytearray(files[name])
        data[-2] ^= 1
        files[name] = bytes(data)

    rewritten(sound / "v.timbre-voice", tmp_path / "bad.timbre-voice", flip)
    refuse(state, tmp_path / "bad.timbre-voice", "has changed since")


@pytest.mark.parametrize("name", ["v.timbre-voice", "v.zip", "v.gguf"])
def test_cut_off_anywhere(state: State, sound: Path, name: str) -> None:
    whole = (sound / name).read_bytes()
    cut = sound / f"cut-{name}"
    for length in range(0, len(whole) - 1, len(whole) // 9):
        cut.write_bytes(whole[:length])
        refuse(state, cut, "was not imported")
