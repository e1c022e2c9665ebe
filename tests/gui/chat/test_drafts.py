"""What is typed survives a switch, a restart and a kill."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from engine.places import Places
from gui.chat.page import ChatPage
from tests.gui.chat.conftest import Desk

ROOT = Path(__file__).parents[3]
TYPING = """
import sys, gui
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from adapters.catalog.database import Catalog
from engine.places import Places
from engine.settings import Settings
from gui.bridge import Bridge
from gui.chat.page import ChatPage
from gui.context import Context
from gui.notices import Notices
from tests.fakes import fake_service

app = QApplication([])
places = Places(Path(sys.argv[1]), Path(sys.argv[2]))
catalog = Catalog.open(places.catalog, places.backups)
bridge = Bridge()
bridge.start(lambda emit: fake_service(places, emit, catalog))
page = ChatPage(Context(bridge, catalog, places, Settings(), Notices()))
page.show()
page.arrive(None)

def type_more():
    if page.talk.loaded is not None:
        page.composer.field.insertPlainText("word ")

timer = QTimer(interval=450, timeout=type_more)
timer.start()
app.exec()
"""


def test_a_draft_is_kept_a_moment_after_the_last_letter(desk: Desk, catalog: Catalog) -> None:
    desk.open()
    made = desk.page.talk.conversation_id()
    assert made is not None
    desk.page.composer.field.setPlainText("Half a sent")
    assert conversations.get(catalog, made).draft == ""
    desk.wait(lambda: conversations.get(catalog, made).draft == "Half a sent")


def test_each_conversation_has_its_own(
    desk: Desk, catalog: Catalog, add_thread: Callable[..., int]
) -> None:
    first, second = add_thread(2, "First"), add_thread(2, "Second")
    desk.open()
    desk.page.composer.field.setPlainText("for the second")
    desk.page.talk.open(first)
    desk.wait(lambda: desk.page.talk.conversation_id() == first)
    desk.rest()
    assert desk.page.composer.text() == ""
    desk.page.talk.open(second)
    desk.wait(lambda: desk.page.talk.conversation_id() == second)
    desk.rest()
    assert desk.page.composer.text() == "for the second"
    assert conversations.get(catalog, first).draft == ""


def test_a_page_that_goes_writes_at_once(desk: Desk, catalog: Catalog) -> None:
    desk.open()
    made = desk.page.talk.conversation_id()
    assert made is not None
    desk.page.composer.field.setPlainText("Last words")
    desk.page.save()
    assert conversations.get(catalog, made).draft == "Last words"
    again = ChatPage(desk.context)
    desk.qtbot.addWidget(again)
    again.arrive(desk.page.place())
    desk.wait(lambda: again.composer.text() == "Last words")


def test_a_sent_message_leaves_no_draft(desk: Desk, catalog: Catalog) -> None:
    desk.open()
    made = desk.page.talk.conversation_id()
    assert made is not None
    desk.page.composer.field.setPlainText("Going out")
    desk.page.save()
    desk.say("Going out")
    desk.page.save()
    assert conversations.get(catalog, made).draft == ""


def test_a_draft_survives_a_kill(places: Places) -> None:
    """The process is killed in the middle of typing; all but the last half second is there."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(places.data), str(places.cache)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        seen = _wait_for_words(places, 3)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    catalog = Catalog.open(places.catalog, places.backups)
    kept = conversations.page(catalog)[0].draft
    catalog.close()
    assert kept.startswith(seen)


def _wait_for_words(places: Places, count: int) -> str:
    """Read beside the running window until so many words are kept."""
    for _ in range(600):
        time.sleep(0.1)
        if not places.catalog.exists():
            continue
        try:
            catalog = Catalog.open_reading(places.catalog)
        except Exception:  # it is just being made
            continue
        drafts = [made.draft for made in conversations.page(catalog)]
        catalog.close()
        if drafts and drafts[0].count("word") >= count:
            return drafts[0]
    raise AssertionError("nothing was kept")
