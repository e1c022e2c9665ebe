"""Which language the owner is spoken to: the one that was chosen, else the system's."""

import os
from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["en", "ru"]
Choice = Literal["system", "en", "ru"]
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set names the locale


def language_for(choice: str) -> Language:
    """``choice`` is a language or "system"; English for one that Timbre does not speak."""
    return system_language() if choice == "system" else _spoken([choice])


def system_language(environment: Mapping[str, str] = os.environ) -> Language:
    """The language that the system's other programs speak, by gettext's rules.

    The list in LANGUAGE comes before the locale, unless there is none or it is C.
    """
    locale = next((value for name in LOCALE if (value := environment.get(name))), "C")
    if _language(locale) in ("c", "posix"):
        return "en"
    return _spoken((environment.get("LANGUAGE") or locale).split(":"))


def _spoken(names: list[str]) -> Language:
    """The first of ``names`` that Timbre speaks."""
    wanted = [_language(name) for name in names]
    known: dict[str, Language] = {language: language for language in get_args(Language)}
    return next((known[name] for name in wanted if name in known), "en")


def _language(locale: str) -> str:
    """ "ru" of "ru_RU.UTF-8", "ru-RU" or "ru@petr1708"."""
    for mark in "@._-":
        locale = locale.partition(mark)[0]
    return locale.lower()
