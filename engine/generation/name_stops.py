"""Ends a reply where it begins to speak for somebody: at a line that opens with "NAME:"."""

import re
from collections.abc import Sequence

_MARKS = ' \t*_>"“«'  # what models put before names
_BOLD = r"(?:\*\*|__)?"


class NameStops:
    """Feed the text of a reply as it comes, get what can be shown of it.

    A line that may yet become "NAME:" is held back. Space and the reply's own name at its very
    beginning are taken off; any name after that, or another's at the beginning, ends the reply.
    """

    def __init__(self, own: str, names: Sequence[str]) -> None:
        known = sorted({name.strip() for name in (own, *names)} - {""}, key=len, reverse=True)
        any_name = "|".join(map(re.escape, known))
        spoken = rf"[{_MARKS}]*({any_name})[ \t*_]*:"
        self._first = re.compile(spoken + rf"{_BOLD}[ \t]*", re.IGNORECASE)
        self._later = re.compile(r"\n" + spoken, re.IGNORECASE)
        self._names = [name.casefold() for name in known]
        self._own = own.strip().casefold()
        self._held = ""
        self._begun = False  # something was given out
        self.stopped = False

    def feed(self, text: str) -> str:
        """What is sure by now; nothing any more once ``stopped``."""
        if not self._names:
            return text
        if self.stopped:
            return ""
        self._held += text
        if not self._begun:
            self._held = self._held.lstrip()
        return self._given(last=False)

    def rest(self) -> str:
        """What was held back, at the end of the reply."""
        return "" if self.stopped else self._given(last=True)

    def _given(self, last: bool) -> str:
        if not self._begun and (found := self._first.match(self._held)):
            if found[1].casefold() != self._own:
                return self._stop(0)
            if found.end() > len(self._held) - 2 and not last:
                return ""  # what closes a bold name may follow
            self._held = self._held[found.end() :].lstrip()
            return self._given(last)
        if found := self._later.search(self._held):
            return self._stop(found.start())
        return self._give(len(self._held) if last else self._sure())

    def _stop(self, at: int) -> str:
        self.stopped = True
        return self._give(len(self._held[:at].rstrip()))

    def _give(self, length: int) -> str:
        given, self._held = self._held[:length], self._held[length:]
        self._begun = self._begun or bool(given.strip())
        return given

    def _sure(self) -> int:
        """Where the line begins that may yet become a name and a colon; else the end."""
        start = self._held.rfind("\n")
        if start < 0 and self._begun:
            return len(self._held)
        line = self._held[start + 1 :].lstrip(_MARKS).casefold()
        if not any(_may_become(name, line) for name in self._names):
            return len(self._held)
        return len(self._held[: max(start, 0)].rstrip("\n"))


def _may_become(name: str, line: str) -> bool:
    whole = line.startswith(name) and not line[len(name) :].strip(" \t*_")
    return whole or name.startswith(line.rstrip(" \t*_"))
