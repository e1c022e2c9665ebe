"""What every page is given."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.places import Places
from gui.bridge import Bridge
from gui.notices import Notices
from gui.writer import Writer

if TYPE_CHECKING:
    from adapters.catalog.database import Catalog
    from engine.settings import Settings


class News(QObject):
    """How pages hear of each other: emit after a change, listen to show it."""

    voices = Signal()  # a voice was made, renamed, coloured, deleted or restored
    models = Signal()  # a model was added or forgotten
    conversations = Signal()  # one was made, renamed, deleted or restored
    scenes = Signal()  # one was made, renamed, deleted or restored
    settings = Signal()  # Context.settings has been changed and saved
    go = Signal(str, object)  # show a page: its name, and what its ``arrive`` is given


@dataclass
class Context:
    """The bridge to the engine, the catalog, the places, the settings and the messages.

    ``settings`` is replaced by ``gui.settings`` when the owner changes one. ``writer`` puts
    what pages write into one order, and outlives them.
    """

    bridge: Bridge
    catalog: "Catalog"
    places: Places
    settings: "Settings"
    notices: Notices
    news: News = field(default_factory=News)
    writer: Writer = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.notices)
