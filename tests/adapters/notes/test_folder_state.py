"""Whether a folder is as it was."""

import os
from pathlib import Path

from adapters.notes.folder_state import folder_state


def state_of(folder: Path) -> str:
    listing = folder_state(folder)
    while True:
        try:
            next(listing)
        except StopIteration as end:
            return str(end.value)


def test_any_change_is_seen_and_nothing_else(tmp_path: Path) -> None:
    note = tmp_path / "sub" / "a.md"
    note.parent.mkdir()
    note.write_text("one", encoding="utf-8")
    seen = [state_of(tmp_path)]
    note.read_text(encoding="utf-8")
    assert state_of(tmp_path) == seen[0]
    os.utime(note, ns=(1, 1))
    seen.append(state_of(tmp_path))
    note.rename(tmp_path / "sub" / "b.md")
    seen.append(state_of(tmp_path))
    (tmp_path / "c.md").write_text("", encoding="utf-8")
    seen.append(state_of(tmp_path))
    assert len(set(seen)) == 4
    assert state_of(tmp_path / "gone") == ""


def test_an_archive_is_a_folder_of_one_file(tmp_path: Path) -> None:
    packed = tmp_path / "a.zip"
    packed.write_bytes(b"one")
    before = state_of(packed)
    (tmp_path / "b.md").touch()
    assert before == state_of(packed) != ""
    packed.write_bytes(b"another")
    assert state_of(packed) != before
