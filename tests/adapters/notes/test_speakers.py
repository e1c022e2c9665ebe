"""Who speaks in a folder's conversations."""

from adapters.notes.document import Document, Turn
from adapters.notes.speakers import speakers


def test_each_name_with_its_turns_the_most_talkative_first() -> None:
    said = [Turn("Ann", "Frost?"), Turn("Ben", "Yes."), Turn("Ann", "Roses?")]
    documents = [
        Document("chat.json/1", "", "", 0, tuple(said)),
        Document("note.md", "", "Ann: not a turn, only prose", 0),
        Document("chat.json/2", "", "", 0, (Turn("Cat", "Late."), Turn("Ben", "No."))),
    ]
    assert speakers(documents) == [("Ann", 2), ("Ben", 2), ("Cat", 1)]
