"""Questions that stand in a note are what its pieces answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from adapters.notes.document import Document
from adapters.notes.questions import parts


def asked(text: str) -> list[tuple[str, str]]:
    document = Document("frost.md", "Frost", text, len(text))
    return [(part.title, part.text) for part in parts(document)]


@pytest.mark.parametrize(
    "text",
    [
        "It came early.",
        "## When\n\nEarly.",
        "Did it come? It did.",
        "## Did it come?\n\n## Later\n\nYes.",  # nobody answers
        "Q: a question without an answer",
        "```\n# what?\nnothing\n```",
    ],
)
def test_a_note_that_asks_nothing_stays_as_it_is(text: str) -> None:
    document = Document("frost.md", "Frost", text, len(text))
    assert parts(document) == [document]


def test_a_heading_asks_and_its_section_answers() -> None:
    text = "It came.\n\n## When was it?\n\nEarly.\n\n### Detail\n\nSix.\n\n## Roses\n\nSafe.\n"
    assert asked(text) == [
        ("Frost", "It came."),
        ("When was it?", "Early.\n\n### Detail\n\nSix."),
        ("Frost", "## Roses\n\nSafe."),
    ]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Q:", "A:"), ("**Q:**", "**A:**"), ("Question 1:", "Answer 1:"), ("Вопрос:", "Ответ:")],
)
def test_lines_of_a_dialogue(question: str, answer: str) -> None:
    text = f"{question} Frost?\n{answer} Yes.\nEarly.\n\n{question} Roses?\n\n{answer} Safe."
    assert asked(text) == [("Frost?", "Yes.\nEarly."), ("Roses?", "Safe.")]


def test_a_heading_ends_an_answer() -> None:
    assert asked("Q: Frost?\nA: Yes.\n\n#### Later\n\nRain.") == [
        ("Frost?", "Yes."),
        ("Frost", "#### Later\n\nRain."),
    ]


@given(
    some.lists(
        some.sampled_from(["# a{}?", "## b{}", "## c{}?", "w{}", "", "```", "Q: d{}", "A: e{}"])
    )
)
def test_no_line_is_lost_or_doubled(kinds: list[str]) -> None:
    lines = [kind.format(f" n{at}.") for at, kind in enumerate(kinds)]
    found = asked("\n".join(lines))
    words = " ".join(f"{title} {text}" for title, text in found).replace("?", "").split()
    wanted = [f"n{at}." for at, kind in enumerate(kinds) if "{}" in kind]
    assert [word for word in words if word.startswith("n")] == wanted
