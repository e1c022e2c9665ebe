"""Which notes are held out depends on their text alone."""

from adapters.notes.document import Document
from adapters.notes.holdout import held_out


def documents(count: int) -> list[Document]:
    return [Document(f"{n}.md", str(n), f"This is what note {n} says.", 9) for n in range(count)]


def test_about_a_tenth() -> None:
    assert len(held_out(documents(500))) == 50
    assert len(held_out(documents(60))) == 6


def test_one_of_few_and_none_of_very_few() -> None:
    assert len(held_out(documents(5))) == 1
    assert held_out(documents(4)) == set()


def test_order_and_names_make_no_difference() -> None:
    some = documents(80)
    other = [Document(f"x/{d.path}", "t", d.text + "\n", 1) for d in reversed(some)]
    assert {f"x/{path}" for path in held_out(some)} == held_out(other)


def test_the_same_text_is_never_on_both_sides() -> None:
    for count in range(5, 40):
        some = documents(count)
        chosen = held_out(some)
        twins = [Document(f"copy-{d.path}", d.title, d.text, 9) for d in some]
        both = held_out([*some, *twins])
        assert {p for p in both if f"copy-{p}" in both} == both & {d.path for d in some}
        assert chosen


def test_something_is_left_to_learn_from() -> None:
    same = [Document(f"{n}.md", "t", "All notes say this.", 9) for n in range(9)]
    assert held_out(same) == set()
