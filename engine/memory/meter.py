"""How full the memory is: main memory, or that of the GPU in use. Loads no torch."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pynvml

from engine.messages import Footprint

CGROUP = Path("/sys/fs/cgroup")


@dataclass(frozen=True)
class Reading:
    """Bytes of one memory. ``total`` is what this process may use at most."""

    device: str  # "cpu" or "cuda:0"
    total: int
    available: int  # what could still be taken
    process: int  # taken by this process
    others: int  # taken by other programs


@dataclass(frozen=True)
class Breakdown:
    """A reading by use; all parts from ``weights`` to ``free`` add up to ``total``."""

    device: str
    weights: int
    voices: int
    kv_cache: int
    training: int
    own: int  # the rest of this program: window, libraries
    other: int  # other programs
    free: int
    total: int

    @property
    def used(self) -> int:
        return self.total - self.free


def reading(device: str = "cpu") -> Reading:
    """Measure now; takes well under a millisecond on the CPU.

    Raises ``RuntimeError`` when the driver cannot tell about a GPU.
    """
    return _gpu(int(device.partition(":")[2] or 0)) if device.startswith("cuda") else _main()


def likely_device() -> str:
    """The device that the engine will take, as far as the driver tells without torch."""
    try:
        with _driver():
            _handle(0)
    except (pynvml.NVMLError, IndexError):
        return "cpu"
    return "cuda:0"


def breakdown(measured: Reading, held: Footprint | None = None) -> Breakdown:
    """Split a reading by what the engine says that it holds.

    In main memory, weights mapped from a file and not yet touched are not taken, so the
    parts are cut to what the process has really taken. On a GPU the engine's figures are
    the better ones: in a container the driver does not know this process.
    """
    parts = _held(held) if held is not None and held.device == measured.device else {}
    used = measured.total - measured.available
    process = measured.process
    if measured.device != "cpu":
        process = min(used, max(process, sum(parts.values())))
    left = process
    for name, size in parts.items():
        parts[name] = min(size, left)
        left -= parts[name]
    return Breakdown(
        device=measured.device,
        weights=parts.get("weights", 0),
        voices=parts.get("voices", 0),
        kv_cache=parts.get("kv_cache", 0),
        training=parts.get("training", 0),
        own=left,
        other=used - process,
        free=measured.available,
        total=measured.total,
    )


def _held(held: Footprint) -> dict[str, int]:
    """The parts in the order in which they are cut: the smallest first, so that all show."""
    return {
        "voices": held.voices,
        "kv_cache": held.kv_cache,
        "training": held.training,
        "weights": held.weights,
    }


def _main() -> Reading:
    memory = psutil.virtual_memory()
    process = psutil.Process().memory_info().rss
    total, available = memory.total, memory.available
    for limit, used in _cgroup_limits():
        total = min(total, limit)
        available = min(available, max(0, limit - used))
    return _reading("cpu", total, available, process)


def _reading(device: str, total: int, available: int, process: int) -> Reading:
    process = min(process, total - available)
    return Reading(device, total, available, process, total - available - process)


def _cgroup_limits() -> list[tuple[int, int]]:
    """(limit, bytes in use) of every control group around this process that sets a limit."""
    group = _own_group()
    return [found for folder in (group, *group.parents) if (found := _limit(folder))]


def _own_group() -> Path:
    try:
        lines = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return CGROUP
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if not controllers:
            return CGROUP / path.lstrip("/")
        if "memory" in controllers.split(","):
            return CGROUP / "memory" / path.lstrip("/")
    return CGROUP


def _limit(folder: Path) -> tuple[int, int] | None:
    """Version 2 names first, then version 1. Cached file pages can be given back at once."""
    for limit, used, cached in (
        ("memory.max", "memory.current", "inactive_file"),
        ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
    ):
        try:
            bound = (folder / limit).read_text(encoding="ascii").strip()
            taken = int((folder / used).read_text(encoding="ascii"))
        except (OSError, ValueError):
            continue
        # "max", or a number beyond any memory, means no limit.
        if not bound.isdigit() or int(bound) >= 1 << 60:
            return None
        return int(bound), max(0, taken - _statistic(folder, cached))
    return None


def _statistic(folder: Path, name: str) -> int:
    try:
        lines = (folder / "memory.stat").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name + " ")), 0)


def _gpu(index: int) -> Reading:
    try:
        with _driver():
            handle = _handle(index)
            memory = pynvml.nvmlDeviceGetMemoryInfo(handle)
            process = _own_gpu_bytes(handle)
    except (pynvml.NVMLError, IndexError) as error:
        raise RuntimeError(f"the driver gives no memory figures: {error}") from error
    return _reading(f"cuda:{index}", int(memory.total), int(memory.free), process)


@contextmanager
def _driver() -> Iterator[None]:
    pynvml.nvmlInit()
    try:
        yield
    finally:
        pynvml.nvmlShutdown()


def _handle(index: int) -> object:
    """The GPU that CUDA numbers ``index``: CUDA_VISIBLE_DEVICES hides some and reorders."""
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    if visible is None:
        return pynvml.nvmlDeviceGetHandleByIndex(index)
    name = [part.strip() for part in visible.split(",") if part.strip()][index]
    if name.isdigit():
        return pynvml.nvmlDeviceGetHandleByIndex(int(name))
    return pynvml.nvmlDeviceGetHandleByUUID(name)


def _own_gpu_bytes(handle: object) -> int:
    """Zero in a container whose process numbers the driver does not know."""
    running = pynvml.nvmlDeviceGetComputeRunningProcesses(handle)
    own = [p.usedGpuMemory or 0 for p in running if p.pid == os.getpid()]
    return int(sum(own))
