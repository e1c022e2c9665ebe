"""The pieces that every page is made of."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.notices import Notices, Problem, Toast
from gui.overlay import MOST_TOASTS, Overlay
from gui.widgets import chip
from gui.widgets.buttons import ghost, icon_button, plain_tooltip, primary, secondary
from gui.widgets.combo import Combo
from gui.widgets.dot import Dot
from gui.widgets.error_card import ErrorCard
from gui.widgets.labels import ElidedLabel, Paragraph, label
from gui.widgets.layouts import column
from gui.widgets.meter_bar import LEAST, MeterBar, Part, widths
from gui.widgets.popover import Popover
from gui.widgets.segments import Segments
from gui.widgets.sparkline import Sparkline
from gui.widgets.switch import Switch
from gui.widgets.toast import ToastFrame
from tests.gui.accessibility import interpreting, nameless, out_of_reach, tab_order

LONG = "A title that is much too long for the place that it has been given"


kept: list[QWidget] = []  # pytest-qt holds what it closes by a weak reference only


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    yield
    kept.clear()


def shown(qtbot: QtBot, widget: QWidget, wide: int = 400, high: int = 200) -> QWidget:
    qtbot.addWidget(widget)
    kept.append(widget)
    widget.resize(wide, high)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def holding(*widgets: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(*widgets))
    return made


# --- buttons --------------------------------------------------------------------------


@pytest.mark.parametrize("make", [primary, secondary, ghost])
def test_busy_button_ignores_clicks_and_keeps_its_width(
    qtbot: QtBot, make: Callable[..., QPushButton]
) -> None:
    button = make("Train", "plus")
    shown(qtbot, holding(button), wide=300)
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("click"))
    wide = button.width()
    button.set_busy(True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert not clicks
    assert button.sizeHint().width() <= wide == button.width()
    button.set_busy(False)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(clicks) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_focused_button_is_pressed_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    button = secondary("Pause")
    shown(qtbot, holding(button))
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_small_button_is_lower(qtbot: QtBot) -> None:
    usual, small = secondary("Load"), secondary("Load").set_small()
    shown(qtbot, holding(usual, small))
    assert usual.height() == 32
    assert small.height() == 28


def test_focus_moves_nothing(qtbot: QtBot) -> None:
    for make in (primary, secondary, ghost):
        button = make("Train")
        shown(qtbot, holding(button))
        before = button.sizeHint()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert button.sizeHint() == before


def test_icon_button_has_name_and_tooltip(qtbot: QtBot) -> None:
    button = icon_button("ellipsis", "More")
    shown(qtbot, holding(button))
    assert button.accessibleName() == "More"
    assert "More" in button.toolTip()
    assert not nameless(button)


# --- text is text ---------------------------------------------------------------------


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


# --- chips, bars, small pictures --------------------------------------------------------


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


def test_sparkline_needs_two_points(qtbot: QtBot) -> None:
    line = Sparkline("rust")
    shown(qtbot, line, 104, 34)
    blank = line.grab().toImage()
    line.show_values([2.0])
    assert line.grab().toImage() == blank
    line.show_values([2.0, 1.5, 1.0])
    assert line.grab().toImage() != blank


def test_dot_of_no_voice_is_hollow(qtbot: QtBot) -> None:
    filled, hollow = Dot("rust", 12), Dot(None, 12)
    shown(qtbot, holding(filled, hollow))
    centre = QPoint(6, 6)
    assert filled.grab().toImage().pixelColor(centre).name() == "#ac4e27"
    assert hollow.grab().toImage().pixelColor(centre) != filled.grab().toImage().pixelColor(centre)


# --- choosing -------------------------------------------------------------------------


def test_wheel_over_a_combo_changes_nothing(qtbot: QtBot) -> None:
    combo = Combo("Model")
    combo.addItems(["one", "two"])
    shown(qtbot, holding(combo))
    turn = QWheelEvent(
        QPointF(5, 5),
        combo.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turn)
    assert combo.currentText() == "one"
    assert not nameless(combo)


def test_segments_are_one_tab_stop_and_tell_what_was_chosen(qtbot: QtBot) -> None:
    made = Segments("Colours", {"light": "Light", "dark": "Dark"})
    made.choose("light")
    shown(qtbot, made)
    assert not nameless(made)
    assert not out_of_reach(made)
    chosen: list[str] = []
    made.chosen.connect(chosen.append)
    (first,) = tab_order(made)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert made.choice() == "dark"
    assert chosen[-1] == "dark"
    made.choose("light")
    assert chosen.count("light") == 0


def test_switch_toggles_by_key(qtbot: QtBot) -> None:
    made = Switch("Reduced motion")
    shown(qtbot, holding(made))
    off = made.grab().toImage()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.isChecked()
    assert made.grab().toImage() != off
    assert not nameless(made)


# --- toasts and problems ----------------------------------------------------------------


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    return shown(qtbot, QWidget(), 900, 600)


def test_undo_takes_back_once(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    taken: list[str] = []
    notices.toast("Conversation deleted", lambda: taken.append("back"))
    (toast,) = overlay.toasts()
    assert toast.button is not None
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert taken == ["back"]
    assert not overlay.toasts()


def test_toast_without_undo_has_no_button(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    notices.toast("Copied")
    (toast,) = overlay.toasts()
    assert toast.button is None
    assert not nameless(toast)


def test_toasts_go_by_themselves(
    area: QWidget, notices: Notices, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("gui.widgets.toast.SHOWN_MS", 10)
    QCursor.setPos(area.mapToGlobal(QPoint(890, 5)))  # a toast under the pointer stays
    overlay = Overlay(area, notices)
    notices.toast("Copied")
    qtbot.waitUntil(lambda: not overlay.toasts())


def test_old_toasts_make_room(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    for number in range(MOST_TOASTS + 2):
        notices.toast(f"Toast {number}")
    shown_now = [toast.accessibleName() for toast in overlay.toasts()]
    assert shown_now == ["Toast 2", "Toast 3", "Toast 4"]


def test_toasts_stand_above_each_other_inside_of_the_window(
    area: QWidget, notices: Notices
) -> None:
    overlay = Overlay(area, notices)
    for number in range(MOST_TOASTS):
        notices.toast(f"Toast {number} " + "long " * 80)
    boxes = [toast.geometry() for toast in overlay.toasts()]
    assert all(area.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)


def test_problem_shows_what_why_and_what_to_do(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    overlay.add_problem(Problem("It broke.", "It was old.", "Take another.", "line 3"))
    (card,) = overlay.problems()
    texts = " ".join(one.text() for one in card.findChildren(QLabel))
    assert "It broke." in texts
    assert "It was old. Take another." in texts
    assert not nameless(card)
    details = card.findChild(QPlainTextEdit)
    assert not details.isVisible()
    more = next(b for b in card.findChildren(QPushButton) if b.text() == "Show details")
    more.click()
    assert details.isVisible()
    assert details.toPlainText() == "line 3"
    more.click()
    assert not details.isVisible()


def test_problem_without_details_has_no_button_for_them(qtbot: QtBot) -> None:
    card = ErrorCard(Problem("It broke.", "It was old.", "Take another."))
    shown(qtbot, card)
    assert not [b for b in card.findChildren(QPushButton) if b.isVisible()]


def test_escape_closes_problems_before_toasts(area: QWidget, notices: Notices) -> None:
    overlay = Overlay(area, notices)
    notices.toast("Copied")
    overlay.add_problem(Problem("a", "b", "c"))
    assert overlay.close_newest()
    assert not overlay.problems()
    assert overlay.toasts()
    assert overlay.close_newest()
    assert not overlay.close_newest()


# --- popover --------------------------------------------------------------------------


@pytest.fixture
def opener(qtbot: QtBot) -> QPushButton:
    button = secondary("Open")
    page = holding(button)
    shown(qtbot, page, 600, 500)
    button.setFocus()
    return button


def popover(opener: QPushButton) -> Popover:
    card = Popover(opener)
    card.setLayout(column(secondary("Inside")))
    card.open_below(opener)
    return card


def test_escape_closes_the_popover_and_gives_the_focus_back(opener: QPushButton) -> None:
    card = popover(opener)
    assert card.isVisible()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert QApplication.focusWidget() is opener


def test_click_elsewhere_closes_the_popover(opener: QPushButton) -> None:
    card = popover(opener)
    inside = card.findChild(QPushButton)
    QTest.mouseClick(inside, Qt.MouseButton.LeftButton)
    assert card.isVisible()
    QTest.mouseClick(opener.window(), Qt.MouseButton.LeftButton, pos=QPoint(590, 490))
    assert not card.isVisible()


def test_popover_stays_inside_of_the_window(opener: QPushButton) -> None:
    card = popover(opener)
    card.close_card()
    card = Popover(opener)
    card.setLayout(column(secondary("Inside")))
    card.open_at(QPoint(5000, 5000))
    assert opener.window().rect().contains(card.geometry())
