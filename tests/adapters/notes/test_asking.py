"""What a voice is asked while it learns, where its owner has not said it."""

from pathlib import Path

import pytest

from adapters.notes.asking import question_for
from adapters.notes.index.database import opened
from adapters.notes.index.look import look
from adapters.notes.plain_question import language_of

RUSSIAN = "Было тихо, и снег лежал до апреля, а потом разом сошёл."
ENGLISH = "It was quiet, and the snow lay until April, then went at once."


@pytest.mark.parametrize(
    ("notes", "asked"),
    [
        ({"a.md": f"# Sowing beans\n\n{ENGLISH}"}, "Sowing beans"),
        (
            {"1.md": f"# 2024-03-01\n\n{ENGLISH}", "2.md": f"# Первый мороз\n\n{RUSSIAN}"},
            "Первый мороз",
        ),
        ({"1.md": f"# 12\n\n{RUSSIAN}"}, "О чём ты думаешь в эти дни?"),
        ({"1.md": f"# 12\n\n{ENGLISH}"}, "What have you been thinking about lately?"),
    ],
)
def test_a_heading_else_a_plain_question(
    tmp_path: Path, notes: dict[str, str], asked: str
) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    for name, text in notes.items():
        (folder / name).write_text(text, encoding="utf-8")
    with opened(tmp_path / "index.sqlite") as index:
        for _ in look(index, folder):
            pass
        assert question_for(index, folder) == asked


def test_the_language_is_that_of_most_letters() -> None:
    assert language_of("Снег, snow") == "en"
    assert language_of("Снег лежал, git push") == "ru"
