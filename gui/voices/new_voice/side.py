"""The column at the right: an example, the estimate, the themes, why notes are held out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.context import Context
from gui.theme.tokens import colour, px
from gui.voices.new_voice.draft import Draft
from gui.voices.new_voice.estimate_card import EstimateCard
from gui.voices.new_voice.example_card import ExampleCard
from gui.voices.new_voice.themes_card import ThemesCard
from gui.widgets.error_card import Sign
from gui.widgets.labels import label
from gui.widgets.layouts import column, row
from gui.widgets.scrolled import scrolled


class Side(QWidget):
    """A hairline at its left edge parts it from the step."""

    def __init__(
        self, context: Context, estimate: EstimateCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.example = ExampleCard(context)
        self.themes = ThemesCard(context)
        why = self.tr(
            "Held-out notes are never trained on. They show whether the voice learned or "
            "only memorised."
        )
        info = row(4, gap=8)
        info.addWidget(Sign("info", "text_3", 15), 0, Qt.AlignmentFlag.AlignTop)
        info.addWidget(label(why, "small", tone=3, wrap=True), 1)
        cards = (self.example, estimate, self.themes)
        inside = QWidget()
        inside.setLayout(column(*cards, info, None, gap=12, margins=(15, 16, 16, 16)))
        self.setLayout(column(scrolled(inside), gap=0, margins=(1, 0, 0, 0)))
        self.setFixedWidth(px(340))

    def begin(self, draft: Draft) -> None:
        """Nothing is known yet of the folder."""
        self.example.show_file(draft, None)
        self.themes.begin(draft.folder)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it
        QPainter(self).fillRect(0, 0, 1, self.height(), colour("line"))
