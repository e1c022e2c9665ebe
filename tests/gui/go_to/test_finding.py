"""What Ctrl+K offers and finds, and how it is shown."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from adapters.catalog import blends, models, voices
from adapters.catalog.database import Catalog
from gui.go_to import goals
from tests.gui.accessibility import interpreting, nameless
from tests.gui.go_to.conftest import HOSTILE, Open, add_voice, talk, write


def test_without_words_pages_and_the_newest_conversations(catalog: Catalog, press: Open) -> None:
    for number in range(12):
        talk(catalog, f"Talk {number}")
    card = press()
    shown = write(card, "")
    assert shown[0].startswith("New conversation")
    assert [line for line in shown if line.startswith("Talk")] == [
        f"Talk {number}, conversation" for number in range(11, 3, -1)
    ]
    assert card.field.hasFocus()


def test_words_find_in_titles_messages_voices_and_models(catalog: Catalog, press: Open) -> None:
    talk(catalog, "First frost", "When was it?")
    talk(catalog, "Other", "The frost came early", "and frost again")
    add_voice(catalog, "Frosty")
    assert write(press(), "frost") == [
        "Frosty, voice",
        "First frost, conversation",
        "Other, in a message",
    ]


def test_a_talkative_conversation_does_not_hide_the_others(catalog: Catalog) -> None:
    talk(catalog, "Older", "frost")
    talk(catalog, "Newer", *["frost"] * 60)
    assert [goal.text for goal in goals.find(catalog, "frost")] == ["Newer", "Older"]


def test_nothing_found_is_said(press: Open, seen: list[tuple[str, object]]) -> None:
    card = press()
    assert write(card, "zzzz") == []
    assert card.nothing.isVisible()
    assert "zzzz" in card.nothing.text()
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert seen == []


def test_letters_are_compared_as_the_search_does(catalog: Catalog) -> None:
    add_voice(catalog, "Тёплый голос")
    models.add(catalog, "Ёлка-1B", "folder", "/fir", 1, 2048)
    assert [goal.text for goal in goals.find(catalog, "ТЕПЛЫЙ")] == ["Тёплый голос"]
    assert [goal.text for goal in goals.find(catalog, "елка")] == ["Ёлка-1B"]


def test_names_are_text_and_everything_has_a_name(catalog: Catalog, press: Open) -> None:
    talk(catalog, HOSTILE)
    card = press()
    assert f"{HOSTILE}, conversation" in write(card, "friends")
    card.grab()
    write(card, " <b>none</b>")
    assert interpreting(card) == []
    assert nameless(card) == []


def test_a_huge_title_becomes_one_short_line(catalog: Catalog, press: Open) -> None:
    talk(catalog, "garden\n" * 20_000)
    card = press()
    (line,) = write(card, "garden")
    assert "\n" not in line
    assert len(line) < 2 * goals.MOST_LETTERS
    card.grab()


def test_only_so_many_of_a_kind(catalog: Catalog) -> None:
    for number in range(goals.MOST + 5):
        add_voice(catalog, f"Voice {number}")
    found = goals.find(catalog, "voice")
    assert sum(goal.page == "voices" and goal.colour == "plum" for goal in found) == goals.MOST


def test_a_blend_is_gone_to_in_the_gallery(catalog: Catalog) -> None:
    add_voice(catalog, "Anna")
    (anna,) = voices.everything(catalog)
    kept = blends.add(catalog, "Evening", [(anna.id, 0.5)])
    (goal,) = goals.find(catalog, "even")
    assert (goal.text, goal.page, goal.argument) == ("Evening", "voices", ("blend", kept.id))
