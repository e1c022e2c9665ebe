"""Search: words, beginnings and parts of words, in English and Russian."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from adapters.catalog import check, conversations, messages, search, trash, vocabulary
from adapters.catalog.conversation_tables import MessageRow, WordRow
from adapters.catalog.database import Catalog
from adapters.catalog.tables import now

TEXTS = {
    "frost": "The first FROST came early; the garden slept.",
    "letter": "Я написал письмо о саде и о первом морозе.",
    "tree": "Наша ёлка зелёная. Съешь ещё этих мягких булок.",
    "code": "def first_frost(folder): return 'don''t'",
    "cafe": "Un café à Málaga",
}


@pytest.fixture
def spoken(catalog: Catalog) -> dict[str, int]:
    conversation = conversations.create(catalog, "").id
    conversations.rename(catalog, conversation, "О зимнем саде")
    return {
        name: messages.add(catalog, conversation, None, "owner", text).id
        for name, text in TEXTS.items()
    }


def found(catalog: Catalog, spoken: dict[str, int], words: str) -> set[str]:
    names = {number: name for name, number in spoken.items()} | {None: "title"}
    return {names[hit.message] for hit in search.find(catalog, words)}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("frost", {"frost", "code"}),
        ("FrOsT garden", {"frost"}),
        ("gard", {"frost"}),
        ("arde", {"frost"}),
        ("письмо", {"letter"}),
        ("ПИСЬМО", {"letter"}),
        ("исьм", {"letter"}),
        ("саде", {"letter", "title"}),
        ("сад мороз", {"letter"}),
        ("елка", {"tree"}),
        ("ёлка", {"tree"}),
        ("ЗЕЛЁН", {"tree"}),
        ("зеленая елка", {"tree"}),
        ("ягк", {"tree"}),
        ("зимн", {"title"}),
        ("cafe", {"cafe"}),
        ("malag", {"cafe"}),
        ("álag", {"cafe"}),
        ("рвом сад", {"letter"}),
        ("ost", {"frost", "code"}),
        ("os", set()),
        ("first_frost", {"frost", "code"}),
        ("don't", {"code"}),
        ("f", {"frost", "code"}),
        ("nowhere", set()),
        ("frost письмо", set()),
        ("", set()),
        ("  ?! -- * \" ' ( ) :", set()),
        ("NEAR(a b) OR text:x*", set()),
    ],
)
def test_what_is_found(
    catalog: Catalog, spoken: dict[str, int], words: str, names: set[str]
) -> None:
    assert found(catalog, spoken, words) == names


def test_titles_come_first_and_new_messages_before_old(
    catalog: Catalog, spoken: dict[str, int]
) -> None:
    again = messages.add(
        catalog, conversations.page(catalog)[0].id, None, "owner", "В саде снова мороз"
    )
    assert [hit.message for hit in search.find(catalog, "саде")] == [
        None,
        again.id,
        spoken["letter"],
    ]
    assert len(search.find(catalog, "саде", limit=2)) == 2


def test_the_index_follows_every_change(catalog: Catalog, spoken: dict[str, int]) -> None:
    messages.update(catalog, spoken["frost"], text="Thaw and ёжик")
    assert found(catalog, spoken, "frost") == {"code"}
    assert found(catalog, spoken, "ежик") == {"frost"}
    conversation = conversations.page(catalog)[0].id
    conversations.rename(catalog, conversation, "Letters")
    assert found(catalog, spoken, "letters") == {"title"}
    assert check.search_index(catalog) == []


def known_words(catalog: Catalog) -> set[str]:
    with catalog.reading() as session:
        return set(session.scalars(select(WordRow.word)))


def test_a_reply_is_searched_by_parts_once_it_is_whole(catalog: Catalog) -> None:
    conversation = conversations.create(catalog, "").id
    reply = messages.add(catalog, conversation, None, "assistant", "A gard")
    messages.update(catalog, reply.id, text="A garden of win")
    assert known_words(catalog) == set()
    assert [hit.message for hit in search.find(catalog, "garden")] == [reply.id]
    messages.update(catalog, reply.id, text="A garden of winter", stop="end")
    assert known_words(catalog) == {"garden", "winter"}
    assert [hit.message for hit in search.find(catalog, "inter")] == [reply.id]


def test_a_reply_cut_off_by_a_crash_is_searched_by_parts(catalog: Catalog) -> None:
    conversation = conversations.create(catalog, "").id
    reply = messages.add(catalog, conversation, None, "assistant", "A garden of win")
    messages.interrupted(catalog)
    assert [hit.message for hit in search.find(catalog, "arde")] == [reply.id]


def test_no_word_outlives_its_last_text(catalog: Catalog) -> None:
    """What was deleted for good leaves nothing behind that could be searched."""
    kept, gone = (conversations.create(catalog, "").id for _ in range(2))
    messages.add(catalog, kept, None, "owner", "shared garden")
    messages.add(catalog, gone, None, "owner", "shared secret")
    conversations.rename(catalog, gone, "Secretly")
    conversations.rename(catalog, gone, "Openly")
    assert known_words(catalog) == {"shared", "garden", "secret", "openly"}
    conversations.trash(catalog, gone)
    trash.emptied(catalog)
    assert known_words(catalog) == {"shared", "garden"}
    assert check.search_index(catalog) == []


def test_a_part_of_very_many_words_still_gives_a_page(catalog: Catalog) -> None:
    conversation = conversations.create(catalog, "").id
    with catalog.session() as session:
        texts = [f"a{i}tion" for i in range(500)]
        vocabulary.learn(session, *texts)
        session.add_all(
            MessageRow(conversation=conversation, author="owner", text=one, created=now())
            for one in texts
        )
    assert len(search.find(catalog, "tion")) == 50


def test_the_trash_is_not_searched(catalog: Catalog, spoken: dict[str, int]) -> None:
    conversation = conversations.page(catalog)[0].id
    conversations.trash(catalog, conversation)
    assert found(catalog, spoken, "саде") == set()
    conversations.restore(catalog, conversation)
    assert found(catalog, spoken, "саде") == {"title", "letter"}
    conversations.trash(catalog, conversation)
    trash.emptied(catalog)
    assert check.search_index(catalog) == []


def test_a_snippet_is_plain_text_around_the_words(catalog: Catalog) -> None:
    conversation = conversations.create(catalog, "").id
    text = "start " * 50 + "a\n<b>Зелёный</b>  луг " + "end " * 50
    messages.add(catalog, conversation, None, "owner", text)
    [hit] = search.find(catalog, "зеленый")
    assert "a <b>Зелёный</b> луг end" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) < 140


def test_rebuilding_gives_the_same_index(catalog: Catalog, spoken: dict[str, int]) -> None:
    with sqlite3.connect(catalog.path) as connection:
        connection.execute("INSERT INTO messages_words (messages_words) VALUES ('delete-all')")
    connection.close()
    assert check.search_index(catalog) != []
    check.rebuild_search_index(catalog)
    assert check.search_index(catalog) == []
    assert found(catalog, spoken, "елка") == {"tree"}


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_text_can_be_kept_indexed_and_searched_for(catalog: Catalog, text: str) -> None:
    conversation = conversations.create(catalog, "").id
    added = messages.add(catalog, conversation, None, "owner", text)
    assert added.text == text
    search.find(catalog, text)
    messages.update(catalog, added.id, text=text[::-1])
    assert check.search_index(catalog) == []


@given(
    words=st.lists(
        st.text(alphabet="abcxyzабвгдеёжзийьэюяЁЙ0123", min_size=1, max_size=8),
        min_size=1,
        max_size=6,
    )
)
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_words_are_found_by_each_and_by_all_of_them(
    catalog: Catalog, words: list[str]
) -> None:
    conversation = conversations.create(catalog, "").id
    added = messages.add(catalog, conversation, None, "owner", ", ".join(words))
    for query in (*words, " ".join(words).upper()):
        assert added.id in {hit.message for hit in search.find(catalog, query, limit=1000)}
    conversations.trash(catalog, conversation)
