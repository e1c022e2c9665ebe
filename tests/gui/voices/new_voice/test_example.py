"""The card that shows which tokens of a note are learned."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from engine.messages import FindThemes, NoteExample, ShowExamples, TokenPiece
from gui.theme.tokens import colour
from gui.voices.new_voice.example_card import SHADES, ExampleCard
from gui.voices.new_voice.files_model import FILE
from gui.voices.new_voice.page import NewVoice
from tests.gui.voices.new_voice.conftest import Engines, ready


@pytest.fixture
def card(steps: NewVoice, folder: Path, qtbot: QtBot) -> ExampleCard:
    steps.take_folder(folder)
    ready(steps, qtbot)
    steps.files.table.setCurrentIndex(steps.files.table.files.index(0, FILE))
    qtbot.waitUntil(lambda: bool(steps.side.example.text.toPlainText()))
    return steps.side.example


def shade(card: ExampleCard, place: int) -> str | None:
    cursor = QTextCursor(card.text.document())
    cursor.setPosition(place + 1)
    brush = cursor.charFormat().background()
    return brush.color().name() if brush.style().value else None


def test_only_trained_tokens_are_coloured_and_neighbours_differ(card: ExampleCard) -> None:
    text = card.text.toPlainText()
    assert text == "user\nFrost\nThe frost¶"
    assert shade(card, text.index("Frost")) is None
    first, second = shade(card, text.index("The")), shade(card, text.index(" frost"))
    assert {first, second} == {colour(name).name() for name in SHADES}


def test_the_counts_are_told(card: ExampleCard) -> None:
    assert card.key.trained.text() == "trained on, 3 tokens"
    assert card.key.read_only.text() == "read only, 5"
    assert card.place.text() == "frost.md, 1 of 2"
    assert card.text.accessibleName() == "Trained on: The frost"


def test_arrows_go_through_the_examples(card: ExampleCard) -> None:
    assert not card.back.isEnabled()
    card.next.click()
    assert card.place.text() == "frost.md, 2 of 2"
    assert "Snow" in card.text.toPlainText()
    assert not card.next.isEnabled()
    card.back.click()
    assert card.place.text() == "frost.md, 1 of 2"


def test_a_file_without_text_hides_the_card(card: ExampleCard, steps: NewVoice) -> None:
    assert card.isVisible()
    card.show_file(steps.draft, None)
    assert not card.isVisible()


def test_who_runs_through_the_files_asks_only_about_the_last(
    card: ExampleCard, steps: NewVoice, engines: Engines, qtbot: QtBot
) -> None:
    files = steps.files.table.files.files()
    for file in (*files, *files, files[1]):
        card.show_file(steps.draft, file)
    qtbot.waitUntil(lambda: card.place.text() == "letter.txt, 1 of 2")
    asked = [command.path for command in engines.handled("files", ShowExamples)]
    assert asked == ["frost.md", "letter.txt"]


def test_themes_are_named_when_the_files_are_shown(
    card: ExampleCard, steps: NewVoice, engines: Engines, folder: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not steps.side.themes.isHidden())
    assert steps.side.themes.names.text() == "– frost, dahlias\n– letters, Anna"
    assert engines.handled("files", FindThemes) == [FindThemes(str(folder))]
    card.hide()
    steps.side.themes.begin(None)
    assert steps.side.themes.isHidden()


def test_what_is_learned_stands_in_sight_below_a_long_question(card: ExampleCard) -> None:
    question = TokenPiece("\n".join(f"line {n}" for n in range(30)) + "\nassistant\n", 60, False)
    answer = [TokenPiece(f"learned {n}\n", 1, True) for n in range(30)]
    card._show_text(NoteExample((question, *answer), 30, 60, "title"))
    start = QTextCursor(card.text.document())
    start.setPosition(card.text.toPlainText().index("learned 0"))
    assert 0 < card.text.cursorRect(start).top() < card.text.viewport().height() / 2


@pytest.mark.usefixtures("card")
def test_nothing_in_the_column_is_cut_off_at_its_side(steps: NewVoice) -> None:
    steps.window().resize(1280, 800)
    known = steps.estimate.estimate
    assert known is not None
    steps.estimate._show(replace(known, seconds=None))  # the longest words
    for area in steps.side.findChildren(QScrollArea):
        assert area.widget().minimumSizeHint().width() <= area.viewport().width()
