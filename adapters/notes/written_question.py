"""Whether what a model wrote is a question that a fragment could be the answer to."""

import re

from adapters.notes.plain_question import language_of, says_something

_LEAST, _LONGEST = 8, 120  # characters
_COPIED = 6  # words in a row: more of the fragment than a question should hold
_WORD = re.compile(r"\w+")


def usable(written: str, text: str) -> str | None:
    """The question alone, or None where it is none for ``text``."""
    question = next(iter(written.strip().splitlines()), "").strip(" \"'«»“”*")
    if not (_LEAST <= len(question) <= _LONGEST and question.endswith("?")):
        return None
    if not says_something(question) or language_of(question) != language_of(text):
        return None
    return None if _copies(question, text) else question


def _copies(question: str, text: str) -> bool:
    words, whole = _words(question), f" {' '.join(_words(text))} "
    runs = (words[start : start + _COPIED] for start in range(len(words) - _COPIED + 1))
    return any(f" {' '.join(run)} " in whole for run in runs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
