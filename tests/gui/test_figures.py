"""Numbers as the owner reads them."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from gui import figures

NOW = datetime(2026, 5, 10, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english(qtbot: QtBot) -> None:  # noqa: ARG001 - translate needs the application
    QLocale.setDefault(QLocale("en_GB"))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_no_more_decimals_than_there_are() -> None:
    assert [figures.short(n) for n in (0.003, 0.00015, 2.0)] == ["0.003", "0.00015", "2"]


@pytest.mark.parametrize(
    ("count", "text"),
    [(102, "0.1 KiB"), (2150, "2.1 KiB"), (317440, "310 KiB"), (2**20, "1.0 MiB")],
)
def test_sizes_take_the_unit_that_keeps_them_short(count: int, text: str) -> None:
    assert plain(figures.size(count)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(-0.18, "−18 %"), (0.014, "+1 %"), (-0.003, "−0.3 %"), (0.0, "0 %"), (-0.0001, "0.0 %")],
)
def test_a_change_has_its_sign(share: float, text: str) -> None:
    assert plain(figures.percent(share)) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(40, "40 s"), (660, "11 min"), (3599, "1 h"), (7500, "2 h 5 min")],
)
def test_durations(seconds: float, text: str) -> None:
    assert plain(figures.duration(seconds)) == text


@pytest.mark.parametrize(
    ("back", "text"),
    [
        (timedelta(seconds=5), "now"),
        (timedelta(minutes=4), "4 min ago"),
        (timedelta(days=1), "yesterday"),
        (timedelta(days=12), "12 days ago"),
        (timedelta(seconds=-30), "now"),
    ],
)
def test_how_long_ago(back: timedelta, text: str) -> None:
    assert plain(figures.ago(NOW - back, NOW)) == text


def test_a_clock_in_utc_without_a_zone_is_understood() -> None:
    assert figures.ago(NOW.replace(tzinfo=None) - timedelta(minutes=4), NOW) == "4 min ago"


def test_number_and_unit_stay_on_one_line() -> None:
    assert " " not in figures.memory(2**30) + figures.percent(-0.1) + figures.duration(7500)
