"""A window for a start that failed: there is nothing else to show the problem in."""

from PySide6.QtWidgets import QApplication, QWidget

from adapters.errors import UserError
from gui.notices import Problem
from gui.theme.mark import window_icon
from gui.theme.tokens import px
from gui.widgets.buttons import primary
from gui.widgets.error_card import ErrorCard
from gui.widgets.layouts import column, pane


def trouble_window(error: UserError) -> QWidget:
    """Made, not shown; its button closes it."""
    close = primary(QApplication.translate("Trouble", "Close"))
    card = ErrorCard(Problem.of(error), (close,), closable=False)
    window = pane("canvas", column(None, card, None, margins=(24, 24, 24, 24)))
    window.setWindowTitle("Timbre")
    window.setWindowIcon(window_icon())
    window.setFixedWidth(px(560))
    window.setMinimumHeight(px(220))
    close.clicked.connect(window.close)
    return window
