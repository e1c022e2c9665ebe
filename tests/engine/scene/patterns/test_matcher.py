"""Patterns that never end, or take all memory, end alone."""

from collections.abc import Iterator

import pytest

from engine.scene.patterns.matcher import Matcher, PatternError


@pytest.fixture(scope="module")
def matcher() -> Iterator[Matcher]:
    matcher = Matcher(seconds=20)
    yield matcher
    matcher.close()


def test_patterns_find_or_do_not(matcher: Matcher) -> None:
    assert matcher(r"(?i)\bpi(er|lot)\b", "The Pilot waits.")
    assert not matcher(r"\bpier\b", "The Pilot waits.")
    assert matcher(r"\p{Cyrillic}{3}", "на пирсе")
    assert matcher("end", "x" * 200_000 + "end")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(a+)+$", "a" * 5000 + "b"),
        ("(?:a|aa)+$", "a" * 3000 + "b"),
        ("(?:a{1,1000}){1,1000}b", "a" * 5000),
        ("a{99999999}", ""),  # compiling it alone would take all memory
        ("(?:" * 66 + "a" + "){9}" * 66, ""),
    ],
)
def test_harm_is_ended_and_said(matcher: Matcher, pattern: str, text: str) -> None:
    with pytest.raises(PatternError, match="too much time or memory"):
        matcher(pattern, text)
    with pytest.raises(PatternError):
        matcher(pattern, "anything")
    assert matcher("a", "a")


@pytest.mark.parametrize("pattern", ["(", "[", "a{2,1}", "(?P<x", "(" * 50_000])
def test_a_wrong_pattern_is_said(matcher: Matcher, pattern: str) -> None:
    with pytest.raises(PatternError):
        matcher(pattern, "a")
    assert matcher("a", "a")
