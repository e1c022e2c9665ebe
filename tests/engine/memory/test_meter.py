"""The memory meter: parts that add up, limits of containers, GPUs."""

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import pynvml
import pytest

from engine.memory import meter
from engine.memory.meter import Breakdown, Reading, breakdown
from engine.messages import Footprint

ROOT = Path(__file__).parents[3]
MIB = 2**20
PARTS = ("weights", "voices", "kv_cache", "training", "own", "other", "free")


def adds_up(memory: Breakdown) -> bool:
    return sum(getattr(memory, part) for part in PARTS) == memory.total


def test_a_reading_is_about_this_machine() -> None:
    now = meter.reading()
    assert now.device == "cpu"
    assert 0 < now.process < now.total <= psutil.virtual_memory().total
    assert now.process + now.others + now.available == now.total
    assert adds_up(breakdown(now))


def test_what_is_taken_shows() -> None:
    """In a process of its own, so that nothing was freed before that could be taken again."""
    code = (
        "from engine.memory import meter\n"
        "before = meter.reading()\n"
        "held = b'x' * (300 * 2**20)\n"
        "after = meter.reading()\n"
        "print(after.process - before.process)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    process = int(done.stdout)
    assert process == pytest.approx(300 * MIB, rel=0.03)


def test_the_meter_loads_no_torch() -> None:
    code = (
        "import sys; from engine.memory import meter, planner; meter.reading()\n"
        "assert not {'torch', 'numpy', 'transformers', 'PySide6'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_parts_are_cut_to_what_is_really_taken() -> None:
    measured = Reading("cpu", total=1000, available=500, process=300, others=200)
    held = Footprint("cpu", weights=250, voices=5, kv_cache=20, training=10)
    assert breakdown(measured, held) == Breakdown(
        "cpu",
        weights=250,
        voices=5,
        kv_cache=20,
        training=10,
        own=15,
        other=200,
        free=500,
        total=1000,
    )
    mapped = Footprint("cpu", weights=900, voices=5, kv_cache=20, training=10)
    cut = breakdown(measured, mapped)
    assert (cut.weights, cut.voices, cut.kv_cache, cut.training, cut.own) == (265, 5, 20, 10, 0)
    assert adds_up(cut)
    assert cut.used == 500


def test_what_another_device_holds_is_not_counted_here() -> None:
    measured = Reading("cpu", total=1000, available=500, process=300, others=200)
    assert breakdown(measured, Footprint("cuda:0", weights=250)).weights == 0
    assert breakdown(measured).own == 300


def test_on_a_gpu_the_engine_knows_better_than_a_driver_that_sees_no_process() -> None:
    measured = Reading("cuda:0", total=1000, available=600, process=0, others=400)
    split = breakdown(measured, Footprint("cuda:0", weights=250, kv_cache=50))
    assert (split.weights, split.kv_cache, split.own, split.other) == (250, 50, 0, 100)
    assert adds_up(split)


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A control group two levels deep, in place of the system's."""
    folder = tmp_path / "cgroup" / "slice" / "app"
    folder.mkdir(parents=True)
    monkeypatch.setattr(meter, "_own_group", lambda: folder)
    return folder


def limit(folder: Path, bound: str, used: int, cached: int, version: int = 2) -> None:
    names = {
        2: ("memory.max", "memory.current", "inactive_file"),
        1: ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    }[version]
    (folder / names[0]).write_text(f"{bound}\n", encoding="ascii")
    (folder / names[1]).write_text(f"{used}\n", encoding="ascii")
    (folder / "memory.stat").write_text(f"anon 1\n{names[2]} {cached}\n", encoding="ascii")


@pytest.mark.parametrize("version", [1, 2])
def test_the_limit_of_a_container_counts(group: Path, version: int) -> None:
    limit(group, str(2048 * MIB), used=600 * MIB, cached=100 * MIB, version=version)
    now = meter.reading()
    assert now.total == 2048 * MIB
    assert now.available == 1548 * MIB  # cached pages can be given back
    assert adds_up(breakdown(now))


def test_the_narrowest_group_around_counts(group: Path) -> None:
    limit(group, "max", used=600 * MIB, cached=0)
    limit(group.parent, str(1024 * MIB), used=700 * MIB, cached=0)
    limit(group.parent.parent, str(4096 * MIB), used=900 * MIB, cached=0)
    assert (meter.reading().total, meter.reading().available) == (1024 * MIB, 324 * MIB)


@pytest.mark.parametrize("bound", ["max", "9223372036854771712", "nonsense"])
def test_no_limit_is_no_limit(group: Path, bound: str) -> None:
    limit(group, bound, used=MIB, cached=0, version=1 if bound.isdigit() else 2)
    assert meter.reading().total == psutil.virtual_memory().total


def test_a_full_group_leaves_nothing(group: Path) -> None:
    limit(group, str(100 * MIB), used=101 * MIB, cached=0)
    now = meter.reading()
    assert now.available == 0
    assert adds_up(breakdown(now))


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Two GPUs of 8 GiB as NVML would tell of them; gives the handles asked for."""
    asked: list[object] = []

    def by_index(index: int) -> str:
        asked.append(index)
        return f"GPU-{index}"

    def by_uuid(uuid: str) -> str:
        asked.append(uuid)
        return uuid

    me = SimpleNamespace(pid=meter.os.getpid(), usedGpuMemory=1000 * MIB)
    other = SimpleNamespace(pid=1, usedGpuMemory=None)
    for name, value in {
        "nvmlInit": lambda: None,
        "nvmlShutdown": lambda: None,
        "nvmlDeviceGetHandleByIndex": by_index,
        "nvmlDeviceGetHandleByUUID": by_uuid,
        "nvmlDeviceGetMemoryInfo": lambda _: SimpleNamespace(total=8192 * MIB, free=6000 * MIB),
        "nvmlDeviceGetComputeRunningProcesses": lambda _: [other, me],
    }.items():
        monkeypatch.setattr(pynvml, name, value)
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    return asked


def test_a_gpu_is_read_from_its_driver(driver: list[object]) -> None:
    assert meter.reading("cuda:1") == Reading(
        "cuda:1", 8192 * MIB, 6000 * MIB, process=1000 * MIB, others=1192 * MIB
    )
    assert driver == [1]
    assert meter.likely_device() == "cuda:0"


@pytest.mark.parametrize(("visible", "asked"), [("1", 1), ("1,0", 1), ("GPU-abc", "GPU-abc")])
def test_hidden_gpus_are_not_counted(
    driver: list[object], monkeypatch: pytest.MonkeyPatch, visible: str, asked: object
) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
    meter.reading("cuda:0")
    assert driver == [asked]


def test_no_gpu_is_said(driver: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert meter.likely_device() == "cpu"
    with pytest.raises(RuntimeError, match="no memory figures"):
        meter.reading("cuda:0")
    assert driver == []
