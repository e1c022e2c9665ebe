"""Messages: a tree, of which one path is on screen."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.catalog import conversations, messages, trash, voices
from adapters.catalog.conversation_tables import MessageRow
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice
from adapters.catalog.tables import now
from adapters.errors import UserError


@pytest.fixture
def conversation(catalog: Catalog) -> int:
    return conversations.create(catalog, "").id


def test_a_reply_carries_what_made_it(
    catalog: Catalog, conversation: int, add_voice: Callable[..., Voice]
) -> None:
    voice = add_voice("Anna", colour="olive")
    question = messages.add(catalog, conversation, None, "owner", "How are you?")
    reply = messages.add(
        catalog,
        conversation,
        question.id,
        "assistant",
        "Well.",
        voice=voice.id,
        voice_version=voice.version.id,
        strength=0.8,
        model_name="SmolLM2 135M",
        seed=2**63 - 1,
        tokens=2,
        seconds=0.1,
        stop="end",
    )
    assert messages.get(catalog, reply.id) == reply
    assert (reply.voice_name, reply.colour, reply.parent) == ("Anna", "olive", question.id)
    assert (reply.seed, reply.tokens, reply.stop, reply.strength) == (2**63 - 1, 2, "end", 0.8)
    assert (question.voice, question.voice_name, question.stop) == (None, None, None)


def test_the_name_of_a_voice_follows_it(
    catalog: Catalog, conversation: int, add_voice: Callable[..., Voice]
) -> None:
    voice = add_voice("Anna")
    reply = messages.add(catalog, conversation, None, "assistant", "x", voice=voice.id)
    voices.rename(catalog, voice.id, "Анна")
    assert messages.get(catalog, reply.id).voice_name == "Анна"


def test_an_unknown_voice_is_a_lookup_error_and_adds_nothing(
    catalog: Catalog, conversation: int
) -> None:
    with pytest.raises(LookupError):
        messages.add(catalog, conversation, None, "assistant", "x", voice=9)
    assert conversations.get(catalog, conversation).leaf is None


def test_an_unknown_conversation_or_parent_is_refused(catalog: Catalog, conversation: int) -> None:
    for place, parent in ((99, None), (conversation, 99)):
        with pytest.raises(Exception, match="FOREIGN KEY"):
            messages.add(catalog, place, parent, "owner", "x")


def test_adding_shows_the_new_branch(catalog: Catalog, conversation: int) -> None:
    first = messages.add(catalog, conversation, None, "owner", "a")
    old = messages.add(catalog, conversation, first.id, "assistant", "b")
    new = messages.add(catalog, conversation, first.id, "assistant", "c")
    assert [m.text for m in messages.thread(catalog, conversation)] == ["a", "c"]
    conversations.set_leaf(catalog, conversation, old.id)
    assert [m.text for m in messages.thread(catalog, conversation)] == ["a", "b"]
    assert [m.id for m in messages.siblings(catalog, new.id)] == [old.id, new.id]
    assert [m.id for m in messages.path(catalog, new.id)] == [first.id, new.id]


def test_first_messages_are_siblings_within_their_conversation(
    catalog: Catalog, conversation: int
) -> None:
    other = conversations.create(catalog, "").id
    one = messages.add(catalog, conversation, None, "owner", "a")
    two = messages.add(catalog, conversation, None, "owner", "a, said better")
    messages.add(catalog, other, None, "owner", "elsewhere")
    assert [m.id for m in messages.siblings(catalog, one.id)] == [one.id, two.id]


def test_forks_name_every_version_of_a_message(catalog: Catalog, conversation: int) -> None:
    first = messages.add(catalog, conversation, None, "owner", "one")
    reply = messages.add(catalog, conversation, first.id, "assistant", "two")
    other = messages.add(catalog, conversation, first.id, "assistant", "three")
    resent = messages.add(catalog, conversation, None, "owner", "one, better")
    messages.add(catalog, conversation, other.id, "owner", "four")
    replies, firsts = (reply.id, other.id), (first.id, resent.id)
    assert messages.forks(catalog, conversation) == {
        reply.id: replies,
        other.id: replies,
        first.id: firsts,
        resent.id: firsts,
    }


def test_the_tip_is_the_newest_below(catalog: Catalog, conversation: int) -> None:
    root = messages.add(catalog, conversation, None, "owner", "a")
    left = messages.add(catalog, conversation, root.id, "assistant", "b")
    right = messages.add(catalog, conversation, root.id, "assistant", "c")
    deep = messages.add(catalog, conversation, left.id, "owner", "d")
    assert messages.tip(catalog, root.id) == deep.id
    assert messages.tip(catalog, right.id) == right.id


def test_an_empty_conversation_has_an_empty_thread(catalog: Catalog, conversation: int) -> None:
    assert messages.thread(catalog, conversation) == []


def test_a_long_thread_comes_whole_and_can_be_deleted(catalog: Catalog, conversation: int) -> None:
    count = 2000  # more than SQLite's limit of 1,000 nested triggers
    with catalog.session() as session:
        session.add_all(
            MessageRow(
                id=i,
                conversation=conversation,
                parent=i - 1 or None,
                author="owner",
                text=str(i),
                created=now(),
            )
            for i in range(1, count + 1)
        )
    conversations.set_leaf(catalog, conversation, count)
    thread = messages.thread(catalog, conversation)
    assert [m.id for m in thread] == list(range(1, count + 1))
    assert messages.tip(catalog, 1) == count
    conversations.trash(catalog, conversation)
    assert trash.emptied(catalog).conversations == 1
    with pytest.raises(LookupError):
        messages.get(catalog, 1)


def test_update_changes_what_is_given(catalog: Catalog, conversation: int) -> None:
    reply = messages.add(catalog, conversation, None, "assistant", "")
    messages.update(catalog, reply.id, text="Hal", tokens=1)
    messages.update(catalog, reply.id, seconds=0.5, stop="owner")
    kept = messages.get(catalog, reply.id)
    assert (kept.text, kept.tokens, kept.seconds, kept.stop) == ("Hal", 1, 0.5, "owner")


def test_a_crash_leaves_interrupted_replies(catalog: Catalog, conversation: int) -> None:
    question = messages.add(catalog, conversation, None, "owner", "a")
    cut = messages.add(catalog, conversation, question.id, "assistant", "half")
    whole = messages.add(catalog, conversation, question.id, "assistant", "all", stop="end")
    assert messages.interrupted(catalog) == 1
    stops = [messages.get(catalog, m.id).stop for m in (question, cut, whole)]
    assert stops == [None, "interrupted", "end"]
    assert messages.interrupted(catalog) == 0


def test_reading_from_a_closed_folder_is_said_in_plain_words(
    catalog: Catalog, conversation: int
) -> None:
    catalog.close()
    catalog.path.unlink()
    catalog.path.mkdir()
    with pytest.raises(UserError) as caught:
        conversations.get(catalog, conversation)
    assert "could not be read" in str(caught.value.what)


@given(parents=st.lists(st.integers(min_value=0, max_value=30), max_size=30))
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_tree_gives_back_its_paths(catalog: Catalog, parents: list[int]) -> None:
    """``parents[i]`` is the place of message i's parent; one out of range means a root."""
    conversation = conversations.create(catalog, "").id
    made: list[int] = []
    expected: dict[int, list[int]] = {}
    for place in parents:
        parent = made[place] if place < len(made) else None
        added = messages.add(catalog, conversation, parent, "owner", "x").id
        expected[added] = [*expected.get(parent or 0, []), added]
        made.append(added)
    for leaf, path in expected.items():
        assert [m.id for m in messages.path(catalog, leaf)] == path
