"""How an exception is told to the owner: "your machine" apart from "our fault"."""

import errno
import logging
import traceback
from pathlib import Path

from adapters.errors import UserError
from adapters.wording import Phrase, phrase
from engine.messages import Failed

log = logging.getLogger(__name__)

# torch is not imported here, so its errors are known by their names and words.
_MEMORY_NAMES = {"MemoryError", "OutOfMemoryError", "ArrayMemoryError"}
_MEMORY_WORDS = ("not enough memory", "out of memory", "can't allocate memory")
_FULL_DISK_WORDS = ("database or disk is full", "No space left on device")


class Failures:
    """Words exceptions for the owner; writes those that are faults of ours to the log."""

    def __init__(self, log_file: Path) -> None:
        self._log_file = log_file

    def failed(self, job: int, error: BaseException) -> Failed:
        """The event that ends ``job`` after ``error``."""
        known = self.as_user_error(error)
        details = "".join(traceback.format_exception(error))
        return Failed(job, known.what, known.why, known.next_step, details)

    def as_user_error(self, error: BaseException) -> UserError:
        """What the owner is told of ``error``; the log gets the rest."""
        known = error if isinstance(error, UserError) else _about_the_machine(error)
        if known is None:
            log.error("Failed", exc_info=error)
            return self._our_fault(error)
        log.warning("%s", known)
        log.debug("Failed", exc_info=error)
        return known

    def _our_fault(self, error: BaseException) -> UserError:
        return UserError(
            phrase("errors", "Something went wrong inside Timbre."),
            _fault(error),
            phrase(
                "errors",
                "Try again. The log has the details: {log}",
                log=str(self._log_file),
            ),
        )


def why(error: BaseException) -> Phrase:
    """The cause alone, in a sentence that can be kept."""
    known = error if isinstance(error, UserError) else _about_the_machine(error)
    return known.why if known is not None else _fault(error)


def _fault(error: BaseException) -> Phrase:
    return phrase("errors", "This is a fault of the program ({kind}).", kind=type(error).__name__)


def _about_the_machine(error: BaseException) -> UserError | None:
    if is_out_of_memory(error):
        return UserError(
            phrase("errors", "There was not enough memory to go on."),
            phrase("errors", "This step needs more memory than is free at the moment."),
            phrase(
                "errors",
                "Close other programs, or choose a smaller model, a shorter length or a"
                " smaller rank, and try again.",
            ),
        )
    if is_disk_full(error):
        return UserError(
            phrase("errors", "The disk is full."),
            phrase("errors", "There was no space left to save to."),
            phrase("errors", "Free some space and try again; nothing saved before is lost."),
        )
    return None


def is_out_of_memory(error: BaseException) -> bool:
    """Whether ``error`` is Python's, numpy's or torch's way to say that memory ran out."""
    if {kind.__name__ for kind in type(error).__mro__} & _MEMORY_NAMES:
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOMEM:
        return True
    return isinstance(error, RuntimeError) and _says(error, _MEMORY_WORDS)


def is_disk_full(error: BaseException) -> bool:
    """Whether ``error``, raised by a file or by the catalog, says that the disk is full."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT)
    return isinstance(error, Exception) and _says(error, _FULL_DISK_WORDS)


def _says(error: BaseException, words: tuple[str, ...]) -> bool:
    text = str(error).lower()
    return any(word.lower() in text for word in words)
