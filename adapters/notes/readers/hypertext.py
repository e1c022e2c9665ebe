"""HTML notes, in bounded time.

A parser that follows the standard needs time that grows with the square of the
nesting (15 s for 50,000 open elements). So a large page is parsed in a process of
its own, which is ended when its time is up; a small one cannot take long.
"""

import subprocess
import sys

from adapters.notes.decoding import text_of
from adapters.notes.document import CannotReadError
from adapters.notes.readers import html_text
from adapters.notes.readers.titles import of_file_name
from adapters.wording import phrase

_SMALL = 65_536  # characters; the worst page of this size took 0.3 s
_SECONDS = 10.0


def read(data: bytes, stem: str, seconds: float = _SECONDS) -> tuple[str, str]:
    page = text_of(data)
    parsed = html_text.title_and_text(page) if len(page) <= _SMALL else _apart(page, seconds)
    title, text = parsed
    return title or of_file_name(stem), text


def _apart(page: str, seconds: float) -> tuple[str, str]:
    try:
        done = subprocess.run(
            [sys.executable, "-I", html_text.__file__],
            input=page.encode("utf-8", errors="replace"),
            capture_output=True,
            timeout=seconds,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotReadError(phrase("notes", "its markup is too tangled")) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise CannotReadError(phrase("notes", "its markup could not be read")) from error
    title, _, text = done.stdout.decode("utf-8", errors="replace").partition("\0")
    return title, text
