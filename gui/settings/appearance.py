"""How the window looks."""

from PySide6.QtCore import QCoreApplication

from gui.context import Context
from gui.settings.bounds import bounds
from gui.settings.change import change
from gui.settings.fields import NumberSlider, per_cent
from gui.settings.section import Section
from gui.widgets.combo import Combo
from gui.widgets.segments import Segments
from gui.widgets.switch import Switch

LANGUAGES = {"en": "English", "ru": "Русский"}  # each in itself, for whoever cannot read ours


class Appearance(Section):
    def __init__(self, context: Context) -> None:
        super().__init__(QCoreApplication.translate("Appearance", "Appearance"))
        self._context = context
        self.colours = self._make_colours()
        self.language = self._make_language()
        self.text_size = self._make_text_size()
        self.motion = self._make_motion()

    def _make_colours(self) -> Segments:
        name = self.tr("Colours")
        made = Segments(
            name,
            {
                "system": self.tr("As the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
        )
        made.choose(self._context.settings.theme)
        made.chosen.connect(lambda key: change(self._context, "theme", key))
        self.add(name, "", made)
        return made

    def _make_language(self) -> Combo:
        name = self.tr("Language")
        made = Combo(name)
        made.addItem(self.tr("As the system"), "system")
        for key, text in LANGUAGES.items():
            made.addItem(text, key)
        made.setCurrentIndex(made.findData(self._context.settings.language))
        made.activated.connect(lambda _: change(self._context, "language", made.currentData()))
        self.add(name, "", made)
        return made

    def _make_text_size(self) -> NumberSlider:
        name = self.tr("Text size")
        made = NumberSlider(name, bounds("text_size"), 5, per_cent)
        made.set_value(self._context.settings.text_size)
        made.chosen.connect(lambda value: change(self._context, "text_size", round(value)))
        self.add(name, self.tr("Text and rows grow together."), made)
        return made

    def _make_motion(self) -> Switch:
        name = self.tr("Reduced motion")
        made = Switch(name)
        made.setChecked(self._context.settings.reduced_motion)
        made.toggled.connect(lambda on: change(self._context, "reduced_motion", on))
        self.add(name, self.tr("Nothing slides, fades or turns."), made)
        return made
