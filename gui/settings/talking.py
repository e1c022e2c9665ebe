"""How the assistant talks unless a conversation says otherwise."""

from PySide6.QtWidgets import QWidget

from engine.generation.drawing import DRAWN
from gui.context import Context
from gui.settings.bounds import bounds, default
from gui.settings.change import change
from gui.settings.fields import NumberSlider, WholeNumber, two_places
from gui.settings.instruction import Instruction
from gui.settings.sampling_words import advice_words, sampling_words
from gui.settings.section import Section
from gui.widgets.buttons import secondary
from gui.widgets.labels import label
from gui.widgets.layouts import column
from gui.widgets.switch import Switch

STEPS = {"temperature": 0.05, "top_p": 0.01, "min_p": 0.01, "repetition_penalty": 0.01}
WHOLE = ("top_k", "max_tokens", "seed")


class Talking(Section):
    """The default instruction, and the controls of ``engine.messages.Sampling``."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Talking"))
        self._context = context
        self._rows_of: dict[str, QWidget] = {}
        self.instruction = Instruction(context)
        self.add_wide(
            self.tr("Default instruction"),
            self.tr("Sent to the model at the beginning of every new conversation."),
            self.instruction,
        )
        self.advised = self._make_advised()
        self.sliders = {name: self._make_slider(name) for name in STEPS}
        self.numbers = {name: self._make_number(name) for name in WHOLE}
        self.reset = secondary(self.tr("Set all back")).set_small()
        self.reset.clicked.connect(self._set_back)
        self.add(self.tr("Usual values"), "", self.reset)
        self._show_own()

    def refresh(self) -> None:
        """Another model may be loaded, whose makers advise otherwise."""
        self._advice.setText(advice_words(self._context.bridge.model))

    def _make_advised(self) -> Switch:
        name = self.tr("Draw words as the model’s makers advise")
        made = Switch(name)
        made.setChecked(self._context.settings.advised)
        made.toggled.connect(self._choose_advised)
        self._advice = label("", "small", tone=3, wrap=True)
        self.refresh()
        self.add_beside(column(label(name), self._advice, gap=2), made)
        return made

    def _choose_advised(self, on: bool) -> None:
        change(self._context, "advised", on)
        self._show_own()

    def _show_own(self) -> None:
        """The owner's own values are there while they hold."""
        for name in DRAWN:
            self._rows_of[name].setVisible(not self.advised.isChecked())

    def _make_slider(self, name: str) -> NumberSlider:
        title, explained = sampling_words(name)
        made = NumberSlider(title, bounds(name), STEPS[name], two_places)
        made.set_value(getattr(self._context.settings, name))
        made.chosen.connect(lambda value: change(self._context, name, value))
        self._rows_of[name] = self.add(title, explained, made)
        return made

    def _make_number(self, name: str) -> WholeNumber:
        title, explained = sampling_words(name)
        made = WholeNumber(title, bounds(name))
        made.setValue(getattr(self._context.settings, name))
        made.valueChanged.connect(lambda value: change(self._context, name, value))
        self._rows_of[name] = self.add(title, explained, made)
        return made

    def _set_back(self) -> None:
        self.advised.setChecked(bool(default("advised")))
        for name, slider in self.sliders.items():
            slider.set_value(float(str(default(name))))
            change(self._context, name, default(name))
        for name, number in self.numbers.items():
            number.setValue(int(str(default(name))))
