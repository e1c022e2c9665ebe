"""SQLite's errors in the owner's words."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import DatabaseError

from sqlalchemy.exc import DBAPIError

from adapters.errors import UserError
from adapters.wording import Phrase, phrase

# Left beside a catalog that was found damaged, so that the next start checks all of it.
SUSPECT = ".suspect"


SAVING = phrase("errors", "Your change was not saved.")
READING = phrase("errors", "The catalog could not be read.")


@contextmanager
def in_plain_words(path: Path, what: Phrase = SAVING) -> Iterator[None]:
    """Turn errors of the machine into ``UserError``; faults of the program pass unchanged.

    ``what`` says what did not happen.
    """
    try:
        yield
    except (DBAPIError, DatabaseError, OSError) as error:
        reason = str(getattr(error, "orig", error))
        if is_damage(reason):
            suspect(path)
        known = _explanation(reason)
        if known is None:
            raise
        raise UserError(what, *known) from error


def suspect(path: Path) -> None:
    """Leave a mark, so that the next start checks the whole file."""
    # A full or read-only disk must not hide the error that led here.
    with suppress(OSError):
        path.with_name(path.name + SUSPECT).touch()


def is_damage(reason: str) -> bool:
    """Whether an error text of SQLite says that the file itself is broken."""
    return any(words in reason for words in ("malformed", "not a database", "corrupt"))


def _explanation(reason: str) -> tuple[Phrase, Phrase] | None:
    if is_damage(reason):
        return (
            phrase("errors", "The catalog file is damaged."),
            phrase("errors", "Start Timbre again: it restores the newest good backup."),
        )
    if any(words in reason for words in ("is full", "disk I/O", "No space", "quota", "too large")):
        return (
            phrase("errors", "The disk is full or cannot be written."),
            phrase("errors", "Free some space on the disk of the data folder and try again."),
        )
    if any(words in reason for words in ("readonly", "unable to open", "Read-only", "denied")):
        return (
            phrase("errors", "The data folder cannot be written."),
            phrase("errors", "Check the permissions of the data folder and try again."),
        )
    if "locked" in reason:
        return (
            phrase("errors", "Another program is using the catalog."),
            phrase("errors", "Wait a moment and try again."),
        )
    return None
