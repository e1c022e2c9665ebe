"""A scene with what was said in it, whatever file both came from.

What is said in it is not told in it as well: its example dialogue becomes turns, and example
lines that somebody says leave. A voice would otherwise learn to copy its prompt.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from adapters.catalog.folding import fold
from engine.chats.chat import Said
from engine.chats.play import Part
from engine.generation.role_prompt import SaidAs
from engine.scene.cast import Cast, cast_of
from engine.scene.exchange import play
from engine.scene.fields.example import Example
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene, walk
from engine.scene_training.dialogue import talks_in

# SillyTavern's cards write these where the names of the role and of the owner belong.
_MACROS = ("{{char}}", "{{user}}")


@dataclass(frozen=True)
class Played:
    """``name`` is that of the file, with a number where it holds several."""

    name: str
    scene: Scene
    said: tuple[SaidAs, ...]

    @property
    def cast(self) -> Cast:
        return cast_of(self.scene)

    def lines(self, role: Field) -> list[str]:
        return [one.text for one in self.said if one.role == role.id]


def of_scene(scene: Scene, name: str) -> list[Played]:
    """Each piece of example dialogue in the scene; none where it has none."""
    names = cast_of(scene).names
    told = [one for one in _walk(scene) if isinstance(one.data, Example)]
    texts = [one.data.text for one in told if isinstance(one.data, Example)]
    talks = [talk for text in texts for talk in talks_in(_named(text, scene), names)]
    bare = _changed(scene, lambda one: None if one in told else one)
    return [
        _played(bare, talk, name if len(talks) == 1 else f"{name} {number}")
        for number, talk in enumerate(talks, 1)
    ]


def of_part(part: Part, name: str, scene: Scene | None = None) -> Played:
    """A part of a play, or a chat; without a ``scene`` it is where it is and who speaks."""
    if scene is None:
        made = play.scene_of([part], "")
        scene = _changed(made, lambda one: None if isinstance(one.data, Example) else one)
        scene = _changed(scene, _without_lines)
    return _played(scene, part.turns, name)


def without_said(played: Played, said: Collection[str]) -> Played:
    """Without example lines that are ``said`` (folded) in any scene: they may be held out."""

    def bare(one: Field) -> Field:
        if not isinstance(one.data, Role):
            return one
        lines = tuple(line for line in one.data.lines if fold(line) not in said)
        return replace(one, data=replace(one.data, lines=lines))

    return replace(played, scene=_changed(played.scene, bare))


def _played(scene: Scene, turns: Sequence[Said], name: str) -> Played:
    cast = cast_of(scene)
    ids = {fold(one.title.strip()): one.id for one in cast.roles}
    owner = cast.owner.id if cast.owner else None
    said = tuple(
        SaidAs(owner if turn.owner else ids.get(fold(turn.speaker)), turn.speaker, turn.text)
        for turn in turns
    )
    return Played(name, scene, said)


def _named(text: str, scene: Scene) -> str:
    cast = cast_of(scene)
    first = cast.roles[0].title.strip() if cast.roles else ""
    for macro, name in zip(_MACROS, (first, cast.owner_name), strict=True):
        text = text.replace(macro, name)
    return text


def _without_lines(one: Field) -> Field:
    return replace(one, data=replace(one.data, lines=())) if isinstance(one.data, Role) else one


def _changed(scene: Scene, change: Callable[[Field], Field | None]) -> Scene:
    """Every field changed, or taken out with the links that it has."""

    def fields(some: Sequence[Field]) -> Iterator[Field]:
        for one in some:
            if (new := change(one)) is not None:
                yield replace(new, fields=tuple(fields(new.fields)))

    made = replace(scene, fields=tuple(fields(scene.fields)))
    there = {one.id for one in _walk(made)}
    links = tuple(link for link in scene.links if {link.source, link.target} <= there)
    return replace(made, links=links)


def _walk(scene: Scene) -> Iterator[Field]:
    return walk(scene.fields)
