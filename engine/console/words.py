"""The terminal speaks the owner's language without Qt: sentences come from Qt's own file."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

from adapters.wording import Phrase
from engine.language import Language, language_for

FOLDER = Path(__file__).parents[2] / "resources" / "translations"


class _Speech:
    """What is spoken in this process: the window keeps the same in its translator."""

    language: Language = "en"
    sentences: Mapping[tuple[str, str], str] = {}


def speak(choice: str) -> None:
    """Speak a language from now on; ``choice`` is that of the settings, perhaps "system"."""
    _Speech.language = language_for(choice)
    # English is what the sentences are written in.
    _Speech.sentences = {} if _Speech.language == "en" else dict(_read(_Speech.language))


def words(phrase: Phrase) -> str:
    """A sentence in the language that is spoken, with its values filled in."""
    template = _Speech.sentences.get((phrase.context, phrase.template), phrase.template)
    values = {
        name: words(value) if isinstance(value, Phrase) else value
        for name, value in phrase.values.items()
    }
    return template.format_map(values)


def decimal(value: float, places: int = 1) -> str:
    """A number as the language writes it: 1.5, or 1,5 in Russian."""
    written = f"{value:.{places}f}"
    return written.replace(".", ",") if _Speech.language == "ru" else written


def _read(language: Language) -> Iterator[tuple[tuple[str, str], str]]:
    """Context and sentence of every translation; plural forms are the window's alone."""
    for context in ET.parse(FOLDER / f"timbre_{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            if translation := message.findtext("translation"):
                key = context.findtext("name", ""), message.findtext("source", "")
                yield key, translation
