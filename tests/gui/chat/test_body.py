"""The body of a message: streamed and whole look the same, closed pieces are left alone."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui import background
from gui.chat.markdown.body import MOST_SHOWN, Body
from gui.chat.markdown.code_card import MOST_LINE, CodeCard
from gui.chat.markdown.highlighter import MOST, spans
from gui.chat.markdown.pieces import PlainSplitter
from gui.chat.markdown.prose_view import ProseView
from gui.theme import apply

TEXT = """First *words*:

```python
def frost(folder):
    return "cold"
```

1. one
2. two

| a | b |
|---|---|
| 1 | 2 |

Last words."""


def build(body: Body) -> None:
    while not body.is_built():
        QCoreApplication.processEvents()


def parts(body: Body) -> list[str]:
    return [
        part.source() if isinstance(part, CodeCard) else part.toPlainText()
        for part in body._shown_parts()
    ]


def letters(body: Body) -> int:
    return sum(len(part) for part in parts(body))


def test_streamed_and_whole_look_the_same(qtbot: QtBot) -> None:
    whole, streamed = Body(TEXT), Body("", whole=False)
    for body in (whole, streamed):
        qtbot.addWidget(body)
    for start in range(0, len(TEXT), 7):
        streamed.add(TEXT[start : start + 7])
        streamed._work()
    streamed.finish()
    build(whole)
    build(streamed)
    assert parts(streamed) == parts(whole)
    assert streamed.lay_out(600) == whole.lay_out(600)


def test_text_is_shown_at_most_every_33_ms(qtbot: QtBot) -> None:
    body = Body("", whole=False)
    qtbot.addWidget(body)
    for word in ("one", " two", " three"):
        body.add(word)
    assert parts(body) == []
    assert body._timer.interval() == 33
    qtbot.waitUntil(lambda: parts(body) == ["one two three"])


def test_closed_pieces_are_not_written_again(qtbot: QtBot) -> None:
    body = Body("", whole=False)
    qtbot.addWidget(body)
    body.add("A paragraph that is over.\n\nThe next one begins")
    body._work()
    closed = body._parts[0]
    assert isinstance(closed, ProseView)
    revision = closed.document().revision()
    for number in range(50):
        body.add(f" word {number}")
        body._work()
    assert closed.document().revision() == revision


def test_a_long_reply_costs_the_same_at_its_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    add = ProseView.add

    def count(view: ProseView, piece: object) -> None:
        written.append(len(piece.source))  # type: ignore[attr-defined]
        add(view, piece)  # type: ignore[arg-type]

    monkeypatch.setattr(ProseView, "add", count)
    body = Body("", whole=False)
    qtbot.addWidget(body)
    paragraph = "Words that fill a paragraph of a long reply. " * 8 + "\n\n"
    marks = []
    for _ in range(40):
        for start in range(0, len(paragraph), 40):
            body.add(paragraph[start : start + 40])
            body._work()
        marks.append(sum(written))
    assert marks[39] - marks[29] <= (marks[19] - marks[9]) * 1.1


@pytest.mark.parametrize(
    "text",
    ["a" * 2_000_000, "word " * 400_000, "a\n\n" * 600_000, "```py\n" + "x\n" * 900_000,
     "```\n" + "x" * 2_000_000, "- a\n" * 400_000, "|a|b|\n|--|--|\n" + "|c|d|\n" * 300_000],
    ids=["line", "words", "paragraphs", "code", "code line", "list", "table"],
)  # fmt: skip
def test_two_megabytes_are_bounded_until_asked_for(qtbot: QtBot, text: str) -> None:
    body = Body(text)
    qtbot.addWidget(body)
    build(body)
    body.lay_out(700)
    assert 0 < letters(body) <= MOST_SHOWN * 1.2
    assert body.height() < 200_000
    assert not body._more.isHidden()
    before = letters(body)
    body._more.click()
    build(body)
    assert letters(body) > before


def test_each_slice_is_small(qtbot: QtBot) -> None:
    body = Body("a\n\n" * 20_000)
    qtbot.addWidget(body)
    assert letters(body) < MOST_SHOWN / 4  # the rest waits for the next turns of the loop


def test_a_plain_body_shows_what_was_written(qtbot: QtBot) -> None:
    body = Body("# no\n```\n**no**", PlainSplitter())
    qtbot.addWidget(body)
    build(body)
    assert parts(body) == ["# no\n```\n**no**"]


def test_code_is_copied_as_it_was(qtbot: QtBot) -> None:
    card = CodeCard("python")
    qtbot.addWidget(card)
    source = "x = 1\n" + "y" * (MOST_LINE * 2) + "\n"
    card.set_source(source, whole=True)
    longest = max(map(len, card._text.toPlainText().split("\n")))
    assert longest <= MOST_LINE
    card.copy()
    assert QGuiApplication.clipboard().text() == source
    assert card._copy.text() == "Copied"


def test_code_that_grows_is_only_added_to(qtbot: QtBot) -> None:
    card = CodeCard("python")
    qtbot.addWidget(card)
    for end in range(1, 60):
        card.set_source(("line = 1\n" * 20)[: end * 3], whole=False)
    assert card._text.toPlainText() == ("line = 1\n" * 20)[: 59 * 3]
    card.set_source("other", whole=True)
    assert card._text.toPlainText() == "other"


def test_code_has_its_colours(qtbot: QtBot) -> None:
    card = CodeCard("python")
    qtbot.addWidget(card)
    card.set_source('def frost():\n    """a\n    b"""\n    return 1', whole=True)
    background.finish(5000)
    QCoreApplication.processEvents()
    found = card._colours._spans
    assert (0, 3, "code_kw") in found[0]
    assert (4, 5, "code_fn") in found[0]
    assert found[2][0][2] == "code_str"  # a string over two lines
    assert any(kind == "code_num" for _, _, kind in found[3])


@pytest.mark.parametrize(
    ("language", "source"),
    [("nonsense", "x = 1"), ("python", "x = 1\n" * MOST), ("python", "x" * 600), ("", "x = 1")],
)
def test_what_cannot_be_coloured_quickly_is_not(language: str, source: str) -> None:
    assert spans(language, source) == ()


def test_the_theme_changes_under_an_open_body(qtbot: QtBot) -> None:
    body = Body(TEXT)
    qtbot.addWidget(body)
    build(body)
    apply.wear("dark", 150, reduced_motion=True)
    assert body.lay_out(600) > 0
