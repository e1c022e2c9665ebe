"""One voice of a blend in its editor: dot, name, strength, and the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adapters.catalog.records import Voice
from gui.chat.composer.strength import STEP, StrengthSlider
from gui.chat.thread.footer import strength as figure
from gui.theme.tokens import px
from gui.widgets.buttons import icon_button
from gui.widgets.dot import Dot
from gui.widgets.labels import ElidedLabel, label
from gui.widgets.layouts import row


class PartRow(QWidget):
    """Counts its strength in steps of 0.05, from 0 to 2."""

    remove_wanted = Signal()

    def __init__(self, voice: Voice, strength: float) -> None:
        super().__init__()
        self.voice = voice
        self.slider = StrengthSlider()
        self.slider.setValue(round(strength * 100))
        self.slider.setFixedSize(px(110), px(24))  # never painted before it has a height
        name = " ".join(voice.name.split())
        self.slider.setAccessibleName(self.tr("Strength of {name}").format(name=name))
        self._figure = label("", "small")
        self._figure.setFixedWidth(px(30))
        self.remove = icon_button("x", self.tr("Take {name} out").format(name=name))
        self.remove.clicked.connect(self.remove_wanted)
        self.slider.valueChanged.connect(self._moved)
        layout = row(Dot(voice.colour, 10), gap=8)
        layout.addWidget(ElidedLabel(name), 1)
        for widget in (self.slider, self._figure, self.remove):
            layout.addWidget(widget)
        self.setLayout(layout)
        self.setFocusProxy(self.slider)
        self._show()

    def strength(self) -> float:
        return self.slider.value() / 100

    def _moved(self, value: int) -> None:
        snapped = round(value / STEP) * STEP
        if snapped != value:
            self.slider.setValue(snapped)  # comes back here
        else:
            self._show()

    def _show(self) -> None:
        text = figure(self.strength())
        self._figure.setText(text)
        self.slider.setAccessibleDescription(text)
