"""Documents are cut without losing or repeating a character."""

from hypothesis import given
from hypothesis import strategies as some

from adapters.notes.document import Document
from adapters.notes.fragments import Fragment, split


def words(text: str) -> int:
    return len(text.split())


def cut(text: str, room: int, title: str = "Frost") -> list[Fragment]:
    return split(Document("frost.md", title, text, len(text)), room, words)


def test_a_note_that_fits_stays_whole() -> None:
    (one,) = cut("It came early.\n\nThen it rained.", 50)
    assert one == Fragment(
        "frost.md", "Frost", "", "It came early.\n\nThen it rained.", complete=True
    )


def test_headings_begin_fragments_and_are_asked_for() -> None:
    text = "\n\n".join(f"## Part {n}\n\n{'word ' * 30}" for n in range(3)).strip()
    fragments = cut(text, 50)
    assert [f.question for f in fragments] == ["Frost: Part 0", "Frost: Part 1", "Frost: Part 2"]
    assert all(f.complete and not f.before for f in fragments)


def test_a_long_section_is_cut_between_paragraphs_and_read_on() -> None:
    paragraphs = [f"{n}a {n}b {n}c {n}d {n}e {n}f {n}g {n}h" for n in range(6)]
    fragments = cut("\n\n".join(paragraphs), 32)
    assert [f.complete for f in fragments] == [False, True]
    assert fragments[0].text.split()[0] == "0a"
    assert fragments[1].text.split()[0] == "3a"
    assert fragments[1].before.split()[-1] == "2h"
    assert all(f.question == "Frost" for f in fragments)


def test_a_fenced_block_is_not_cut_at_its_blank_lines() -> None:
    code = "```\none\n\n# two\n\nthree\n```"
    fragments = cut(f"{'word ' * 14}\n\n{code}\n\n{'word ' * 14}", 20)
    assert any(code in f.text for f in fragments)


def test_a_line_without_spaces_is_cut_too() -> None:
    document = Document("a.md", "A", "x" * 1000, 1000)
    fragments = split(document, 40, len)
    assert "".join(f.text for f in fragments) == "x" * 1000
    assert all(len(f.text) <= 40 for f in fragments)


@given(
    some.text(some.sampled_from("ab \n#`\t"), max_size=400).map(str.strip),
    some.integers(2, 60),
)
def test_every_character_is_learned_once(text: str, room: int) -> None:
    fragments = split(Document("a.md", "A", text, 1), room, len)
    assert "".join("".join(f.text.split()) for f in fragments) == "".join(text.split())
    assert all(len(f.text) <= room for f in fragments)
    assert fragments[-1].complete
