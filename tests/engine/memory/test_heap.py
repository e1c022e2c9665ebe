"""Freed memory leaves the process."""

import ctypes
import subprocess
import sys

import pytest

CHILD = """
import ctypes
from engine.memory import heap, meter

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.malloc.argtypes = [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
blocks = [libc.malloc(64 * 1024) for _ in range(2000)]
for block in blocks:
    ctypes.memset(block, 1, 64 * 1024)
for block in blocks[:-1]:  # the last one lies above: the heap cannot shrink by itself
    libc.free(block)
before = meter.reading("cpu").process
heap.give_back()
print(before - meter.reading("cpu").process)
"""


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="needs glibc")
def test_holes_go_back_to_the_system() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 60 * 2**20
