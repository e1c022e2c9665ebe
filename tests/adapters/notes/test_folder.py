"""Reading a folder: what is taken, what is skipped, in which order."""

import os
from pathlib import Path

import pytest

from adapters.errors import UserError
from adapters.notes.document import Document, Skipped
from adapters.notes.folder import read

PROSE = "The bean seedlings went out today, a week later than last year, under fleece."


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


def found(folder: Path) -> dict[str, Document | Skipped]:
    return {one.path: one for one in read(folder)}


def reason(folder: Path, path: str) -> str:
    one = found(folder)[path]
    assert isinstance(one, Skipped)
    return str(one.reason)


def write(folder: Path, path: str, text: str = PROSE) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_takes_notes_of_every_known_type_at_any_depth(notes: Path) -> None:
    write(notes, "a.md", f"# Beans\n\n{PROSE}")
    write(notes, "garden/2025/b.txt")
    write(notes, "garden/c.html", f"<title>Page</title><p>{PROSE}</p>")
    taken = found(notes)
    assert taken == {
        "a.md": Document("a.md", "Beans", PROSE, 86),
        "garden/2025/b.txt": Document("garden/2025/b.txt", "b", PROSE, 77),
        "garden/c.html": Document("garden/c.html", "Page", PROSE, 103),
    }


def test_order_is_that_of_the_names_whatever_the_disk_gives(notes: Path) -> None:
    for name in ("b.md", "a/z.md", "c.md", "a/b.md", "B.md"):
        write(notes, name)
    assert [one.path for one in read(notes)] == ["B.md", "a/b.md", "a/z.md", "b.md", "c.md"]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("photo.JPG", PROSE, "a picture"),
        ("beds.csv", PROSE, "a table, not prose"),
        ("scan.psd", PROSE, "not a type that is read (.psd)"),
        ("LICENSE", PROSE, "a name without a type"),
        (".hidden.md", PROSE, "a hidden file"),
    ],
)
def test_says_why_a_file_is_skipped(notes: Path, name: str, text: str, why: str) -> None:
    write(notes, name, text)
    assert reason(notes, name) == why


def test_a_hidden_folder_is_one_line(notes: Path) -> None:
    write(notes, ".git/objects/a.md")
    write(notes, "a.md")
    assert list(found(notes)) == [".git", "a.md"]


def test_a_missing_folder_is_the_owners_error(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        list(read(tmp_path / "nowhere"))
    assert "nowhere" in str(caught.value.what)


def test_a_name_that_is_not_utf_8_can_be_shown(notes: Path) -> None:
    path = os.fsencode(notes) + b"/caf\xe9.md"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 (a Path cannot name it)
        file.write(PROSE)
    (one,) = read(notes)
    assert one.path == "caf\ufffd.md"
    assert one.path.encode("utf-8")


def test_nothing_is_written(notes: Path) -> None:
    write(notes, "a/b.md")
    write(notes, "c.html", f"<p>{PROSE}</p>")
    before = {p: p.stat().st_mtime_ns for p in notes.rglob("*")}
    list(read(notes))
    assert {p: p.stat().st_mtime_ns for p in notes.rglob("*")} == before
