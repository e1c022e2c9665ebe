"""Bytes become the text that their writer meant."""

import pytest

from adapters.notes.decoding import text_of
from adapters.notes.document import CannotReadError

RUSSIAN = (
    "Сегодня первый мороз. Укрыл розы лапником и убрал шланг в сарай.",
    "Заметка о хлебе. Закваска кормится дважды в день, утром и вечером, мукой и водой.",
    "Git: как вернуть коммит\n\nКоманда reflog покажет всё, что было.",
)
ENGLISH = "Turned the second heap before the rain; the straw is nearly gone."


@pytest.mark.parametrize("text", RUSSIAN)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"]
)
def test_russian(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_english(encoding: str) -> None:
    assert text_of(ENGLISH.encode(encoding)) == ENGLISH


def test_line_ends_are_one_kind() -> None:
    assert text_of(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_a_stray_control_character_is_left_out() -> None:
    assert text_of(ENGLISH.encode() + b"\x07") == ENGLISH


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x7fELF" + bytes(2000), b"\x89PNG\r\n\x1a\n" + bytes(99)]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(CannotReadError):
        text_of(data)
