"""The built-in text, and which of it suits the notes."""

import pytest

from engine.verdict.general import LANGUAGES, languages, texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_with_answers_in_their_language(language: str) -> None:
    found = texts(language)
    assert len(found) >= 10
    assert all(one.title.endswith("?") and "\n" not in one.text for one in found)
    assert languages(one.text for one in found) == (language,)
    assert len({one.path for one in found}) == len(found)


def test_the_notes_decide() -> None:
    assert languages(["Frost in the garden", "Мороз в саду"]) == ("en", "ru")
    assert languages(["Мороз, снег и лёд в API"]) == ("ru",)
    assert languages(["123", ""]) == ("en",)
