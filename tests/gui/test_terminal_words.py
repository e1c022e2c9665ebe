"""The terminal and the window say the same sentence in the same words."""

import importlib.util
import re
from pathlib import Path

import pytest

from adapters.wording import Phrase
from engine.console import words as terminal
from gui import translate

UPDATE = Path(__file__).parents[2] / "resources" / "translations" / "update.py"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_phrase_reads_alike(language: translate.Language) -> None:
    spec = importlib.util.spec_from_file_location("update", UPDATE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    phrases = [
        Phrase(context, template, dict.fromkeys(re.findall(r"\{(\w+)", template), 7))
        for context, template in module.phrases()
    ]
    assert len(phrases) > 100
    terminal.speak(language)
    translate.speak(language)
    differing = [str(one) for one in phrases if terminal.words(one) != translate.words(one)]
    terminal.speak("en")
    assert differing == []
