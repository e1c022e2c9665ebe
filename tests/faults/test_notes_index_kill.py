"""kill -9 while notes are read: what was read stays, the rest is read, nothing is broken."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from adapters.notes.index import rows
from adapters.notes.index.database import opened
from adapters.notes.index.look import look

LOOK = """
import sys
from pathlib import Path
from adapters.notes.index.database import opened
from adapters.notes.index.look import look
print("ready", flush=True)
with opened(Path(sys.argv[1])) as index:
    for _ in look(index, Path(sys.argv[2])):
        pass
"""


def test_a_look_is_killed_at_any_moment(tmp_path: Path) -> None:
    folder, file = tmp_path / "notes", tmp_path / "index.sqlite"
    folder.mkdir()
    for n in range(600):
        (folder / f"{n:03}.md").write_text(f"# Note {n}\n\nFrost number {n} came. " * 20, "utf-8")
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    moments = random.Random(3)
    kept = []
    for _ in range(4):
        command = [sys.executable, "-c", LOOK, str(file), str(folder)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd())
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(moments.uniform(0.05, 0.8))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with opened(file) as index:
            assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            kept.append(len(rows.notes(index, folder)))
    assert kept == sorted(kept)
    with opened(file) as index:
        for _ in look(index, folder):
            pass
        assert len(rows.notes(index, folder)) == 600
        index.execute("INSERT INTO texts_words (texts_words, rank) VALUES ('integrity-check', 1)")
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
