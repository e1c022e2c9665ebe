"""English and Russian: which one is shown, and sentences that come from below the window."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from adapters.wording import Phrase
from engine.language import Choice, Language, language_for
from gui.theme.tokens import RESOURCES

_installed: list[QTranslator] = []


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
