"""Messages to sittings: a conversation is cut where it rested for hours, or grew long."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.notes.document import Document, Turn
from adapters.notes.file import InnerNames

_REST = timedelta(hours=6)
_MOST_TURNS = 80
_MOST_CHARACTERS = 40_000


@dataclass(frozen=True)
class Message:
    """What one speaker wrote at once; ``when`` is local time, where the file tells it."""

    speaker: str
    text: str
    when: datetime | None = None


def sittings(
    title: str, messages: Iterable[Message], names: InnerNames, name: str | None = None
) -> Iterator[Document]:
    """A document for each sitting, named by ``name`` (else the title) and when it began."""
    for sitting in _cut(message for message in messages if message.text.strip()):
        began = sitting[0].when
        path = names.path(" ".join([name or title, f"{began:%Y-%m-%d %H.%M}" if began else ""]))
        yield conversation(path, title, sitting)


def conversation(path: str, title: str, messages: Iterable[Message]) -> Document:
    """One document whose turns are ``messages``, those of one speaker in a row together."""
    turns: list[Turn] = []
    for message in messages:
        text = message.text.strip()
        if turns and turns[-1].speaker == message.speaker:
            turns[-1] = Turn(message.speaker, f"{turns[-1].text}\n{text}")
        else:
            turns.append(Turn(message.speaker, text))
    text = "\n".join(f"{turn.speaker}: {turn.text}" for turn in turns)
    return Document(path, title, text, len(text.encode("utf-8", "replace")), tuple(turns))


def _cut(messages: Iterable[Message]) -> Iterator[list[Message]]:
    sitting: list[Message] = []
    turns = characters = 0
    for message in messages:
        if sitting and (_rested(sitting[-1], message) or _full(turns, characters)):
            yield sitting
            sitting, turns, characters = [], 0, 0
        turns += not sitting or sitting[-1].speaker != message.speaker
        characters += len(message.text)
        sitting.append(message)
    if sitting:
        yield sitting


def _full(turns: int, characters: int) -> bool:
    return turns >= _MOST_TURNS or characters >= _MOST_CHARACTERS


def _rested(before: Message, after: Message) -> bool:
    return bool(before.when and after.when and after.when - before.when > _REST)
