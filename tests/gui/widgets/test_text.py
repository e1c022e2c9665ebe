"""Labels show text as text, and break or elide it where there is no room."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.notices import Problem, Toast
from gui.widgets import chip
from gui.widgets.buttons import icon_button, plain_tooltip, primary
from gui.widgets.error_card import ErrorCard
from gui.widgets.labels import ElidedLabel, Paragraph, label
from gui.widgets.segments import Segments
from gui.widgets.toast import ToastFrame
from tests.gui.accessibility import interpreting
from tests.gui.widgets.conftest import holding, shown

LONG = "A title that is much too long for the place that it has been given"


@pytest.fixture
def trap(tmp_path: Path) -> str:
    """Markup that makes Qt's rich text open a FIFO, on which it hangs for ever."""
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    return f'<img src="{pipe.as_uri()}"> <b>Frost</b>'


def test_hostile_text_stays_text(qtbot: QtBot, trap: str) -> None:
    problem = Problem(trap, trap, trap, trap)
    page = holding(
        label(trap, "title"),
        label(trap, wrap=True),
        ElidedLabel(trap),
        ErrorCard(problem),
        ToastFrame(Toast(trap, lambda: None)),
        primary(trap),
        icon_button("x", trap),
        chip.Chip(trap, chip.OK),
        Segments(trap, {"a": trap, "b": trap}),
    )
    shown(qtbot, page, 600, 700)
    page.grab()  # hangs here if anything interprets it
    assert not interpreting(page)
    assert page.findChildren(QLabel)[0].text() == trap


def test_hostile_tooltip_is_escaped(trap: str) -> None:
    tip = plain_tooltip(trap)
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_elided_label_shows_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    made = ElidedLabel(LONG)
    shown(qtbot, made, wide=120, high=24)
    assert LONG in made.toolTip()
    assert made.accessibleName() == LONG
    made.resize(2000, 24)
    assert made.toolTip() == ""


def test_elided_label_puts_lines_into_one() -> None:
    assert ElidedLabel("one\n two\tthree").text() == "one two three"


def test_paragraph_has_the_line_height_of_its_role(qtbot: QtBot) -> None:
    made = label("word " * 40, wrap=True)
    assert isinstance(made, Paragraph)
    shown(qtbot, made, wide=200)
    narrow, wide = made.heightForWidth(120), made.heightForWidth(400)
    assert narrow > wide
    assert narrow % 20 == wide % 20 == 0
    assert label("one", "small", wrap=True).heightForWidth(400) == 16


def test_paragraph_breaks_a_word_without_spaces(qtbot: QtBot) -> None:
    made = label("x" * 2_000_000, wrap=True)
    shown(qtbot, made, wide=200)
    made.grab()
    assert made.minimumSizeHint().width() <= 60
