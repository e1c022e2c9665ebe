"""How much is sampled follows how much is learned."""

import pytest

from engine.verdict.sizes import Sizes, spread


@pytest.mark.parametrize("learned", [0, 3_000, 9_000, 60_000, 150_000, 10**9])
def test_sizes_are_bounded_and_grow(learned: int) -> None:
    sizes, less = Sizes.of(learned), Sizes.of(learned // 2)
    assert sizes.replies >= less.replies
    assert sizes.tokens >= less.tokens
    assert 2 <= sizes.replies <= 16
    assert sizes.examples in (0, sizes.replies)
    assert 40 <= sizes.tokens <= 80
    assert 400 <= sizes.general <= 1_500


@pytest.mark.parametrize("learned", [30_000, 60_000, 150_000, 10**7])
def test_a_usual_run_gives_a_small_part_of_its_time(learned: int) -> None:
    """In tokens learned: one said takes the time of about seven, one read that of a half."""
    sizes = Sizes.of(learned)
    said = (2 * sizes.replies + sizes.examples) * sizes.tokens
    assert 7 * said + 0.5 * 2 * sizes.general < 0.15 * learned


def test_spread_takes_from_everywhere() -> None:
    assert spread(range(10), 2) == [2, 7]
    assert spread(range(3), 9) == [0, 1, 2]
    assert spread([], 3) == []
