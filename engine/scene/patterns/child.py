"""The process in which regular expressions run; started by ``matcher.py`` as a script.

``regex`` keeps a time limit while it searches; what a pattern takes to be compiled has none but
those of this process.
"""

import contextlib
import json
import sys
from typing import Any

import regex

MEMORY = 2**29  # bytes of address space
SECONDS = 0.2  # for one search; an honest one takes a thousandth of that


def main() -> None:
    # Windows has no such limit; there the parent's limit on time holds alone.
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    try:
        found = regex.search(asked["pattern"], asked["text"], timeout=SECONDS)
    except TimeoutError:
        return {"trouble": "time"}
    except MemoryError:
        return {"limit": "memory"}
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        return {"trouble": "wrong", "reason": str(error)[:200]}
    return {"found": found is not None}


if __name__ == "__main__":
    main()
