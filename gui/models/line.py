"""One line of the Models page: icon, name, size, state, some words, buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme.tokens import px, theme
from gui.widgets.error_card import Sign
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import row

# Widths of the columns, and those of a line in a narrow window.
WIDE = {"name": 220, "size": 92, "state": 116}
NARROW = {"name": 164, "size": 68, "state": 104}
NARROW_BELOW = 940
HEIGHT = 46


class Line(QWidget):
    """``state`` and ``words`` are widgets of the line's own kind."""

    def __init__(
        self,
        icon: str,
        name: str,
        size: str,
        state: QWidget,
        words: QWidget,
        buttons: tuple[QWidget, ...],
        tone: str = "text_2",
    ) -> None:
        super().__init__()
        self.name = ElidedLabel(name, "body")
        self.name.setProperty("strong", "true")
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.size_label = label(size, tone=2)
        self._state = _cell(state)
        self.setAccessibleName(name)
        layout = row(Sign(icon, tone), 2, self.name, self.size_label, gap=12)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.addWidget(self._state)
        layout.addWidget(words, 1)
        for button in buttons:
            layout.addWidget(button)
        self.setLayout(layout)
        theme.changed.connect(self._rescale)
        self._rescale()

    def _rescale(self) -> None:
        self.setFixedHeight(px(HEIGHT))
        widths = NARROW if self.width() < px(NARROW_BELOW) else WIDE
        self.name.setFixedWidth(px(widths["name"]))
        self.size_label.setFixedWidth(px(widths["size"]))
        self._state.setFixedWidth(px(widths["state"]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rescale()


def quiet(text: str = "", small: bool = True) -> ElidedLabel:
    """Words of a line that give way where there is no room."""
    made = ElidedLabel(text, "small" if small else "body", tone=2)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made


def _cell(widget: QWidget) -> QWidget:
    """A column of fixed width with its widget at the left."""
    made = QWidget()
    layout = row(gap=0)
    layout.addWidget(widget, 0 if not isinstance(widget, ElidedLabel) else 1)
    layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
    made.setLayout(layout)
    return made
