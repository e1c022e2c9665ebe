"""English and Russian: which one is shown, and sentences that come from below the window."""

import locale
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from adapters.wording import Phrase
from gui.theme.tokens import RESOURCES

Choice = Literal["system", "en", "ru"]
Language = Literal["en", "ru"]
_installed: list[QTranslator] = []


def language_for(choice: Choice) -> Language:
    """The system's own language where the owner chose none; English where we have none."""
    if choice != "system":
        return choice
    name = QLocale.system().uiLanguages()[:1] or [locale.getlocale()[0] or "en"]
    return "ru" if name[0].startswith("ru") else "en"


def speak(choice: Choice) -> Language:
    """Install the translation; Qt then sends LanguageChange to every widget."""
    language = language_for(choice)
    app = QCoreApplication.instance()
    assert app is not None
    QLocale.setDefault(QLocale("ru_RU" if language == "ru" else "en_GB"))
    while _installed:
        app.removeTranslator(_installed.pop())
    translator = QTranslator(app)
    # English has a file as well: it holds the plural forms only.
    if translator.load(str(RESOURCES / "translations" / f"timbre_{language}.qm")):
        _installed.append(translator)
        app.installTranslator(translator)
    return language


def words(phrase: Phrase) -> str:
    """A sentence of the engine in the owner's language, with its values filled in.

    The result is plain text; a value may hold anything that a file may hold.
    """
    template = QCoreApplication.translate(phrase.context, phrase.template)
    values = {
        name: words(value) if isinstance(value, Phrase) else value
        for name, value in phrase.values.items()
    }
    return template.format_map(values)
