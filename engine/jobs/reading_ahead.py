"""While the owner reads or writes: the other roles' voices read what was said since they spoke."""

from collections.abc import Collection, Generator, Iterator
from contextlib import suppress

from adapters.catalog import conversations
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine.generation import prompt as prompts
from engine.generation.prompt import Turn
from engine.generation.read_ahead import read_part, shared
from engine.generation.role_prompt import SaidAs
from engine.jobs import roles
from engine.jobs.playing import play_of, scene_of
from engine.jobs.reply import speaker
from engine.jobs.state import Loaded, State
from engine.messages import Done, ReadAhead, Reading, Update
from engine.scene.cast import in_turn
from engine.scene.model import Field

_SOMETHING = "..."  # what somebody will have said before the role's next turn


def read_ahead(state: State, command: ReadAhead) -> Generator[Update, None, Done]:
    """Read for each role, whoever is next in turn first; give up as soon as anything changes.

    A role whose voice is not here is passed over: that is said when it is to speak.
    """
    loaded = state.loaded
    if loaded is None or not _is_current(state.catalog, command):
        return Done()
    try:
        conversation = conversations.get(state.catalog, command.conversation)
        kept = scene_of(state.catalog, conversation)
        play = play_of(state.catalog, conversation, kept, command.message)
    except UserError:
        return Done()  # without its scene nobody speaks
    for role in _coming(play, command.muted):
        with suppress(UserError):
            yield from _read(state, loaded, play, role, command)
    return Done()


def _read(
    state: State, loaded: Loaded, play: roles.Play, role: Field, command: ReadAhead
) -> Generator[Update, None, None]:
    tokens, end = _lasting(loaded, play, role, command.max_tokens)
    speaking, known = speaker(loaded), 0
    while known < end and state.loaded is loaded and not loaded.pasts.is_nearly_full:
        if not _is_current(state.catalog, command):
            return
        worn = roles.dress(state, loaded, role)  # another may have spoken since the last part
        known = read_part(speaking, worn.key(loaded.model.fingerprint), tokens, end)
        yield Reading(known, known, end)


def _lasting(
    loaded: Loaded, play: roles.Play, role: Field, max_tokens: int
) -> tuple[tuple[int, ...], int]:
    """The role's prompt, and how much of it stays when somebody says something more."""
    told = roles.told_to(loaded, play, role)
    more = roles.after(play, SaidAs(None, play.cast.owner_name, _SOMETHING))

    def tokens(turns: tuple[Turn, ...]) -> tuple[int, ...]:
        model = loaded.model
        return prompts.build(model.tokenizer, told, turns, model.context_length, max_tokens).tokens

    now = tokens(roles.turns_of(play, role))
    return now, shared(now, tokens(roles.turns_of(more, role)))


def _coming(play: roles.Play, muted: Collection[str]) -> Iterator[Field]:
    spoke, passed = [one.role or "" for one in play.said], set(muted)
    while (role := in_turn(play.cast, spoke, passed)) is not None:
        yield role
        passed.add(role.id)


def _is_current(catalog: Catalog, command: ReadAhead) -> bool:
    try:
        return conversations.get(catalog, command.conversation).leaf == command.message
    except LookupError:
        return False
