"""Conversations to examples: stretches of the talk, in which each turn of the owner's is learned.

A stretch is as long as an example may be, so that nearly every token is read once, whoever
said it. The next one begins with a little of what was said before, which is read again and not
learned again: nobody answers out of nothing.
"""

from array import array
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from adapters.notes.answers import LEAST_ROOM, answer, room
from adapters.notes.chat_format import ChatFormat, Said
from adapters.notes.document import Document
from adapters.notes.example import Example, Span
from adapters.notes.fragments import split
from adapters.notes.replies import FRAME, as_chat, shortened

_READ_AGAIN = 0.15  # of the room, for turns that the stretch before has ended with


@dataclass(frozen=True)
class _Stretch:
    """Turns from one of the user's to one of the owner's, and their tokens."""

    turns: tuple[Said, ...] = ()
    tokens: tuple[int, ...] = ()
    learned: tuple[Span, ...] = ()

    def with_reply(
        self, asked: Sequence[Said], reply: Said, chat: ChatFormat
    ) -> "_Stretch | None":
        """The same with some turns more, of which the last is learned.

        None where the template writes the turns so far otherwise once others follow: what was
        learned of them would not be what chat shows.
        """
        turns = (*self.turns, *asked)
        prompt = tuple(chat.prompt(turns))
        if prompt[: len(self.tokens)] != self.tokens:
            return None
        tokens = (*prompt, *chat.encode(reply.text), chat.end_of_turn)
        spans = (*self.learned, (len(prompt), len(tokens)))
        return _Stretch((*turns, reply), tokens, spans)

    def example(self, document: str) -> Example:
        return Example(document, array("i", self.tokens), self.learned, "talk")


def of_talk(
    document: Document, chat: ChatFormat, length: int, owner: Set[str], *, whole: bool = False
) -> Iterator[Example]:
    """Examples of at most ``length`` tokens that learn each turn of the owner's names once.

    A turn that is too long is cut as a note is, each piece after the same prompt; with
    ``whole`` its end is left out.
    """
    said, stretch = as_chat(document, owner), _Stretch()
    for at in range(1, len(said), 2):
        longer = stretch.with_reply(said[at - 1 : at], said[at], chat) if stretch.turns else None
        if longer is None or len(longer.tokens) > length:
            if stretch.turns:
                yield stretch.example(document.path)
            longer = _Stretch().with_reply(_before(said, at, length, chat), said[at], chat)
            assert longer is not None
        stretch = longer
        if len(stretch.tokens) > length:
            yield from _cut(document, stretch, chat, length, whole=whole)
            stretch = _Stretch()
    if stretch.turns:
        yield stretch.example(document.path)


def _before(said: Sequence[Said], at: int, length: int, chat: ChatFormat) -> tuple[Said, ...]:
    """What a stretch begins with in front of the turn at ``at``."""
    free = length - len(chat.question(""))
    # Half of what the instruction leaves is the answer's, where it needs so much.
    needed = min(chat.measure(said[at].text) + 1, max(LEAST_ROOM, free // 2))
    asked = chat.measure(said[at - 1].text) + FRAME
    again = asked + int(free * _READ_AGAIN)
    return shortened(said[:at], min(free - needed, again), chat)


def _cut(
    document: Document, stretch: _Stretch, chat: ChatFormat, length: int, *, whole: bool
) -> Iterator[Example]:
    """A stretch of one answer, which is longer than an example may be."""
    if whole:
        yield stretch.example(document.path).cut(length)
        return
    prompt = list(stretch.tokens[: stretch.learned[0][0]])
    turn = replace(document, title="", text=stretch.turns[-1].text, turns=())
    for piece in split(turn, room(prompt, length), chat.measure):
        yield answer(piece, prompt, chat, length, "talk")
