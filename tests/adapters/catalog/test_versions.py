"""Single versions of a voice: in the trash, out of it, and deleted for good."""

from collections.abc import Callable
from pathlib import Path

import pytest

from adapters.catalog import (
    check,
    conversations,
    history,
    learned_notes,
    messages,
    runs,
    strays,
    trash,
    versions,
    voices,
)
from adapters.catalog.database import Catalog
from adapters.catalog.records import LearnedNote, Voice
from adapters.errors import UserError

Add = Callable[..., Voice]


@pytest.fixture
def three(add_voice: Add) -> list[int]:
    """The ids of three versions, each gone on from the one before; the third is current."""
    made = [add_voice("Anna", path="v1", learned=[LearnedNote("a.md", "a", "held_out")])]
    for number in (2, 3):
        before = made[-1]
        made.append(
            add_voice("Anna", path=f"v{number}", voice=before.id, parent=before.version.id)
        )
    return [voice.version.id for voice in made]


def numbers(catalog: Catalog) -> list[int]:
    (voice,) = voices.everything(catalog)
    return [version.number for version in voices.versions(catalog, voice.id)]


def test_a_version_goes_to_the_trash_and_comes_back(catalog: Catalog, three: list[int]) -> None:
    versions.trash(catalog, three[1])
    assert numbers(catalog) == [3, 1]
    assert trash.contents(catalog) == trash.Trash(0, 0, 0, 0, versions=1)
    (item,) = trash.items(catalog)
    assert (item.kind, item.id, item.name, item.number) == ("version", three[1], "Anna", 2)
    versions.restore(catalog, three[1])
    assert numbers(catalog) == [3, 2, 1]
    assert trash.items(catalog) == []


def test_the_version_that_the_voice_speaks_as_stays(catalog: Catalog, three: list[int]) -> None:
    with pytest.raises(UserError, match="speaks as"):
        versions.trash(catalog, three[2])
    voices.make_current(catalog, three[0])
    versions.trash(catalog, three[2])
    assert numbers(catalog) == [2, 1]


def test_a_deleted_version_cannot_be_made_current_or_deleted(
    catalog: Catalog, three: list[int]
) -> None:
    versions.trash(catalog, three[0])
    with pytest.raises(UserError, match="not there any more"):
        voices.make_current(catalog, three[0])
    with pytest.raises(UserError, match="not there any more"):
        versions.trash(catalog, three[0])


def test_a_version_that_a_training_goes_on_from_stays(catalog: Catalog, three: list[int]) -> None:
    base = voices.version(catalog, three[0])
    run = runs.add(catalog, "Anna", "rust", "/n", 1, "f", "{}", 0, goes_on=base)
    with pytest.raises(UserError, match="goes on from it"):
        versions.trash(catalog, base.id)
    runs.trash(catalog, run.id)
    versions.trash(catalog, base.id)
    assert numbers(catalog) == [3, 2]


def test_for_good_its_files_go_and_what_it_was_taught_stays_known(
    catalog: Catalog, three: list[int], add_voice: Add
) -> None:
    talk = conversations.create(catalog, "")
    said = messages.add(catalog, talk.id, None, "assistant", "x", voice_version=three[0])
    versions.trash(catalog, three[0])
    assert trash.emptied(catalog).folders == ("v1",)
    assert trash.items(catalog) == []
    assert trash.emptied(catalog).folders == ()
    versions.restore(catalog, three[0])  # an undo that comes too late
    assert numbers(catalog) == [3, 2]
    assert learned_notes.earlier(catalog, three[2]).held_out == {"a"}
    assert messages.get(catalog, said.id).voice_version == three[0]
    (voice,) = voices.everything(catalog)
    assert add_voice("Anna", path="v4", voice=voice.id).version.number == 4
    assert check.integrity(catalog) == []


def test_a_number_is_not_given_again(catalog: Catalog, three: list[int], add_voice: Add) -> None:
    voices.make_current(catalog, three[0])
    versions.trash(catalog, three[2])
    trash.emptied(catalog)
    (voice,) = voices.everything(catalog)
    assert add_voice("Anna", path="v4", voice=voice.id).version.number == 4


def test_what_was_taken_out_again_is_not_deleted(catalog: Catalog, three: list[int]) -> None:
    versions.trash(catalog, three[0])
    versions.restore(catalog, three[0])
    assert versions.delete(catalog, three[0]) == []
    assert voices.version(catalog, three[0]).path == "v1"


def test_those_of_a_voice_in_the_trash_go_with_it(catalog: Catalog, three: list[int]) -> None:
    versions.trash(catalog, three[0])
    trash.emptied(catalog)
    versions.trash(catalog, three[1])
    (voice,) = voices.everything(catalog)
    voices.trash(catalog, voice.id)
    assert trash.contents(catalog) == trash.Trash(0, 1, 0)
    assert [item.kind for item in trash.items(catalog)] == ["voice"]
    assert sorted(trash.emptied(catalog).folders) == ["v2", "v3"]


def test_an_archive_holds_what_was_taught_and_of_deleted_versions_only_that(
    catalog: Catalog, three: list[int]
) -> None:
    versions.trash(catalog, three[0])
    trash.emptied(catalog)
    versions.trash(catalog, three[1])
    (voice,) = voices.everything(catalog)
    told = history.history_of(catalog, voice.id)
    assert told["current"] == 3
    assert [(one["number"], one["parent"]) for one in told["versions"]] == [(3, 2)]
    assert [(one["number"], one["parent"]) for one in told["deleted"]] == [(1, None), (2, 1)]
    assert [note["path"] for note in told["deleted"][0]["learned"]] == ["a.md"]
    assert not {"path", "sha256", "run", "verdict"} & told["deleted"][0].keys()


def test_files_agree_with_the_catalog_all_the_way(
    catalog: Catalog, three: list[int], tmp_path: Path
) -> None:
    folder, aside = tmp_path / "voices", tmp_path / "aside"
    for name in ("v1", "v2", "v3"):
        (folder / name).mkdir(parents=True)
    versions.trash(catalog, three[0])
    assert strays.tidy(catalog, folder, aside) == []
    (folder / "v1").rmdir()  # of a version in the trash nobody is told
    assert strays.tidy(catalog, folder, aside) == []
    trash.emptied(catalog)
    assert strays.tidy(catalog, folder, aside) == []
    assert sorted(path.name for path in folder.iterdir()) == ["v2", "v3"]
