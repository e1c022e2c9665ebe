"""Faults 7 and 24: folders and pages that mean harm, or are simply broken."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File
from adapters.notes.folder import read
from adapters.notes.readers import READERS, hypertext

PROSE = "The bean seedlings went out today, a week later than last year, under fleece."
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "good.md").write_text(PROSE, encoding="utf-8")
    return folder


def seen(folder: Path) -> dict[str, str]:
    """Path to the reason, or to "" for what is taken."""
    return {one.path: str(one.reason) if isinstance(one, Skipped) else "" for one in read(folder)}


def test_fifo_socket_and_device(notes: Path) -> None:
    os.mkfifo(notes / "pipe.md")
    (notes / "null.md").symlink_to("/dev/zero")
    assert seen(notes) == {
        "good.md": "",
        "null.md": "a link; only files of the folder are read",
        "pipe.md": "not an ordinary file",
    }


def test_symlink_loop(notes: Path) -> None:
    (notes / "again").symlink_to(notes)
    (notes / "self.md").symlink_to(notes / "self.md")
    assert seen(notes) == {
        "again": "a link; only files of the folder are read",
        "good.md": "",
        "self.md": "a link; only files of the folder are read",
    }


@pytest.mark.parametrize("kind", [RecursionError, KeyError, MemoryError, AssertionError])
def test_a_reader_that_fails_costs_its_file_only(
    notes: Path,
    kind: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_: File) -> Iterator[Document | Skipped]:
        raise kind("of a kind that nobody thought of")

    monkeypatch.setitem(READERS, ".html", broken)
    (notes / "a.html").write_text(PROSE, encoding="utf-8")
    assert seen(notes) == {
        "a.html": f"its reader failed ({kind.__name__}); the log has more",
        "good.md": "",
    }
    assert "a.html" in caplog.text
    assert "nobody thought of" in caplog.text


def test_file_that_becomes_a_fifo_after_it_was_listed(notes: Path) -> None:
    (notes / "pipe.md").write_text(PROSE, encoding="utf-8")
    reading = read(notes)
    next(reading)
    (notes / "pipe.md").unlink()
    os.mkfifo(notes / "pipe.md")
    (one,) = reading
    assert isinstance(one, Skipped)


def test_encodings_of_other_systems(notes: Path) -> None:
    text = "Сегодня первый мороз. Укрыл розы лапником и убрал шланг в сарай."
    (notes / "notepad.txt").write_bytes(text.encode("utf-16"))
    (notes / "old.txt").write_bytes(text.encode("cp1251"))
    texts = {d.path: d.text for d in read(notes) if isinstance(d, Document)}
    assert texts == {"good.md": PROSE, "notepad.txt": text, "old.txt": text}


def test_a_file_of_a_gigabyte_is_not_read(notes: Path) -> None:
    with (notes / "huge.txt").open("wb") as file:
        file.truncate(2**30)
    assert seen(notes)["huge.txt"] == "larger than 8 MiB"


def test_a_file_that_grows_while_it_is_read_stays_bounded(notes: Path) -> None:
    growing = notes / "growing.txt"
    growing.write_bytes(b"x" * 100)
    entries = read(notes)
    next(entries)
    growing.write_bytes(b"x" * (9 * 2**20))
    (one,) = entries
    assert isinstance(one, Skipped)
    assert str(one.reason) == "larger than 8 MiB"


def test_a_file_deleted_while_the_folder_is_read(notes: Path) -> None:
    (notes / "later.md").write_text(PROSE, encoding="utf-8")
    reading = read(notes)
    next(reading)
    (notes / "later.md").unlink()
    (one,) = reading
    assert isinstance(one, Skipped)
    assert str(one.reason) == "it vanished while the folder was read"


def test_the_folder_vanishes(notes: Path) -> None:
    (notes / "sub").mkdir()
    (notes / "sub" / "a.md").write_text(PROSE, encoding="utf-8")
    reading = read(notes)
    next(reading)
    shutil.rmtree(notes)
    left = list(reading)
    assert [one.path for one in left] == ["sub"]
    assert all(isinstance(one, Skipped) for one in left)


UNREADABLE = """
import os, sys
from pathlib import Path
from adapters.notes.folder import read
if os.getuid() == 0:
    os.setgid(65534), os.setuid(65534)
for one in read(Path(sys.argv[1])):
    print(one.path, getattr(one, "reason", ""), sep="\\t")
"""


def test_unreadable_files_and_folders(notes: Path) -> None:
    """In a process without root's rights, for which nothing is unreadable."""
    (notes / "locked").mkdir()
    (notes / "secret.md").write_text(PROSE, encoding="utf-8")
    (notes / "secret.md").chmod(0)
    (notes / "locked").chmod(0)
    for parent in notes.parents:
        if parent.stat().st_uid == os.getuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    notes.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", UNREADABLE, str(notes)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    (notes / "locked").chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert dict(line.split("\t") for line in done.stdout.splitlines()) == {
        "good.md": "",
        "locked": "this account may not read it",
        "secret.md": "this account may not read it",
    }


@pytest.mark.parametrize(
    "tag", ["<table><tr><td>", "<div>", "<b><p>", "<select><option>", "<svg>"]
)
def test_nested_html_gives_its_text(notes: Path, tag: str) -> None:
    (notes / "deep.html").write_text(tag * 5000 + PROSE, encoding="utf-8")
    (notes / "flat.html").write_text(f"<p>{PROSE}</p>", encoding="utf-8")
    found = seen(notes)
    assert found["flat.html"] == ""
    assert found["deep.html"] in ("", "empty")  # svg and select hold no text of a page


@pytest.mark.parametrize(
    "bomb",
    ["<div>" * 400_000, "<p " + " ".join(f"a{n}=1" for n in range(150_000)) + ">"],
    ids=["nesting", "attributes"],
)
def test_html_that_would_take_minutes_is_given_up(bomb: str) -> None:
    with pytest.raises(CannotReadError, match="tangled"):
        hypertext.read(bomb.encode(), "bomb", seconds=0.5)


def test_html_opens_no_file_and_no_connection(notes: Path) -> None:
    """What a page refers to is dropped with its markup; a FIFO that it names is not opened."""
    os.mkfifo(notes / "trap")
    page = f'<img src="file://{notes}/trap"><iframe src="file://{notes}/trap"></iframe>{PROSE}'
    (notes / "page.html").write_text(page, encoding="utf-8")
    assert seen(notes)["page.html"] == ""  # opening the FIFO would wait for ever
