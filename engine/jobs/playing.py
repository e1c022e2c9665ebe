"""Playing a scene: the next turn of a conversation, or some turns outside of any."""

from collections.abc import Collection, Generator
from dataclasses import replace

from adapters.catalog import conversations, messages, scenes
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation, KeptScene, Message
from adapters.errors import UserError
from adapters.wording import phrase
from engine import scene_store
from engine.generation.reply import ReplyText
from engine.generation.role_prompt import SaidAs
from engine.generation.sampling import draw_seed
from engine.jobs import roles
from engine.jobs.kept_reply import KeptReply, Place
from engine.jobs.models import ensure_model
from engine.jobs.reply import answer_of, with_seed
from engine.jobs.state import Loaded, State
from engine.messages import Answer, PlayedScene, PlayScene, PlayTurn, ReplyStarted, Update
from engine.scene.cast import Cast, cast_of
from engine.scene.model import Field, Scene


def play_turn(state: State, command: PlayTurn) -> Generator[Update, None, Answer]:
    """Let a role speak; whatever happens, what it said is kept below the message before."""
    conversation = conversations.get(state.catalog, command.conversation)
    kept = scene_of(state.catalog, conversation)
    play = play_of(state.catalog, conversation, kept, command.message)
    loaded = yield from ensure_model(state)
    role = yield from _next(state, loaded, play, command, command.muted)
    worn = roles.dress(state, loaded, role)
    yield roles.chosen(role)
    sampling, said = with_seed(command.sampling), ReplyText()
    name = role.title.strip()
    place = Place(conversation.id, command.message, kept.version, role.id, name)
    reply = KeptReply(state.catalog, place, loaded.row.name, worn, said)
    speaking = roles.turn(loaded, play, role, worn, sampling, said)
    yield from reply.follow(speaking, sampling.seed or 0)
    _give_title(state.catalog, conversation, kept)
    return replace(answer_of(loaded, worn, said, reply.row), role=role.id, role_name=name)


def play_scene(state: State, command: PlayScene) -> Generator[Update, None, PlayedScene]:
    """Let the roles talk; nothing is kept: who listens has heard it."""
    scene = scene_store.scene_of(command.text)
    first = command.sampling.seed if command.sampling.seed is not None else draw_seed()
    play = roles.Play(scene, _first_words(scene, command.said), first)
    loaded = yield from ensure_model(state)
    answers: list[Answer] = []
    for number in range(command.turns):
        role = yield from _next(state, loaded, play, command)
        worn = roles.dress(state, loaded, role)
        yield roles.chosen(role)
        sampling, said = replace(command.sampling, seed=first + number), ReplyText()
        yield ReplyStarted(None, first + number)
        yield from roles.turn(loaded, play, role, worn, sampling, said)
        play = roles.after(play, SaidAs(role.id, role.title.strip(), said.text))
        answer = answer_of(loaded, worn, said, None)
        answers.append(replace(answer, role=role.id, role_name=role.title.strip()))
    return PlayedScene(tuple(answers))


def _next(
    state: State,
    loaded: Loaded,
    play: roles.Play,
    command: PlayTurn | PlayScene,
    muted: Collection[str] = (),
) -> Generator[Update, None, Field]:
    if command.role is not None:
        return roles.role_in(play.cast, command.role)
    return (yield from roles.choose(state, loaded, play, command.next, muted))


def _first_words(scene: Scene, text: str) -> tuple[SaidAs, ...]:
    cast = cast_of(scene)
    own = cast.owner.id if cast.owner else None
    return (SaidAs(own, cast.owner_name, text),) if text.strip() else ()


def scene_of(catalog: Catalog, conversation: Conversation) -> KeptScene:
    """Raises ``UserError`` where there is none."""
    if conversation.scene is not None:
        kept = scenes.get(catalog, conversation.scene)
        if kept.trashed is None:
            return kept
    raise UserError(
        phrase("scene", "Nobody can speak in this conversation."),
        phrase("scene", "Its scene was deleted, or it has none."),
        phrase("scene", "Choose a scene for it, or take it out of the trash."),
    )


def play_of(
    catalog: Catalog, conversation: Conversation, kept: KeptScene, message: int | None
) -> roles.Play:
    """The scene as it is kept now, and what was said up to ``message``."""
    own = scene_store.open_kept(catalog, kept.id)
    scene = scene_store.whole(catalog, own, kept.id)
    cast = cast_of(own)
    path = messages.path(catalog, message) if message is not None else []
    said = tuple(_said(one, cast) for one in path if one.text.strip())
    return roles.Play(scene, said, conversation.id)


def _said(message: Message, cast: Cast) -> SaidAs:
    """What was said before there was a scene is said by the owner, or by nobody of the scene."""
    name = message.role_name
    if name is None:
        is_owner = message.author == "owner"
        name = cast.owner_name if is_owner else message.voice_name or message.model_name or ""
    return SaidAs(message.role, name, message.text)


def _give_title(catalog: Catalog, conversation: Conversation, kept: KeptScene) -> None:
    if not conversation.title and not conversation.titled_by_owner and kept.title:
        conversations.rename(catalog, conversation.id, kept.title, by_owner=False)
