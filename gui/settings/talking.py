"""How the assistant talks unless a conversation says otherwise."""

from PySide6.QtCore import QCoreApplication

from gui.context import Context
from gui.settings.bounds import bounds, default
from gui.settings.change import change
from gui.settings.fields import NumberSlider, WholeNumber, two_places
from gui.settings.instruction import Instruction
from gui.settings.section import Section
from gui.widgets.buttons import secondary

STEPS = {"temperature": 0.05, "top_p": 0.01, "min_p": 0.01, "repetition_penalty": 0.01}
WHOLE = ("top_k", "max_tokens", "seed")


def sampling_words(name: str) -> tuple[str, str]:
    """What a sampling setting is called, and what it does."""
    return {
        "temperature": (
            QCoreApplication.translate("Sampling", "Temperature"),
            QCoreApplication.translate(
                "Sampling", "How freely words are chosen. At 0 always the likeliest."
            ),
        ),
        "top_p": (
            QCoreApplication.translate("Sampling", "Top-p"),
            QCoreApplication.translate("Sampling", "The share of likely words to choose from."),
        ),
        "min_p": (
            QCoreApplication.translate("Sampling", "Min-p"),
            QCoreApplication.translate(
                "Sampling", "The least chance of a word, against the likeliest. 0 is no limit."
            ),
        ),
        "repetition_penalty": (
            QCoreApplication.translate("Sampling", "Repetition penalty"),
            QCoreApplication.translate(
                "Sampling", "How much words already said are avoided. 1 is not at all."
            ),
        ),
        "top_k": (
            QCoreApplication.translate("Sampling", "Top-k"),
            QCoreApplication.translate(
                "Sampling", "The most words to choose from. 0 is no limit."
            ),
        ),
        "max_tokens": (
            QCoreApplication.translate("Sampling", "Longest reply"),
            QCoreApplication.translate("Sampling", "In tokens; a word is one or two."),
        ),
        "seed": (
            QCoreApplication.translate("Sampling", "Seed"),
            QCoreApplication.translate(
                "Sampling", "The same seed draws the same reply. 0 draws another each time."
            ),
        ),
    }[name]


class Talking(Section):
    """The default instruction, and the controls of ``engine.messages.Sampling``."""

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Talking"))
        self._context = context
        self.instruction = Instruction(context)
        self.add_wide(
            self.tr("Default instruction"),
            self.tr("Sent to the model at the beginning of every new conversation."),
            self.instruction,
        )
        self.sliders = {name: self._make_slider(name) for name in STEPS}
        self.numbers = {name: self._make_number(name) for name in WHOLE}
        self.reset = secondary(self.tr("Set all back")).set_small()
        self.reset.clicked.connect(self._set_back)
        self.add(self.tr("Usual values"), "", self.reset)

    def _make_slider(self, name: str) -> NumberSlider:
        title, explained = sampling_words(name)
        made = NumberSlider(title, bounds(name), STEPS[name], two_places)
        made.set_value(getattr(self._context.settings, name))
        made.chosen.connect(lambda value: change(self._context, name, value))
        self.add(title, explained, made)
        return made

    def _make_number(self, name: str) -> WholeNumber:
        title, explained = sampling_words(name)
        made = WholeNumber(title, bounds(name))
        made.setValue(getattr(self._context.settings, name))
        made.valueChanged.connect(lambda value: change(self._context, name, value))
        self.add(title, explained, made)
        return made

    def _set_back(self) -> None:
        for name, slider in self.sliders.items():
            slider.set_value(float(str(default(name))))
            change(self._context, name, default(name))
        for name, number in self.numbers.items():
            number.setValue(int(str(default(name))))
