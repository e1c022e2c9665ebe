"""Voices and their versions."""

from collections.abc import Callable

import pytest

from adapters.catalog import voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice
from adapters.errors import UserError

Add = Callable[..., Voice]


def test_a_new_voice_has_its_first_version(catalog: Catalog, add_voice: Add) -> None:
    voice = add_voice(" Анна ", path="1-1", targets=("q_proj", "v_proj", "o_proj"))
    assert voices.get(catalog, voice.id) == voice
    assert (voice.name, voice.version.number, voice.version.voice) == ("Анна", 1, voice.id)
    assert voice.version.targets == ("q_proj", "v_proj", "o_proj")
    assert voices.version(catalog, voice.version.id) == voice.version
    assert (voice.trashed, voice.last_used, voice.description) == (None, None, "")


def test_the_next_version_becomes_the_current_one(catalog: Catalog, add_voice: Add) -> None:
    first = add_voice("Anna", path="a1")
    second = add_voice("ignored", path="a2", voice=first.id, bytes=2000)
    assert (second.id, second.name) == (first.id, "Anna")
    assert (second.version.number, second.version.path) == (2, "a2")
    assert voices.version(catalog, first.version.id).path == "a1"
    assert [v.number for v in voices.versions(catalog, first.id)] == [2, 1]


def test_unknown_ids_are_lookup_errors(catalog: Catalog) -> None:
    with pytest.raises(LookupError):
        voices.get(catalog, 1)
    with pytest.raises(LookupError):
        voices.version(catalog, 1)
    assert voices.by_name(catalog, "Anna") is None


def test_a_name_is_found_in_any_case(catalog: Catalog, add_voice: Add) -> None:
    voice = add_voice("Алёна Сад")
    for name in ("алена  сад", "АЛЁНА САД ", "Алёна Сад"):
        assert voices.by_name(catalog, name) == voice


def test_a_taken_name_gets_a_number(add_voice: Add) -> None:
    names = [add_voice(name, path=str(i)).name for i, name in enumerate(["Anna", "ANNA", "anna"])]
    assert names == ["Anna", "ANNA 2", "anna 3"]


def test_renaming_to_a_taken_name_is_refused(catalog: Catalog, add_voice: Add) -> None:
    anna, boris = add_voice("Anna"), add_voice("Борис")
    with pytest.raises(UserError, match="борис"):
        voices.rename(catalog, anna.id, "борис")
    voices.rename(catalog, boris.id, "БОРИС")
    assert voices.get(catalog, boris.id).name == "БОРИС"
    assert voices.get(catalog, anna.id).name == "Anna"


def test_orders_and_pages(catalog: Catalog, add_voice: Add) -> None:
    made = [add_voice(n, path=n, bytes=b).id for n, b in (("яна", 5), ("Ёж", 9), ("Anna", 7))]
    voices.touch(catalog, made[1])
    voices.touch(catalog, made[0])
    yana, yozh, anna = made
    orders = {
        "last_used": [yana, yozh, anna],
        "name": [anna, yozh, yana],
        "created": [anna, yozh, yana],
        "size": [yozh, anna, yana],
    }
    for order, expected in orders.items():
        assert [v.id for v in voices.everything(catalog, order)] == expected  # type: ignore[arg-type]
        page = voices.everything(catalog, order, limit=1, offset=1)  # type: ignore[arg-type]
        assert [v.id for v in page] == expected[1:2]


def test_a_card_can_be_changed(catalog: Catalog, add_voice: Add) -> None:
    voice = add_voice("Anna").id
    voices.set_colour(catalog, voice, "plum")
    voices.describe(catalog, voice, "из писем")
    voices.touch(catalog, voice)
    kept = voices.get(catalog, voice)
    assert (kept.colour, kept.description) == ("plum", "из писем")
    assert kept.last_used is not None
    with pytest.raises(ValueError, match="pink"):
        voices.set_colour(catalog, voice, "pink")


def test_trash_frees_the_name_and_undo_keeps_both(catalog: Catalog, add_voice: Add) -> None:
    first = add_voice("Anna", path="1")
    voices.trash(catalog, first.id)
    assert voices.everything(catalog) == []
    assert voices.by_name(catalog, "Anna") is None
    second = add_voice("Anna", path="2")
    assert second.name == "Anna"
    voices.restore(catalog, first.id)
    assert {v.name for v in voices.everything(catalog)} == {"Anna", "Anna 2"}


def test_the_next_colour_is_the_least_used(catalog: Catalog, add_voice: Add) -> None:
    given = []
    for i in range(10):
        given.append(voices.next_colour(catalog))
        add_voice(str(i), colour=given[-1])
    assert given == [*voices.COLOURS, "rust", "indigo"]
    voices.trash(catalog, 3)
    assert voices.next_colour(catalog) == "olive"
