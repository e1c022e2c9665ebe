"""Themes of notes: found, named, bounded, and the same each time."""

from collections import Counter

import pytest

from adapters.notes import commonness, themes
from adapters.notes.document import Document
from tests.adapters.notes import about


@pytest.fixture(params=["en", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def purity(told: list[int], known: list[str]) -> float:
    """The share of notes whose theme is mostly about what they are about."""
    groups: dict[int, Counter[str]] = {}
    for theme, true in zip(told, known, strict=True):
        groups.setdefault(theme, Counter())[true] += 1
    return sum(group.most_common(1)[0][1] for group in groups.values()) / len(told)


def test_notes_about_one_thing_get_one_theme(language: str) -> None:
    made = about.texts(language, (60, 40, 20))
    found = themes.find([text for _, text in made])
    told = list(found.of(text for _, text in made))
    assert purity(told, [theme for theme, _ in made]) > 0.97


def test_new_notes_get_the_theme_they_lie_next_to(language: str) -> None:
    found = themes.find([text for _, text in about.texts(language, (60, 40, 20))])
    new = about.texts(language, (9, 9, 9), seed=5)
    assert purity(list(found.of(text for _, text in new)), [theme for theme, _ in new]) > 0.95


def test_a_theme_is_named_by_words_of_its_own(language: str) -> None:
    telling = about.ENGLISH if language == "en" else about.RUSSIAN
    made = about.texts(language, (60, 40, 20))
    for theme in themes.find([text for _, text in made]).themes:
        assert theme.expressions
        own = [set(words.split()) for words in telling.values()]
        named = {word for expression in theme.expressions for word in expression.split()}
        assert any(named <= words for words in own), theme


def test_themes_are_largest_first_and_count_their_notes() -> None:
    made = about.texts("en", (60, 40, 20))
    found = themes.find([text for _, text in made])
    counted = Counter(found.of(text for _, text in made))
    sizes = [theme.notes for theme in found.themes]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes == [counted[index] for index in range(len(sizes))]


def test_the_same_notes_in_any_order_give_the_same_themes() -> None:
    made = [text for _, text in about.texts("en", (60, 40, 20))]
    samples = themes.Sample(), themes.Sample()
    for text in made:
        samples[0].add(text)
    for text in reversed(made):
        samples[1].add(text)
    one, other = (themes.find(sample.texts()) for sample in samples)
    assert one.themes == other.themes
    assert list(one.of(made)) == list(other.of(made))


def test_a_sample_is_bounded_and_does_not_depend_on_the_order() -> None:
    made = [text for _, text in about.texts("en", (60, 40, 20))]
    forward, backward = themes.Sample(25), themes.Sample(25)
    for text in made:
        forward.add(text)
    for text in reversed(made):
        backward.add(text)
    assert len(forward.texts()) == 25
    assert forward.texts() == backward.texts()


def test_few_notes_have_no_themes() -> None:
    found = themes.find([text for _, text in about.texts("en", (5, 4, 3))])
    assert found.themes == ()
    assert list(found.of(["roses", "anchor"])) == [0, 0]


def test_notes_without_words_have_no_themes() -> None:
    assert themes.find(["12 34 56"] * 50).themes == ()
    assert themes.find(["the same in all"] * 50).themes == ()


def test_more_notes_have_more_themes_up_to_a_bound() -> None:
    assert [commonness.how_many(n) for n in (40, 536, 3_000, 100_000)] == [3, 12, 24, 24]


def test_a_note_is_about_its_title_too() -> None:
    assert themes.about(Document("a.md", "Frost", "on the roses", 9)) == "Frost\non the roses"


def test_a_word_is_common_by_the_notes_in_its_own_script() -> None:
    seen = commonness.Commonness()
    for n in range(100):
        seen.see({"тогда"} if n % 2 else {"then", "frost"} if n % 4 else {"then"})
    assert seen.is_common("then")
    assert seen.is_common("тогда")
    assert not seen.is_common("nowhere")
    for _ in range(200):
        seen.see({"other"})
    assert not seen.is_common("frost")  # 25 of 250 Latin notes
    assert seen.is_common("тогда")  # 50 of 50, though of 300 in all
