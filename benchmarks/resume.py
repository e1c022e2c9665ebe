"""Does a training that was killed at any moment end with the very same weights?

One undisturbed run, then one run for each kill -9, in a process of its own and at a random
moment of one of the stages; another process goes on from what it finds. The voices of all
must have the same bytes.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from benchmarks import harness
from benchmarks.lives import Life, Nursery, started

TITLE = "Trainings killed and resumed"
SAMPLES = harness.ROOT / "resources" / "notes" / "en"
NOTES, CHARACTERS = 8, 220
# In which stages, and how often of twenty.
STAGES = (
    ("reading", 2),
    ("trying out", 2),
    ("measuring the base", 2),
    ("sampling", 2),
    ("learning", 4),
    ("checkpoint", 3),
    ("measuring the voice", 2),
    ("saving the voice", 2),
    ("judging", 1),
)
QUICK = (("learning", 1), ("checkpoint", 1), ("saving the voice", 1))


def main(arguments: list[str] | None = None) -> int:
    parser = harness.options(TITLE)
    parser.add_argument("--cache", type=Path, default=user_cache_path("timbre"))
    parser.add_argument("--seed", type=int, default=1, help="of the moments")
    chosen = parser.parse_args(arguments)
    harness.begin(TITLE, 25, chosen)
    with _workplace(chosen) as (folder, cache), started(cache, folder / "notes") as nursery:
        rows = kill_and_resume(nursery, folder, QUICK if chosen.quick else STAGES, chosen.seed)
    same = sum(row["same weights"] for row in rows)
    bar = harness.Bar("killed runs with the same weights", same, len(rows), "min")
    return harness.report(TITLE, rows, [bar], chosen)


def kill_and_resume(
    nursery: Nursery, folder: Path, stages: tuple[tuple[str, int], ...], seed: int
) -> list[harness.Row]:
    """A row for each kill; data folders of their own are made in ``folder``."""
    moments = random.Random(seed)
    begun = time.monotonic()
    whole = nursery.live(folder / "undisturbed")
    _say(f"undisturbed: {time.monotonic() - begun:.0f} s, voice {whole.voice[:12]}")
    rows: list[harness.Row] = []
    for stage, times in stages:
        for _ in range(times):
            data = folder / f"killed-{len(rows) + 1}"
            rows.append({"kill": len(rows) + 1, **_one(nursery, data, whole, stage, moments)})
            _say(harness.table(rows[-1:]).splitlines()[-1])
    return rows


def _one(
    nursery: Nursery, data: Path, whole: Life, stage: str, moments: random.Random
) -> harness.Row:
    """Kill a run somewhere between one mark of the stage and the next mark of any."""
    places = [place for place, (_, mark) in enumerate(whole.marks) if mark == stage]
    killed = None
    while killed is None or not killed.killed:  # it may have been quicker than the first
        shutil.rmtree(data, ignore_errors=True)
        count = moments.randrange(len(places))
        place = places[count]
        gap = whole.marks[place + 1][0] - whole.marks[place][0]
        delay = moments.uniform(0.0, gap)
        killed = nursery.live(data, stage, count + 1, delay)
    resumed = nursery.live(data, judged=False)
    begins = [mark for _, mark in resumed.marks if mark.startswith("from step")]
    shutil.rmtree(data)
    return {
        "stage": stage,
        "mark": count + 1,
        "after it, ms": round(1000 * delay),
        "seconds lived": round(killed.marks[-1][0], 1),
        "went on": begins[-1] if begins else "finished already",
        "same weights": resumed.voice == whole.voice,
    }


@contextmanager
def _workplace(chosen: argparse.Namespace) -> Iterator[tuple[Path, Path]]:
    """A folder for data and notes, and the cache in which the model lies."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_notes(folder / "notes")
        yield folder, _tiny(folder) if chosen.quick else chosen.cache


def write_notes(folder: Path) -> None:
    """The beginnings of some of the sample notes."""
    folder.mkdir()
    for number, path in enumerate(sorted(SAMPLES.rglob("*.md"))[:NOTES]):
        text = path.read_text(encoding="utf-8")[:CHARACTERS]
        (folder / f"{number:02} {path.name}").write_text(text, encoding="utf-8")


def _tiny(folder: Path) -> Path:
    """A cache with a random model as the starter."""
    from engine.model.quantise import quantise  # noqa: PLC0415 (loads torch)
    from engine.model.source import inspect  # noqa: PLC0415
    from engine.places import Places  # noqa: PLC0415
    from tests.tiny_model import make_tiny_model  # noqa: PLC0415

    cache = folder / "cache"
    target = Places(folder / "none", cache).starter_nf4
    target.parent.mkdir(parents=True)
    for _ in quantise(inspect(make_tiny_model(folder / "tiny")), target):
        pass
    return cache


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
