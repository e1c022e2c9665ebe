"""Faults 7, 21 and 24 again, in the files that are taken apart: each costs itself at most."""

import contextlib
import io
import itertools
import os
import stat
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from adapters.notes.apart import process
from adapters.notes.document import CannotReadError, Skipped
from adapters.notes.folder import read
from tests.adapters.notes import made
from tests.adapters.notes.made import PROSE, skipped_in, zipped

_NESTED = "".join(
    f"<!ENTITY {outer} '{f'&{inner};' * 10}'>" for inner, outer in itertools.pairwise("abcdefghi")
)
ENTITIES = f"<!DOCTYPE bomb [<!ENTITY a 'aaaaaaaaaa'>{_NESTED}]>"
FILE_ENTITY = "<!DOCTYPE bomb [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "z.md").write_text(PROSE, encoding="utf-8")
    return folder


def reason(folder: Path, name: str) -> str:
    """Why the file is skipped, whole; the note beside it is taken all the same."""
    found = skipped_in(folder)
    assert found.pop("z.md") == ""
    assert list(found) == [name]
    return found[name]


@pytest.mark.parametrize("doctype", [ENTITIES, FILE_ENTITY], ids=["bomb", "file"])
class TestEntities:
    def test_in_word(self, notes: Path, doctype: str) -> None:
        (notes / "a.docx").write_bytes(made.docx(made.paragraph("&i;" + PROSE), doctype))
        assert reason(notes, "a.docx") == "damaged"

    def test_in_evernote(self, notes: Path, doctype: str) -> None:
        source = made.enex(f"<note><title>&i;</title><content>{PROSE}</content></note>", doctype)
        (notes / "a.enex").write_text(source)
        assert reason(notes, "a.enex") == "damaged"

    def test_in_a_book(self, notes: Path, doctype: str) -> None:
        container = f"<?xml version='1.0'?>{doctype}<container>&i;</container>"
        data = made.epub({"one.xhtml": PROSE}, more={"META-INF/container.xml": container})
        (notes / "a.epub").write_bytes(data)
        assert reason(notes, "a.epub") == "a damaged book"

    def test_in_a_chapter_they_are_only_text(self, notes: Path, doctype: str) -> None:
        page = f"{doctype}<html><body>&i;{PROSE}</body></html>"
        (notes / "a.epub").write_bytes(made.epub({"one.xhtml": page}))
        texts = [one.text for one in read(notes) if not isinstance(one, Skipped)]
        assert len(texts) == 2
        assert all(len(text) < 2000 and "root:" not in text for text in texts)


def test_evernote_with_a_tag_without_end(notes: Path) -> None:
    with (notes / "a.enex").open("w") as file:
        file.write("<en-export><note title='")
        for _ in range(300):
            file.write("a" * 2**20)
    assert reason(notes, "a.enex") == "damaged"


def test_a_note_of_evernote_that_never_ends(notes: Path) -> None:
    with (notes / "a.enex").open("w") as file:
        file.write("<en-export><note><title>Long</title><content>")
        for _ in range(40):
            file.write("a " * 2**19)
        file.write("</content></note></en-export>")
    assert reason(notes, "a.enex/Long") == "larger than 8 MiB"


@pytest.mark.parametrize("name", ["a.zip", "a.docx", "a.epub"])
class TestArchives:
    def refused(self, notes: Path, name: str, data: bytes) -> str:
        (notes / name).write_bytes(data)
        return reason(notes, name)

    def test_bomb(self, notes: Path, name: str) -> None:
        data = zipped({"word/document.xml": bytes(2**26)})
        assert len(data) < 2**19
        assert self.refused(notes, name, data).startswith("an archive that unpacks to far more")

    def test_bomb_whose_entries_share_their_bytes(self, notes: Path, name: str) -> None:
        """As David Fifield's: a thousand entries of the directory, one place in the file."""
        data = zipped({"a.md": zlib.compress(bytes(2**20))}, zipfile.ZIP_STORED)
        at = data.index(b"PK\x01\x02")
        end = data.index(b"PK\x05\x06")
        entry = data[at:end]
        many = b"".join(entry.replace(b"a.md", f"{n:04}".encode()) for n in range(1000))
        tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1000, 1000, len(many), at, 0)
        said = self.refused(notes, name, data[:at] + many + tail)
        assert said.startswith("an archive that unpacks to far more")

    @pytest.mark.parametrize("path", ["../a.md", "a/../../b.md", "/etc/a.md", "C:/a.md"])
    def test_paths_that_lead_out(self, notes: Path, name: str, path: str) -> None:
        said = self.refused(notes, name, zipped({"good.md": PROSE, path: PROSE}))
        assert said == f"an archive with a path that leads out of it: {path}"

    def test_backslashes_lead_out_as_well(self, notes: Path, name: str) -> None:
        said = self.refused(notes, name, zipped({"..\\a.md": PROSE}))
        assert said == "an archive with a path that leads out of it: ../a.md"

    def test_link(self, notes: Path, name: str) -> None:
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr(link, "/etc/passwd")
        said = self.refused(notes, name, data.getvalue())
        assert said == "an archive that holds a link: passwords.txt"

    @pytest.mark.parametrize("second", ["a.md", "A.md", "\u0430.md"])
    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_two_entries_of_one_name(self, notes: Path, name: str, second: str) -> None:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("a.md" if second[0] != "\u0430" else "\u0410.md", PROSE)
            archive.writestr(second, PROSE)
        said = self.refused(notes, name, data.getvalue())
        assert said == f"an archive with two entries of one name: {second}"

    def test_directory_of_an_enormous_length(self, notes: Path, name: str) -> None:
        with (notes / name).open("wb") as file:
            file.truncate(2**30)
            file.seek(2**30)
            file.write(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 9, 9, 2**30 - 9, 0, 0))
        larger = "larger than 64 MiB" if name == "a.docx" else "an archive of too many files"
        assert reason(notes, name) == larger

    @pytest.mark.parametrize("damage", [b"", b"PK", b"PK\x05\x06", bytes(5000)])
    def test_what_is_no_archive(self, notes: Path, name: str, damage: bytes) -> None:
        assert self.refused(notes, name, damage) == "a damaged archive"

    def test_cut_short(self, notes: Path, name: str) -> None:
        whole = zipped({"a.md": PROSE})
        assert self.refused(notes, name, whole[:-30]) == "a damaged archive"


def test_an_entry_that_is_damaged_costs_itself_only(notes: Path) -> None:
    data = zipped({"a.md": PROSE, "b.md": PROSE[::-1]}, zipfile.ZIP_STORED)
    (notes / "a.zip").write_bytes(data.replace(PROSE.encode(), PROSE.upper().encode()))
    assert skipped_in(notes) == {
        "a.zip/a.md": "a damaged archive",
        "a.zip/b.md": "",
        "z.md": "",
    }


def test_an_entry_behind_a_password(notes: Path) -> None:
    data = bytearray(zipped({"a.md": PROSE, "b.md": PROSE}, zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (notes / "a.zip").write_bytes(data)
    assert skipped_in(notes) == {
        "a.zip/a.md": "protected by a password",
        "a.zip/b.md": "",
        "z.md": "",
    }


def test_an_entry_that_says_less_than_it_unpacks_to(notes: Path) -> None:
    data = bytearray(zipped({"a.md": b"word " * 2**20}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    (notes / "a.zip").write_bytes(data)
    assert reason(notes, "a.zip/a.md") == "a damaged archive"


def test_archives_within_archives_end(notes: Path) -> None:
    data = zipped({"a.md": PROSE})
    for _ in range(20):
        data = zipped({"a.zip": data})
    (notes / "a.zip").write_bytes(data)
    assert reason(notes, "a.zip/a.zip/a.zip") == "an archive too deep inside of others"


LOOPING_PAGES = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>\nendobj\n"
    b"trailer\n<< /Root 1 0 R /Size 3 >>\n%%EOF\n"
)


def test_pdf_whose_pages_lead_to_themselves(notes: Path) -> None:
    (notes / "a.pdf").write_bytes(LOOPING_PAGES)
    assert reason(notes, "a.pdf") in ("damaged", "no text inside the PDF")


def test_pdf_whose_table_of_places_leads_to_itself(notes: Path) -> None:
    data = made.pdf(PROSE)
    at = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    looped = data.replace(b"/Root 1 0 R", f"/Prev {at} /Root 1 0 R".encode())
    (notes / "a.pdf").write_bytes(looped)
    assert reason(notes, "a.pdf") in ("", "damaged")


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("docx", made.docx("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000)),
        ("rtf", b"{\\rtf1 " + b"HYPERLINK {\\field{\\*\\fldinst{" * 100_000),
        ("rtf", b"{\\rtf1 " + b"{" * 1_000_000),
        ("org", b"* a\n" * 200_000),
        ("html", b"<div>" * 400_000),
        ("pdf", b"%PDF-1.4\n" + b"1 0 obj\n<<" * 100_000),
    ],
)
def test_what_would_take_long_is_given_up(form: process.Format, data: bytes) -> None:
    """And the next file is read as ever."""
    with contextlib.suppress(CannotReadError):  # a fast machine may read it
        process.title_and_text(form, data, seconds=0.7)
    assert process.title_and_text("rtf", b"{\\rtf1 Frost.}") == ("", "Frost.")


def test_what_would_take_the_memory_is_given_up(notes: Path) -> None:
    """A gigabyte of drawing, packed twice."""
    packed = zlib.compress(zlib.compress(b"(a) Tj " * 2**27, 1), 9)
    head = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
    data = made.pdf(PROSE)
    at = data.index(b"5 0 obj\n") + 8
    (notes / "a.pdf").write_bytes(
        data[:at] + head + packed + b"\nendstream\nendobj\n" + data[data.index(b"6 0 obj") :]
    )
    said = reason(notes, "a.pdf")
    print(said)
    assert said in (
        "damaged",
        "it takes too much memory to read",
        "too tangled to be read in time",
        "no text inside the PDF",
    )


@pytest.mark.parametrize("suffix", ["docx", "pdf", "epub", "zip", "enex", "json", "csv", "rtf"])
def test_a_sparse_file_of_many_gigabytes_is_not_read(notes: Path, suffix: str) -> None:
    with (notes / f"huge.{suffix}").open("wb") as file:
        file.truncate(2**33)
    said = reason(notes, f"huge.{suffix}")
    assert said.startswith("larger than") or said == "a damaged archive"


@pytest.mark.parametrize("suffix", ["zip", "epub", "enex", "json", "csv"])
def test_a_file_that_is_gone_when_its_turn_comes(notes: Path, suffix: str) -> None:
    (notes / "a.md").write_text(PROSE)
    (notes / f"b.{suffix}").write_bytes(zipped({"a.md": PROSE}))
    reading = read(notes)
    next(reading)
    (notes / f"b.{suffix}").unlink()
    one = next(reading)
    assert isinstance(one, Skipped)
    assert str(one.reason) == "it vanished while the folder was read"


def test_an_archive_that_is_cut_while_it_is_read(notes: Path) -> None:
    data = zipped({"a.md": PROSE, "b.md": PROSE * 9000}, zipfile.ZIP_STORED)
    (notes / "a.zip").write_bytes(data)
    reading = read(notes)
    assert not isinstance(next(reading), Skipped)
    os.truncate(notes / "a.zip", 2000)
    one = next(reading)
    assert isinstance(one, Skipped)
    assert str(one.reason) == "a damaged archive"
