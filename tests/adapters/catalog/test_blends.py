"""Blends under their names, and what becomes of one whose voice is deleted."""

from collections.abc import Callable

import pytest

from adapters.catalog import blends, trash, voices
from adapters.catalog.database import Catalog
from adapters.catalog.records import Voice
from adapters.errors import UserError

AddVoice = Callable[..., Voice]


def test_a_blend_keeps_its_parts_in_their_order(catalog: Catalog, add_voice: AddVoice) -> None:
    anna, boris = add_voice("Anna"), add_voice("Boris")
    made = blends.add(catalog, " Evening ", [(boris.id, 1.2), (anna.id, 0.4)])
    assert made.name == "Evening"
    assert [(p.name, p.strength) for p in made.parts] == [("Boris", 1.2), ("Anna", 0.4)]
    assert blends.by_name(catalog, "eVENING") == made
    voices.rename(catalog, boris.id, "Bo")
    [kept] = blends.everything(catalog)
    assert [voice.name for voice in kept.voices] == ["Bo", "Anna"]
    changed = blends.change(catalog, made.id, "Night", [(anna.id, 2.0)])
    assert [(p.name, p.strength) for p in changed.parts] == [("Anna", 2.0)]
    assert [blend.name for blend in blends.with_voice(catalog, anna.id)] == ["Night"]
    assert blends.with_voice(catalog, boris.id) == []


def test_names_differ(catalog: Catalog, add_voice: AddVoice) -> None:
    part = [(add_voice("Anna").id, 1.0)]
    first = blends.add(catalog, "Evening", part)
    other = blends.add(catalog, "Night", part)
    with pytest.raises(UserError, match="not saved"):
        blends.add(catalog, "EVENING", part)
    with pytest.raises(UserError, match="not saved"):
        blends.change(catalog, other.id, "evening", part)
    blends.trash(catalog, first.id)
    blends.change(catalog, other.id, "Evening", part)
    blends.restore(catalog, first.id)
    assert blends.get(catalog, first.id).name == "Evening 2"


def test_a_deleted_voice_is_missing_by_name(catalog: Catalog, add_voice: AddVoice) -> None:
    anna, boris = add_voice("Anna"), add_voice("Boris")
    blend = blends.add(catalog, "Evening", [(anna.id, 1.0), (boris.id, 0.5)]).id
    assert blends.get(catalog, blend).missing == ()
    voices.trash(catalog, boris.id)
    assert blends.get(catalog, blend).missing == ("Boris",)
    voices.restore(catalog, boris.id)
    assert blends.get(catalog, blend).missing == ()
    voices.trash(catalog, boris.id)
    trash.emptied(catalog)
    kept = blends.get(catalog, blend)
    assert kept.missing == ("Boris",)
    assert [voice.name for voice in kept.voices] == ["Anna"]


def test_the_one_used_last_stands_first(catalog: Catalog, add_voice: AddVoice) -> None:
    part = [(add_voice("Anna").id, 1.0)]
    first, second = (blends.add(catalog, name, part).id for name in ("One", "Two"))
    assert [blend.id for blend in blends.everything(catalog)] == [second, first]
    blends.touch(catalog, first)
    assert [blend.id for blend in blends.everything(catalog)] == [first, second]


def test_the_trash_holds_blends(catalog: Catalog, add_voice: AddVoice) -> None:
    blend = blends.add(catalog, "Evening", [(add_voice("Anna").id, 1.0)]).id
    blends.trash(catalog, blend)
    assert blends.everything(catalog) == []
    assert trash.contents(catalog).blends == 1
    [item] = trash.items(catalog)
    assert (item.kind, item.name) == ("blend", "Evening")
    trash.emptied(catalog)
    with pytest.raises(LookupError):
        blends.get(catalog, blend)


def test_a_new_name_leaves_the_parts_as_they_are(
    catalog: Catalog, add_voice: Callable[..., Voice]
) -> None:
    anna, boris = add_voice("Anna"), add_voice("Boris")
    kept = blends.add(catalog, "Both", [(anna.id, 0.5), (boris.id, 0.7)])
    blends.add(catalog, "Night", [(anna.id, 1.0)])
    voices.trash(catalog, boris.id)
    with pytest.raises(UserError, match="named “night” already"):
        blends.rename(catalog, kept.id, " night ")
    blends.rename(catalog, kept.id, " Evening ")
    renamed = blends.get(catalog, kept.id)
    assert (renamed.name, renamed.missing) == ("Evening", ("Boris",))
    assert [part.strength for part in renamed.parts] == [0.5, 0.7]
    trash.emptied(catalog)
    blends.rename(catalog, kept.id, "Both")
    assert len(blends.get(catalog, kept.id).parts) == 2
