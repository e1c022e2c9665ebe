"""The process in which chat templates run; started by ``renderer.py`` as a script.

One JSON object a line comes in, one goes out, until the input ends. Neither torch nor any
part of Timbre is imported here: it starts in a second and takes little memory.
"""

import contextlib
import json
import signal
import sys
from typing import Any

from jinja2.exceptions import TemplateError
from transformers.utils.chat_template_utils import render_jinja_template

MEMORY = 2**30  # bytes of address space, of which the imports take about a third
SECONDS = 60


def main() -> None:
    _limit_memory()
    for line in sys.stdin:
        _end_after(SECONDS)
        sys.stdout.write(json.dumps(_answer(json.loads(line))) + "\n")
        sys.stdout.flush()
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


def _answer(asked: dict[str, Any]) -> dict[str, str]:
    try:
        rendered: Any = render_jinja_template(
            conversations=[asked["messages"]],
            chat_template=asked["template"],
            add_generation_prompt=asked["opening"],
            **asked["special_tokens"],
        )
    except MemoryError:
        return {"limit": "memory"}
    except TemplateError as error:
        return {"refusal": str(error)}
    except Exception as error:
        return {"refusal": f"{type(error).__name__}: {error}"[:500]}
    text: str = rendered[0][0]
    return {"limit": "length"} if len(text) > asked["longest"] else {"text": text}


if __name__ == "__main__":
    main()
