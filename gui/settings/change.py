"""Change a setting: checked, saved, and told to whoever shows it."""

from adapters.errors import UserError
from adapters.wording import phrase
from gui.context import Context


def change(context: Context, name: str, value: object) -> None:
    """Set one setting. One that cannot be written holds until the program ends."""
    if getattr(context.settings, name) == value:
        return
    setattr(context.settings, name, value)  # pydantic checks it
    try:
        context.settings.save(context.places.settings)
    except OSError as error:
        context.notices.problem(
            UserError(
                phrase("errors", "The setting was not saved."),
                phrase("errors", "The system said: {reason}", reason=error.strerror or str(error)),
                phrase("errors", "It holds until Timbre is closed."),
            )
        )
    context.news.settings.emit()
