"""Chips, bars and dots."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.widgets import chip
from gui.widgets.dot import Dot
from gui.widgets.meter_bar import LEAST, MeterBar, Part, widths
from tests.gui.widgets.conftest import holding, shown


def test_chips_say_their_word(qtbot: QtBot) -> None:
    chips = [chip.fits(), chip.tight(), chip.too_large(), chip.training(), chip.loaded()]
    shown(qtbot, holding(*chips))
    assert [c.accessibleName() for c in chips] == [
        "Fits",
        "Tight",
        "Too large",
        "Training",
        "Loaded",
    ]
    assert len({c.grab().toImage().constBits().tobytes() for c in chips}) == len(chips)


def test_smallest_part_of_a_bar_can_be_seen() -> None:
    parts = [Part("mem_weights", 7_990), Part("mem_voices", 1), Part("mem_kv", 0)]
    wide = widths(parts, 8_000, 200.0)
    assert wide[1] >= LEAST
    assert wide[2] == 0
    assert sum(wide) <= 200.0 + 1e-6


def test_bar_never_overflows() -> None:
    parts = [Part("mem_weights", 9_000), Part("mem_voices", 1), Part("mem_other", 9_000)]
    wide = widths(parts, 8_000, 100.0)
    assert sum(wide) == pytest.approx(100.0)
    assert min(wide) >= LEAST


def test_bar_paints_its_parts(qtbot: QtBot) -> None:
    bar = MeterBar()
    shown(qtbot, bar, wide=200, high=20)
    empty = bar.grab().toImage()
    bar.show_parts([Part("mem_weights", 500)], 1000)
    half = bar.grab().toImage()
    bar.show_parts([Part("mem_weights", 1000)], 1000, over=300)
    over = bar.grab().toImage()
    assert empty != half != over
    middle = half.height() // 2
    assert half.pixelColor(20, middle) != half.pixelColor(180, middle)


def test_dot_of_no_voice_is_hollow(qtbot: QtBot) -> None:
    filled, hollow = Dot("rust", 12), Dot(None, 12)
    shown(qtbot, holding(filled, hollow))
    centre = QPoint(6, 6)
    assert filled.grab().toImage().pixelColor(centre).name() == "#ac4e27"
    assert hollow.grab().toImage().pixelColor(centre) != filled.grab().toImage().pixelColor(centre)
