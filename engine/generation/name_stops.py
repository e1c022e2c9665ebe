"""Ends a reply where it begins to speak for somebody: at a line that opens with "NAME:"."""

import re
from collections.abc import Sequence

_MARKS = ' \t*_>"“«'  # what models put before names
_BOLD = r"(?:\*\*|__)?"
# A speaker whom the model invents: one to three words and a colon, the first with a capital.
_WORDS = r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}"
_CUE = re.compile(rf"\n[{_MARKS}]*({_WORDS})[ \t*_]*:")
_CUE_BEGUN = re.compile(rf"[{_MARKS}]*(?:({_WORDS})[ \t*_]*)?")


class NameStops:
    """Feed the text of a reply as it comes, get what can be shown of it.

    A line that may yet become "NAME:" is held back. Space and the reply's own name at its very
    beginning are taken off; any name after that, or another's at the beginning, ends the reply.
    With ``cues`` so does whatever reads like a speaker's name at the beginning of a later line.
    """

    def __init__(self, own: str, names: Sequence[str], cues: bool = False) -> None:
        known = sorted({name.strip() for name in (own, *names)} - {""}, key=len, reverse=True)
        any_name = "|".join(map(re.escape, known))
        spoken = rf"[{_MARKS}]*({any_name})[ \t*_]*:"
        self._first = re.compile(spoken + rf"{_BOLD}[ \t]*", re.IGNORECASE)
        self._later = re.compile(r"\n" + spoken, re.IGNORECASE)
        self._names = [name.casefold() for name in known]
        self._own, self._cues = own.strip().casefold(), cues
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
        if (at := self._spoken_at()) is not None:
            return self._stop(at)
        return self._give(len(self._held) if last else self._sure())

    def _spoken_at(self) -> int | None:
        """Where somebody begins to speak."""
        places = [found.start() for found in (self._later.search(self._held),) if found]
        if self._cues:
            cues = (found for found in _CUE.finditer(self._held) if found[1][0].isupper())
            places += [found.start() for found in cues][:1]
        return min(places, default=None)

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
        line = self._held[start + 1 :]
        if not self._may_be_spoken(line, later=start >= 0):
            return len(self._held)
        return len(self._held[: max(start, 0)].rstrip("\n"))

    def _may_be_spoken(self, line: str, later: bool) -> bool:
        bare = line.lstrip(_MARKS)
        if any(_may_become(name, bare.casefold()) for name in self._names):
            return True
        begun = _CUE_BEGUN.fullmatch(line) if self._cues and later else None
        return begun is not None and (not bare or bare[0].isupper())


def _may_become(name: str, line: str) -> bool:
    whole = line.startswith(name) and not line[len(name) :].strip(" \t*_")
    return whole or name.startswith(line.rstrip(" \t*_"))
