"""What one role says, as examples that a voice can be trained from."""

import json
from collections.abc import Iterator, Sequence

from engine.chats.chat import Said
from engine.chats.play import Part

_MOST = 80  # turns of one example


def corpus(parts: Sequence[Part], speaker: str) -> str:
    """JSONL of chats in which ``speaker`` is the assistant and all others are the user.

    The folder of notes that holds the file teaches this role's words; where several others
    speak each of their turns begins with the name.
    """
    lines = (_example(cut, speaker) for part in parts for cut in _cuts(part.turns))
    return "".join(
        json.dumps({"messages": one}, ensure_ascii=False) + "\n" for one in lines if one
    )


def _cuts(turns: Sequence[Said]) -> Iterator[Sequence[Said]]:
    for at in range(0, len(turns), _MOST):
        yield turns[at : at + _MOST]


def _example(turns: Sequence[Said], speaker: str) -> list[dict[str, str]]:
    """Nothing where the role does not speak; what comes after its last words is left out."""
    mine = [number for number, turn in enumerate(turns) if turn.speaker == speaker]
    if not mine:
        return []
    others = {turn.speaker for turn in turns if turn.speaker != speaker}
    messages: list[dict[str, str]] = []
    for turn in turns[: mine[-1] + 1]:
        own = turn.speaker == speaker
        text = turn.text if own or len(others) == 1 else f"{turn.speaker}: {turn.text}"
        role = "assistant" if own else "user"
        if messages and messages[-1]["role"] == role:
            messages[-1]["content"] += f"\n{text}"
        else:
            messages.append({"role": role, "content": text})
    return messages
