"""Documents to fragments: pieces that fit into one training example.

Every character of a note, but white space at an end, is in one fragment. A note that fits
stays whole;
a longer one is cut before headings where it can, else between paragraphs, lines or
words. What goes before a cut is read again, not learned again, in front of the next
fragment, so that no answer seems to begin in the middle of a thought.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from adapters.notes.document import Document

Measure = Callable[[str], int]  # the tokens of a text
Begins = Literal["note", "heading", "nothing"]

_FENCE = re.compile(r"^\s*(```|~~~)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.*?)[ \t#]*$")
_READ_AGAIN = 0.25  # of the room, for what goes before a cut
_LONGEST_QUESTION = 120  # characters


@dataclass(frozen=True)
class Fragment:
    """``text`` answers ``question``; ``before`` is what the same answer said already.

    ``begins`` says with what it begins: the note, a heading, or nothing, in mid thought.
    """

    document: str  # its path
    question: str
    before: str
    text: str
    complete: bool  # the answer ends here; False where the note goes on
    begins: Begins = "note"


@dataclass(frozen=True)
class _Block:
    """A paragraph, a fenced block or a heading, with the white space after it."""

    text: str
    heading: str  # the text of the heading, or ""
    tokens: int


def split(document: Document, room: int, measure: Measure) -> list[Fragment]:
    """Cut a document into fragments of at most ``room`` tokens, ``before`` counted in."""
    if measure(document.text) <= room:
        return [_fragment(document, "", "", document.text, True, "note")]
    own_room = max(1, int(room * (1 - _READ_AGAIN)))
    groups = _groups(_fitting(_blocks(document.text, measure), own_room, measure), own_room)
    return list(_fragments(document, groups, room - own_room))


def _fragments(document: Document, groups: list[list[_Block]], room: int) -> Iterator[Fragment]:
    heading = ""
    before: list[_Block] = []
    for index, group in enumerate(groups):
        begins: Begins = "nothing" if index else "note"
        if group[0].heading:
            heading, before, begins = group[0].heading, [], "heading"
        last = index + 1 == len(groups) or bool(groups[index + 1][0].heading)
        text = "".join(block.text for block in group)
        yield _fragment(document, heading, _tail(before, room), text, last, begins)
        heading = next((b.heading for b in reversed(group) if b.heading), heading)
        before = [*before, *group]


def _fragment(
    document: Document, heading: str, before: str, text: str, last: bool, begins: Begins
) -> Fragment:
    title = document.title[:_LONGEST_QUESTION].strip()
    question = f"{title}: {heading[:_LONGEST_QUESTION]}" if heading else title
    text = text.rstrip() if last else text
    return Fragment(document.path, question, before, text, last, begins)


def _tail(blocks: list[_Block], room: int) -> str:
    """The last blocks that fit into ``room`` tokens."""
    kept: list[str] = []
    for block in reversed(blocks):
        room -= block.tokens
        if room < 0:
            break
        kept.append(block.text)
    return "".join(reversed(kept))


def _groups(blocks: list[_Block], room: int) -> list[list[_Block]]:
    """Fill fragments one after another; a heading begins a new one once there is some text."""
    groups: list[list[_Block]] = []
    filled = 0
    for block in blocks:
        full = filled + block.tokens > room
        new_part = bool(block.heading) and filled > room // 4
        if not groups or full or new_part:
            groups.append([])
            filled = 0
        groups[-1].append(block)
        filled += block.tokens
    return groups


def _blocks(text: str, measure: Measure) -> list[_Block]:
    """Cut at blank lines, except inside of fences; a heading is a block of its own."""
    blocks: list[_Block] = []
    lines: list[str] = []
    fenced = False

    def close() -> None:
        if lines:
            whole = "".join(lines)
            found = _HEADING.match(lines[0].rstrip("\n"))
            blocks.append(_Block(whole, found.group(1) if found else "", measure(whole)))
            lines.clear()

    for line in text.splitlines(keepends=True):
        if not fenced and _begins_a_block(line, lines):
            close()
        lines.append(line)
        fenced ^= bool(_FENCE.match(line))
    close()
    return blocks


def _begins_a_block(line: str, before: list[str]) -> bool:
    if not before or not line.strip():
        return False  # blank lines belong to what they follow
    return not before[-1].strip() or bool(_HEADING.match(line.rstrip("\n")))


def _fitting(blocks: list[_Block], room: int, measure: Measure) -> list[_Block]:
    """Cut the blocks that are longer than ``room``."""
    fitting: list[_Block] = []
    waiting = blocks[::-1]
    while waiting:
        block = waiting.pop()
        if block.tokens <= room or len(block.text) < 2:
            fitting.append(block)
            continue
        middle = _middle(block.text)
        first, second = block.text[:middle], block.text[middle:]
        waiting.append(_Block(second, "", measure(second)))
        waiting.append(_Block(first, block.heading, measure(first)))
    return fitting


def _middle(text: str) -> int:
    """Where to cut a text in two: after a line, else a word, nearest to the middle."""
    half, quarter = len(text) // 2, max(1, len(text) // 4)
    for mark in ("\n", " "):
        left = text.rfind(mark, quarter, half)
        right = text.find(mark, half, len(text) - quarter)
        found = [at for at in (left, right) if at >= 0]
        if found:
            return min(found, key=lambda at: abs(at - half)) + 1
    return half
