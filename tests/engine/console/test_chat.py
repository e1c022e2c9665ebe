"""The terminal chat in a real terminal, on the fake engine."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.catalog import conversations, messages
from adapters.catalog.database import Catalog
from adapters.catalog.records import Message
from engine.places import Places
from tests.engine.console.processes import ROOT, Start, command
from tests.engine.console.terminal import Terminal
from tests.fakes import WORDS

ANSWER = "".join(WORDS)
PROMPT = "\n> "


@pytest.fixture
def chat(places: Places) -> Iterator[Terminal]:
    with Terminal(command(places, "chat"), ROOT) as terminal:
        terminal.wait_for("> ")
        yield terminal


@pytest.fixture
def slow_chat(places: Places) -> Iterator[Terminal]:
    with Terminal(command(places, "chat", pause=0.2), ROOT) as terminal:
        terminal.wait_for("> ")
        yield terminal


def thread(places: Places) -> list[Message]:
    catalog = Catalog.open_reading(places.catalog)
    try:
        newest = conversations.page(catalog)[0]
        return messages.thread(catalog, newest.id)
    finally:
        catalog.close()


def test_a_conversation_is_answered_and_kept(chat: Terminal, places: Places) -> None:
    chat.type("How is the frost?")
    assert ANSWER in chat.wait_for(PROMPT)
    chat.type("And the garden?")
    assert ANSWER in chat.wait_for(PROMPT)
    chat.type("/quit")
    assert chat.end() == 0
    kept = thread(places)
    assert [message.author for message in kept] == ["owner", "assistant"] * 2
    assert [message.text for message in kept] == [
        "How is the frost?",
        ANSWER,
        "And the garden?",
        ANSWER,
    ]


def test_the_end_of_input_leaves_as_well(chat: Terminal) -> None:
    chat.type("\x04")  # Ctrl+D
    assert chat.end() == 0


def test_ctrl_c_stops_the_answer_and_the_talk_goes_on(slow_chat: Terminal, places: Places) -> None:
    slow_chat.type("Tell me everything")
    slow_chat.wait_for("quiet")
    slow_chat.interrupt()
    slow_chat.wait_for("(stopped; what was said is kept)")
    slow_chat.wait_for(PROMPT)
    reply = thread(places)[-1]
    assert reply.stop == "owner"
    assert reply.text.startswith("A quiet")
    slow_chat.type("/quit")
    assert slow_chat.end() == 0


def test_ctrl_c_at_the_prompt_does_not_leave(chat: Terminal) -> None:
    chat.interrupt()
    chat.wait_for("(/quit leaves)")
    chat.wait_for(PROMPT)
    chat.type("/quit")
    assert chat.end() == 0


def test_a_voice_is_trained_worn_and_taken_off(
    chat: Terminal, places: Places, tmp_path: Path
) -> None:
    notes = tmp_path / "my notes"
    notes.mkdir()
    chat.type("/voices")
    chat.wait_for("There is no voice yet")
    chat.type(f"/train '{notes}' My Diary")
    chat.wait_for("step 20 of 20")
    chat.wait_for("“My Diary” is trained")
    chat.wait_for(PROMPT)
    chat.type("/voices")
    assert "My Diary" in chat.wait_for(PROMPT)
    chat.type("/voice my diary")
    chat.wait_for("“My Diary” answers now.")
    chat.wait_for(PROMPT)
    chat.type("/strength 0,5")
    chat.wait_for("Strength 0.5.")
    chat.wait_for(PROMPT)
    chat.type("Hello")
    chat.wait_for(ANSWER)
    chat.wait_for(PROMPT)
    spoken = thread(places)[-1]
    assert (spoken.voice_name, spoken.strength) == ("My Diary", 0.5)
    chat.type("/voice")
    chat.wait_for("The base model answers now.")
    chat.wait_for(PROMPT)
    chat.type("Hello again")
    chat.wait_for(ANSWER)
    chat.wait_for(PROMPT)
    assert thread(places)[-1].voice is None


def test_a_training_is_paused_by_ctrl_c_and_goes_on(slow_chat: Terminal, tmp_path: Path) -> None:
    slow_chat.type(f"/train {tmp_path} Diary")
    slow_chat.wait_for("step 1 of 20")
    slow_chat.interrupt()
    slow_chat.wait_for("train --resume 1")
    slow_chat.wait_for(PROMPT)
    slow_chat.type("/train --resume 1")
    slow_chat.wait_for("of 20")
    slow_chat.wait_for("is trained")
    slow_chat.wait_for(PROMPT)


def test_new_begins_another_conversation(chat: Terminal, places: Places) -> None:
    for line in ("One", "/new", "Two"):
        chat.type(line)
        chat.wait_for(PROMPT)
    assert [message.text for message in thread(places)] == ["Two", ANSWER]


WRONG = {
    "/dance": "There is no command /dance.",
    "/voice Nobody": "There is no voice “Nobody”.",
    "/strength 9": "a number from 0 to 2",
    "/strength much": "a number from 0 to 2",
    "/train": "needs a folder and a name",
    "/train /nowhere": "needs a folder and a name",
    "/train 'open Diary": "needs a folder and a name",
    "/train /nowhere Diary": "There is no folder",
}


def test_what_is_wrong_is_said_and_the_talk_goes_on(chat: Terminal) -> None:
    for line, words in WRONG.items():
        chat.type(line)
        assert words in chat.wait_for(PROMPT)
    chat.type("/help")
    assert "/strength S" in chat.wait_for(PROMPT)


def test_a_fault_of_any_kind_is_told_and_the_talk_goes_on(chat: Terminal, places: Places) -> None:
    """The conversation disappears behind the chat's back: nobody thought of that."""
    chat.type("Hello")
    chat.wait_for(PROMPT)
    with sqlite3.connect(places.catalog, isolation_level=None) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM conversations")
    connection.close()
    chat.type("Are you there?")
    told = chat.wait_for(PROMPT)
    assert "Something went wrong inside Timbre." in told
    assert "Traceback" not in told
    assert "Traceback" in places.log.read_text("utf-8")
    chat.type("/new")
    chat.wait_for(PROMPT)
    chat.type("Hello again")
    assert ANSWER in chat.wait_for(PROMPT)


def test_beside_an_open_timbre_it_says_so(places: Places, start: Start, tmp_path: Path) -> None:
    training = start("train", str(tmp_path), "--name", "Diary", pause=0.3)
    while not places.catalog.exists():
        assert training.poll() is None
    with Terminal(command(places, "chat"), ROOT) as terminal:
        assert terminal.end() == 1
        assert "open on this data folder already" in terminal.shown
    assert training.poll() is None
