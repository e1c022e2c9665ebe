"""What follows the first paint: the data folder is owned, the first page and model chosen.

Imported only then: SQLAlchemy and alembic take longer than the paint may.
"""

from collections.abc import Callable
from dataclasses import dataclass

from adapters.catalog import conversations, models
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine.messages import Command, Event, LoadModel, Notice, RaiseWindow
from engine.owner import Makers, Owner, own
from engine.places import Places
from engine.settings import Settings
from gui.bridge import Bridge
from gui.context import Context
from gui.notices import Notices


@dataclass(frozen=True)
class _Owned:
    """The service, closed together with everything else that the owner runs."""

    owner: Owner

    def submit(self, command: Command) -> int:
        return self.owner.service.submit(command)

    def cancel(self, job: int) -> None:
        self.owner.service.cancel(job)

    def close(self) -> bool:
        return self.owner.close()


def open_data(places: Places, bridge: Bridge, notices: Notices, makers: Makers | None) -> Context:
    """Own the data folder, read the settings, start the service behind ``bridge``.

    Raises ``UserError`` where the folder or the catalog cannot be used.
    """
    settings = Settings.load(places.settings)
    made: list[Owner] = []

    def start(emit: Callable[[Event], None]) -> _Owned:
        owner = own(places, emit, lambda: emit(RaiseWindow()), makers)
        if owner is None:
            raise _somebody_else()
        for notice in (*settings.notices, *owner.notices):
            emit(Notice(notice))
        made.append(owner)
        return _Owned(owner)

    bridge.start(start)
    return Context(bridge, made[0].catalog, places, settings, notices)


def first_page(catalog: Catalog) -> str:
    """The welcome, until something has been said."""
    return "chat" if conversations.page(catalog, limit=1) else "first_run"


def load_last_model(context: Context) -> None:
    """Have a model ready before the first question: last time's, else the starter."""
    known = models.everything(context.catalog)
    used = [model for model in known if model.last_used is not None]
    starters = [model for model in known if model.kind == "starter"]
    latest_last = sorted(used, key=lambda model: str(model.last_used))
    if chosen := [*starters, *latest_last]:
        context.bridge.submit(LoadModel(chosen[-1].id))


def _somebody_else() -> UserError:
    return UserError(
        phrase("errors", "Timbre is already open with this data folder."),
        phrase("errors", "It runs in a terminal, or is just ending."),
        phrase("errors", "Close it there, or wait a moment and start again."),
    )
