"""The index reads what is new or changed, and nothing else."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from adapters.errors import UserError
from adapters.notes.document import Document, Turn
from adapters.notes.file import File
from adapters.notes.index import look as looking
from adapters.notes.index import rows
from adapters.notes.index.database import Index, opened
from adapters.notes.index.look import look
from tests.adapters.notes.index.conftest import LONG_AGO, PROSE, looked, write


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the files whose notes were read, as they are."""
    paths: list[str] = []
    real = looking.notes_of

    def heard(file: File) -> Iterator[Any]:
        paths.append(file.path)
        return real(file)

    monkeypatch.setattr(looking, "notes_of", heard)
    return paths


def texts(index: Index, folder: Path) -> dict[str, str]:
    ids = [note.id for note in rows.notes(index, folder)]
    return {document.path: document.text for _, document in rows.documents(index, ids)}


def test_a_second_look_reads_nothing(index: Index, folder: Path, read: list[str]) -> None:
    for name in ("a.md", "b/c.txt", "d.jpg"):
        write(folder, name)
    assert looked(index, folder) == ["a.md", "b/c.txt", "d.jpg"]
    read.clear()
    assert looked(index, folder) == ["a.md", "b/c.txt", "d.jpg"]
    assert read == []


def test_what_changed_is_read_again(index: Index, folder: Path, read: list[str]) -> None:
    write(folder, "a.md")
    write(folder, "b.md")
    looked(index, folder)
    read.clear()
    write(folder, "b.md", f"{PROSE} And watered.", LONG_AGO + 5)
    looked(index, folder)
    assert read == ["b.md"]
    assert texts(index, folder) == {"a.md": PROSE, "b.md": f"{PROSE} And watered."}


def test_a_new_date_on_the_same_bytes_is_not_read_again(
    index: Index, folder: Path, read: list[str]
) -> None:
    write(folder, "a.md")
    looked(index, folder)
    read.clear()
    write(folder, "a.md", PROSE, LONG_AGO + 5)
    looked(index, folder)
    looked(index, folder)
    assert read == []
    stamps = index.execute("SELECT stamp FROM files").fetchall()
    assert str(int((LONG_AGO + 5) * 1e9))[:12] in stamps[0][0]


def test_a_file_that_is_just_being_written_is_looked_at_again(index: Index, folder: Path) -> None:
    """Two versions of one size within one tick of the clock look alike from outside."""
    file = folder / "a.md"
    file.write_text(PROSE, encoding="utf-8")
    looked(index, folder)
    before = file.stat()
    file.write_text(PROSE.upper(), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    looked(index, folder)
    assert texts(index, folder) == {"a.md": PROSE.upper()}


def test_what_vanished_leaves(index: Index, folder: Path) -> None:
    gone = write(folder, "a.md")
    write(folder, "b.md")
    looked(index, folder)
    gone.unlink()
    assert looked(index, folder) == ["b.md"]
    assert index.execute("SELECT count(*) FROM texts").fetchone() == (1,)


def test_folders_are_kept_apart(index: Index, folder: Path) -> None:
    other = folder / "inner"
    write(folder, "inner/a.md")
    assert looked(index, folder) == ["inner/a.md"]
    assert looked(index, other) == ["a.md"]
    assert looked(index, folder) == ["inner/a.md"]


def test_a_look_that_is_stopped_keeps_what_it_read(
    index: Index, folder: Path, read: list[str]
) -> None:
    for n in range(9):
        write(folder, f"{n}.md", f"{PROSE} {n}")
    looking_ = look(index, folder)
    while next(looking_) < "4.md":
        pass
    looking_.close()
    read.clear()
    assert len(looked(index, folder)) == 9
    assert read[0] in ("4.md", "5.md")


def test_a_file_whose_reading_was_stopped_is_read_from_its_start(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def many(file: File) -> Iterator[Document]:
        for n in range(5):
            yield Document(f"{file.path}/{n}", str(n), f"{PROSE} {n}" * 20_000, 9)

    monkeypatch.setattr(looking, "notes_of", many)
    write(folder, "a.md")
    stopped = look(index, folder)
    for _ in range(3):
        next(stopped)
    stopped.close()
    assert 0 < len(rows.notes(index, folder)) < 5
    assert looked(index, folder) == [f"a.md/{n}" for n in range(5)]


def test_no_transaction_stays_open_between_two_steps(index: Index, folder: Path) -> None:
    for n in range(200):
        write(folder, f"{n}.md", f"{PROSE} {n}")
    for _ in look(index, folder):
        assert not index.in_transaction


def test_a_conversation_keeps_its_turns(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = (Turn("Anna", "Frost \ud83d?"), Turn("Bo", "Yes."), Turn("Anna", "Again."))
    chat = Document("a.md", "t", "Anna: Frost?", 9, turns)
    monkeypatch.setattr(looking, "notes_of", lambda _: iter([chat]))
    write(folder, "a.md")
    looked(index, folder)
    assert rows.speakers(index, folder) == [("Anna", 2), ("Bo", 1)]
    ((_, found),) = rows.documents(index, [note.id for note in rows.notes(index, folder)])
    assert [turn.text for turn in found.turns] == ["Frost ??", "Yes.", "Again."]


def test_a_folder_that_is_gone_is_told_and_its_notes_stay(index: Index, folder: Path) -> None:
    write(folder, "a.md")
    looked(index, folder)
    folder.rename(folder.with_name("away"))
    with pytest.raises(UserError):
        looked(index, folder)
    assert [note.path for note in rows.notes(index, folder)] == ["a.md"]


def test_the_notes_are_never_written(index: Index, folder: Path) -> None:
    write(folder, "a.md")
    write(folder, "b/c.html", f"<p>{PROSE}</p>")
    before = {p: (p.stat().st_mtime_ns, p.stat().st_ctime_ns) for p in folder.rglob("*")}
    looked(index, folder)
    assert {p: (p.stat().st_mtime_ns, p.stat().st_ctime_ns) for p in folder.rglob("*")} == before


def test_an_index_of_other_readers_is_made_again(tmp_path: Path, folder: Path) -> None:
    write(folder, "a.md")
    file = tmp_path / "index.sqlite"
    with opened(file) as index:
        looked(index, folder)
        index.execute("UPDATE made_by SET code = 'older'")
    with opened(file) as index:
        assert rows.notes(index, folder) == []
        assert looked(index, folder) == ["a.md"]


@pytest.mark.parametrize("rubbish", [b"", b"no database at all" * 100, None])
def test_a_broken_index_is_made_again(tmp_path: Path, folder: Path, rubbish: bytes | None) -> None:
    write(folder, "a.md")
    file = tmp_path / "index.sqlite"
    with opened(file) as index:
        looked(index, folder)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if rubbish is None else rubbish)
    with suppress(UserError), opened(file) as index:  # seen late: the next begins anew
        looked(index, folder)
    with opened(file) as index:
        assert looked(index, folder) == ["a.md"]


@pytest.mark.usefixtures("index")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    assert (tmp_path / "data" / "notes-index.sqlite").stat().st_mode & 0o077 == 0


def test_it_is_whole_after_all_this(index: Index, folder: Path) -> None:
    for n in range(30):
        write(folder, f"{n}.md", f"{PROSE} {n} Ёлка")
    looked(index, folder)
    for n in range(0, 30, 2):
        (folder / f"{n}.md").unlink()
    looked(index, folder)
    assert index.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for table in ("texts_words", "words_parts"):
        try:
            index.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            pytest.fail(f"{table}: {error}")
