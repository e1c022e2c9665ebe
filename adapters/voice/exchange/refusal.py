"""The error for a file that is not taken in, and the one for a place that is not written."""

from pathlib import Path

from adapters.errors import UserError
from adapters.wording import Phrase, phrase


def refused(path: Path, why: Phrase, next_step: Phrase | None = None) -> UserError:
    """Nothing of it was kept. ``path`` is what the owner gave."""
    return UserError(
        phrase("errors", "“{name}” was not imported.", name=path.name),
        why,
        next_step
        or phrase("errors", "Nothing was changed. Ask whoever made it for another copy."),
    )


def not_written(path: Path, error: OSError) -> UserError:
    """The disk is full, or refuses; nothing half is left."""
    return UserError(
        phrase("errors", "The voice was not written to “{name}”.", name=path.name),
        phrase("errors", "The system says: {error}.", error=error.strerror or str(error)),
        phrase("errors", "Choose another place, or make some space there."),
    )


def not_kept(path: Path, error: OSError) -> UserError:
    """The same for a voice that could not be taken in."""
    return refused(
        path,
        phrase("errors", "The system says: {error}.", error=error.strerror or str(error)),
        phrase("errors", "Make some space on the disk, then import it again."),
    )


def can_run_code(path: Path) -> UserError:
    """Pickles: reading one can run whatever its maker wanted."""
    return refused(
        path,
        phrase("errors", "Files of this type can run code."),
        phrase("errors", "Ask for the same adapter as safetensors or GGUF."),
    )
