"""What every benchmark shares: its options, its table, its JSON and its bars.

A benchmark is a module with ``main(arguments) -> int``. It measures both sides of a
comparison in one run, hands rows and bars to ``report`` and returns what that returns:
1 where a bar is missed, else 0.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Literal, TextIO

import psutil
from platformdirs import user_cache_path

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "resources" / "notes"
STANDARD_OUTPUT = Path("-")
LIBRARIES = ("torch", "transformers", "peft", "bitsandbytes", "pyside6-essentials", "sqlalchemy")

Row = dict[str, Any]


@dataclass(frozen=True)
class Bar:
    """A bound that a value must keep: at least it ("min") or at most it ("max")."""

    name: str
    value: float
    bound: float
    sense: Literal["min", "max"]
    ok: bool = field(init=False)

    def __post_init__(self) -> None:
        kept = self.value >= self.bound if self.sense == "min" else self.value <= self.bound
        object.__setattr__(self, "ok", bool(kept))


def options(description: str) -> argparse.ArgumentParser:
    """A parser with what every benchmark takes; add its own options to it."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--quick", action="store_true", help="a reduced case: shows that the script works"
    )
    parser.add_argument(
        "--json",
        type=Path,
        nargs="?",
        const=STANDARD_OUTPUT,
        help="write the result here, and its table beside it as .md; without a file, one object"
        " on standard output and the table on standard error",
    )
    return parser


def training_options(description: str) -> argparse.ArgumentParser:
    """The same with the model that learns and the notes that it learns from."""
    parser = options(description)
    parser.add_argument(
        "--model", type=Path, default=user_cache_path("timbre") / "starter" / "nf4"
    )
    parser.add_argument(
        "--notes", type=Path, default=Path(os.environ.get("TIMBRE_NOTES") or SAMPLES)
    )
    return parser


def begin(title: str, minutes: float, chosen: argparse.Namespace) -> None:
    """Say what runs and how long it will take."""
    expected = "about a minute" if chosen.quick else f"about {minutes:g} minutes"
    print(f"{title}: {expected}.", file=_told(chosen), flush=True)


def report(
    title: str, rows: Sequence[Row], bars: Sequence[Bar], chosen: argparse.Namespace
) -> int:
    """Print the table and the bars, write them where asked, and give the exit status."""
    marked = [{**row, "quick": True} for row in rows] if chosen.quick else list(rows)
    text = f"{table(marked)}\n\n{_verdicts(bars)}".rstrip()
    print(text, file=_told(chosen))
    if chosen.json is not None:
        result = {
            "title": title,
            "machine": machine(),
            "rows": marked,
            "bars": [asdict(bar) for bar in bars],
        }
        _write(chosen.json, json.dumps(result, ensure_ascii=False, indent=1), _page(title, text))
    return 0 if all(bar.ok for bar in bars) else 1


def _told(chosen: argparse.Namespace) -> TextIO:
    """Where a person reads along: standard output belongs to the object where that is asked."""
    return sys.stderr if chosen.json == STANDARD_OUTPUT else sys.stdout


def _write(file: Path, result: str, page: str) -> None:
    if file == STANDARD_OUTPUT:
        print(result)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(result + "\n", encoding="utf-8")
    file.with_suffix(".md").write_text(page, encoding="utf-8")


def table(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table; a column that a row lacks is empty there."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = [names, ["---"] * len(names)]
    lines += [[_shown(row.get(name, "")) for name in names] for row in rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def machine() -> dict[str, Any]:
    """What the figures were measured on; nothing that names the owner or a folder."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(psutil.virtual_memory().total / 2**30, 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": {name: metadata.version(name) for name in LIBRARIES},
        "commit": _commit(),
    }


def _page(title: str, text: str) -> str:
    here = machine()
    libraries = ", ".join(f"{name} {number}" for name, number in here["libraries"].items())
    return (
        f"# {title}\n\n{here['processor']}, {here['cores']} cores, {here['memory_gib']} GiB, "
        f"Python {here['python']}, {libraries}; commit {here['commit']}.\n\n{text}\n"
    )


def _verdicts(bars: Sequence[Bar]) -> str:
    if not bars:
        return ""
    return table(
        [
            {
                "bar": bar.name,
                "value": bar.value,
                "bound": ("at least " if bar.sense == "min" else "at most ") + _shown(bar.bound),
                "kept": "yes" if bar.ok else "NO",
            }
            for bar in bars
        ]
    )


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((x.split(":", 1)[1].strip() for x in lines if x.startswith("model name")), "")


def _commit() -> str:
    """The commit in use, with a plus where files were changed since; empty without git."""
    try:
        head = _git("rev-parse", "--short=12", "HEAD")
        changed = _git("status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.CalledProcessError):
        return ""
    return head + ("+" if changed else "")


def _git(*words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    )
    return done.stdout.strip()
