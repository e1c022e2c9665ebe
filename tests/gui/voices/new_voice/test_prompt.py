"""What the voice is asked while it learns: a suggestion from the notes, or the owner's own."""

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.messages import Train
from gui.voices.new_voice.page import TRAIN
from gui.voices.new_voice.prompt_field import PromptField
from tests.gui.voices.new_voice.conftest import Engines, Open, ready


def test_a_suggestion_gives_way_to_what_the_owner_writes(qtbot: QtBot) -> None:
    field = PromptField()
    qtbot.addWidget(field)
    written: list[str] = []
    field.changed.connect(written.append)
    field.suggest("Sowing beans")
    assert (field.field.text(), written) == ("Sowing beans", [])
    field.field.clear()
    QTest.keyClicks(field.field, "Why?")
    assert written[-1] == "Why?"
    field.suggest("First frost")  # another folder
    assert field.field.text() == "Why?"


def test_the_owners_prompt_goes_with_the_training(
    open_page: Open, folder: Path, engines: Engines, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin(folder)
    steps = page.new_voice
    ready(steps, qtbot)
    steps.go(TRAIN)
    field = steps.train.prompt.field
    assert field.text() == "Frost"  # as the fake's notes suggest
    field.clear()
    QTest.keyClicks(field, "How was the frost?")
    steps.foot.start.click()
    qtbot.waitUntil(lambda: bool(engines.handled("files", Train)))
    assert engines.handled("files", Train)[0].prompt == "How was the frost?"
    qtbot.waitUntil(lambda: not page.is_making())
