"""Finding words in the notes of a folder, in English and Russian."""

from pathlib import Path

import pytest

from adapters.notes.index.database import Index
from adapters.notes.index.find import find
from tests.adapters.notes.index.conftest import looked, write

NOTES = {
    "frost.md": "# First frost\n\nThe dahlias went black overnight; the leeks did not mind.",
    "garden/beds.md": "# Beds\n\nBlackcurrants by the fence, leeks behind, frost cloth ready.",
    "ёлка.txt": "Ёлка\n\nСтавим ёлку в саду, гирлянды достали с чердака, мороз крепкий.",
    "chat.html": "<title>Letter</title><p>Anna writes about the greenhouse and its glass.</p>",
}


@pytest.fixture
def filled(index: Index, folder: Path) -> Index:
    for path, text in NOTES.items():
        write(folder, path, text)
    looked(index, folder)
    return index


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        ("frost", ["frost.md", "garden/beds.md"]),  # in the title first
        ("FROST cloth", ["garden/beds.md"]),
        ("lee", ["frost.md", "garden/beds.md"]),
        ("house", ["chat.html"]),  # inside of a word
        ("елка", ["ёлка.txt"]),
        ("Ёлку", ["ёлка.txt"]),
        ("ирлянд", ["ёлка.txt"]),
        ("nowhere", []),
        ("", []),
        ('" OR *', []),
    ],
)
def test_what_is_found(filled: Index, folder: Path, words: str, paths: list[str]) -> None:
    assert sorted(hit.path for hit in find(filled, folder, words)) == sorted(paths)


def test_a_word_of_the_title_comes_first(filled: Index, folder: Path) -> None:
    first = find(filled, folder, "frost")[0]
    assert (first.path, first.title) == ("frost.md", "First frost")


def test_the_words_are_shown_in_their_place(filled: Index, folder: Path) -> None:
    (hit,) = find(filled, folder, "greenhouse")
    assert "about the greenhouse and its glass" in hit.snippet


def test_only_in_this_folder(filled: Index, folder: Path) -> None:
    assert find(filled, folder / "garden", "frost") == []
    looked(filled, folder / "garden")
    assert [hit.path for hit in find(filled, folder / "garden", "frost")] == ["beds.md"]


def test_what_vanished_is_not_found(filled: Index, folder: Path) -> None:
    (folder / "frost.md").unlink()
    looked(filled, folder)
    assert [hit.path for hit in find(filled, folder, "frost")] == ["garden/beds.md"]


def test_no_more_than_asked_for(filled: Index, folder: Path) -> None:
    for n in range(20):
        write(folder, f"{n}.md", f"Leeks again, for the {n}th time, in long rows by the wall.")
    looked(filled, folder)
    assert len(find(filled, folder, "leeks", 5)) == 5
