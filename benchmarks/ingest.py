"""How long does Timbre take to read 100,000 notes of 2 kB, and how long to look again?

Each look is a process of its own, as after a start of the program, and ends with what becomes of
every note decided. Its peak memory is what the system says of that process. The notes are made
up (English and Russian, words as frequent as real ones), a few are copies or nearly copies.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from adapters.notes.decisions import decide
from adapters.notes.index import rows
from adapters.notes.index.database import opened
from adapters.notes.index.look import look
from benchmarks import harness
from benchmarks.corpus import Corpus

TITLE = "Reading a folder of notes"
FIRST_SECONDS, SECOND_SECONDS = 300.0, 20.0
MOST_MIB = 600.0  # three times what the notes themselves take
IN_FOLDER = 1_000
CHANGED = 100


@dataclass(frozen=True)
class Size:
    notes: int
    bytes: int = 2_000


FULL, QUICK = Size(100_000), Size(2_000)


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument("--look", nargs=2, type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.look:
        print(json.dumps(_look(*chosen.look)))
        return 0
    harness.begin(TITLE, 8, chosen)
    size = QUICK if chosen.quick else FULL
    with tempfile.TemporaryDirectory(prefix="timbre-ingest-") as work:
        measured = _measure(Path(work), size)
    bars = _bars(measured) if not chosen.quick else _equal(measured, size)
    return harness.report(TITLE, measured, bars, chosen)


def _measure(work: Path, size: Size) -> list[harness.Row]:
    folder, index = work / "notes", work / "index.sqlite"
    _write(folder, size)
    looks = [{"what": "first look", **_looked(folder, index)}]
    looks.append({"what": "second look", **_looked(folder, index)})
    for path in sorted(folder.rglob("*.md"))[: CHANGED * 7 : 7]:
        path.write_text(path.read_text("utf-8") + "\n\nOne more line.\n", "utf-8")
    looks.append({"what": f"after {CHANGED} changes", **_looked(folder, index)})
    looks[0]["index MiB"] = index.stat().st_size / 2**20
    return looks


def _bars(measured: list[harness.Row]) -> list[harness.Bar]:
    first, second, _ = measured
    peak = max(row["peak MiB"] for row in measured)
    return [
        harness.Bar("first look, s", first["seconds"], FIRST_SECONDS, "max"),
        harness.Bar("second look, s", second["seconds"], SECOND_SECONDS, "max"),
        harness.Bar("peak memory, MiB", peak, MOST_MIB, "max"),
    ]


def _equal(measured: list[harness.Row], size: Size) -> list[harness.Bar]:
    """What must hold at any size: all notes are seen, and the second look decides as the first."""
    first, second, _ = measured
    return [
        harness.Bar("notes seen", first["notes"], size.notes, "min"),
        harness.Bar("decided alike again", float(first["learn"] == second["learn"]), 1.0, "min"),
    ]


def _looked(folder: Path, index: Path) -> dict[str, Any]:
    """A look in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.ingest", "--look", str(folder), str(index)]
    done = subprocess.run(
        command, cwd=harness.ROOT, capture_output=True, text=True, check=True, env=os.environ
    )
    found: dict[str, Any] = json.loads(done.stdout)
    print(f"  {found['notes']:,} notes in {found['seconds']:.1f} s", flush=True)
    return found


def _look(folder: Path, file: Path) -> dict[str, Any]:
    started = time.perf_counter()
    with opened(file) as index:
        for _ in look(index, folder):
            pass
        read = time.perf_counter() - started
        decided = decide(rows.notes(index, folder), {})
    seconds = time.perf_counter() - started
    usage = resource.getrusage(resource.RUSAGE_SELF)
    uses = Counter(one.use for one in decided)
    return {
        "notes": len(decided),
        "seconds": seconds,
        "of which deciding": seconds - read,
        "CPU seconds": usage.ru_utime + usage.ru_stime,
        "notes/s": len(decided) / seconds,
        "peak MiB": usage.ru_maxrss / 1024,
        **{use: uses[use] for use in ("learn", "held_out", "skip")},
    }


def _write(folder: Path, size: Size) -> None:
    for number, text in enumerate(_texts(size)):
        place = folder / f"{number // IN_FOLDER:03}"
        if number % IN_FOLDER == 0:
            place.mkdir(parents=True)
        (place / f"{number:06}.md").write_text(text, "utf-8")
    print(f"  {size.notes:,} notes written", flush=True)


def _texts(size: Size) -> Iterator[str]:
    """Notes of about ``size.bytes``; of a hundred one is a copy and one nearly a copy."""
    corpus = Corpus()
    before = ""
    for start in range(0, size.notes, IN_FOLDER):
        for at, text in enumerate(_batch(corpus, start, size)):
            if at % 100 == 98:
                yield before
            elif at % 100 == 99:
                yield before.replace(" ", "  ", 3) + "\nA line that the other lacks.\n"
            else:
                yield text
                before = text


def _batch(corpus: Corpus, start: int, size: Size) -> Iterator[str]:
    language = "ru" if start // IN_FOLDER % 2 else "en"
    words = size.bytes // (11 if language == "ru" else 6)  # a Russian letter takes two bytes
    lengths = np.full(min(IN_FOLDER, size.notes - start), words, dtype=np.int64)
    for number, text in enumerate(corpus.texts(language, lengths), start):
        yield f"# Note {number}\n\n{text}\n"


if __name__ == "__main__":
    sys.exit(main())
