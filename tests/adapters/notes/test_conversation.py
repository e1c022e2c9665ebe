"""Messages become sittings of bounded length."""

from datetime import datetime, timedelta
from io import BytesIO

from adapters.notes.conversation import Message, conversation, sittings
from adapters.notes.document import Document, Turn
from adapters.notes.file import File, InnerNames

FIRST = datetime(2024, 1, 1, 10)


def cut(messages: list[Message]) -> list[Document]:
    return list(sittings("Ben", messages, InnerNames(File("chat", 0, BytesIO))))


def test_a_long_rest_cuts_and_a_short_one_does_not() -> None:
    hours = (0, 1, 7, 13.5, 14)
    messages = [Message("Ann", f"{hour}", FIRST + timedelta(hours=hour)) for hour in hours]
    assert [document.text for document in cut(messages)] == ["Ann: 0\n1\n7", "Ann: 13.5\n14"]


def test_a_talk_without_end_is_cut_by_its_turns() -> None:
    messages = [Message("Ann" if n % 2 else "Ben", f"{n}") for n in range(200)]
    documents = cut(messages)
    assert [len(document.turns) for document in documents] == [80, 80, 40]
    assert [turn.text for one in documents for turn in one.turns] == [f"{n}" for n in range(200)]
    assert [one.path for one in documents] == ["chat/Ben", "chat/Ben/2", "chat/Ben/3"]


def test_a_monologue_without_end_is_cut_by_its_length() -> None:
    documents = cut([Message("Ann", "word " * 1000)] * 50)
    assert len(documents) > 5
    assert all(len(document.text) < 50_000 for document in documents)


def test_messages_without_text_are_no_turns() -> None:
    messages = [Message("Ann", "Frost?"), Message("Ben", " \n"), Message("Ann", "Yes.")]
    assert conversation("p", "t", [m for m in messages if m.text.strip()]).turns == (
        Turn("Ann", "Frost?\nYes."),
    )
    assert cut(messages)[0].turns == (Turn("Ann", "Frost?\nYes."),)


def test_names_that_look_alike_lead_to_different_paths() -> None:
    names = InnerNames(File("chat", 0, BytesIO))
    given = [names.path(name) for name in ("Ann", "ann", "A/nn", "A-nn", "x" * 90, "x" * 91, "")]
    assert given == [
        "chat/Ann",
        "chat/ann/2",
        "chat/A-nn",
        "chat/A-nn/2",
        f"chat/{'x' * 80}",
        f"chat/{'x' * 80}/2",
        "chat/-",
    ]
