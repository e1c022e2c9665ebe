"""WhatsApp's text exports, of Android and iOS, in the languages and date forms it writes.

A message begins a line with its time; lines without one go on with it. What nobody wrote
(notices, calls, pictures left out) is dropped.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from adapters.notes.conversation import Message, sittings
from adapters.notes.document import Document
from adapters.notes.file import File, InnerNames

LARGEST = 64 * 2**20  # bytes; WhatsApp exports at most 40,000 messages

_STAMP = (
    r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\.?,?\s(?:[^\d\s]{1,6}\s){0,2}"
    r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\s?([ap])\.?\s?m\.?)?"
)
_BEGINS = (
    re.compile(rf"[\u200e\u200f]*\[{_STAMP}\]\s(.*)", re.IGNORECASE),  # iOS
    re.compile(rf"{_STAMP}\s[-–]\s(.*)", re.IGNORECASE),  # Android
)
_SPEAKER = re.compile(r"(?:~\s?)?([^:\n]{1,60}):\s(.*)", re.DOTALL)
_LEFT_OUT = re.compile(
    r"\u200e.*|<[^<>\n]{3,60}>|[^\n]{1,120}\.\w{2,5} \([^()\n]{3,40}\)|null|", re.DOTALL
)
_EDITED = re.compile(
    r"\s*\u200e?<[^<>\n]*(?:edited|изменено|bearbeitet|editad|modifi)[^<>\n]*>$", re.IGNORECASE
)
_DELETED = re.compile(
    r"\W*(?:(?:this message was|you) deleted(?: this message)?|missed (?:voice|video) call"
    r"|(?:вы удалили )?(?:данное|это)? ?сообщение(?: было)?(?: удалено)?|пропущенный \w+звонок"
    r"|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht"
    r"|se eliminó este mensaje|eliminaste este mensaje|ce message a été supprimé"
    r"|vous avez supprimé ce message|mensagem apagada|questo messaggio è stato eliminato)\W*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:whatsapp[- ]chat(?: with| mit| -)?|чат whatsapp с(?: контактом)?|chat de whatsapp con"
    r"|discussion whatsapp avec|conversa do whatsapp com|chat whatsapp con)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Said:
    """A message as it stands: the three numbers of its date in their order, and its time."""

    date: tuple[int, int, int]
    hour: int
    minute: int
    half: str  # "a", "p", or "" where the day has 24 hours
    text: str


def is_export(beginning: bytes) -> bool:
    """Whether a file that begins so is one."""
    lines = beginning.decode("utf-8", errors="replace").lstrip("\ufeff").splitlines()
    said = list(_messages(lines[:20]))
    return bool(lines) and _begun(lines[0]) is not None and any(map(_parts, said))


def read(file: File, text: str) -> Iterator[Document]:
    said = list(_messages(text.splitlines()))
    day_first = _day_first(said)
    found = (_message(one, day_first) for one in said)
    yield from sittings(_title(file), filter(None, found), InnerNames(file))


def _messages(lines: Sequence[str]) -> Iterator[_Said]:
    """Each message with the lines that go on with it."""
    current: _Said | None = None
    more: list[str] = []
    for line in lines:
        begun = _begun(line)
        if begun is None:
            more.append(line)
            continue
        if current:
            yield _joined(current, more)
        current, more = begun, []
    if current:
        yield _joined(current, more)


def _begun(line: str) -> _Said | None:
    found = next(filter(None, (form.match(line) for form in _BEGINS)), None)
    if found is None:
        return None
    one, two, three, hour, minute = map(int, found.groups()[:5])
    return _Said((one, two, three), hour, minute, (found[6] or "").lower(), found[7])


def _joined(said: _Said, more: list[str]) -> _Said:
    text = "\n".join([said.text, *more])
    return _Said(said.date, said.hour, said.minute, said.half, text)


def _parts(said: _Said) -> tuple[str, str] | None:
    """Speaker and text; None for a notice, which nobody speaks."""
    found = _SPEAKER.fullmatch(said.text.strip())
    return (found[1].strip("\u200e\u202a\u202c "), found[2]) if found else None


def _message(said: _Said, day_first: bool) -> Message | None:
    parts = _parts(said)
    if parts is None:
        return None
    text = _EDITED.sub("", parts[1].strip())
    if _LEFT_OUT.fullmatch(text) or _DELETED.fullmatch(text):
        return None
    return Message(parts[0], text.replace("\u200e", ""), _when(said, day_first))


def _day_first(said: Sequence[_Said]) -> bool:
    """The order in which the dates are possible, and go forward; the US alone has another."""
    times = {first: [_when(one, first) for one in said] for first in (True, False)}
    faults = {
        first: (sum(when is None for when in found), _steps_back([w for w in found if w]))
        for first, found in times.items()
    }
    if faults[True] != faults[False]:
        return faults[True] < faults[False]
    return not any(one.half for one in said)


def _steps_back(times: Sequence[datetime]) -> int:
    return sum(after < before for before, after in itertools.pairwise(times))


def _when(said: _Said, day_first: bool) -> datetime | None:
    one, two, three = said.date
    if one > 31:
        year, month, day = one, two, three
    else:
        day, month, year = (one, two, three) if day_first else (two, one, three)
    hour = said.hour % 12 + 12 * (said.half == "p") if said.half else said.hour
    try:
        return datetime(year if year > 99 else 2000 + year, month, day, hour, said.minute)
    except ValueError:
        return None


def _title(file: File) -> str:
    """With whom: WhatsApp puts it into the name of the file, or of the archive around it."""
    path = PurePosixPath(file.path)
    stem = path.parent.stem if path.stem == "_chat" else path.stem
    return _TITLE.sub("", stem.replace("_", " ")).strip() or "WhatsApp"
