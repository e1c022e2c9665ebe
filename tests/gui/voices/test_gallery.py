"""A gallery of many voices: found by tags, said why they cannot speak, read in few questions."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

from adapters.catalog import conversations, messages, tags, voices
from adapters.catalog.database import Catalog
from engine.messages import LoadModel
from gui.context import Context
from gui.voices import sentences
from gui.voices.used_in.model import PAGE
from tests.gui.accessibility import nameless
from tests.gui.voices.conftest import MakeVoice, Open, Settle, shown


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the catalog is asked inside."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        heard.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def asked(open_page: Open, settle: Settle) -> int:
    """How often the catalog is asked until the page stands."""
    with statements() as heard:
        page = open_page()
        settle()
        assert page.list.grid.visualRect(page.list.grid.cards.index(0)) != QRect()
    return sum(one.lstrip().upper().startswith("SELECT") for one in heard)


def test_more_voices_are_read_in_as_few_questions(
    make_voice: MakeVoice, open_page: Open, settle: Settle, catalog: Catalog
) -> None:
    for number in range(3):
        voice = make_voice(f"Voice {number}")
        tags.put(catalog, voice.id, ["winter"])
    few = asked(open_page, settle)
    for number in range(3, 20):
        voice = make_voice(f"Voice {number}")
        tags.put(catalog, voice.id, ["winter"])
    assert asked(open_page, settle) <= few + 2


def test_tags_find_voices_and_are_edited_in_a_card(
    make_voice: MakeVoice, open_page: Open, settle: Settle, catalog: Catalog
) -> None:
    anna, boris = make_voice("Anna"), make_voice("Boris")
    tags.put(catalog, anna.id, ["Winter", "letters"])
    page = open_page()
    page.list.search.setText("winter LETT")
    assert shown(page) == ["Anna"]
    card = page.list.grid.current()
    assert card is not None
    assert card.tags == ("letters", "Winter")
    assert sentences.base(card).endswith("letters · Winter")
    answers: list[str | None] = []
    page.doing.tag(boris.id, "garden, winter", answers.append)
    settle()
    settle()
    assert answers == [None]
    assert tags.of_voices(catalog)[boris.id] == ("garden", "winter")


def test_a_voice_of_another_model_says_so_on_its_card(
    make_voice: MakeVoice, open_page: Open, settle: Settle, context: Context, qtbot: QtBot
) -> None:
    make_voice("Own")
    make_voice("Foreign", fingerprint="e" * 64)
    page = open_page()
    context.bridge.submit(LoadModel(1))
    qtbot.waitUntil(lambda: context.bridge.model is not None)
    settle()
    cards = page.list.grid.cards
    said = {cards.card(n).name: sentences.base(cards.card(n)) for n in range(cards.rowCount())}
    assert said == {"Own": "Fake-135M", "Foreign": "for Fake-135M, not loaded"}


def test_where_a_voice_was_used_leads_there(
    make_voice: MakeVoice, open_page: Open, settle: Settle, catalog: Catalog, context: Context
) -> None:
    anna = make_voice("Anna")
    went: list[tuple[str, object]] = []
    context.news.go.connect(lambda page, argument: went.append((page, argument)))
    page = open_page()
    page.select(("voice", anna.id))
    settle()
    use = page.detail.voice.used_in
    assert use.isHidden()
    talks = [conversations.create(catalog, "").id for _ in range(2)]
    for talk in talks:
        messages.add(catalog, talk, None, "assistant", "x", voice=anna.id)
    voices.touch(catalog, anna.id)
    context.news.voices.emit()
    settle()
    settle()
    assert not use.isHidden()
    assert use.told.text().startswith("2 conversations · used")
    assert nameless(use) == []
    use.list.setCurrentIndex(use.talks.index(1))
    QTest.keyClick(use.list, Qt.Key.Key_Return)
    assert went == [("chat", ("conversation", talks[0]))]  # the older one
    click(use.list, use.talks.index(0))
    assert went[1:] == [("chat", ("conversation", talks[1]))]
    conversations.trash(catalog, talks[1])
    context.news.conversations.emit()
    settle()
    assert use.told.text().startswith("1 conversation ·")


def test_many_conversations_are_read_as_they_are_seen(
    make_voice: MakeVoice, open_page: Open, settle: Settle, catalog: Catalog, qtbot: QtBot
) -> None:
    anna = make_voice("Anna")
    for _ in range(PAGE + 20):
        talk = conversations.create(catalog, "").id
        messages.add(catalog, talk, None, "assistant", "x", voice=anna.id)
    page = open_page()
    page.select(("voice", anna.id))
    settle()
    use = page.detail.voice.used_in
    assert use.talks.rowCount() == PAGE
    assert use.told.text() == f"{PAGE + 20} conversations"
    assert use.list.height() < 300  # four of them; the others are scrolled to
    use.list.scrollToBottom()
    qtbot.waitUntil(lambda: use.talks.rowCount() == PAGE + 20)
    seen = [use.talks.conversation(use.talks.index(n)).id for n in range(PAGE + 20)]
    assert sorted(seen, reverse=True) == seen
    assert not use.talks.canFetchMore(QModelIndex())


def click(view: QListView, index: QModelIndex) -> None:
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
