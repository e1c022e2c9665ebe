"""At the foot of the graph: smaller, how large, larger, and everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from gui import figures
from gui.widgets.buttons import icon_button
from gui.widgets.labels import label
from gui.widgets.layouts import row


class ZoomBar(QFrame):
    out_wanted, in_wanted, fit_wanted = Signal(), Signal(), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "popup")
        smaller = icon_button("zoom-out", self.tr("Smaller"))
        larger = icon_button("zoom-in", self.tr("Larger"))
        whole = icon_button("maximize", self.tr("Show all cards (Ctrl+0)"))
        self.shown = label("", "small", 2)
        smaller.clicked.connect(self.out_wanted)
        larger.clicked.connect(self.in_wanted)
        whole.clicked.connect(self.fit_wanted)
        self.setLayout(row(smaller, self.shown, larger, whole, gap=4, margins=(6, 2, 6, 2)))
        self.show_zoom(1.0)

    def show_zoom(self, zoom: float) -> None:
        self.shown.setText(figures.part(zoom))
        self.adjustSize()
