"""Files of word processors and books, each with its title and text."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from adapters.notes.apart.pdf import flowing
from tests.adapters.notes import made
from tests.adapters.notes.made import PROSE, notes_in, skipped_in


def test_word(tmp_path: Path) -> None:
    body = (
        made.paragraph("Frost", "Heading1")
        + made.paragraph(PROSE)
        + made.paragraph("Later", "Heading2")
        + made.paragraph("Мороз.")
    )
    (tmp_path / "a.docx").write_bytes(made.docx(body))
    (note,) = notes_in(tmp_path)
    assert (note.path, note.title) == ("a.docx", "Frost")
    assert note.text == f"{PROSE}\n\n## Later\n\nМороз."


def test_word_with_a_password(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(2000))
    assert skipped_in(tmp_path) == {"a.docx": "protected by a password, or of an old Word"}


def test_pdf(tmp_path: Path) -> None:
    data = made.pdf(f"{PROSE}\nIt came early.", "The second page.", info="/Title (First frost)")
    (tmp_path / "a.pdf").write_bytes(data)
    (note,) = notes_in(tmp_path)
    assert note.title == "First frost"
    assert note.text == f"{PROSE}\n\nIt came early.\n\nThe second page."


def test_the_lines_of_a_page_flow_together() -> None:
    page = "The bean seedlings went out to-\nday, a week later than last\nyear.\nThen it rained."
    assert flowing(page) == (
        "The bean seedlings went out today, a week later than last year.\n\nThen it rained."
    )


def test_pdf_without_text(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(made.pdf("", ""))
    assert skipped_in(tmp_path) == {"scan.pdf": "no text inside the PDF"}


@pytest.mark.parametrize("password", ["", "secret"])
def test_pdf_that_is_encrypted(tmp_path: Path, password: str) -> None:
    """One that opens for everybody is read."""
    whole, locked = tmp_path / "whole", tmp_path / "notes"
    locked.mkdir()
    whole.write_bytes(made.pdf(PROSE))
    writer = PdfWriter(clone_from=PdfReader(whole))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(locked / "a.pdf")
    assert skipped_in(locked) == {"a.pdf": "protected by a password" if password else ""}


def test_rich_text(tmp_path: Path) -> None:
    source = (
        rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}\f0 \'cf\'f0\'e8\'e2\'e5\'f2,"
        rb" \u1084?\u1080?\u1088?.\par The \b bean\b0  seedlings went out.\par\u-10179?\u-8704?}"
    )
    (tmp_path / "first-frost.rtf").write_bytes(source)
    (note,) = notes_in(tmp_path)
    assert note.title == "first frost"
    assert note.text == "Привет, мир.\n\nThe bean seedlings went out.\n\n\N{GRINNING FACE}"


def test_org(tmp_path: Path) -> None:
    source = """#+TITLE: Мороз
#+STARTUP: overview
Before, see [[https://example.org][the forecast]].
* TODO Cover the roses :garden:
SCHEDULED: <2024-01-01 Mon>
:PROPERTIES:
:ID: 4
:END:
With twigs.
- one
# a comment
** Deeper
#+begin_src sh
# kept
ls
#+end_src
"""
    (tmp_path / "a.org").write_text(source, encoding="utf-8")
    (note,) = notes_in(tmp_path)
    assert note.title == "Мороз"
    assert note.text == (
        "Before, see the forecast.\n\n# Cover the roses\n\nWith twigs.\n- one\n\n"
        "## Deeper\n\n```sh\n# kept\nls\n```"
    )


def test_each_chapter_of_a_book_is_a_note_in_the_order_of_reading(tmp_path: Path) -> None:
    chapters = {
        "two.xhtml": f"<html><body><h1>Frost</h1><p>{PROSE}</p></body></html>",
        "one%20a.xhtml": f"<html><head><title>Rain</title></head><body>{PROSE}</body></html>",
        "three.xhtml": f"<html><body>{PROSE}</body></html>",
    }
    data = made.epub({name.replace("%20", " "): text for name, text in chapters.items()})
    (tmp_path / "book.epub").write_bytes(data)
    notes = list(notes_in(tmp_path))
    assert [(note.path, note.title) for note in notes] == [
        ("book.epub/two.xhtml", "Frost"),
        ("book.epub/one a.xhtml", "Rain"),
        ("book.epub/three.xhtml", "A Year"),
    ]
    assert {note.text for note in notes} == {PROSE}


def test_a_chapter_that_is_locked(tmp_path: Path) -> None:
    lock = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:e="http://www.'
        'w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData><e:CipherReference '
        'URI="OEBPS/one.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
    )
    chapters = {"one.xhtml": "garbled", "two.xhtml": f"<p>{PROSE}</p>"}
    data = made.epub(chapters, more={"META-INF/encryption.xml": lock})
    (tmp_path / "book.epub").write_bytes(data)
    assert skipped_in(tmp_path) == {
        "book.epub/one.xhtml": "protected against copying",
        "book.epub/two.xhtml": "",
    }


def test_evernote_gives_a_note_at_a_time(tmp_path: Path) -> None:
    picture = f"<resource><data encoding='base64'>{'QUJD' * 5000}</data></resource>"
    notes = made.enex_note("Frost", f"<div>{PROSE}</div><div>Then rain.</div>", picture)
    notes += made.enex_note("Frost", f'<en-todo checked="true"/>mulch<br/><en-todo/>{PROSE}')
    notes += made.enex_note("Empty", "")
    (tmp_path / "a.enex").write_text(made.enex(notes), encoding="utf-8")
    (tmp_path / "b.md").write_text(PROSE, encoding="utf-8")
    assert skipped_in(tmp_path) == {
        "a.enex/Frost": "",
        "a.enex/Frost/2": "",
        "a.enex/Empty": "",
        "b.md": "",
    }
    (tmp_path / "a.enex").write_text(made.enex(notes[: notes.index("<note><title>Empty")]))
    first, second, _ = notes_in(tmp_path)
    assert (first.title, first.text) == ("Frost", f"{PROSE}\n\nThen rain.")
    assert second.text == f"[x] mulch\n[ ] {PROSE}"
