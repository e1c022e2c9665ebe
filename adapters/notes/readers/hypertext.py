"""HTML notes, in bounded time.

A parser that follows the standard needs time that grows with the square of the
nesting (15 s for 50,000 open elements). So a large page is parsed in a process of
its own, which is ended when its time is up; a small one cannot take long.
"""

from adapters.notes.apart import html, process
from adapters.notes.decoding import text_of
from adapters.notes.readers.titles import of_file_name

_SMALL = 65_536  # characters; the worst page of this size took 0.3 s
_SECONDS = 10.0


def read(data: bytes, stem: str, seconds: float = _SECONDS) -> tuple[str, str]:
    title, text = page(text_of(data), seconds)
    return title or of_file_name(stem), text


def page(source: str, seconds: float = _SECONDS) -> tuple[str, str]:
    """A page's title, or "", and its text; raises ``CannotReadError``."""
    if len(source) <= _SMALL:
        return html.title_and_text(source)
    return process.title_and_text("html", source.encode("utf-8", errors="replace"), seconds)
