"""Milestones of the start, for ``benchmarks`` and whoever wonders: TIMBRE_TRACE=1."""

import os
import sys
import time
from pathlib import Path

WANTED = bool(os.environ.get("TIMBRE_TRACE"))


def mark(name: str) -> None:
    """Print the milliseconds since the process began."""
    if WANTED:
        print(f"trace {name} {_age():.0f} ms", file=sys.stderr, flush=True)


def _age() -> float:
    # Field 22 of stat, in clock ticks after the machine's start; the name may hold spaces.
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000
