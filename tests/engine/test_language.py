"""The system's language: one rule, gettext's, for the engine, the window and the set-up."""

import pytest

from engine import instructions
from engine.language import LOCALE, language_for, system_language
from gui import translate
from installer import wording

CASES = [
    ({}, "en"),
    ({"LANG": "ru_RU.UTF-8"}, "ru"),
    ({"LANG": "RU"}, "ru"),
    ({"LANG": "rue_UA.UTF-8"}, "en"),  # Rusyn is not Russian
    ({"LANG": "de_DE.UTF-8"}, "en"),
    ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
    ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ru_RU.UTF-8"}, "ru"),
    ({"LC_MESSAGES": "ru_RU.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
    ({"LC_ALL": "", "LANG": "ru_RU.UTF-8"}, "ru"),  # empty is not set
    ({"LANGUAGE": "ru", "LANG": "en_GB.UTF-8"}, "ru"),
    ({"LANGUAGE": "en:ru", "LC_ALL": "ru_RU.UTF-8"}, "en"),
    ({"LANGUAGE": "fr:ru_RU:en", "LANG": "fr_FR.UTF-8"}, "ru"),  # the first that we speak
    ({"LANGUAGE": "fr", "LANG": "ru_RU.UTF-8"}, "en"),
    ({"LANGUAGE": "", "LANG": "ru_RU.UTF-8"}, "ru"),
    ({"LANGUAGE": "ru", "LC_ALL": "C"}, "en"),  # C switches LANGUAGE off
    ({"LANGUAGE": "ru", "LANG": "C.UTF-8"}, "en"),
    ({"LANGUAGE": "ru", "LC_ALL": "POSIX", "LANG": "ru_RU.UTF-8"}, "en"),
    ({"LANGUAGE": "ru"}, "en"),  # no locale is C
]


@pytest.mark.parametrize(("environment", "language"), CASES)
def test_the_whole_program_follows_the_system_by_one_rule(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (*LOCALE, "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language
    assert instructions.shipped("system") == instructions.shipped(language)
    assert translate.language_for("system") == language
    assert wording.speaks_russian() == (language == "ru")


def test_a_chosen_language_comes_before_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)
    assert language_for("en") == "en"
    assert language_for("system") == "ru"
