"""The card for a model that does not fit: the numbers, what still works, the ways out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from adapters.catalog.records import Model
from gui import figures
from gui.models.need import Need
from gui.models.need_bar import NeedBar
from gui.theme.tokens import px
from gui.widgets.buttons import ghost, icon_button, primary, secondary
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

BAR_FROM = 1000


class FitCard(QFrame):
    """``ready`` is the name of the model that is loaded, or empty."""

    again_wanted = Signal()
    smaller_wanted = Signal()
    memory_wanted = Signal()
    closed = Signal()

    def __init__(
        self, model: Model, need: Need, ready: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "error")
        needed, free = need.judgement.need, need.judgement.free
        self.title = self.tr("This model needs {needed}, {free} is free").format(
            needed=figures.memory(needed), free=figures.memory(free)
        )
        text = self.tr("“{name}” was not loaded.").format(name=model.name)
        if ready:
            text += " " + self.tr("“{name}” is still ready.").format(name=ready)
        text += " " + self.tr("Close other programs, or choose a smaller model.")
        self.setAccessibleName(f"{self.title}. {text}")
        self.again = primary(self.tr("Try again"), "rotate-cw").set_small()
        self.smaller = secondary(self.tr("Choose a smaller model")).set_small()
        self.memory = ghost(self.tr("See what uses memory")).set_small()
        self.close_button = icon_button("x", self.tr("Close this message"))
        self.bar = NeedBar(need)
        self._lay_out(text)
        self.again.clicked.connect(self.again_wanted)
        self.smaller.clicked.connect(self.smaller_wanted)
        self.memory.clicked.connect(self.memory_wanted)
        self.close_button.clicked.connect(self.closed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The title has the same numbers; in a narrow window the buttons need the room.
        self.bar.setVisible(self.width() >= px(BAR_FROM))

    def minimumSizeHint(self) -> QSize:
        # Without the bar, or a card that has it could never become narrow enough to lose it.
        return QSize(px(320), super().minimumSizeHint().height())

    def _lay_out(self, text: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        body = column(
            label(self.title, "heading", wrap=True),
            label(text, tone=2, wrap=True),
            8,
            row(self.again, self.smaller, self.memory, None),
            gap=4,
        )
        around = row(gap=12, margins=(18, 16, 12, 16))
        around.addWidget(Sign(), 0, top)
        around.addLayout(body, 1)
        around.addWidget(self.bar, 0, top)
        around.addWidget(self.close_button, 0, top)
        self.setLayout(around)
