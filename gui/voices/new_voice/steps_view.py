"""The four steps of a new voice as they stand on the page, whatever was chosen in them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from engine.messages import Failed
from gui.context import Context
from gui.notices import Problem
from gui.voices.new_voice.estimate_card import EstimateCard
from gui.voices.new_voice.folder_step import FolderStep
from gui.voices.new_voice.foot import Foot
from gui.voices.new_voice.name_step import NameStep
from gui.voices.new_voice.preview_step import PreviewStep
from gui.voices.new_voice.readiness import PREVIEW, TRAIN
from gui.voices.new_voice.side import Side
from gui.voices.new_voice.steps_list import StepsList
from gui.voices.new_voice.train_step import TrainStep
from gui.widgets.emptying import empty, shown_problem
from gui.widgets.error_card import ErrorCard
from gui.widgets.layouts import column, pane, row
from gui.widgets.scrolled import scrolled


class StepsView(QWidget):
    """The list of steps on the left, the step in the middle, what it costs at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self.list = StepsList()
        self.name = NameStep(context)
        self.folder = FolderStep()
        self.files = PreviewStep()
        self.train = TrainStep()
        self.estimate = EstimateCard(context)
        self.side = Side(context, self.estimate)
        self.foot = Foot()
        self.stack = QStackedWidget()
        self._trouble = column(gap=0, margins=(20, 0, 20, 0))
        self._lay_out()

    def step(self) -> int:
        return self.stack.currentIndex()

    def show_step(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        self._show_side()
        self.foot.show_step(step)

    def focus_step(self) -> None:
        """To where the step begins."""
        first = (self.name.name, self.folder.choose, self.files.table, self.train.fold)
        first[self.step()].setFocus(Qt.FocusReason.OtherFocusReason)

    def narrow(self, narrow: bool) -> None:
        """Too narrow for the table of files beside the estimate: the foot has its figures."""
        self._narrow = narrow
        self._show_side()

    def brief(self) -> str:
        """The estimate in words, where its card has no room."""
        return self.estimate.in_words() if self._narrow and self.step() == PREVIEW else ""

    def show_trouble(self, failed: Failed) -> None:
        """Why the training was not begun."""
        self._trouble.addWidget(card := ErrorCard(Problem.of(failed)))
        card.closed.connect(self.clear_trouble)

    def trouble(self) -> str | None:
        """What stands in the way of the training, in words, where something does."""
        return shown_problem(self._trouble)

    def clear_trouble(self) -> None:
        empty(self._trouble)

    def _show_side(self) -> None:
        self.side.setVisible(self.step() >= (TRAIN if self._narrow else PREVIEW))

    def _lay_out(self) -> None:
        for step in (self.name, self.folder, self.files, scrolled(self.train)):
            self.stack.addWidget(step)
        middle = row(gap=0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.side)
        body: QVBoxLayout = column(gap=0)
        body.addLayout(middle, 1)
        body.addLayout(self._trouble)
        body.addWidget(self.foot)
        whole = row(pane("side", column(self.list, gap=0)), gap=0)
        whole.addWidget(pane("canvas", body), 1)
        self.setLayout(whole)
