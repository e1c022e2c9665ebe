"""The conversation list: headings, pages, rename, trash and undo, search."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import update

from adapters.catalog import conversations, messages, trash
from adapters.catalog.conversation_tables import ConversationRow
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation, Hit
from adapters.catalog.tables import now
from gui.chat.conversations.groups import heading
from gui.chat.conversations.model import PAGE, Heading
from tests.gui.chat.conftest import AddVoice, Desk
from tests.gui.conftest import Told

TODAY = date(2026, 3, 20)


def rows(desk: Desk) -> list[str]:
    model = desk.page.list.model
    found = (model.row(model.index(number)) for number in range(model.rowCount()))
    return [row.text if isinstance(row, Heading) else row.title for row in found]


def add_many(catalog: Catalog, count: int) -> None:
    """One minute between each; the first is the newest."""
    moment = now()
    made = [
        ConversationRow(
            title=f"Talk {n:05}", titled_by_owner=True, instruction="", strength=1.0, draft="",
            preview="words", created=moment, updated=moment - timedelta(minutes=n),
        )
        for n in range(count)
    ]  # fmt: skip
    with catalog.session() as session:
        session.add_all(made)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "Today"), (1, "Yesterday"), (2, "Last week"), (7, "Last week"), (10, "March"),
     (40, "February"), (400, "February 2025")],
)  # fmt: skip
def test_headings(days: int, expected: str) -> None:
    noon = datetime(2026, 3, 20, 12).astimezone(UTC)
    assert heading(noon - timedelta(days=days), TODAY) == expected


def test_conversations_stand_under_their_headings(
    desk: Desk, catalog: Catalog, add_thread: Callable[..., int]
) -> None:
    old = add_thread(2, "Old talk")
    with catalog.session() as session:
        row = update(ConversationRow).where(ConversationRow.id == old)
        session.execute(row.values(updated=now() - timedelta(days=1)))
    add_thread(2, "New talk")
    desk.open()
    assert rows(desk) == ["Today", "New talk", "Yesterday", "Old talk"]
    heading_index = desk.page.list.model.index(0)
    assert not heading_index.flags() & Qt.ItemFlag.ItemIsSelectable


def test_ten_thousand_come_in_pages(desk: Desk, catalog: Catalog) -> None:
    add_many(catalog, 10_000)
    desk.open()
    model = desk.page.list.model
    first = model.rowCount()
    assert first <= 2 * PAGE + 8
    assert model.canFetchMore(QModelIndex())
    desk.page.list.list.scrollToBottom()
    desk.wait(lambda: model.rowCount() > first)
    titles = [title for title in rows(desk) if title.startswith("Talk")]
    assert titles == sorted(titles)
    assert len(set(titles)) == len(titles)


def test_what_is_answered_comes_to_the_top(desk: Desk, add_thread: Callable[..., int]) -> None:
    first = add_thread(2, "First")
    add_thread(2, "Second")
    desk.open(("conversation", first))
    assert rows(desk)[1:] == ["Second", "First"]
    desk.say("More of it")
    assert rows(desk)[1:] == ["First", "Second"]
    current = desk.page.list.list.currentIndex()
    chosen = desk.page.list.model.row(current)
    assert isinstance(chosen, Conversation)
    assert chosen.id == first


def test_a_message_in_a_talk_of_yesterday_stays_in_that_talk(
    desk: Desk, catalog: Catalog, add_thread: Callable[..., int]
) -> None:
    """The headings change under the list, and its current row moves without being chosen."""
    older, newer = add_thread(2, "Older"), add_thread(2, "Newer")
    with catalog.session() as session:
        for hours, one in ((25, older), (24, newer)):
            row = update(ConversationRow).where(ConversationRow.id == one)
            session.execute(row.values(updated=now() - timedelta(hours=hours)))
    desk.open(("conversation", newer))
    desk.say("Hello")
    desk.rest()
    assert desk.page.talk.conversation_id() == newer
    assert rows(desk)[:2] == ["Today", "Newer"]


def test_dots_are_of_the_voices_that_spoke(desk: Desk, add_voice: AddVoice) -> None:
    desk.open()
    desk.page.acts.choose_voice(add_voice("Anna", "plum"), 1.0)
    desk.say("Hello")
    newest = desk.page.list.model.newest()
    assert newest is not None
    assert newest.colours == ("plum",)


def test_a_click_opens(desk: Desk, add_thread: Callable[..., int]) -> None:
    first = add_thread(2, "First")
    add_thread(2, "Second")
    desk.open()
    place = desk.page.list.model.place(first)
    assert place is not None
    desk.page.list.list.setCurrentIndex(desk.page.list.model.index(place))
    desk.wait(lambda: desk.page.talk.conversation_id() == first)
    desk.rest()
    assert desk.page.header.title.text() == "First"


def test_f2_renames_in_place(desk: Desk, catalog: Catalog, add_thread: Callable[..., int]) -> None:
    made = add_thread(2, "Before")
    desk.open()
    view = desk.page.list.list
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(QLineEdit)
    assert field is not None
    assert field.text() == "Before"
    field.setText("After")
    desk.qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.rest()
    assert conversations.get(catalog, made).title == "After"
    assert desk.page.header.title.text() == "After"


def test_a_double_click_on_the_title_renames(
    desk: Desk, catalog: Catalog, add_thread: Callable[..., int]
) -> None:
    made = add_thread(2, "Before")
    desk.open()
    header = desk.page.header
    desk.qtbot.mouseDClick(header.title, Qt.MouseButton.LeftButton)
    header.field.setText("  After\n all ")
    desk.qtbot.keyClick(header.field, Qt.Key.Key_Return)
    desk.rest()
    assert conversations.get(catalog, made).title == "After all"
    header.edit_title()
    header.field.setText("   ")
    desk.qtbot.keyClick(header.field, Qt.Key.Key_Return)
    desk.rest()
    assert conversations.get(catalog, made).title == "After all"


def test_delete_can_be_taken_back(
    desk: Desk, catalog: Catalog, told: Told, add_thread: Callable[..., int]
) -> None:
    other = add_thread(2, "Other")
    made = add_thread(2, "Doomed")
    desk.open()
    assert desk.page.talk.conversation_id() == made
    view = desk.page.list.list
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_Delete)
    desk.wait(lambda: told.toasts)
    desk.rest()
    assert rows(desk)[1:] == ["Other"]
    assert desk.page.talk.conversation_id() == other
    assert trash.contents(catalog).conversations == 1
    undo = told.toasts[0].undo
    assert undo is not None
    undo()
    desk.wait(lambda: desk.page.talk.conversation_id() == made)
    desk.rest()
    assert rows(desk)[1:] == ["Doomed", "Other"]
    assert trash.contents(catalog).conversations == 0


def test_the_last_one_deleted_leaves_a_new_one(
    desk: Desk, told: Told, add_thread: Callable[..., int]
) -> None:
    made = add_thread(2, "Only")
    desk.open()
    desk.page.header.delete_wanted.emit()
    desk.wait(lambda: told.toasts)
    desk.wait(lambda: desk.page.talk.conversation_id() not in (None, made))
    desk.rest()
    assert rows(desk) == ["Today", ""]


def find(desk: Desk, words: str) -> list[Hit]:
    pane = desk.page.list
    pane.search.setText(words)
    desk.wait(lambda: not pane._timer.isActive())
    desk.rest()
    return [pane.hits.row(pane.hits.index(n)) for n in range(pane.hits.rowCount())]


def test_search_finds_titles_and_messages(
    desk: Desk, catalog: Catalog, add_thread: Callable[..., int]
) -> None:
    garden = add_thread(2, "The garden")
    other = add_thread(1, "Other", "Nothing yet")
    said = messages.add(catalog, other, None, "owner", "A word about gardens in the north")
    desk.open()
    hits = find(desk, "garden")
    assert [(hit.conversation, hit.message) for hit in hits] == [(garden, None), (other, said.id)]
    assert "gardens in the north" in hits[1].snippet
    assert desk.page.list.stack.currentWidget() is desk.page.list.found


def test_a_found_message_is_shown_on_its_branch(
    desk: Desk, catalog: Catalog, add_thread: Callable[..., int]
) -> None:
    made = add_thread(60, "Long")
    hidden = messages.add(catalog, made, None, "owner", "Quince jam on another branch")
    conversations.set_leaf(catalog, made, hidden.id - 1)
    desk.open()
    find(desk, "quince")
    desk.qtbot.keyClick(desk.page.list.search, Qt.Key.Key_Down)
    desk.wait(lambda: [m.id for m in desk.thread()] == [hidden.id])
    desk.rest()
    assert "Quince jam" in desk.items()[0].accessibleName()


def test_nothing_found_is_said_and_escape_goes_back(
    desk: Desk, add_thread: Callable[..., int]
) -> None:
    add_thread(2, "Something")
    desk.open()
    assert find(desk, "<b>nowhere</b>") == []
    assert desk.page.list.nothing.text() == "Nothing found for “<b>nowhere</b>”"
    desk.qtbot.keyClick(desk.page.list.search, Qt.Key.Key_Escape)
    desk.wait(lambda: desk.page.list.stack.currentWidget() is desk.page.list.list)
    assert desk.page.list.search.text() == ""


def test_ctrl_n_uses_an_empty_conversation_again(desk: Desk, catalog: Catalog) -> None:
    desk.open()
    first = desk.page.talk.conversation_id()
    desk.page.act("new")
    desk.rest()
    assert desk.page.talk.conversation_id() == first
    desk.say("Not empty any more")
    desk.page.act("new")
    desk.wait(lambda: desk.page.talk.conversation_id() != first)
    desk.rest()
    assert len(conversations.page(catalog)) == 2
