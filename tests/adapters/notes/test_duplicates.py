"""Near duplicates are found, and notes that only share a pattern are not taken for them."""

import random

import numpy as np

from adapters.catalog.vocabulary import words_in_order
from adapters.notes import duplicates

WORDS = [f"word{n}" for n in range(500)]


def prose(seed: int, words: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=words)


def signature(text: str) -> bytes:
    return duplicates.signature(words_in_order(text))


def groups(texts: list[str]) -> list[list[int]]:
    return duplicates.groups(duplicates.from_bytes([signature(t) for t in texts]))


def edited(words: list[str], changes: int) -> str:
    changed = list(words)
    for at in range(changes):
        changed[(at * 37) % len(words)] = f"other{at}"
    return " ".join(changed)


def test_case_and_white_space_make_no_other_text() -> None:
    assert duplicates.same_text("Ёлка  in\nMay ") == duplicates.same_text("елка in may")
    assert duplicates.same_text("a + b") != duplicates.same_text("a - b")


def test_a_few_changed_words_are_nearly_the_same() -> None:
    texts = [" ".join(prose(1)), " ".join(prose(2)), edited(prose(1), 6), " ".join(prose(3))]
    assert groups(texts) == [[0, 2]]


def test_half_of_a_text_changed_is_another_text() -> None:
    assert groups([" ".join(prose(1)), edited(prose(1), 60)]) == []


def test_through_others_all_are_one_group() -> None:
    steps = [edited(prose(1), changes) for changes in range(0, 60, 6)]
    assert groups([*steps, " ".join(prose(5))]) == [list(range(len(steps)))]


def test_notes_of_one_template_stay_apart() -> None:
    head = "weather garden mood three good things of this day"
    assert groups([f"{head} {' '.join(prose(n, 60))}" for n in range(50)]) == []


def test_texts_without_words_are_no_trouble() -> None:
    assert groups(["— * —", " ".join(prose(1))]) == []
    assert duplicates.groups(duplicates.from_bytes([])) == []


def test_a_thousand_copies_are_one_group() -> None:
    assert groups([edited(prose(1), n % 3) for n in range(1000)]) == [list(range(1000))]


def test_the_estimate_is_about_right() -> None:
    one, other = " ".join(prose(1)), edited(prose(1), 20)
    both = duplicates.from_bytes([signature(one), signature(other)])
    # 198 shingles, of which about 60 are new in the other.
    assert np.isclose(duplicates.likeness(both, 0, [1])[0], 138 / 258, atol=0.12)
