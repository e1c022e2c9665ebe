"""What the page says before there is a voice: one sentence and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.theme.mark import Mark
from gui.theme.tokens import px
from gui.widgets.buttons import secondary
from gui.widgets.labels import label
from gui.widgets.layouts import column, row


class FirstVoice(QWidget):
    """Offers the notes that come with Timbre."""

    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label(self.tr("No voices yet"), "title")
        self.text = label(
            self.tr(
                "A voice learns how you write from a folder of your notes. "
                "The notes that come with Timbre are there to try it."
            ),
            tone=2,
            wrap=True,
        )
        self.sample = secondary(self.tr("Try the sample notes"), "file-text")
        self.sample.clicked.connect(self.sample_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title.setAlignment(centre)
        self.text.setAlignment(centre)
        self.text.setFixedWidth(px(380))
        middle = column(gap=8)
        middle.addStretch(2)
        for widget in (Mark(40), self.title, self.text):
            middle.addWidget(widget, 0, centre)
        middle.addSpacing(12)
        middle.addWidget(self.sample, 0, centre)
        middle.addStretch(3)
        self.setLayout(row(None, middle, None))
