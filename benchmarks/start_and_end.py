"""How soon the window is painted, and how soon the process is gone after it was closed.

    python3 main.py bench start_and_end

The program itself, on a new data folder, with the starter model where the set-up put it. It is
closed at moments in which its engine imports, loads, or waits.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # as a script, only its own folder is there

from benchmarks import harness
from benchmarks.harness import Bar, Row

TITLE = "First paint and closing"
STARTS = 5
CLOSED_AFTER = (0.7, 1.5, 2.5, 4.0, 6.0, 10.0)  # seconds from the process's start
PAINTED = re.compile(r"trace painted (\d+) ms")


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 1, chosen)
    rows, bars = _measure(chosen)
    return harness.report(TITLE, rows, bars, chosen)


def _measure(chosen: argparse.Namespace) -> tuple[list[Row], list[Bar]]:
    starts = 1 if chosen.quick else STARTS
    moments = CLOSED_AFTER[:1] if chosen.quick else CLOSED_AFTER
    with tempfile.TemporaryDirectory() as folder:
        _run(Path(folder), 2.0)  # warms the disk
        painted = [_run(Path(folder), 2.0)[0] for _ in range(starts)]
        gone = {moment: _run(Path(folder), moment)[1] for moment in moments}
    rows: list[Row] = [{"what": f"first paint {n}", "ms": ms} for n, ms in enumerate(painted, 1)]
    rows += [{"what": f"closed after {m:g} s, gone", "ms": ms} for m, ms in gone.items()]
    if chosen.quick:
        return rows, []
    bars = [
        Bar("first paint: the latest, ms", max(painted), 1000.0, "max"),
        Bar("closing: the longest, ms", max(gone.values()), 2000.0, "max"),
    ]
    return rows, bars


def _run(folder: Path, seconds: float) -> tuple[float, float]:
    """Start it, close it after ``seconds``; milliseconds to the first paint and to its end."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, str(harness.ROOT / "main.py"), "--data-dir", str(folder)],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, "TIMBRE_TRACE": "1"},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    painted = None
    while painted is None:
        line = process.stderr.readline()
        if not line:
            raise RuntimeError("the window ended before it was painted")
        painted = PAINTED.search(line)
    time.sleep(max(0.0, began + seconds - time.monotonic()))
    asked = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.stderr.read()
    process.wait(timeout=60)
    return float(painted[1]), (time.monotonic() - asked) * 1000


if __name__ == "__main__":
    sys.exit(main())
