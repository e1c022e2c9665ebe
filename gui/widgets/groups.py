"""Buttons of which one holds: one Tab stop for all, the arrows move inside."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


def exclusive(buttons: Iterable[QAbstractButton], parent: QObject) -> QButtonGroup:
    """Group checkable buttons; Tab reaches the checked one.

    Qt does the same, but only once one of them has had the focus: the first Tab would
    reach whichever comes first.
    """
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    group.buttonToggled.connect(lambda: _move_tab_stop(group))
    return group


def _move_tab_stop(group: QButtonGroup) -> None:
    for button in group.buttons():
        stop = button.isChecked()
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)
