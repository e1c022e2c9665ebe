"""The process in which files are taken apart; started by ``process.py`` as a script."""

import contextlib
import importlib
import json
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from adapters.notes.apart import RefusedError

MEMORY = 2**30  # bytes of address space
SECONDS = 120


def main() -> None:
    _limit_memory()
    answers, sys.stdout = sys.stdout, sys.stderr  # a library that prints must not answer
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        _end_after(SECONDS)
        data = sys.stdin.buffer.read(asked["bytes"])
        answers.write(json.dumps(_answer(asked["format"], data)) + "\n")
        answers.flush()
        _end_after(0)


def _end_after(seconds: int) -> None:
    """The parent ends it sooner; this is for a parent that was killed meanwhile."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _limit_memory() -> None:
    # Windows has no such limit; there the limits on time and length hold alone.
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _answer(name: str, data: bytes) -> dict[str, str]:
    try:
        title, text = importlib.import_module(f"adapters.notes.apart.{name}").parsed(data)
    except MemoryError:
        return {"limit": "memory"}
    except RefusedError as error:
        return {"refusal": str(error)}
    except Exception as error:
        return {"refusal": "damaged", "why": f"{type(error).__name__}: {error}"[:500]}
    return {"title": title, "text": text}


if __name__ == "__main__":
    main()
