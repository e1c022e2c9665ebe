"""Replies of a conversation, with the tiny model: what is kept, whatever ends them."""

from dataclasses import replace

import pytest

from adapters.catalog import conversations, messages, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Conversation, Model, Voice
from adapters.errors import UserError
from engine.jobs import kept_reply
from engine.jobs.reply import ask, reply
from engine.jobs.state import State
from engine.jobs.titles import title_of
from engine.messages import (
    Answer,
    Ask,
    Piece,
    Preparing,
    Reading,
    Reply,
    ReplyStarted,
    Sampling,
    TurnsLeft,
)
from tests.engine.jobs.running import collect, finish, until
from tests.engine.jobs.voices import make_voice

SHORT = Sampling(max_tokens=8, seed=7)


@pytest.fixture
def talk(catalog: Catalog) -> Conversation:
    return conversations.create(catalog, "Answer in a quiet voice.")


@pytest.fixture
def voice(state: State, tiny: Model) -> Voice:
    return make_voice(state, tiny, "Garden", seed=1)


def say(catalog: Catalog, talk: Conversation, text: str) -> int:
    leaf = conversations.get(catalog, talk.id).leaf
    return messages.add(catalog, talk.id, leaf, "owner", text).id


@pytest.mark.usefixtures("tiny")
def test_a_reply_becomes_the_child_of_the_message(state: State, talk: Conversation) -> None:
    asked = say(state.catalog, talk, "How is the frost in the garden?")
    updates, answer = collect(reply(state, Reply(asked, None, sampling=SHORT)))
    row = messages.get(state.catalog, answer.message)
    assert (row.parent, row.author, row.stop) == (asked, "assistant", "length")
    assert row.text == answer.text
    assert (row.tokens, row.seed, row.model_name) == (8, 7, "Tiny")
    assert row.seconds is not None
    assert (row.voice, row.strength) == (None, None)
    assert conversations.get(state.catalog, talk.id).leaf == row.id
    kinds = [type(update) for update in updates]
    assert kinds[0] is Preparing  # no model was loaded
    assert kinds.index(ReplyStarted) < kinds.index(Piece)
    pieces = [update for update in updates if isinstance(update, Piece)]
    assert answer.text.startswith("".join(piece.text for piece in pieces))
    assert answer.tokens_per_second > 0


@pytest.mark.usefixtures("tiny")
def test_the_row_is_there_before_the_first_token(state: State, talk: Conversation) -> None:
    asked = say(state.catalog, talk, "Hello")
    job = reply(state, Reply(asked, None, sampling=SHORT))
    started = until(job, ReplyStarted)[-1]
    assert isinstance(started, ReplyStarted)
    assert started.message is not None
    assert messages.get(state.catalog, started.message).stop is None
    job.close()


@pytest.mark.usefixtures("tiny")
def test_stopped_by_the_owner_what_was_said_is_kept(state: State, talk: Conversation) -> None:
    asked = say(state.catalog, talk, "Hello")
    job = reply(state, Reply(asked, None, sampling=replace(SHORT, max_tokens=200)))
    updates = until(job, Piece, 5)
    job.close()
    row = messages.thread(state.catalog, talk.id)[-1]
    assert (row.stop, row.tokens) == ("owner", 5)
    said = "".join(update.text for update in updates if isinstance(update, Piece))
    assert row.text.startswith(said)
    assert row.text


@pytest.mark.usefixtures("tiny")
def test_stopped_while_reading_an_empty_reply_is_kept(state: State, talk: Conversation) -> None:
    asked = say(state.catalog, talk, "Hello")
    job = reply(state, Reply(asked, None, sampling=SHORT))
    until(job, Reading)
    job.close()
    row = messages.thread(state.catalog, talk.id)[-1]
    assert (row.author, row.stop, row.text) == ("assistant", "owner", "")


@pytest.mark.usefixtures("tiny")
def test_text_is_stored_now_and_then_while_it_grows(
    state: State, talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_reply, "_STORE_EVERY", 0.0)
    asked = say(state.catalog, talk, "Hello")
    job = reply(state, Reply(asked, None, sampling=replace(SHORT, max_tokens=50)))
    until(job, Piece, 20)
    row = messages.thread(state.catalog, talk.id)[-1]
    assert row.text
    assert row.stop is None  # so that after a kill it is marked at the next start
    job.close()


@pytest.mark.usefixtures("tiny")
def test_when_the_engine_fails_in_the_middle_the_part_is_kept(
    state: State, talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = say(state.catalog, talk, "Hello")
    job = reply(state, Reply(asked, None, sampling=SHORT))
    until(job, Piece, 3)
    assert state.loaded is not None

    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(type(state.loaded.decoder), "forward", fail)
    with pytest.raises(MemoryError):
        finish(job)
    row = messages.thread(state.catalog, talk.id)[-1]
    assert (row.stop, row.tokens) == ("interrupted", 3)


@pytest.mark.usefixtures("tiny")
def test_the_same_seed_gives_the_same_text_and_another_another(
    state: State, talk: Conversation
) -> None:
    asked = say(state.catalog, talk, "Hello")
    sampling = Sampling(max_tokens=20, seed=3, temperature=1.0)
    texts = [
        finish(reply(state, Reply(asked, None, sampling=replace(sampling, seed=seed)))).text
        for seed in (3, 4, 3)
    ]
    assert texts[0] == texts[2]
    assert texts[0] != texts[1]
    assert (
        len(messages.siblings(state.catalog, conversations.get(state.catalog, talk.id).leaf or 0))
        == 3
    )


@pytest.mark.usefixtures("tiny")
def test_without_a_seed_one_is_drawn_and_told(state: State, talk: Conversation) -> None:
    asked = say(state.catalog, talk, "Hello")
    command = Reply(asked, None, sampling=Sampling(max_tokens=6))
    updates, answer = collect(reply(state, command))
    started = next(update for update in updates if isinstance(update, ReplyStarted))
    assert started.seed == answer.seed == messages.get(state.catalog, answer.message).seed
    again = finish(
        reply(state, replace(command, sampling=Sampling(max_tokens=6, seed=answer.seed)))
    )
    assert again.text == answer.text


@pytest.mark.usefixtures("tiny")
def test_a_conversation_goes_on_from_what_is_computed_already(
    state: State, talk: Conversation
) -> None:
    finish(reply(state, Reply(say(state.catalog, talk, "Hello there"), None, sampling=SHORT)))
    second = say(state.catalog, talk, "And the frost?")
    updates, _ = collect(reply(state, Reply(second, None, sampling=SHORT)))
    first = next(update for update in updates if isinstance(update, Reading))
    assert first.cached > 10
    assert state.footprint().kv_tokens > first.total


@pytest.mark.usefixtures("tiny")
def test_turns_that_no_longer_fit_are_left_out_and_told(state: State, talk: Conversation) -> None:
    for number in range(6):
        asked = say(state.catalog, talk, f"{number} " + "frost in the garden " * 20)
        updates, answer = collect(reply(state, Reply(asked, None, sampling=SHORT)))
    left = [update for update in updates if isinstance(update, TurnsLeft)]
    assert left
    assert answer.turns_left_out == left[0].count > 0


@pytest.mark.usefixtures("tiny")
def test_a_message_that_cannot_fit_leaves_no_empty_reply(state: State, talk: Conversation) -> None:
    asked = say(state.catalog, talk, "frost " * 2_000)
    with pytest.raises(UserError, match="too long"):
        finish(reply(state, Reply(asked, None, sampling=SHORT)))
    assert [message.id for message in messages.thread(state.catalog, talk.id)] == [asked]


@pytest.mark.usefixtures("tiny")
def test_only_the_owners_messages_are_answered(state: State, talk: Conversation) -> None:
    answer = finish(reply(state, Reply(say(state.catalog, talk, "Hi"), None, sampling=SHORT)))
    for wrong in (answer.message, 999):
        with pytest.raises(UserError, match="cannot be answered"):
            finish(reply(state, Reply(wrong, None, sampling=SHORT)))


@pytest.mark.usefixtures("tiny")
def test_the_first_message_gives_the_title_unless_the_owner_did(
    state: State, talk: Conversation
) -> None:
    finish(reply(state, Reply(say(state.catalog, talk, "Frost  in\nMay?"), None, sampling=SHORT)))
    assert conversations.get(state.catalog, talk.id).title == "Frost in May?"
    finish(reply(state, Reply(say(state.catalog, talk, "More"), None, sampling=SHORT)))
    assert conversations.get(state.catalog, talk.id).title == "Frost in May?"
    own = conversations.create(state.catalog, "")
    conversations.rename(state.catalog, own.id, "Mine")
    finish(reply(state, Reply(say(state.catalog, own, "Hello"), None, sampling=SHORT)))
    assert conversations.get(state.catalog, own.id).title == "Mine"


def test_titles_are_cut_between_words() -> None:
    long = "a long sentence about the frost, which came in May and stayed"
    assert title_of(long) == "a long sentence about the frost, which came in…"
    assert title_of("x" * 100) == "x" * 48 + "…"
    assert title_of("  ") == ""


def test_a_voice_answers_and_is_named(state: State, talk: Conversation, voice: Voice) -> None:
    asked = say(state.catalog, talk, "Hello")
    sampling = Sampling(max_tokens=20, seed=3)
    base = finish(reply(state, Reply(asked, None, sampling=sampling)))
    worn = finish(reply(state, Reply(asked, voice.id, 1.0, sampling)))
    zero = finish(reply(state, Reply(asked, voice.id, 0.0, sampling)))
    back = finish(reply(state, Reply(asked, None, sampling=sampling)))
    assert worn.voice == "Garden"
    assert worn.text != base.text
    assert base.text == back.text == zero.text
    row = messages.get(state.catalog, worn.message)
    assert (row.voice, row.voice_version, row.strength) == (voice.id, voice.version.id, 1.0)
    assert voices.get(state.catalog, voice.id).last_used is not None


def test_a_question_outside_of_any_conversation_leaves_no_row(state: State, voice: Voice) -> None:
    updates, answer = collect(ask(state, Ask("Hello", "Be kind.", voice.id, 1.5, SHORT)))
    assert isinstance(answer, Answer)
    assert (answer.message, answer.voice, answer.strength, answer.seed) == (None, "Garden", 1.5, 7)
    assert ReplyStarted(None, 7) in updates
    assert conversations.page(state.catalog) == []
