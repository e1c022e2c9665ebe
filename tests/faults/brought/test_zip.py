"""Fault 21: zips that lead elsewhere, lie or explode."""

import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from adapters.voice.validate import CONFIG, WEIGHTS
from engine.jobs.state import State
from tests.faults.brought.bringing import MANIFEST, refuse


def entry(name: str, mode: int = stat.S_IFREG | 0o600) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("x")
    made.filename = name  # ZipInfo itself would tidy it
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (entry("../../voices/evil"), "outside of itself"),
        (entry("inside/../../evil"), "outside of itself"),
        (entry("/etc/cron.d/evil"), "outside of itself"),
        (entry("C:\\evil"), "outside of itself"),
        (entry("..\\evil"), "outside of itself"),
        (entry("line\nbreak"), "outside of itself"),
        (entry("link", stat.S_IFLNK | 0o777), "links or devices"),
        (entry("pipe", stat.S_IFIFO | 0o600), "links or devices"),
        (entry("device", stat.S_IFCHR | 0o600), "links or devices"),
        (entry("ADAPTER_CONFIG.JSON"), "one name"),
    ],
)
def test_names_and_kinds_that_lead_elsewhere(
    state: State, sound: Path, tmp_path: Path, made: zipfile.ZipInfo, why: str
) -> None:
    for source in ("v.zip", "v.timbre-voice"):
        path = tmp_path / f"bad-{source}"
        path.write_bytes((sound / source).read_bytes())
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(made, "/etc/passwd")
            if why == "one name" and source == "v.timbre-voice":
                archive.writestr(entry(MANIFEST.upper()), "{}")
        refuse(state, path, why)
    assert sorted(p.name for p in tmp_path.iterdir() if "evil" in p.name) == []


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_the_same_name_twice(state: State, sound: Path) -> None:
    with zipfile.ZipFile(sound / "v.zip", "a") as archive:
        archive.writestr(CONFIG, "{}")
    refuse(state, sound / "v.zip", "one name")


def test_a_bomb(state: State, sound: Path) -> None:
    with zipfile.ZipFile(sound / "v.zip", "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(64 * 2**20))
    assert (sound / "v.zip").stat().st_size < 200_000
    refuse(state, sound / "v.zip", "far more than it is")


def test_a_bomb_that_lies_about_its_size(state: State, sound: Path, tmp_path: Path) -> None:
    """The entry says that it is small; it is read no further than that, and does not fit."""
    with zipfile.ZipFile(tmp_path / "lie.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(CONFIG, (sound / "peft" / CONFIG).read_bytes())
        archive.writestr(WEIGHTS, bytes(64 * 2**20))
    data = (tmp_path / "lie.zip").read_bytes()
    false = data.replace(struct.pack("<I", 64 * 2**20), struct.pack("<I", 4096))
    (tmp_path / "lie.zip").write_bytes(false)
    refuse(state, tmp_path / "lie.zip", "damaged")


def test_too_many_files_a_password_several_adapters(
    state: State, sound: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}/{CONFIG}", "")
    refuse(state, tmp_path / "many.zip", "too many")
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for name in ("one", "two"):
            archive.writestr(f"{name}/{CONFIG}", "{}")
            archive.writestr(f"{name}/{WEIGHTS}", "{}")
    refuse(state, tmp_path / "two.zip", "several adapters")
    locked = bytearray((sound / "v.zip").read_bytes())
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    (sound / "v.zip").write_bytes(locked)
    refuse(state, sound / "v.zip", "password")


@pytest.mark.parametrize("honest", [True, False])
@pytest.mark.parametrize("name", ["v.zip", "v.timbre-voice"])
def test_millions_of_entries_are_never_listed(
    state: State, tmp_path: Path, name: str, honest: bool
) -> None:
    """Neither where the directory says its length, nor where a pointer leads to a shorter one."""
    write_endless(tmp_path / name, 2_000_000, honest)
    tracemalloc.start()
    try:
        refuse(state, tmp_path / name, "too many")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * 2**20


def write_endless(path: Path, entries: int, honest: bool) -> None:
    header = b"PK\x01\x02" + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    length = len(header) * entries

    def record(size: int) -> bytes:
        return struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, 0)

    with path.open("wb") as file:
        for _ in range(entries // 10_000):
            file.write(header * 10_000)
        file.write(record(100) + record(length))
        at = length + (56 if honest else 0)
        file.write(struct.pack("<4sIQI", b"PK\x06\x07", 0, at, 1))
        file.write(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, 100, 0, 0))
