"""Long texts: what a field takes of them, and that the owner is told what it does not."""

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from adapters.catalog import conversations, messages
from adapters.catalog.database import Catalog
from gui.chat.composer.composer import Composer
from gui.chat.instruction_card import InstructionCard
from gui.chat.thread.owner import OwnerItem
from gui.settings.page import SettingsPage
from gui.widgets.bounded_edit import MOST_LINE, MOST_TEXT, BoundedEdit, bounded
from tests.gui.chat.conftest import Desk
from tests.gui.conftest import Told

CUT = "The text is too long: {n} characters at its end were left out."
ONE_CUT = "The text is too long: 1 character at its end was left out."
BROKEN = "Lines of more than 5,000 characters were broken."
ROWS = "word\n" * (MOST_TEXT // 5)  # as long as a text may be, in short lines


def paste(field: BoundedEdit, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\nb c\n", ""),
        (ROWS, ""),
        (ROWS + "x", ONE_CUT),
        (ROWS + "x" * 1234, CUT.format(n="1,234")),
        ("x" * (MOST_LINE + 1), BROKEN),
        ("x" * (MOST_TEXT + 10), f"{CUT.format(n=10)} {BROKEN}"),
    ],
)
def test_what_is_said_is_what_was_done(qtbot: QtBot, text: str, said: str) -> None:
    field = BoundedEdit()
    qtbot.addWidget(field)
    told: list[str] = []
    field.bounded.connect(told.append)
    paste(field, text)
    held = field.toPlainText()
    assert told == ([said] if said else [])
    assert max(map(len, held.split("\n"))) <= MOST_LINE
    assert held.replace("\n", "") == text[:MOST_TEXT].replace("\n", "")
    assert field.set_text(text) == said
    assert field.toPlainText() == held


def test_room_is_what_the_rest_of_the_text_leaves(qtbot: QtBot) -> None:
    field = BoundedEdit()
    qtbot.addWidget(field)
    field.set_text(ROWS)
    with qtbot.waitSignal(field.bounded) as told:
        paste(field, "three")
    assert told.args == [CUT.format(n=5)]
    field.selectAll()
    with qtbot.assertNotEmitted(field.bounded):
        paste(field, ROWS)
    assert field.toPlainText() == ROWS


def test_bounded_leaves_ordinary_text_alone() -> None:
    assert bounded("a\n\nb c\n").text == "a\n\nb c\n"


def test_the_composer_tells_of_what_is_pasted_and_of_what_is_set(qtbot: QtBot) -> None:
    made = Composer()
    qtbot.addWidget(made)
    told: list[str] = []
    made.bounded.connect(told.append)
    paste(made.field, ROWS + "xx")
    made.set_text(ROWS + "xxx")
    assert told == [CUT.format(n=2), CUT.format(n=3)]


def test_a_long_paste_becomes_a_toast(desk: Desk, told: Told) -> None:
    desk.open()
    paste(desk.page.composer.field, ROWS + "xx")
    assert [toast.text for toast in told.toasts] == [CUT.format(n=2)]


def test_a_message_that_is_edited_says_what_was_left_out(desk: Desk, catalog: Catalog) -> None:
    talk = conversations.create(catalog, "")
    messages.add(catalog, talk.id, None, "owner", "x" * (MOST_LINE + 1))
    desk.open(("conversation", talk.id))
    (owner,) = (item for item in desk.items() if isinstance(item, OwnerItem))
    owner.edit()
    assert owner.editor is not None
    assert owner.editor.note.text() == BROKEN
    assert owner.editor.note.isVisible()


def test_what_is_pasted_into_an_edit_says_what_was_left_out(desk: Desk, catalog: Catalog) -> None:
    talk = conversations.create(catalog, "")
    messages.add(catalog, talk.id, None, "owner", "Frost?")
    desk.open(("conversation", talk.id))
    (owner,) = (item for item in desk.items() if isinstance(item, OwnerItem))
    owner.edit()
    box = owner.editor
    assert box is not None
    before = owner.height()
    box.field.selectAll()
    paste(box.field, ROWS + "xx")
    assert box.note.text() == CUT.format(n=2)
    desk.wait(lambda: owner.height() > before)
    desk.rest()
    assert box.rect().contains(box.note.geometry())
    assert box.note.geometry().top() >= box.field.geometry().bottom()


def test_an_edit_of_usual_length_says_nothing(desk: Desk, catalog: Catalog) -> None:
    talk = conversations.create(catalog, "")
    messages.add(catalog, talk.id, None, "owner", "Frost?")
    desk.open(("conversation", talk.id))
    (owner,) = (item for item in desk.items() if isinstance(item, OwnerItem))
    owner.edit()
    assert owner.editor is not None
    assert not owner.editor.note.isVisible()


def test_an_instruction_says_what_was_left_out(desk: Desk, catalog: Catalog) -> None:
    desk.open()
    now = desk.page.talk.conversation_id()
    assert now is not None
    conversations.set_instruction(catalog, now, ROWS + "xx")
    desk.page.talk.reload()
    desk.rest()
    desk.page.header.instruction.click()
    card = desk.page.window().findChildren(InstructionCard)[-1]
    assert card.note.text() == CUT.format(n=2)
    assert card.note.isVisible()
    paste(card.field, "y")
    assert card.note.text() == ONE_CUT
    assert card.rect().contains(card.keep.geometry())
    card.close_card()


def test_the_default_instruction_says_what_was_left_out(desk: Desk, qtbot: QtBot) -> None:
    page = SettingsPage(desk.context)
    qtbot.addWidget(page)
    page.show()
    desk.rest()
    assert not page.talking.instruction.note.isVisible()
    page.talking.instruction.field.selectAll()
    paste(page.talking.instruction.field, ROWS + "xx")
    assert page.talking.instruction.note.text() == CUT.format(n=2)
    assert page.talking.instruction.note.isVisible()
    page.save()
