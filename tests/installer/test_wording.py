"""The set-up speaks Russian as well as English, sentence by sentence."""

import ast
import string
from pathlib import Path

import pytest

from installer.russian import SENTENCES
from installer.wording import gigabytes, words

ROOT = Path(__file__).parent.parent.parent


def used_sentences() -> set[str]:
    """Every literal given to ``words`` in the set-up and in main.py."""
    found = set()
    for path in [ROOT / "main.py", *(ROOT / "installer").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "words":
                found.add(ast.literal_eval(node.args[0]))
    return found


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_has_its_russian() -> None:
    assert used_sentences() == set(SENTENCES)


@pytest.mark.parametrize("english", sorted(SENTENCES))
def test_both_have_the_same_gaps(english: str) -> None:
    assert gaps(english) == gaps(SENTENCES[english])


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"LC_ALL": "ru_RU.UTF-8"}, "Закрыть"),
        ({"LANG": "ru_RU.UTF-8"}, "Закрыть"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "Close"),
        ({"LANG": "en_GB.UTF-8"}, "Close"),
        ({}, "Close"),
    ],
)
def test_the_language_is_the_systems(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert words("Close") == said


def test_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert gigabytes(3_250_000_000) == "3.2 GB"
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert gigabytes(600_000_000) == "0.6 ГБ"
