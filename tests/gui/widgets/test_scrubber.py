"""A slider that stands only at the steps there are."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.widgets.scrubber import Scrubber, nearest

STEPS = (0, 40, 80, 120, 160)


@pytest.fixture
def scrubber(qtbot: QtBot) -> Scrubber:
    made = Scrubber("Step")
    qtbot.addWidget(made)
    made.resize(400, 40)
    made.show_steps(STEPS, 160)
    made.show()
    return made


def test_left_and_right_are_one_sample(scrubber: Scrubber) -> None:
    seen: list[int] = []
    scrubber.chosen.connect(seen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home):
        QTest.keyClick(scrubber, key)
    QTest.keyClick(scrubber, Qt.Key.Key_Left)  # there is nothing before the first
    assert seen == [120, 80, 120, 0]
    QTest.keyClick(scrubber, Qt.Key.Key_End)
    assert (seen[-1], scrubber.value()) == (160, 160)


def test_a_click_goes_to_the_nearest(scrubber: Scrubber) -> None:
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(210, 9))
    assert scrubber.value() == 80
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(0, 9))
    assert scrubber.value() == 0


def test_words_never_lie_over_each_other(scrubber: Scrubber) -> None:
    many = tuple(range(0, 2001, 100))
    scrubber.show_steps(many, 0)
    canvas = QPixmap(400, 40)
    painter = QPainter(canvas)
    places = scrubber._labels(painter)
    painter.end()
    assert {0, 2000} <= {step for step, _ in places}
    rects = sorted((rect for _, rect in places), key=lambda rect: rect.left())
    assert all(a.right() < b.left() for a, b in pairwise(rects))
    assert rects[0].left() >= 0
    assert rects[-1].right() <= 400


def test_the_nearest_that_is_there() -> None:
    assert [nearest(STEPS, wanted) for wanted in (0, 39, 40, 130, 900)] == [0, 0, 40, 120, 160]
    assert nearest((5, 9), 2) == 5
