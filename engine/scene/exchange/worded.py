"""Words of a scene for programs that have one text box."""

from collections.abc import Callable

from engine.language import Language
from engine.scene.model import Field, Scene
from engine.scene.prompt.pieces import pieces


def words_of(scene: Scene) -> str:
    """All fields, also those that a moment would leave out, to nobody in particular."""
    return "\n".join(piece.text for piece in pieces(scene, (), None))


def field_words(language: Language) -> Callable[[Field], str]:
    """The words of one field with all inside of it."""
    return lambda field: words_of(Scene(language=language, fields=(field,)))


def language_of(*texts: str) -> Language:
    """Russian where Cyrillic letters are the most."""
    letters = [one for one in "".join(texts) if one.isalpha()]
    cyrillic = sum("а" <= one.lower() <= "я" or one.lower() == "ё" for one in letters)
    return "ru" if cyrillic * 2 > len(letters) else "en"
