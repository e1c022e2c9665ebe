"""In which voice a role speaks, how strongly, and whether the owner speaks for it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from engine.scene.fields.role import Role
from engine.scene.model import Field
from gui.chat.composer.strength import STEP, StrengthSlider
from gui.chat.speaker import colour_of
from gui.figures import decimal
from gui.scenes.forms.hand import Hand, Row
from gui.widgets.buttons import plain_tooltip
from gui.widgets.combo import Combo
from gui.widgets.dot import dot_icon
from gui.widgets.labels import label
from gui.widgets.layouts import column, row

DOT = 10  # pixels


def _role(field: Field) -> Role:
    assert isinstance(field.data, Role)
    return field.data


class VoiceRow(Row):
    """A voice that is named but not here stays named."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        name = self.tr("Voice")
        self.combo = Combo(name)
        self.combo.setIconSize(QSize(DOT, DOT))
        self.setLayout(column(label(name, "label", 2), self.combo, gap=6))
        self.combo.activated.connect(self._chosen)

    def refresh(self, field: Field) -> None:
        chosen = _role(field).voice
        self._fill(chosen)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))

    def _fill(self, chosen: str | None) -> None:
        self.combo.clear()
        self.combo.addItem(dot_icon(None), self.tr("No voice, the model itself"), None)
        for one in self._hand.speakers():
            self.combo.addItem(dot_icon(colour_of(one)), one.name, one.name)
        if chosen and self.combo.findData(chosen) < 0:
            told = self.tr("{name} (not here)").format(name=chosen)
            self.combo.addItem(dot_icon(None, faint=True), told, chosen)

    def _chosen(self, index: int) -> None:
        self._hand.set(self.tr("Voice"), voice=self.combo.itemData(index))


class StrengthRow(Row):
    """From 0 to 2; without a voice there is nothing to weigh."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.slider = StrengthSlider()
        self.slider.setAccessibleName(self.tr("Strength of the voice"))
        self.slider.setToolTip(plain_tooltip(self.tr("Double-click for 1.0")))
        self._figure = label("", "small")
        head = row(label(self.tr("Strength"), "label", 2), None, self._figure)
        self.setLayout(column(head, self.slider, gap=6))
        self.slider.valueChanged.connect(self._moved)

    def refresh(self, field: Field) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(_role(field).strength * 100))
        self.slider.blockSignals(False)
        self.setEnabled(_role(field).voice is not None)
        self._show(_role(field).strength)

    def _moved(self, value: int) -> None:
        strength = round(value / STEP) * STEP / 100
        self._show(strength)
        self._hand.set(self.tr("Strength"), "strength", strength=strength)

    def _show(self, strength: float) -> None:
        text = decimal(strength, 2 if round(strength * 100) % 10 else 1)
        self._figure.setText(text)
        self.slider.setAccessibleDescription(text)


class PlayedRow(Row):
    """Who speaks for the role."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        name = self.tr("Spoken by")
        self.combo: QComboBox = Combo(name)
        self.combo.addItem(self.tr("The model"), "model")
        self.combo.addItem(self.tr("You"), "owner")
        self.setLayout(column(label(name, "label", 2), self.combo, gap=6))
        self.combo.activated.connect(self._chosen)

    def refresh(self, field: Field) -> None:
        self.combo.setCurrentIndex(self.combo.findData(_role(field).played_by))

    def _chosen(self, index: int) -> None:
        self._hand.set(self.tr("Spoken by"), played_by=self.combo.itemData(index))
