"""The questions that a note itself asks, each with the answer that the note gives.

A question is a heading that ends with a question mark, or a line that begins with ``Q:`` and
is followed by one that begins with ``A:``. Everything else of the note answers its title.
"""

import re
from dataclasses import dataclass, field, replace

from adapters.notes.document import Document

_FENCE = re.compile(r"^\s*(```|~~~)")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S.*?)[ \t#]*$")
_MARK = r"(?:\*\*|__)?"
_ASKED = re.compile(
    rf"^{_MARK}(?:Q|Question|В|Вопрос)(?: \d+)?:{_MARK}\s+(\S.*?){_MARK}\s*$", re.IGNORECASE
)
_ANSWERED = re.compile(rf"^{_MARK}(?:A|А|Answer|О|Ответ)(?: \d+)?:{_MARK}(?:\s+|$)", re.IGNORECASE)
_MAY_ASK = re.compile(rf"^#{{1,6}}[ \t][^\n]*\?|^{_MARK}(?:Q|В)[^\n:]*:", re.I | re.M)
_BELOW_HEADINGS = 7  # where a Q: line stands: any heading ends its answer


@dataclass
class _Part:
    question: str = ""  # "" for what answers the title
    level: int = 0
    asked: str = ""  # the line of the question
    lines: list[str] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        return any(line.strip() for line in self.lines)


def parts(document: Document) -> list[Document]:
    """A piece of the note for each question, which is its title; else the note as it is.

    Every line of it is in one piece, but the questions themselves and the words ``A:``.
    """
    if not _MAY_ASK.search(document.text):  # of most notes, and quicker than looking at each line
        return [document]
    found = _with_text(_parts(document.text))
    if not any(part.question for part in found):
        return [document]
    return [
        replace(
            document,
            title=part.question or document.title,
            text="".join(part.lines).strip("\n"),
        )
        for part in found
    ]


def _parts(text: str) -> list[_Part]:
    lines = text.splitlines(keepends=True)
    found, fenced = [_Part()], False
    for at, line in enumerate(lines):
        part = found[-1]
        begun = None if fenced else _begun(line, part, _next(lines, at))
        fenced ^= bool(_FENCE.match(line))
        if begun:
            found.append(begun)
        elif part.level == _BELOW_HEADINGS and not part.has_text:
            part.lines.append(_ANSWERED.sub("", line))
        else:
            part.lines.append(line)
    return found


def _with_text(found: list[_Part]) -> list[_Part]:
    """A question that nothing answers belongs to the text before it."""
    kept: list[_Part] = []
    for part in found:
        if part.has_text:
            kept.append(part)
        elif kept:
            kept[-1].lines += [part.asked, *part.lines]
        elif part.asked:
            kept.append(_Part(lines=[part.asked, *part.lines]))
    return kept


def _begun(line: str, part: _Part, after: str) -> _Part | None:
    """The part that begins at this line, if one does; ``after`` is the next with text."""
    asked = _ASKED.match(line.rstrip())
    if asked and _ANSWERED.match(after):
        return _Part(asked.group(1), _BELOW_HEADINGS, line)
    heading = _HEADING.match(line.rstrip())
    if not heading:
        return None
    level, words = len(heading.group(1)), heading.group(2)
    if words.endswith("?") and after and not _HEADING.match(after.rstrip()):
        return _Part(words, level, line)
    return _Part(lines=[line]) if part.question and level <= part.level else None


def _next(lines: list[str], at: int) -> str:
    """The next line with text, or ""; a few blank ones at most stand before an answer."""
    return next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
