"""The classifier of styles: right where styles differ, and silent where it cannot know."""

import random

from engine.verdict.measurements import Style
from engine.verdict.style import PIECE, Texts, pieces, style

MINE = (
    "so, frost again... roses? black!",
    "hm; dug the bed - cold, wet - done.",
    "no bread today...",
)
THEIRS = (
    "Certainly, here is a comprehensive overview of the topic that you mentioned.",
    "It is important to note that there are several considerations to keep in mind.",
    "In conclusion, the best approach is to consult a qualified professional.",
)


def written(sentences: tuple[str, ...], count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(sentences, k=9)) for _ in range(count)]


def judged(voice: list[str]) -> Style:
    found = style(
        Texts(
            learned=written(MINE, 20, 1),
            base_examples=written(THEIRS, 6, 2),
            held_out=written(MINE, 6, 3),
            base=written(THEIRS, 6, 4),
            voice=voice,
        )
    )
    assert found is not None
    return found


def test_a_voice_like_the_owner_a_voice_like_the_base_and_one_between() -> None:
    like_me = judged(written(MINE, 6, 5))
    assert like_me.accuracy > 0.95
    assert like_me.voice > 0.9
    assert judged(written(THEIRS, 6, 6)).voice < 0.1
    half = judged(written(MINE, 4, 7) + written(THEIRS, 4, 8))
    assert 0.1 < half.voice < 0.9


def test_where_all_write_alike_its_own_accuracy_says_so() -> None:
    found = style(Texts(*(written(THEIRS, 8, seed) for seed in range(5))))
    assert found is not None
    assert found.accuracy < 0.7


def test_too_little_text_is_not_judged() -> None:
    enough = written(MINE, 6, 0)
    assert style(Texts(enough, enough, ["hm"], enough, enough)) is None
    assert style(Texts(enough, [], enough, enough, enough)) is None


def test_pieces_are_of_like_length_and_lose_nothing_but_a_short_rest() -> None:
    text = " ".join(f"word{n}" for n in range(100))
    cut = pieces([text])
    assert all(PIECE // 2 <= len(piece) <= PIECE for piece in cut)
    assert text.startswith(" ".join(cut))
    assert len(text) - len(" ".join(cut)) < PIECE // 2
    assert pieces(["a" * 300]) == ["a" * 120, "a" * 120, "a" * 60]
    assert pieces(["", " \n "]) == []


def test_short_notes_are_read_one_after_another() -> None:
    cut = pieces(["five "] * 70)
    assert " ".join(cut) == " ".join(["five"] * 70)
    assert len(cut) == 3
