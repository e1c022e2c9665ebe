"""Cutting a reply into pieces: whatever the portions, the pieces are the same."""

from hypothesis import given
from hypothesis import strategies as st

from gui.chat.markdown.pieces import (
    MOST,
    MOST_CODE,
    MOST_ROWS,
    Code,
    Plain,
    PlainSplitter,
    Prose,
    Splitter,
    split,
)

# Everything that decides where a piece ends, in lines that hypothesis puts together.
LINES = st.sampled_from(
    ["", "text", "- item", "1. item", "```python", "```", "~~~", "  ```", "> quote", "| a | b |",
     "|---|---|", "    four", "word " * 400, "x" * 3500, "`", "``", "# title", "\t", "```` `"]
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=30).map("\n".join)


def in_portions(text: str, sizes: list[int]) -> list[object]:
    splitter = Splitter()
    found: list[object] = []
    at = 0
    for size in sizes:
        found += splitter.feed(text[at : at + size])
        at += size
    return [*found, *splitter.feed(text[at:]), *splitter.finish()]


@given(TEXTS, st.lists(st.integers(1, 900), max_size=40))
def test_portions_do_not_matter(text: str, sizes: list[int]) -> None:
    assert in_portions(text, sizes) == split(text)


@given(TEXTS)
def test_no_piece_is_large_and_no_word_is_lost(text: str) -> None:
    pieces = split(text)
    assert all(len(piece.source) <= max(2 * MOST, MOST_CODE + 4000) for piece in pieces)
    shown = "".join(piece.source for piece in pieces)
    assert shown.count("text") >= text.count("text")
    assert shown.count("item") >= text.count("item")


def test_code_between_fences_with_its_language() -> None:
    text = "before\n\n```python title=x\na = 1\n\nb = 2\n```\nafter"
    assert split(text) == [Prose("before"), Code("python", "a = 1\n\nb = 2"), Prose("after")]


def test_a_fence_in_a_list_loses_its_indentation() -> None:
    assert split("1. do\n   ```sh\n   ls\n     -l\n   ```\n2. then") == [
        Prose("1. do"),
        Code("sh", "ls\n  -l"),
        Prose("2. then"),
    ]


def test_a_longer_fence_holds_a_shorter_one() -> None:
    assert split("````\n```\ncode\n```\n````") == [Code("", "```\ncode\n```")]


def test_an_open_fence_is_code_and_its_mark_is_never_text() -> None:
    splitter = Splitter()
    assert splitter.feed("Look:\n``") == []
    assert splitter.open == Prose("Look:")
    assert splitter.feed("`py\nprint") == [Prose("Look:")]
    assert splitter.open == Code("py", "print")
    splitter.feed("(1)\n``")
    assert splitter.open == Code("py", "print(1)")


def test_paragraphs_close_before_the_next_begins() -> None:
    splitter = Splitter()
    assert splitter.feed("one\n\n") == []
    assert splitter.feed("t") == [Prose("one")]
    assert splitter.open == Prose("t")


def test_the_second_paragraph_of_an_item_stays_with_it() -> None:
    assert split("- one\n\n  more\n\nafter") == [Prose("- one\n\n  more"), Prose("after")]


def test_a_line_without_spaces_is_cut() -> None:
    pieces = split("a" * 100_000)
    assert "".join(piece.source for piece in pieces) == "a" * 100_000
    assert max(len(piece.source) for piece in pieces) <= MOST


def test_a_long_line_is_cut_between_words() -> None:
    pieces = split("word " * 2000)
    assert all(piece.source.split() and set(piece.source.split()) == {"word"} for piece in pieces)


def test_a_line_of_backticks_is_shown() -> None:
    assert "".join(piece.source for piece in split("`" * 9000)) == "`" * 9000


def test_a_long_table_begins_again_with_its_heading() -> None:
    rows = [f"| {number} | x |" for number in range(MOST_ROWS * 2)]
    pieces = split("\n".join(["| n | x |", "|---|---|", *rows]))
    assert len(pieces) > 2
    assert all(piece.source.startswith("| n | x |\n|---|---|\n") for piece in pieces)
    assert "".join(piece.source for piece in pieces).count("| 79 | x |") == 1


def test_plain_text_stays_as_it_is() -> None:
    text = "# no title\n```\n<b>\n" + "z" * 8000
    splitter = PlainSplitter()
    pieces = [*splitter.feed(text[:10]), *splitter.feed(text[10:]), *splitter.finish()]
    assert all(isinstance(piece, Plain) for piece in pieces)
    assert "".join(piece.source for piece in pieces).replace("\n", "") == text.replace("\n", "")
