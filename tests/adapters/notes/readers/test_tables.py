"""CSV is a chat or a list of notes where its columns say so."""

from pathlib import Path

import pytest

from adapters.notes.document import Turn
from tests.adapters.notes.made import PROSE, notes_in, skipped_in


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("sender,message,date", ","),
        ("Date;Author;Text", ";"),
        ("from\tbody\ttimestamp", "\t"),
        ("Отправитель;Сообщение;Дата", ";"),
    ],
)
def test_a_chat(tmp_path: Path, header: str, mark: str) -> None:
    names = header.casefold().split(mark)
    order = [names.index(name) for name in names if "dat" in name or name in ("timestamp", "дата")]
    rows = [["Ann", '"Frost\ntonight?"'], ["Ben", "Yes."], ["Ann", "The roses are covered."]]
    times = ["2024-01-01 10:00:00", "01.01.2024 10:05", "2024-01-02T10:05:00"]
    for row, time in zip(rows, times, strict=True):
        row.insert(order[0], time)
    lines = [header, *(mark.join(row) for row in rows)]
    (tmp_path / "talk.csv").write_text("\r\n".join(lines), encoding="utf-8")
    found = skipped_in(tmp_path)
    assert list(found) == ["talk.csv/talk 2024-01-01 10.00", "talk.csv/talk 2024-01-02 10.05"]


def test_turns_of_a_chat(tmp_path: Path) -> None:
    (tmp_path / "talk.csv").write_text(f'sender,text\nAnn,"{PROSE}"\nBen,Oh.\n,Who?\n')
    (note,) = notes_in(tmp_path)
    assert note.turns == (Turn("Ann", PROSE), Turn("Ben", "Oh."), Turn("?", "Who?"))


def test_notes(tmp_path: Path) -> None:
    (tmp_path / "my-notes.csv").write_text(
        f'id,title,text\n1,Beans,"{PROSE}"\n2,Beans,"{PROSE} Twice."\n3,,"{PROSE} Thrice."\n'
    )
    assert [(note.path, note.title, note.text) for note in notes_in(tmp_path)] == [
        ("my-notes.csv/Beans", "Beans", PROSE),
        ("my-notes.csv/Beans/2", "Beans", f"{PROSE} Twice."),
        ("my-notes.csv/3", "my notes", f"{PROSE} Thrice."),
    ]


@pytest.mark.parametrize(
    "table",
    ["date,amount\n2024-01-01,4\n", "id,text,amount\n1,a,2\n", "1,2\n3,4\n", "", "sender,size\n"],
)
def test_any_other_table_is_no_prose(tmp_path: Path, table: str) -> None:
    (tmp_path / "money.csv").write_text(table)
    assert skipped_in(tmp_path) == {"money.csv": "a table, not prose"}


def test_a_table_of_an_old_system(tmp_path: Path) -> None:
    text = "Автор;Текст\nАнна;Сегодня первый мороз, укрыл розы лапником.\n"
    (tmp_path / "talk.csv").write_bytes(text.encode("cp1251"))
    (note,) = notes_in(tmp_path)
    assert note.turns == (Turn("Анна", "Сегодня первый мороз, укрыл розы лапником."),)


def test_a_cell_without_end(tmp_path: Path) -> None:
    (tmp_path / "talk.csv").write_text('sender,text\nAnn,"' + "word " * 40_000)
    assert skipped_in(tmp_path) == {"talk.csv": "a damaged table"}
