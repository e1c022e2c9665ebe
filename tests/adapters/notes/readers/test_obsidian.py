"""Obsidian's own marks become the words that it shows."""

import pytest

from adapters.notes.readers import markdown

CODE = "Write `[[a|b]]` and\n```\n%%x%% [[c]]\n```"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("See [[Frost]] and [[garden/Roses|the roses]].", "See Frost and the roses."),
        ("See [[Frost#Early]], [[#Late]] and [[#^a1]].", "See Frost, Late and a1."),
        ("Before.\n![[picture.png]]\n![[Note|300]]After.", "Before.\n\nAfter."),
        ("It came %%not sure%% early.\n%%\nlong\ncomment\n%%", "It came  early."),
        ("> [!note] Mind this\n> It came early.", "> Mind this\n> It came early."),
        ("> [!warning]-\n> It came early.", "> Warning\n> It came early."),
        ("> > [!tip] Inner\n> > Yes.", "> > Inner\n> > Yes."),
        ("#garden #frost/early\nIt came early.", "It came early."),
        ("It came early #garden and stayed.", "It came early #garden and stayed."),
        ("It came early. ^a1b2\n\nThen rain.", "It came early.\n\nThen rain."),
        ("- [ ] cover\n- [x] mulch", "- [ ] cover\n- [x] mulch"),
        (
            "Write `[[a|b]]` and\n```\n%%x%% [[c]]\n```",
            "Write `[[a|b]]` and\n```\n%%x%% [[c]]\n```",
        ),
    ],
)
def test_marks(source: str, text: str) -> None:
    assert markdown.read(source.encode(), "a note") == ("a note", text)


def test_a_heading_may_hold_a_link() -> None:
    assert markdown.read(b"# On [[Frost]]\n\nEarly.", "x") == ("On Frost", "Early.")
