"""Answering: the next reply of a conversation, or one question outside of any."""

from collections.abc import Generator
from dataclasses import replace

from adapters.catalog import conversations, messages
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation, Message
from adapters.errors import UserError
from adapters.wording import phrase
from engine.generation.prompt import Turn
from engine.generation.reply import ReplyText, Speaker
from engine.generation.reply import reply as generate
from engine.generation.sampling import draw_seed
from engine.jobs.kept_reply import KeptReply, Place
from engine.jobs.models import ensure_model
from engine.jobs.state import Loaded, State
from engine.jobs.titles import title_of
from engine.jobs.voices import Worn, put_on
from engine.messages import (
    Answer,
    Ask,
    Reply,
    ReplyStarted,
    Sampling,
    SpokenVoice,
    Update,
)


def reply(state: State, command: Reply) -> Generator[Update, None, Answer]:
    """Answer a message of the owner's; whatever happens, what was said is kept as its child."""
    path = _path(state.catalog, command.message)
    conversation = conversations.get(state.catalog, path[-1].conversation)
    _give_title(state.catalog, conversation, path)
    loaded = yield from ensure_model(state)
    worn = put_on(state, loaded, command.voice, command.strength, command.blend)
    sampling = with_seed(command.sampling)
    said = ReplyText()
    speaking = generate(
        speaker(loaded),
        worn.key(loaded.model.fingerprint),
        conversation.instruction,
        [Turn(message.author, message.text) for message in path if message.text],
        sampling,
        said,
    )
    place = Place(conversation.id, path[-1].id)
    kept = KeptReply(state.catalog, place, loaded.row.name, worn, said)
    yield from kept.follow(speaking, sampling.seed or 0)
    return answer_of(loaded, worn, said, kept.row)


def ask(state: State, command: Ask) -> Generator[Update, None, Answer]:
    """Answer one question; nothing is stored."""
    loaded = yield from ensure_model(state)
    worn = put_on(state, loaded, command.voice, command.strength, command.blend, command.version)
    sampling = with_seed(command.sampling)
    said = ReplyText()
    yield ReplyStarted(None, sampling.seed or 0)
    yield from generate(
        speaker(loaded),
        worn.key(loaded.model.fingerprint),
        command.instruction,
        [Turn("owner", command.text)],
        sampling,
        said,
    )
    return answer_of(loaded, worn, said, None)


def speaker(loaded: Loaded) -> Speaker:
    """The parts of the loaded model that speak."""
    model = loaded.model
    return Speaker(
        loaded.decoder,
        loaded.pasts,
        model.tokenizer,
        model.context_length,
        model.stop_tokens,
        model.advised,
    )


def _path(catalog: Catalog, message: int) -> list[Message]:
    path = messages.path(catalog, message)
    if not path or path[-1].author != "owner":
        raise UserError(
            phrase("errors", "This message cannot be answered."),
            phrase("errors", "It is not there any more, or is itself an answer."),
            phrase("errors", "Choose one of your own messages."),
        )
    return path


def _give_title(catalog: Catalog, conversation: Conversation, path: list[Message]) -> None:
    if not conversation.title and not conversation.titled_by_owner:
        title = title_of(path[0].text)
        conversations.rename(catalog, conversation.id, title, by_owner=False)


def with_seed(sampling: Sampling) -> Sampling:
    return sampling if sampling.seed is not None else replace(sampling, seed=draw_seed())


def answer_of(loaded: Loaded, worn: Worn, said: ReplyText, row: int | None) -> Answer:
    return Answer(
        message=row,
        text=said.text,
        tokens=said.tokens,
        seconds=said.seconds,
        tokens_per_second=said.tokens_per_second,
        voice=worn.name,
        strength=worn.strength,
        seed=said.seed,
        model=loaded.row.name,
        stop=said.stop,
        turns_left_out=said.turns_left_out,
        blend=tuple(SpokenVoice(part.name, part.strength) for part in worn.spoken),
    )
