"""Which fragments are learned as answers, and which as texts that go on.

A fragment has a question of its own where it begins its note, whose title says something, or
begins with a heading, or answers a question that stands in the note. What begins in mid
thought, or in a note that is called by a date, answers nothing: most of that is learned as
continuation, and some as an answer to the title all the same, so that the voice shows in chat.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from adapters.notes.example import Asked
from adapters.notes.fragments import Fragment
from adapters.notes.plain_question import says_something


@dataclass(frozen=True)
class Mix:
    """The shares that are learned as continuation, of fragments without and with a question.

    The usual ones were measured (``docs/experiments.md``). ``written`` are questions that the
    model wrote for fragments without one, by ``key_of`` their texts.
    """

    unasked: float = 0.7
    asked: float = 0.3
    written: Mapping[str, str] = field(default_factory=dict)

    def continues(self, fragment: Fragment, own: Asked) -> bool:
        """Drawn by the text alone: the same in every preview and every run."""
        share = self.unasked if own == "nobody" else self.asked
        return int(key_of(fragment.text)[:12], 16) < share * 16**12

    def question(self, fragment: Fragment, own: Asked) -> str | None:
        """The one that was written for it, where it has none of its own."""
        return self.written.get(key_of(fragment.text)) if own == "nobody" else None


ANSWERS = Mix(0.0, 0.0)
MIXED = Mix()


def key_of(text: str) -> str:
    """SHA-256 of a fragment's text."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()


def own_question(fragment: Fragment, title: str, *, stands_in_note: bool) -> Asked:
    """Where a fragment's own question comes from; "nobody" where it has none."""
    if fragment.begins == "heading":
        return "heading"
    if fragment.begins == "nothing":
        return "nobody"
    if stands_in_note:
        return "note"
    return "title" if says_something(title) else "nobody"
