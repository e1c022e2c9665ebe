"""One role of a scene speaks: its prompt, its voice, and what ends its turn."""

from collections.abc import Collection, Generator
from dataclasses import dataclass, replace

from adapters.catalog import blends, voices
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from adapters.wording import phrase
from engine.blends import blend_of
from engine.generation.name_stops import NameStops
from engine.generation.next_speaker import next_speaker
from engine.generation.prompt import Turn
from engine.generation.reply import ReplyText
from engine.generation.reply import reply as generate
from engine.generation.role_prompt import SaidAs, instruction_for, opening_for, turns_for
from engine.generation.scene_prompt import scene_prompt
from engine.jobs.reply import speaker
from engine.jobs.state import Loaded, State
from engine.jobs.voices import Worn, put_on
from engine.messages import Blended, RoleChosen, Sampling, Update
from engine.messages.scenes import Next
from engine.scene.cast import Cast, cast_of, in_turn
from engine.scene.fields.role import Role
from engine.scene.model import Field, Scene
from engine.scene.prompt.activation import Moment
from engine.scene.prompt.compile import share_of


@dataclass(frozen=True)
class Play:
    """A scene with every child scene inside of it, and what was said in it, oldest first.

    ``seed`` is that of what comes into the prompt by chance; one for a whole conversation.
    """

    scene: Scene
    said: tuple[SaidAs, ...]
    seed: int = 0

    @property
    def cast(self) -> Cast:
        return cast_of(self.scene)


def choose(
    state: State, loaded: Loaded, play: Play, next: Next, muted: Collection[str]
) -> Generator[Update, None, Field]:
    """Who speaks now. Raises ``UserError`` where nobody can."""
    cast = play.cast
    free = [one for one in cast.roles if one.id not in muted]
    if not free:
        raise _nobody(bool(cast.roles))
    spoke = [one.role or "" for one in play.said]
    if next == "in turn" or len(free) == 1:
        found = in_turn(cast, spoke, muted)
        assert found is not None, "somebody is free"
        return found
    others = [one for one in free if one.id != (spoke[-1] if spoke else None)]
    worn = put_on(state, loaded, None, 1.0)
    told = _told(loaded, play, None)
    key = worn.key(loaded.model.fingerprint)
    language = play.scene.language
    return (
        yield from next_speaker(speaker(loaded), key, told, others or free, play.said, language)
    )


def turn(
    loaded: Loaded, play: Play, role: Field, worn: Worn, sampling: Sampling, so_far: ReplyText
) -> Generator[Update, None, ReplyText]:
    """What ``role`` says next, in the voice that is ``worn``."""
    others = [name for name in play.cast.names if name != role.title.strip()]
    return (
        yield from generate(
            speaker(loaded),
            worn.key(loaded.model.fingerprint),
            told_to(loaded, play, role),
            turns_of(play, role),
            sampling,
            so_far,
            NameStops(role.title, others, cues=play.cast.is_many),
            opening_for(role, play.cast),
        )
    )


def told_to(loaded: Loaded, play: Play, role: Field) -> str:
    """The scene as it stands now for ``role``."""
    scene = _told(loaded, play, role.id)
    return instruction_for(role, play.cast, scene, play.scene.language)


def turns_of(play: Play, role: Field) -> tuple[Turn, ...]:
    """What was said, as ``role`` sees it."""
    return turns_for(role, play.cast, play.said, play.scene.language)


def dress(state: State, loaded: Loaded, role: Field) -> Worn:
    """Put the role's voice on the model. Raises ``UserError`` where it is not there."""
    voice, strength, blend = voice_of(state.catalog, role)
    return put_on(state, loaded, voice, strength, blend)


def voice_of(catalog: Catalog, role: Field) -> tuple[int | None, float, Blended | None]:
    """The voice, strength and blend that a role names. Raises ``UserError``."""
    data = role.data
    assert isinstance(data, Role), "only a role speaks"
    if not data.voice:
        return None, data.strength, None
    voice = voices.by_name(catalog, data.voice)
    if voice is not None:
        return voice.id, data.strength, None
    blend = blends.by_name(catalog, data.voice)
    if blend is None:
        raise _no_voice(role.title, data.voice)
    return None, data.strength, blend_of(blend)


def chosen(role: Field) -> RoleChosen:
    assert isinstance(role.data, Role), "only a role speaks"
    return RoleChosen(role.id, role.title.strip(), role.data.voice)


def role_in(cast: Cast, id: str) -> Field:
    """Raises ``UserError`` where the scene has no such role that the model plays."""
    found = cast.role(id)
    if found is None:
        raise UserError(
            phrase("scene", "This role cannot speak."),
            phrase("scene", "It is not in the scene any more, has no name, or is yours to play."),
            phrase("scene", "Choose another role, or change the scene."),
        )
    return found


def after(play: Play, said: SaidAs) -> Play:
    return replace(play, said=(*play.said, said))


def _told(loaded: Loaded, play: Play, role: str | None) -> str:
    budget = share_of(loaded.model.context_length)
    moment = Moment([one.text for one in play.said], play.seed, role)
    return scene_prompt(loaded.model.tokenizer, play.scene, moment, budget).compiled.text


def _nobody(has_roles: bool) -> UserError:
    return UserError(
        phrase("scene", "Nobody can speak in this scene."),
        phrase("scene", "All its roles are muted.")
        if has_roles
        else phrase("scene", "It has no role with a name that the model plays."),
        phrase("scene", "Let one of them speak again.")
        if has_roles
        else phrase("scene", "Add a role on the Scenes page."),
    )


def _no_voice(role: str, voice: str) -> UserError:
    return UserError(
        phrase("scene", "“{role}” cannot speak.", role=role),
        phrase("scene", "The scene gives it the voice “{voice}”, which is not here.", voice=voice),
        phrase("scene", "Choose another voice in the role's form, or import that one."),
    )
