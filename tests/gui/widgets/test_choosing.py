"""Lists, segments and switches."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets.combo import Combo
from gui.widgets.segments import Segments
from gui.widgets.switch import Switch
from tests.gui.accessibility import nameless, out_of_reach, tab_order
from tests.gui.widgets.conftest import holding, shown


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
