"""Downloads on the Models page: progress, pause, resume, cancel, restart."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from adapters.catalog.database import Catalog
from adapters.wording import phrase
from engine.messages import (
    DiscardDownload,
    Downloading,
    DownloadModel,
    Downloads,
    Failed,
    Finished,
    PausedDownload,
    Progress,
)
from engine.places import Places
from gui.bridge import Bridge
from gui.context import Context
from gui.models.download_line import DownloadLine
from gui.models.downloads import DownloadList
from gui.models.offer_lines import SuggestionLine
from gui.models.page import ModelsPage
from gui.status.connection import Connection
from gui.widgets.error_card import ErrorCard
from tests.fakes import fake_service
from tests.gui.accessibility import nameless
from tests.gui.conftest import Told

REPO = "fake/small-1b"
GIB = 2**30
Settle = Callable[[], None]


@pytest.fixture
def bridge(places: Places, catalog: Catalog) -> Iterator[Bridge]:
    """A download of ten parts that takes a second."""
    made = Bridge()
    made.start(lambda emit: fake_service(places, emit, catalog, pause=0.1))
    yield made
    made.close()
    QCoreApplication.sendPostedEvents(made)


@pytest.fixture
def page(context: Context, qtbot: QtBot, settle: Settle) -> ModelsPage:
    made = ModelsPage(context)
    qtbot.addWidget(made)
    made.resize(1208, 740)
    made.show()
    made.arrive(None)
    qtbot.waitUntil(lambda: bool(made.offers.suggested()))
    settle()
    return made


def line(page: ModelsPage, repo: str = REPO) -> DownloadLine:
    return page.download_line(repo)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_download_from_the_click_to_the_catalog(
    page: ModelsPage, bridge: Bridge, told: Told, qtbot: QtBot
) -> None:
    connection = Connection()
    qtbot.addWidget(connection)
    bridge.event.connect(connection.hear)
    page.findChild(SuggestionLine).download.click()
    assert line(page).state.text() == "waiting"
    assert page.offers.suggested() == []
    qtbot.waitUntil(lambda: line(page).state.text().endswith("%"))
    assert connection.text() == f"Downloading {REPO}"
    assert line(page).bar.value() > 0
    qtbot.waitUntil(lambda: bool(told.toasts), timeout=20_000)
    assert told.toasts[0].text == f"“{REPO}” is on this machine now"
    assert page.downloads.all() == []
    assert connection.text() == "Offline"


def test_pause_and_resume(page: ModelsPage, bridge: Bridge, qtbot: QtBot) -> None:
    page.downloads.start(REPO, "main", GIB)
    qtbot.waitUntil(lambda: line(page).bar.value() > 0)
    line(page).pause.click()
    assert line(page).pause.busy
    qtbot.waitUntil(lambda: line(page).state.text().startswith("paused at"))
    assert line(page).words.text().endswith("nothing is lost")
    assert not bridge.running(DownloadModel)
    assert line(page).resume.isVisible()
    line(page).resume.click()
    assert bridge.running(DownloadModel)
    qtbot.waitUntil(lambda: line(page).pause.isVisible())


def test_cancel_stops_and_deletes(
    page: ModelsPage, bridge: Bridge, heard: list[object], qtbot: QtBot
) -> None:
    page.downloads.start(REPO, "main", GIB)
    qtbot.waitUntil(lambda: line(page).bar.value() > 0)
    sent: list[object] = []
    submit = bridge.submit
    bridge.submit = lambda command, **rest: (sent.append(command), submit(command, **rest))[1]  # type: ignore[method-assign]
    line(page).discard.click()
    qtbot.waitUntil(lambda: page.downloads.all() == [])
    assert sent == [DiscardDownload(REPO)]
    assert not bridge.running(DownloadModel)
    assert heard


def test_after_a_restart_a_stopped_download_is_there(
    page: ModelsPage, bridge: Bridge, qtbot: QtBot
) -> None:
    paused = PausedDownload("Qwen/Qwen3-4B", "main", 3 * GIB, 5 * GIB)
    page.downloads._found(Downloads((paused,)))
    shown = line(page, paused.repo)
    assert plain(shown.state.text()) == "paused at 60 %"
    assert plain(shown.words.text()) == "3.0 GiB of 5.0 GiB, nothing is lost"
    shown.resume.click()
    qtbot.waitUntil(lambda: bool(bridge.running(DownloadModel)))


def test_a_failed_download_keeps_what_has_come_and_says_why(
    page: ModelsPage, settle: Settle
) -> None:
    page.downloads.start(REPO, "main", GIB)
    job = next(iter(page.downloads._jobs))
    words = [phrase("errors", text) for text in ("Broke off.", "Offline.", "Try again.")]
    failed = Failed(job, *words)
    page._context.bridge.cancel(job)
    page.downloads.failed.emit(REPO, failed)
    settle()
    assert page.findChild(ErrorCard).accessibleName() == "Broke off. Offline. Try again."
    assert page.downloads.get(REPO) is not None


def test_a_download_that_another_page_began_is_followed(bridge: Bridge, context: Context) -> None:
    downloads = DownloadList(context, bridge)
    bridge.event.emit(Progress(41, Downloading("a/b", GIB, 2 * GIB, 2.0**20)))
    found = downloads.get("a/b")
    assert found is not None
    assert (found.state, found.fraction, found.seconds_left) == ("running", 0.5, 1024.0)
    bridge.event.emit(Finished(41, None))
    assert downloads.get("a/b") is None


def test_numbers_change_at_most_twice_a_second(
    bridge: Bridge, context: Context, qtbot: QtBot
) -> None:
    downloads = DownloadList(context, bridge)
    changes: list[int] = []
    downloads.changed.connect(lambda: changes.append(downloads.all()[0].done))
    for done in range(1, 51):
        bridge.event.emit(Progress(41, Downloading("a/b", done, 50, 1.0)))
    assert changes == [1]
    qtbot.waitUntil(lambda: len(changes) == 2)
    assert changes[1] == 50


def test_buttons_have_names(page: ModelsPage, qtbot: QtBot) -> None:
    page.downloads.start(REPO, "main", GIB)
    qtbot.waitUntil(lambda: line(page).bar.value() > 0)
    assert nameless(page) == []
