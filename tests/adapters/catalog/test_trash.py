"""The trash: what was moved there can come back, until it is emptied."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from adapters.catalog import check, conversations, messages, runs, trash, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import RunStep, Voice


def test_only_the_old_is_emptied(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new, kept = (conversations.create(catalog, "").id for _ in range(3))
    now = conversations.now()
    monkeypatch.setattr(conversations, "now", lambda: now - timedelta(days=31))
    conversations.trash(catalog, old)
    monkeypatch.undo()
    conversations.trash(catalog, new)
    assert trash.contents(catalog) == trash.Trash(conversations=2, voices=0, runs=0)
    assert trash.emptied(catalog, timedelta(days=30)) == trash.Emptied(1, 0, (), ())
    with pytest.raises(LookupError):
        conversations.get(catalog, old)
    conversations.restore(catalog, new)
    assert {c.id for c in conversations.page(catalog)} == {new, kept}


def test_a_voice_leaves_its_name_in_what_it_said(
    catalog: Catalog, add_voice: Callable[..., Voice]
) -> None:
    run = runs.add(catalog, "Anna", "rust", "/n", 1, "f", "{}", 0)
    voice = add_voice("Anna", path="v1", colour="plum", run=run.id)
    add_voice("Anna", path="v2", voice=voice.id)
    conversation = conversations.create(catalog, "", voice.id)
    said = messages.add(
        catalog,
        conversation.id,
        None,
        "assistant",
        "x",
        voice=voice.id,
        voice_version=voice.version.id,
    )
    voices.trash(catalog, voice.id)
    assert trash.emptied(catalog) == trash.Emptied(0, 1, ("v1", "v2"), ())
    kept = messages.get(catalog, said.id)
    assert (kept.voice, kept.voice_version) == (None, None)
    assert (kept.voice_name, kept.colour) == ("Anna", "plum")
    assert conversations.get(catalog, conversation.id).voice is None
    assert runs.get(catalog, run.id).voice is None
    assert check.integrity(catalog) == []


def test_a_whole_tree_goes(catalog: Catalog) -> None:
    conversation = conversations.create(catalog, "")
    root = messages.add(catalog, conversation.id, None, "owner", "a")
    for _ in range(3):
        messages.add(catalog, conversation.id, root.id, "assistant", "b")
    conversations.trash(catalog, conversation.id)
    trash.emptied(catalog)
    with pytest.raises(LookupError):
        messages.get(catalog, root.id)
    assert check.integrity(catalog) == []
    assert check.search_index(catalog) == []


def test_ids_are_not_used_again(catalog: Catalog) -> None:
    conversation = conversations.create(catalog, "").id
    conversations.trash(catalog, conversation)
    trash.emptied(catalog)
    assert conversations.create(catalog, "").id > conversation


def test_the_newest_of_both_kinds_is_listed_first(
    catalog: Catalog, add_voice: Callable[..., Voice], monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, voice = conversations.create(catalog, ""), add_voice(name="Anna")
    conversations.rename(catalog, talk.id, "Frost")
    conversations.create(catalog, "")  # is not in the trash
    voices.trash(catalog, voice.id)
    later = conversations.now() + timedelta(seconds=5)
    monkeypatch.setattr(conversations, "now", lambda: later)
    conversations.trash(catalog, talk.id)
    listed = [(item.kind, item.id, item.name) for item in trash.items(catalog)]
    assert listed == [("conversation", talk.id, "Frost"), ("voice", voice.id, "Anna")]
    assert [item.name for item in trash.items(catalog, limit=1)] == ["Frost"]
    voices.restore(catalog, voice.id)
    assert [item.name for item in trash.items(catalog)] == ["Frost"]


def test_a_run_in_the_trash_comes_back_as_it_was(catalog: Catalog) -> None:
    run = runs.add(catalog, "Anna", "rust", "/n", 1, "f", "{}", 0)
    runs.set_state(catalog, run.id, "paused")
    runs.trash(catalog, run.id)
    assert runs.everything(catalog) == []
    assert runs.get(catalog, run.id).trashed is not None
    assert trash.contents(catalog) == trash.Trash(conversations=0, voices=0, runs=1)
    [item] = trash.items(catalog)
    assert (item.kind, item.id, item.name) == ("run", run.id, "Anna")
    runs.restore(catalog, run.id)
    [kept] = runs.everything(catalog)
    assert (kept.state, kept.trashed) == ("paused", None)
    assert trash.emptied(catalog).runs == ()


def test_an_emptied_run_goes_with_its_steps(catalog: Catalog) -> None:
    gone, kept = (runs.add(catalog, name, "rust", "/n", 1, "f", "{}", 0).id for name in "AB")
    for run in (gone, kept):
        runs.record(catalog, RunStep(run, 1, 2.0, None, 1e-3, 10, 1.0))
    runs.trash(catalog, gone)
    assert trash.emptied(catalog).runs == (gone,)
    with pytest.raises(LookupError):
        runs.get(catalog, gone)
    assert runs.steps(catalog, gone) == []
    assert len(runs.steps(catalog, kept)) == 1
    assert check.integrity(catalog) == []
