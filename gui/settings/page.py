"""The settings: one column of sections."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from engine.messages import ModelChanged
from gui.context import Context
from gui.page import Page
from gui.settings.about import About
from gui.settings.appearance import Appearance
from gui.settings.data import Data
from gui.settings.talking import Talking
from gui.theme.tokens import px
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.scrolled import scrolled

COLUMN = 720


class SettingsPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.appearance = Appearance(context)
        self.talking = Talking(context)
        self.data = Data(context)
        self.about = About(context)
        sections = column(
            label(self.tr("Settings"), "title"),
            self.appearance,
            self.talking,
            self.data,
            self.about,
            None,
            gap=24,
            margins=(0, 16, 0, 32),
        )
        middle = QWidget()
        middle.setLayout(sections)
        middle.setMaximumWidth(px(COLUMN))
        around = row(gap=0, margins=(24, 0, 24, 0))
        around.addStretch(1)
        around.addWidget(middle, 1000)
        around.addStretch(1)
        inside = QWidget()
        inside.setLayout(around)
        self._scroll = scrolled(inside)
        self.setLayout(column(self._scroll))
        context.bridge.event.connect(self._hear)

    def arrive(self, argument: object) -> None:
        """``argument`` is where it was scrolled to in the other language."""
        self.data.refresh()
        self.talking.refresh()
        if isinstance(argument, int):
            QTimer.singleShot(0, lambda: self._scroll.verticalScrollBar().setValue(argument))

    def _hear(self, event: object) -> None:
        if isinstance(event, ModelChanged):
            self.talking.refresh()

    def save(self) -> None:
        self.talking.instruction.save()
        self._context.writer.flush()

    def place(self) -> object:
        return self._scroll.verticalScrollBar().value()
