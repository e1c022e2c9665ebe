"""Becoming the owner of a data folder, and what is done at its start and end."""

import threading

import pytest

from adapters.catalog import conversations, messages, models, preferences, runs
from adapters.catalog.database import Catalog
from adapters.errors import UserError
from engine import instructions, ownership
from engine.handover.client import raise_window
from engine.messages import Ask, Finished
from engine.owner import STARTER_NAME, own
from engine.places import Places
from tests.fakes import fake_makers
from tests.heard import Heard


def test_an_owner_has_a_catalog_a_service_and_a_door(places: Places) -> None:
    heard, raised = Heard(), threading.Event()
    owner = own(places, heard, raised.set, fake_makers())
    assert owner is not None
    assert own(places, heard, makers=fake_makers()) is None
    job = owner.service.submit(Ask("Hi", ""))
    heard.wait_for(lambda e: isinstance(e, Finished) and e.job == job)
    assert raise_window(places)
    assert raised.is_set()
    assert owner.close()
    assert ownership.owner(places) is None
    assert not raise_window(places)


def test_what_a_crash_cut_off_is_marked_at_the_next_start(places: Places) -> None:
    catalog = Catalog.open(places.catalog, places.backups)
    talk = conversations.create(catalog, "")
    asked = messages.add(catalog, talk.id, None, "owner", "Hi")
    reply = messages.add(catalog, talk.id, asked.id, "assistant", "Half")
    model = models.add(catalog, "M", "folder", "/m", 1, 512)
    run = runs.add(catalog, "Diary", "indigo", "/notes", model.id, "f", "{}", 0)
    catalog.close()
    owner = own(places, Heard(), makers=fake_makers())
    assert owner is not None
    assert messages.get(owner.catalog, reply.id).stop == "interrupted"
    assert runs.get(owner.catalog, run.id).state == "interrupted"
    owner.close()


def test_the_starter_is_known_once_and_found_where_it_is_now(tiny_starter: Places) -> None:
    for _ in range(2):
        owner = own(tiny_starter, Heard(), makers=fake_makers())
        assert owner is not None
        (starter,) = models.everything(owner.catalog)
        owner.close()
    assert (starter.name, starter.kind) == (STARTER_NAME, "starter")
    assert starter.nf4_path == str(tiny_starter.starter_nf4)
    moved = Places(tiny_starter.data, tiny_starter.cache.rename(tiny_starter.cache.parent / "new"))
    owner = own(moved, Heard(), makers=fake_makers())
    assert owner is not None
    (starter,) = models.everything(owner.catalog)
    owner.close()
    assert starter.nf4_path == str(moved.starter_nf4)


def test_files_that_no_row_names_are_told(places: Places) -> None:
    (places.voices / "left-over").mkdir(parents=True)
    for told in ([True], []):  # once
        owner = own(places, Heard(), makers=fake_makers())
        assert owner is not None
        owner.close()
        assert ["left-over" in str(notice) for notice in owner.notices] == told
    assert (places.stray_voices / "left-over").is_dir()


def test_a_catalog_that_cannot_be_opened_leaves_the_folder_free(places: Places) -> None:
    places.catalog.mkdir()
    with pytest.raises(UserError):
        own(places, Heard(), makers=fake_makers())
    assert ownership.owner(places) is None


def test_the_owners_own_instruction_comes_first(places: Places) -> None:
    catalog = Catalog.open(places.catalog, places.backups)
    assert instructions.for_new_conversation(catalog, "ru") == instructions.shipped("ru")
    preferences.put(catalog, instructions.KEY, "Be brief.")
    assert instructions.for_new_conversation(catalog, "ru") == "Be brief."
    preferences.put(catalog, instructions.KEY, "")
    assert instructions.for_new_conversation(catalog, "ru") == ""  # none at all is a choice too
    catalog.close()


def test_no_shipped_instruction_names_a_vendor() -> None:
    for language in ("en", "ru"):
        text = instructions.shipped(language).lower()
        assert text
        assert not any(name in text for name in ("smollm", "hugging", "openai", "llama"))
