"""Cut a reply into pieces while it is being written: text runs, and code between fences.

A piece that is closed never changes again, so a long reply costs the same per token at
its end as at its start. Where a piece ends depends on the lines alone and not on how
they arrived: a streamed reply looks exactly as it does when it is opened again.
"""

import re
from dataclasses import dataclass

# Above this a text piece is closed at the next list item; above MOST anywhere.
ENOUGH, MOST = 1_500, 3_000
UNBROKEN = 1_000  # of a line without spaces: Qt's time to break it grows with its square
MOST_ROWS = 40  # of a table or list: Qt needs a tenth of a millisecond for each cell
MOST_CODE, MOST_CODE_LINES = 20_000, 400
_FENCE = re.compile(r"^( {0,12})(`{3,16}+(?![^`]*`)|~{3,16}+(?!~))\s*([^\s`]*)")
_MAYBE_FENCE = re.compile(r"^ {0,12}(?:`{1,2}$|`{3,}|~{1,2}$|~{3,})")
_TABLE_RULE = re.compile(r"^ {0,3}\|?[ :]*-[-| :]*$")
_ITEM = re.compile(r"^(?:[-*+]|\d{1,9}[.)]) ")


@dataclass(frozen=True)
class Prose:
    """Markdown without fences, of at most about ``MOST`` characters."""

    source: str


@dataclass(frozen=True)
class Code:
    """What stood between two fences, and the first word behind the opening one."""

    language: str
    source: str


@dataclass(frozen=True)
class Plain:
    """Text that is shown exactly as it is."""

    source: str


Piece = Prose | Code | Plain


@dataclass(frozen=True)
class _Fence:
    indent: int
    mark: str
    language: str

    def closed_by(self, line: str) -> bool:
        text = line.strip()
        return len(text) >= len(self.mark) and set(text) == {self.mark[0]}

    def inner(self, line: str) -> str:
        """A line without the indentation that the fence itself had."""
        blank = len(line) - len(line.lstrip(" "))
        return line[min(blank, self.indent) :]


class Splitter:
    """Takes text in any portions and gives the pieces that it closes."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._size = 0
        self._after_blank = False
        self._fence: _Fence | None = None
        self._fence_shown = False
        self._partial = ""
        self._closed: list[Piece] = []

    def feed(self, text: str) -> list[Piece]:
        """The pieces that ``text`` closes, oldest first."""
        *whole, rest = (self._partial + text.replace("\r", "")).split("\n")
        for line in whole:
            self._cut_line(line)
            self._take(self._partial)
        self._cut_line(rest)
        if self._lines and not self._fence and self._after_blank and rest[:1].strip():
            self._close()  # the line that began decides it: it need not end first
        return self._give()

    def finish(self) -> list[Piece]:
        """The last pieces: nothing is open afterwards."""
        if self._partial:
            self._take(self._partial)
            self._partial = ""
        self._close()
        self._fence = None
        return self._give()

    @property
    def open(self) -> Piece | None:
        """The piece that may still change, as far as it is known."""
        if self._fence is not None:
            closing = set(self._partial.strip()) == {self._fence.mark[0]}
            rest = [] if closing else [self._fence.inner(self._partial)]
            return Code(self._fence.language, "\n".join([*self._lines, *rest]))
        # The start of a fence is not text: wait for the rest of its line.
        hidden = _MAYBE_FENCE.match(self._partial)
        source = "\n".join([*self._lines, *([] if hidden else [self._partial])])
        return Prose(source) if source.strip() else None

    def _cut_line(self, line: str) -> None:
        """Keep ``line`` as the partial one, closing pieces while it is too long for one."""
        most = MOST_CODE if self._fence else MOST
        while len(line) > most:
            space = line.rfind(" ", most // 2, most)
            end = space + 1 if space > 0 else UNBROKEN
            self._take(line[:end])
            self._close()
            line = line[end:]
        self._partial = line

    def _take(self, line: str) -> None:
        if self._fence is not None:
            self._take_code(self._fence, line)
            return
        opening = _FENCE.match(line)
        if opening:
            self._close()
            self._fence = _Fence(len(opening[1]), opening[2], opening[3])
            self._fence_shown = False
            return
        if self._lines and self._starts_piece(line):
            heading = self._table_heading(line)
            self._close()
            self._lines = heading
        self._keep(line)
        self._after_blank = not line.strip()

    def _take_code(self, fence: _Fence, line: str) -> None:
        if fence.closed_by(line):
            self._close()
            self._fence = None
            return
        if self._size + len(line) > MOST_CODE or len(self._lines) >= MOST_CODE_LINES:
            self._close()
        self._keep(fence.inner(line))

    def _starts_piece(self, line: str) -> bool:
        if not line.strip():
            return False
        if self._after_blank and not line.startswith((" ", "\t")):
            return True
        long = self._size > ENOUGH or len(self._lines) > MOST_ROWS
        if long and _ITEM.match(line):
            return True
        rows = len(self._lines) if self._in_table(line) else 0
        return self._size + len(line) > MOST or rows > MOST_ROWS

    def _in_table(self, line: str) -> bool:
        """Whether the open piece is a table that ``line`` goes on with."""
        ruled = len(self._lines) > 1 and _TABLE_RULE.match(self._lines[1]) is not None
        return ruled and "|" in line and not self._after_blank

    def _table_heading(self, line: str) -> list[str]:
        """What a table that is cut before ``line`` must begin with again."""
        return self._lines[:2] if self._in_table(line) else []

    def _keep(self, line: str) -> None:
        self._lines.append(line)
        self._size += len(line) + 1

    def _close(self) -> None:
        source = "\n".join(self._lines)
        if self._fence is not None:
            if self._lines or not self._fence_shown:
                self._closed.append(Code(self._fence.language, source))
            self._fence_shown = True
        elif source.strip():
            self._closed.append(Prose(source.strip("\n")))
        self._lines, self._size, self._after_blank = [], 0, False

    def _give(self) -> list[Piece]:
        closed, self._closed = self._closed, []
        return closed


def split(text: str) -> list[Piece]:
    """All pieces of a text that is whole."""
    splitter = Splitter()
    return [*splitter.feed(text), *splitter.finish()]


class PlainSplitter:
    """As ``Splitter``, for text that is no markdown: what the owner wrote."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, text: str) -> list[Piece]:
        self._text += text.replace("\r", "")
        closed: list[Piece] = []
        while len(self._text) > MOST:
            line = self._text.rfind("\n", 0, MOST)
            end = line if line > 0 else UNBROKEN
            closed.append(Plain(self._text[:end]))
            self._text = self._text[end:].removeprefix("\n") if line > 0 else self._text[end:]
        return closed

    def finish(self) -> list[Piece]:
        text, self._text = self._text, ""
        return [Plain(text)] if text else []

    @property
    def open(self) -> Piece | None:
        return Plain(self._text) if self._text else None
