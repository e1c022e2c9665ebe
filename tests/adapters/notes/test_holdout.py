"""Which notes are held out depends on their text alone."""

from adapters.notes.document import Document
from adapters.notes.holdout import held_out, text_hash


def notes(count: int, prefix: str = "") -> dict[str, str]:
    """Paths and groups, each note a group of its own."""
    texts = [f"This is what note {n} says." for n in range(count)]
    return {f"{prefix}{n}.md": text_hash(Document("", "", t, 9)) for n, t in enumerate(texts)}


def test_about_a_tenth() -> None:
    assert len(held_out(notes(500))) == 50
    assert len(held_out(notes(60))) == 6


def test_one_of_few_and_none_of_very_few() -> None:
    assert len(held_out(notes(5))) == 1
    assert held_out(notes(4)) == set()


def test_order_and_names_make_no_difference() -> None:
    some = notes(80)
    other = dict(reversed(notes(80, "x/").items()))
    assert {f"x/{path}" for path in held_out(some)} == held_out(other)


def test_white_space_at_the_ends_makes_no_other_note() -> None:
    assert text_hash(Document("a", "t", " x\n", 1)) == text_hash(Document("b", "u", "x", 1))


def test_a_group_is_never_on_both_sides() -> None:
    for count in range(5, 40):
        both = notes(count) | notes(count, "copy-")
        chosen = held_out(both)
        assert chosen
        assert {p for p in chosen if f"copy-{p}" in chosen} == chosen & set(notes(count))


def test_something_is_left_to_learn_from() -> None:
    assert held_out({f"{n}.md": "one" for n in range(9)}) == set()
    mostly_one = {f"{n}.md": "0" if n else "f" for n in range(20)}
    assert held_out(mostly_one) == {"0.md"}
