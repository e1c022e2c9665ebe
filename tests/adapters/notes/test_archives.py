"""Files of an archive are read as if they lay in a folder of its name."""

import zipfile
from pathlib import Path

from tests.adapters.notes.made import PROSE, docx, notes_in, paragraph, skipped_in, zipped


def test_notes_of_all_kinds_with_their_titles(tmp_path: Path) -> None:
    data = zipped(
        {
            "notes/": "",
            "notes/b.md": f"# Beans\n\n{PROSE}",
            "notes/a.docx": docx(paragraph("Frost", "Heading1") + paragraph(PROSE)),
            "first-frost.txt": PROSE,
            "photo.jpg": b"\xff\xd8",
            ".obsidian/app.json": "{}",
            "__MACOSX/._b.md": b"\0",
        }
    )
    (tmp_path / "all.zip").write_bytes(data)
    assert skipped_in(tmp_path) == {
        "all.zip/.obsidian/app.json": "a hidden file",
        "all.zip/__MACOSX/._b.md": "a hidden file",
        "all.zip/first-frost.txt": "",
        "all.zip/notes/a.docx": "",
        "all.zip/notes/b.md": "",
        "all.zip/photo.jpg": "a picture",
    }
    (tmp_path / "all.zip").write_bytes(zipped({"a/first-frost.txt": PROSE}))
    (note,) = notes_in(tmp_path)
    assert (note.path, note.title, note.text) == (
        "all.zip/a/first-frost.txt",
        "first frost",
        PROSE,
    )


def test_an_archive_in_an_archive_but_no_deeper(tmp_path: Path) -> None:
    inner = zipped({"a.md": PROSE, "c.zip": zipped({"d.md": PROSE})})
    (tmp_path / "outer.zip").write_bytes(zipped({"inner.zip": inner, "b.md": PROSE}))
    assert skipped_in(tmp_path) == {
        "outer.zip/b.md": "",
        "outer.zip/inner.zip/a.md": "",
        "outer.zip/inner.zip/c.zip": "an archive too deep inside of others",
    }


def test_names_that_an_older_system_wrote(tmp_path: Path) -> None:
    """Windows writes Russian names in the code page of DOS, and marks nothing."""
    data = zipped({"AAAAAA.md": PROSE})
    (tmp_path / "old.zip").write_bytes(data.replace(b"AAAAAA", "заметк".encode("cp866")))
    (note,) = notes_in(tmp_path)
    assert (note.path, note.title) == ("old.zip/заметк.md", "заметк")


def test_what_is_stored_without_packing(tmp_path: Path) -> None:
    (tmp_path / "plain.zip").write_bytes(zipped({"a.md": PROSE}, zipfile.ZIP_STORED))
    (note,) = notes_in(tmp_path)
    assert note.text == PROSE


def test_one_archive_in_the_place_of_a_folder(tmp_path: Path) -> None:
    packed = tmp_path / "all.zip"
    packed.write_bytes(zipped({"a.md": PROSE}))
    (tmp_path / "b.md").write_text(PROSE)
    linked = tmp_path / "linked.zip"
    linked.symlink_to(packed)
    assert [note.path for note in notes_in(packed)] == ["all.zip/a.md"]
    assert [note.path for note in notes_in(linked)] == ["linked.zip/a.md"]
