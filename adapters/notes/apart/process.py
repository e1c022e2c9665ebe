"""Title and text of a file that is taken apart in a process of its own."""

import logging
from pathlib import Path
from typing import Literal

from adapters.child_process import ChildLimitError, ChildProcess
from adapters.notes.document import CannotReadError
from adapters.wording import Phrase, phrase

log = logging.getLogger(__name__)

Format = Literal["html", "docx", "pdf", "rtf", "org"]

SECONDS = 20.0  # for one file; an honest one takes a second or two
REASONS: dict[str, Phrase] = {
    "time": phrase("notes", "too tangled to be read in time"),
    "memory": phrase("notes", "it takes too much memory to read"),
    "crash": phrase("notes", "the program that reads it broke down"),
    "damaged": phrase("notes", "damaged"),
    "encrypted": phrase("notes", "protected by a password"),
    "length": phrase("notes", "it unfolds to far more text than a note has"),
}

_CHILD = ChildProcess(Path(__file__).with_name("child.py"), SECONDS)


def title_and_text(name: Format, data: bytes, seconds: float | None = None) -> tuple[str, str]:
    """Raises ``CannotReadError`` for a file that is damaged, or goes beyond a limit."""
    try:
        answer = _CHILD.ask({"format": name, "bytes": len(data)}, data, seconds)
    except ChildLimitError as error:
        raise CannotReadError(REASONS[error.limit]) from error
    if "text" in answer:
        return answer["title"], answer["text"]
    if "why" in answer:
        log.info("A %s file could not be read: %s", name, answer["why"])
    raise CannotReadError(REASONS[answer.get("limit") or answer["refusal"]])
