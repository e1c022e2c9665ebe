"""A conversation as one of its roles sees it: its own words are the model's, all else the user's.

So each voice reads a row of turns that only ever grows at its end, and what it computed for
the turns before is used again. Where many speak, every turn opens with its speaker's name,
also the one that the model is to write: small models would else write for somebody else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.generation.prompt import Turn
from engine.language import Language
from engine.scene.cast import Cast
from engine.scene.model import Field

# Stand where a role speaks without anybody having spoken to it; nobody sees them.
BEGIN: Mapping[Language, str] = {"en": "(You begin.)", "ru": "(Ты начинаешь.)"}
GO_ON: Mapping[Language, str] = {"en": "(You go on.)", "ru": "(Ты продолжаешь.)"}
ALONE: Mapping[Language, str] = {
    "en": "Answer as {name} only: what {name} says next.",
    "ru": "Отвечай только за {name}: что {name} говорит дальше.",
}


@dataclass(frozen=True)
class SaidAs:
    """A turn in a scene; ``role`` is the id of its field, None where the owner has none there."""

    role: str | None
    name: str
    text: str


def turns_for(
    role: Field, cast: Cast, said: Sequence[SaidAs], language: Language
) -> tuple[Turn, ...]:
    """The turns before the one that ``role`` says now; the last is always somebody else's."""
    turns: list[Turn] = []
    for one in said:
        own = one.role == role.id
        if own and (not turns or turns[-1].author == "assistant"):
            turns.append(_cue(turns, language))
        named = f"{one.name}: {one.text}" if cast.is_many else one.text
        turns.append(Turn("assistant" if own else "owner", named))
    if not turns or turns[-1].author == "assistant":
        turns.append(_cue(turns, language))
    return tuple(turns)


def instruction_for(role: Field, cast: Cast, scene_text: str, language: Language) -> str:
    """The scene, and where several speak, that this role alone is to speak."""
    if not cast.is_many:
        return scene_text
    return f"{scene_text}\n{ALONE[language].format(name=role.title.strip())}"


def opening_for(role: Field, cast: Cast) -> str:
    """What the role's turn begins with, before the first word that the model draws."""
    return f"{role.title.strip()}:" if cast.is_many else ""


def _cue(turns: Sequence[Turn], language: Language) -> Turn:
    return Turn("owner", (GO_ON if turns else BEGIN)[language])
