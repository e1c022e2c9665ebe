"""What the owner says in a conversation, and what was said before it.

Only the owner's turns are learned. What stands before one is read as chat would have shown
it: the owner's earlier turns as the model's, the others' as those of the user. The oldest
gives way first.
"""

from collections.abc import Sequence, Set

from adapters.notes.chat_format import ChatFormat, Said
from adapters.notes.document import Document, Turn
from adapters.notes.owner import owner_in

FRAME = 8  # tokens that a template may put around a turn


def as_chat(document: Document, names: Set[str]) -> list[Said]:
    """The talk by turns of user and assistant, of whom the latter is the owner.

    The user begins and the owner ends it: one who opens the talk answers its title, and what
    others say last is left out.
    """
    owner = owner_in(document, names)
    several = len({turn.speaker for turn in document.turns} - owner) > 1
    said: list[Said] = []
    for turn in document.turns:
        one = _said(turn, owner, several)
        if said and said[-1].role == one.role:
            said[-1] = Said(one.role, f"{said[-1].text}\n{one.text}")
        else:
            said.append(one)
    if said and said[0].role == "assistant":
        said.insert(0, Said("user", document.title))
    return said[: len(said) // 2 * 2]


def shortened(before: Sequence[Said], room: int, chat: ChatFormat) -> tuple[Said, ...]:
    """The latest turns that fit into about ``room`` tokens, from one of the user's on.

    Where not even the last one fits, its end.
    """
    kept, left = len(before), room
    for at in reversed(range(len(before))):
        left -= chat.measure(before[at].text) + FRAME
        if left < 0:
            break
        if before[at].role == "user":
            kept = at
    if kept < len(before):
        return tuple(before[kept:])
    return (Said("user", _end_of(before[-1].text, room - FRAME, chat)),)


def _said(turn: Turn, owner: Set[str], several: bool) -> Said:
    """Where several others speak, each is named."""
    if turn.speaker in owner:
        return Said("assistant", turn.text)
    return Said("user", f"{turn.speaker}: {turn.text}" if several else turn.text)


def _end_of(text: str, room: int, chat: ChatFormat) -> str:
    while text and chat.measure(text) > room:
        text = text[max(1, len(text) // 4) :]
    return text
