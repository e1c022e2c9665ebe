"""Three panes side by side; where the window is too narrow the form becomes a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from gui.scenes.forms.pane import FormPane
from gui.theme.tokens import px, size, theme
from gui.widgets.layouts import column, pane

THREE_PANES = 1180  # pixels of the window's width
LEFT, RIGHT, STRIP = 216, 288, 172


class Panes(QWidget):
    """``middle`` holds what is above the strip and the strip, one over the other."""

    def __init__(self, left: QWidget, header: QWidget, strip: QWidget, form: FormPane) -> None:
        super().__init__()
        self.form = form
        self.narrow = False
        self.middle = QSplitter(Qt.Orientation.Vertical)
        self.middle.setChildrenCollapsible(False)
        foot = pane("side", column(strip, gap=0))
        self.middle.addWidget(foot)
        self._scene = pane("canvas", column(header, self.middle, gap=0))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scene)
        self._right = pane("side", column(form, gap=0))
        for one in (self._right, foot):
            one.setStyleSheet("QWidget#side { border: 0; }")  # the splitter has the line
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        for widget in (left, self._pages, self._right):
            self._split.addWidget(widget)
        self._split.setStretchFactor(1, 1)
        self.setLayout(column(self._split, gap=0))
        form.back_wanted.connect(self.show_scene)
        theme.changed.connect(self._rescale)
        self._rescale()

    def show_above(self, view: QWidget) -> None:
        """The graph, over the strip."""
        self.middle.insertWidget(0, view)
        self.middle.setStretchFactor(0, 1)
        self.middle.setSizes([px(546), px(STRIP)])

    def show_form(self) -> None:
        """To the form, which is a page of its own in a narrow window."""
        if self.narrow:
            self._pages.setCurrentWidget(self._right)
        self.form.begin()

    def show_scene(self) -> None:
        self._pages.setCurrentWidget(self._scene)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() + size("rail") < px(THREE_PANES)
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self.form.show_back(narrow)
        if narrow:
            self._pages.addWidget(self._right)
            self.show_scene()
        else:
            self._split.addWidget(self._right)
            self._right.show()
            self._rescale()

    def _rescale(self) -> None:
        self._split.setSizes([px(LEFT), px(700), px(RIGHT)])
        self._right.setMinimumWidth(px(RIGHT) if not self.narrow else 0)
