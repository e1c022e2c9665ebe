"""Scenes on their shelf: sittings, history, the trash, and what was played."""

from datetime import timedelta

import pytest

from adapters.catalog import check, conversations, messages, scenes, trash
from adapters.catalog.database import Catalog


def _later(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    moment = scenes.now() + by
    monkeypatch.setattr(scenes, "now", lambda: moment)


def test_titles_are_found_and_sorted_in_any_script(catalog: Catalog) -> None:
    for title in ("Пристань", "harbour", "Ёлка"):
        scenes.create(catalog, title, "{}")
    assert [one.title for one in scenes.everything(catalog)] == ["harbour", "Ёлка", "Пристань"]
    assert [one.title for one in scenes.everything(catalog, "елк")] == ["Ёлка"]
    assert scenes.everything(catalog, "100%") == []


def test_one_sitting_is_one_version(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = scenes.create(catalog, "Pier", "a").id
    scenes.save(catalog, scene, "Pier", "b")
    assert len(scenes.history(catalog, scene)) == 1
    _later(monkeypatch, scenes.ONE_SITTING)
    scenes.save(catalog, scene, "The pier", "c")
    newest, before = scenes.history(catalog, scene)
    assert scenes.version_text(catalog, before.id) == "b"
    assert scenes.text_of(catalog, scene) == scenes.version_text(catalog, newest.id) == "c"
    kept = scenes.get(catalog, scene)
    assert (kept.title, kept.version) == ("The pier", newest.id)


def test_saving_the_same_makes_no_version(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = scenes.create(catalog, "Pier", "a").id
    _later(monkeypatch, scenes.ONE_SITTING)
    scenes.save(catalog, scene, "Pier", "a")
    assert len(scenes.history(catalog, scene)) == 1


def test_what_was_played_is_never_written_over(catalog: Catalog) -> None:
    scene = scenes.create(catalog, "Pier", "a")
    talk = conversations.create(catalog, "", scene=scene.id)
    said = messages.add(
        catalog,
        talk.id,
        None,
        "assistant",
        "Stay.",
        scene_version=scene.version,
        role="role-1",
        role_name="Ines",
    )
    scenes.save(catalog, scene.id, "Pier", "b")
    assert scenes.version_text(catalog, scene.version) == "a"
    kept = messages.get(catalog, said.id)
    assert (kept.scene_version, kept.role, kept.role_name) == (scene.version, "role-1", "Ines")
    assert conversations.get(catalog, talk.id).scene == scene.id


def test_the_history_is_bounded(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "MOST_VERSIONS", 3)
    monkeypatch.setattr(scenes, "ONE_SITTING", timedelta())
    scene = scenes.create(catalog, "Pier", "0")
    talk = conversations.create(catalog, "", scene=scene.id)
    messages.add(catalog, talk.id, None, "owner", "x", scene_version=scene.version)
    for number in range(1, 6):
        scenes.save(catalog, scene.id, "Pier", str(number))
    texts = [scenes.version_text(catalog, one.id) for one in scenes.history(catalog, scene.id)]
    assert texts == ["5", "4", "3", "0"]


def test_deleted_for_good_it_leaves_what_was_said(catalog: Catalog) -> None:
    scene = scenes.create(catalog, "Pier", "a")
    talk = conversations.create(catalog, "", scene=scene.id)
    said = messages.add(
        catalog, talk.id, None, "owner", "x", scene_version=scene.version, role_name="Ines"
    )
    scenes.trash(catalog, scene.id)
    assert scenes.everything(catalog) == []
    assert trash.contents(catalog).scenes == 1
    assert [(one.kind, one.name) for one in trash.items(catalog)] == [("scene", "Pier")]
    scenes.restore(catalog, scene.id)
    trash.emptied(catalog)
    assert [one.id for one in scenes.everything(catalog)] == [scene.id]
    scenes.trash(catalog, scene.id)
    trash.emptied(catalog)
    with pytest.raises(LookupError):
        scenes.get(catalog, scene.id)
    kept = messages.get(catalog, said.id)
    assert (kept.scene_version, kept.role_name) == (None, "Ines")
    assert conversations.get(catalog, talk.id).scene is None
    assert check.integrity(catalog) == []


def test_unknown_scenes(catalog: Catalog) -> None:
    for ask in (scenes.get, scenes.text_of, scenes.version_text):
        with pytest.raises(LookupError):
            ask(catalog, 7)
    with pytest.raises(LookupError):
        scenes.save(catalog, 7, "", "")


def test_the_one_opened_last(catalog: Catalog) -> None:
    assert scenes.latest(catalog) is None
    first, second = (scenes.create(catalog, title, "{}").id for title in "ab")
    scenes.opened(catalog, second)
    scenes.opened(catalog, first)
    found = scenes.latest(catalog)
    assert found is not None
    assert found.id == first
