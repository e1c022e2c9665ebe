"""Conversations: the list and what is set on one of them."""

from collections.abc import Callable

import pytest

from adapters.catalog import conversations, messages, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice


def test_a_new_one_is_empty(catalog: Catalog) -> None:
    made = conversations.create(catalog, "Отвечай коротко.", strength=0.5)
    assert conversations.get(catalog, made.id) == made
    assert (made.title, made.draft, made.preview, made.leaf, made.voice) == (
        "",
        "",
        "",
        None,
        None,
    )
    assert (made.instruction, made.strength) == ("Отвечай коротко.", 0.5)
    assert made.created == made.updated
    assert made.created.utcoffset() is not None


def test_an_unknown_one_is_a_lookup_error(catalog: Catalog) -> None:
    with pytest.raises(LookupError):
        conversations.get(catalog, 7)


def test_the_page_has_the_newest_first_and_goes_on(catalog: Catalog) -> None:
    made = [conversations.create(catalog, "").id for _ in range(5)]
    messages.add(catalog, made[1], None, "owner", "again")  # makes it the newest
    expected = [made[1], made[4], made[3], made[2], made[0]]
    first = conversations.page(catalog, limit=2)
    second = conversations.page(catalog, limit=9, before=(first[-1].updated, first[-1].id))
    assert [c.id for c in first + second] == expected


def test_the_pages_hold_each_once_where_times_are_equal(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = conversations.now()
    monkeypatch.setattr(conversations, "now", lambda: moment)
    made = {conversations.create(catalog, "").id for _ in range(7)}
    seen: list[int] = []
    before = None
    while page := conversations.page(catalog, limit=3, before=before):
        seen += [c.id for c in page]
        before = (page[-1].updated, page[-1].id)
    assert sorted(seen) == sorted(made)
    assert seen == sorted(seen, reverse=True)


def test_a_title_by_the_owner_stays(catalog: Catalog) -> None:
    made = conversations.create(catalog, "").id
    conversations.rename(catalog, made, "made up", by_owner=False)
    assert conversations.get(catalog, made).title == "made up"
    conversations.rename(catalog, made, "Мой сад")
    conversations.rename(catalog, made, "made up again", by_owner=False)
    assert conversations.get(catalog, made).title == "Мой сад"
    assert conversations.get(catalog, made).titled_by_owner


def test_what_is_set_is_kept(catalog: Catalog, add_voice: Callable[..., Voice]) -> None:
    voice = add_voice("Anna")
    made = conversations.create(catalog, "a").id
    conversations.set_draft(catalog, made, "half a thou")
    conversations.set_instruction(catalog, made, "b")
    conversations.set_voice(catalog, made, voice.id, 1.4)
    kept = conversations.get(catalog, made)
    assert (kept.draft, kept.instruction, kept.voice, kept.strength) == (
        "half a thou",
        "b",
        voice.id,
        1.4,
    )


def test_trash_and_undo(catalog: Catalog) -> None:
    made = conversations.create(catalog, "").id
    conversations.trash(catalog, made)
    assert conversations.page(catalog) == []
    assert conversations.get(catalog, made).trashed is not None
    conversations.restore(catalog, made)
    assert [c.id for c in conversations.page(catalog)] == [made]


def test_the_dots_are_the_voices_that_spoke(
    catalog: Catalog, add_voice: Callable[..., Voice]
) -> None:
    anna, boris = add_voice("Anna", colour="rust"), add_voice("Борис", colour="plum")
    made = conversations.create(catalog, "").id
    for voice in (anna, boris, anna, None):
        messages.add(catalog, made, None, "assistant", "x", voice=voice.id if voice else None)
    assert conversations.get(catalog, made).colours == ("rust", "plum")
    voices.set_colour(catalog, anna.id, "slate")
    assert conversations.page(catalog)[0].colours == ("slate", "plum")


def test_the_preview_follows_the_branch_on_screen(catalog: Catalog) -> None:
    made = conversations.create(catalog, "").id
    first = messages.add(catalog, made, None, "owner", "the\n first   words")
    assert conversations.get(catalog, made).preview == "the first words"
    second = messages.add(catalog, made, first.id, "assistant", "")
    messages.update(catalog, second.id, text="слово " * 100)
    preview = conversations.get(catalog, made).preview
    assert preview.startswith("слово слово")
    assert preview.endswith("слово…")
    assert len(preview) < 170
    messages.update(catalog, first.id, text="changed")  # not the leaf
    assert conversations.get(catalog, made).preview == preview
    conversations.set_leaf(catalog, made, first.id)
    assert conversations.get(catalog, made).preview == "changed"


def test_half_of_a_surrogate_pair_is_kept_as_a_question_mark(catalog: Catalog) -> None:
    made = conversations.create(catalog, "").id
    conversations.set_draft(catalog, made, "a\ud83db")
    assert conversations.get(catalog, made).draft == "a?b"
