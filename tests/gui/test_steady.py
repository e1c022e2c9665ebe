"""The window outlives PySide's lost references to None on Python 3.11."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MANY_CALLS = """
import gui
from PySide6.QtGui import QTextCharFormat
from PySide6.QtCore import QObject
made, thing = QTextCharFormat(), QObject()
for _ in range(100_000):
    made.setFontItalic(True)
    thing.blockSignals(True)
print("alive")
"""


def test_many_calls_leave_none_and_true_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "alive\n", done.stderr
