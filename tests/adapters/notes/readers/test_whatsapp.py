"""WhatsApp's exports, as phones of several countries write them."""

from datetime import datetime
from pathlib import Path

import pytest

from adapters.notes.document import Document, Turn
from adapters.notes.folder import read
from tests.adapters.notes.made import notes_in, zipped

EXPORTS = {
    "android, English (US)": (
        "12/31/23, 11:58 PM - {} has been created",
        "12/31/23, 11:58\u202fPM - Ann: Frost tonight?",
        "12/31/23, 11:59\u202fPM - Ben: Yes.",
        "1/1/24, 12:10\u202fAM - Ann: The roses are covered.",
    ),
    "android, English (UK)": (
        "31/12/2023, 23:58 - Messages and calls are end-to-end encrypted.",
        "31/12/2023, 23:58 - Ann: Frost tonight?",
        "31/12/2023, 23:59 - Ben: Yes.",
        "01/01/2024, 00:10 - Ann: The roses are covered.",
    ),
    "android, Russian": (
        "31.12.2023, 23:58 - Сообщения и звонки защищены сквозным шифрованием.",
        "31.12.2023, 23:58 - Ann: Frost tonight?",
        "31.12.2023, 23:59 - Ben: Yes.",
        "01.01.2024, 00:10 - Ann: The roses are covered.",
    ),
    "android, Spanish": (
        "31/12/23, 11:58 p.\xa0m. - Los mensajes están cifrados.",
        "31/12/23, 11:58 p.\xa0m. - Ann: Frost tonight?",
        "31/12/23, 11:59 p.\xa0m. - Ben: Yes.",
        "1/1/24, 12:10 a.\xa0m. - Ann: The roses are covered.",
    ),
    "android, French": (
        "31/12/2023 à 23:58 - Les messages sont chiffrés.",
        "31/12/2023 à 23:58 - Ann: Frost tonight?",
        "31/12/2023 à 23:59 - Ben: Yes.",
        "01/01/2024 à 00:10 - Ann: The roses are covered.",
    ),
    "iOS, English": (
        "[12/31/23, 11:58:02\u202fPM] Ben: \u200eMessages and calls are end-to-end encrypted.",
        "[12/31/23, 11:58:10\u202fPM] Ann: Frost tonight?",
        "[12/31/23, 11:59:10\u202fPM] Ben: Yes.",
        "[1/1/24, 12:10:44\u202fAM] Ann: The roses are covered.",
    ),
    "iOS, German": (
        "\u200e[31.12.23, 23:58:02] Ben: \u200eNachrichten sind verschlüsselt.",
        "[31.12.23, 23:58:10] Ann: Frost tonight?",
        "[31.12.23, 23:59:10] Ben: Yes.",
        "[01.01.24, 00:10:44] Ann: The roses are covered.",
    ),
    "iOS, year first": (
        "[2023/12/31 23:58:02] Ben: \u200eMessages are encrypted.",
        "[2023/12/31 23:58:10] Ann: Frost tonight?",
        "[2023/12/31 23:59:10] Ben: Yes.",
        "[2024/01/01 00:10:44] Ann: The roses are covered.",
    ),
}


def export(folder: Path, *lines: str, name: str = "WhatsApp Chat with Ben.txt") -> None:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("lines", EXPORTS.values(), ids=EXPORTS)
def test_the_same_talk_of_every_phone(tmp_path: Path, lines: tuple[str, ...]) -> None:
    export(tmp_path, *lines)
    (talk,) = notes_in(tmp_path)
    assert talk.title == "Ben"
    assert talk.path == "WhatsApp Chat with Ben.txt/Ben 2023-12-31 23.58"
    assert talk.turns == (
        Turn("Ann", "Frost tonight?"),
        Turn("Ben", "Yes."),
        Turn("Ann", "The roses are covered."),
    )
    assert talk.text == "Ann: Frost tonight?\nBen: Yes.\nAnn: The roses are covered."


def test_lines_that_go_on_and_messages_in_a_row_are_one_turn(tmp_path: Path) -> None:
    export(
        tmp_path,
        "31.12.23, 23:58 - Ann: Frost tonight:",
        "minus five",
        "",
        "at least",
        "31.12.23, 23:59 - Ann: And wind.",
        "31.12.23, 23:59 - Ben: Oh no.",
    )
    (talk,) = notes_in(tmp_path)
    assert talk.turns[0] == Turn("Ann", "Frost tonight:\nminus five\n\nat least\nAnd wind.")


@pytest.mark.parametrize(
    "left_out",
    [
        "<Media omitted>",
        "<Без медиафайлов>",
        "<Medien ausgeschlossen>",
        "IMG-20231231-WA0001.jpg (file attached)",
        "IMG-20231231-WA0001.jpg (файл добавлен)",
        "\u200eimage omitted",
        "\u200e<attached: 00000012-PHOTO.jpg>",
        "This message was deleted",
        "You deleted this message",
        "Данное сообщение удалено",
        "Вы удалили данное сообщение",
        "null",
    ],
)
def test_what_nobody_wrote_is_no_turn(tmp_path: Path, left_out: str) -> None:
    export(
        tmp_path,
        "31.12.23, 23:57 - Ann: Frost tonight, at least minus five.",
        f"31.12.23, 23:58 - Ben: {left_out}",
        "31.12.23, 23:59 - Ann: Covered <3 and mulched > twice. <This message was edited>",
    )
    (talk,) = notes_in(tmp_path)
    assert [turn.speaker for turn in talk.turns] == ["Ann"]
    assert talk.turns[0].text.endswith("Covered <3 and mulched > twice.")


def test_a_rest_of_hours_begins_another_sitting(tmp_path: Path) -> None:
    export(
        tmp_path,
        "05/06/24, 22:00 - Ann: Frost tonight, at least minus five.",
        "06/06/24, 01:00 - Ben: It is here already, on the roses.",
        "06/06/24, 09:00 - Ann: And gone again, thank heavens for that.",
    )
    assert [talk.path.rpartition("/")[2] for talk in notes_in(tmp_path)] == [
        "Ben 2024-06-05 22.00",
        "Ben 2024-06-06 09.00",
    ]


def test_the_order_of_day_and_month_is_the_one_that_goes_forward(tmp_path: Path) -> None:
    """No number above twelve tells; read as days first it would go back."""
    export(
        tmp_path,
        "1/9/24, 10:00 - Ann: Frost tonight, at least minus five.",
        "1/10/24, 10:00 - Ben: It is here already, on all the roses.",
        "2/3/24, 10:00 - Ann: And gone again, thank heavens for that.",
    )
    assert [
        datetime.strptime(talk.path[-16:], "%Y-%m-%d %H.%M").month for talk in notes_in(tmp_path)
    ] == [1, 1, 2]


def test_the_archive_of_an_iphone(tmp_path: Path) -> None:
    lines = "\r\n".join(EXPORTS["iOS, English"])
    data = zipped({"_chat.txt": "\ufeff" + lines, "00000012-PHOTO.jpg": b"\xff\xd8"})
    (tmp_path / "WhatsApp Chat - Ben.zip").write_bytes(data)
    (tmp_path / "note.txt").write_text("31.12.2023 was cold - Ann: so I said, and went home.")
    found = {one.path: one for one in read(tmp_path) if isinstance(one, Document)}
    assert found["WhatsApp Chat - Ben.zip/_chat.txt/Ben 2023-12-31 23.58"].title == "Ben"
    assert not found["note.txt"].turns
