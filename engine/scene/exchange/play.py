"""A play or a transcript becomes a scene with its roles."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from adapters.notes.decoding import text_of
from adapters.notes.document import CannotReadError
from adapters.wording import phrase
from engine.chats.chat import Said
from engine.chats.play import Part, parts_of
from engine.chats.reading import chats_in
from engine.scene.exchange.worded import language_of
from engine.scene.fields.example import Example
from engine.scene.fields.role import Role
from engine.scene.fields.setting import Setting
from engine.scene.format.reading import read_bytes
from engine.scene.format.refusal import UnreadableError, refused
from engine.scene.model import Field, Scene

_MOST_ROLES = 24
_LINES = 3  # of each role, as examples
_LONGEST_LINE = 160  # characters
_SHOWN = 6  # turns of the example dialogue
_CHATS = (".json", ".jsonl")


def open_play(path: Path) -> tuple[Part, ...]:
    """What is said in a text, a screenplay or a chat's export. Raises ``UserError``."""
    try:
        data = read_bytes(path)
        if path.suffix.lower() in _CHATS:
            chats = chats_in(data, path.stem)
            return tuple(Part("" if len(chats) == 1 else c.title, c.turns, c.scene) for c in chats)
        parts = parts_of(text_of(data))
        if not parts:
            raise UnreadableError(
                phrase("scene", "Nobody speaks in it: no line begins with a name and a colon.")
            )
    except CannotReadError as error:
        why = phrase("scene", "The file cannot be read: {reason}.", reason=error.reason)
        raise refused(path.name, why) from error
    except UnreadableError as error:
        raise refused(path.name, error.why) from error
    return parts


def scene_of(parts: Sequence[Part], title: str) -> Scene:
    """Where it begins, whoever says most, with lines of each, and how they begin to talk."""
    turns = [turn for part in parts for turn in part.turns]
    counts = Counter(turn.speaker for turn in turns)
    first = list(dict.fromkeys(turn.speaker for turn in turns))
    most = {name for name, _ in counts.most_common(_MOST_ROLES)}
    place = next((part.place for part in parts if part.place), "")
    settings = (Field("setting-1", Setting(), place),) if place else ()
    roles = tuple(
        Field(f"role-{n}", _role(name, turns), name)
        for n, name in enumerate((one for one in first if one in most), 1)
    )
    shown = "\n".join(f"{turn.speaker}: {_short(turn.text)}" for turn in turns[:_SHOWN])
    example = Field("example-1", Example(shown))
    language = language_of(*(turn.text for turn in turns[:200]))
    return Scene(title, language, (*settings, *roles, example))


def _role(name: str, turns: Sequence[Said]) -> Role:
    own = [turn for turn in turns if turn.speaker == name]
    said = dict.fromkeys(_short(turn.text) for turn in own if len(turn.text.split()) > 2)
    lines = tuple(list(said)[:_LINES])
    owners = all(turn.owner for turn in own)
    return Role(played_by="owner" if owners else "model", lines=lines)


def _short(text: str) -> str:
    """A line's beginning, up to a whole word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST_LINE else flat[:_LONGEST_LINE].rpartition(" ")[0] + " …"
