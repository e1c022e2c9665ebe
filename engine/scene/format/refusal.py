"""The errors for what is no scene, and for what cannot be read or written."""

from pathlib import Path

from adapters.errors import UserError
from adapters.wording import Phrase, phrase


class UnreadableError(Exception):
    """The contents are wrong; ``why`` says where. Whoever knows the file's name tells it."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(str(why))
        self.why = why


def refused(name: str, why: Phrase, next_step: Phrase | None = None) -> UserError:
    return UserError(
        phrase("scene", "“{name}” was not opened as a scene.", name=name),
        why,
        next_step
        or phrase(
            "scene", "Mend the file, or get another copy from where it came; it is untouched."
        ),
    )


def not_written(path: Path, error: OSError) -> UserError:
    return UserError(
        phrase("scene", "“{name}” was not written.", name=path.name),
        phrase("scene", "The system says: {error}.", error=error.strerror or str(error)),
        phrase("scene", "Choose another place, or make some space there."),
    )
