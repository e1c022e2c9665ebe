"""What a model wrote is taken where it is a question, and none that only repeats the text."""

import pytest

from adapters.notes.written_question import usable

TEXT = "The frost came early this year and covered all the roses that I had planted in May."
RUSSIAN = "Мороз пришёл рано и покрыл все розы, которые я посадил в мае."


@pytest.mark.parametrize(
    ("written", "text", "question"),
    [
        ("When did the frost come?", TEXT, "When did the frost come?"),
        ('"When did the frost come?"\nI hope it helps.', TEXT, "When did the frost come?"),
        ("Когда пришёл мороз?", RUSSIAN, "Когда пришёл мороз?"),
        ("When did the frost come?", RUSSIAN, None),
        ("The frost came early.", TEXT, None),
        ("Did the frost come early this year and covered all the roses?", TEXT, None),
        ("Why?", TEXT, None),
        ("What " + "and what " * 20 + "else?", TEXT, None),
        ("", TEXT, None),
    ],
)
def test_a_question_is_told_from_what_is_none(
    written: str, text: str, question: str | None
) -> None:
    assert usable(written, text) == question
