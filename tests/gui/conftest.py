"""What the window's tests share: the look, a catalog, and a bridge to a fake engine."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from adapters.catalog import models
from adapters.catalog.database import Catalog
from engine.messages import Event
from engine.places import Places
from engine.settings import Settings
from gui import background, translate
from gui.bridge import Bridge
from gui.context import Context
from gui.notices import Notices, Problem, Toast
from gui.theme import apply, fonts
from tests.fakes import fake_service


class Told:
    """What ``Notices`` was asked to show."""

    def __init__(self, notices: Notices) -> None:
        self.toasts: list[Toast] = []
        self.problems: list[Problem] = []
        notices.toasted.connect(self.toasts.append)
        notices.troubled.connect(self.problems.append)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application with the bundled fonts."""
    fonts.load()
    return qapp


@pytest.fixture(autouse=True)
def plain_look(dressed: QApplication) -> Iterator[None]:
    """Each test begins light, English, at 100 %, with nothing moving."""
    locale = QLocale()
    apply.wear("light", 100, reduced_motion=True)
    translate.speak("en")
    yield
    background.finish(5000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dressed.processEvents()
    translate.speak("en")
    QLocale.setDefault(locale)


@pytest.fixture
def catalog(places: Places) -> Iterator[Catalog]:
    """An empty one with the starter model."""
    made = Catalog.open(places.catalog, places.backups)
    models.add(made, "Fake-135M", "starter", "/starter.gguf", 90_000_000, 2048)
    yield made
    made.close()


@pytest.fixture
def bridge(places: Places, catalog: Catalog) -> Iterator[Bridge]:
    """A bridge to a fake engine that leaves rows in the catalog."""
    made = Bridge()
    made.start(lambda emit: fake_service(places, emit, catalog))
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(made)


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def told(notices: Notices) -> Told:
    return Told(notices)


@pytest.fixture
def heard(bridge: Bridge) -> list[Event]:
    """Every event of the bridge, in order."""
    events: list[Event] = []
    bridge.event.connect(events.append)
    return events


@pytest.fixture
def context(bridge: Bridge, catalog: Catalog, places: Places, notices: Notices) -> Context:
    return Context(bridge, catalog, places, Settings(), notices)


@pytest.fixture
def settle(dressed: QApplication) -> Callable[[], None]:
    """Call it to let background reads and queued events come through."""

    def wait() -> None:
        background.finish(5000)
        dressed.processEvents()
        dressed.processEvents()

    return wait
