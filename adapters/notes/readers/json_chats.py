"""Chats as JSON: exports of Telegram, and what is made for teaching, as .json or .jsonl.

An export of all chats may have gigabytes: it is read a message at a time.
"""

import json
from collections.abc import Iterator
from typing import Any

from adapters.notes.conversation import Message, sittings
from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File, InnerNames
from adapters.notes.json_stream import BROKEN, JsonStream
from adapters.notes.readers import rows
from adapters.notes.readers.titles import of_file_name
from adapters.notes.text_stream import lines_of, text_of_file
from adapters.wording import phrase

_LARGEST = 4 * 2**30  # bytes
_NO_CHAT = phrase("notes", "JSON, but no chat in a form that is known")


def read(file: File) -> Iterator[Document | Skipped]:
    """A list of rows, or an object that holds one chat or all of them."""
    with text_of_file(file, _LARGEST) as text:
        stream, names = JsonStream(text), InnerNames(file)
        if stream.next() == "[":
            yield from _of_rows(file, (stream.value() for _ in stream.items()), names)
            return
        found = False
        for document in _of_chat(of_file_name(file.stem), stream, names):
            found = True
            yield document
        if not found:
            raise CannotReadError(_NO_CHAT)


def read_lines(file: File) -> Iterator[Document | Skipped]:
    """A row on each line."""
    with text_of_file(file, _LARGEST) as text:
        lines = (line for line in lines_of(text) if line.strip())
        yield from _of_rows(file, map(_row, lines), InnerNames(file))


def _row(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CannotReadError(BROKEN) from error


def _of_rows(file: File, found: Iterator[Any], names: InnerNames) -> Iterator[Document | Skipped]:
    title = of_file_name(file.stem)
    for number, row in enumerate(found, 1):
        name = str(number)
        talk = rows.talk_of(row) if isinstance(row, dict) else None
        if talk is not None:
            yield from sittings(title, talk, names, name)
        elif isinstance(row, dict) and isinstance(row.get("text"), str):
            own = row["title"] if isinstance(row.get("title"), str) else title
            size = len(row["text"].encode("utf-8", "replace"))
            yield Document(names.path(name), own, row["text"], size)
        elif number == 1:
            raise CannotReadError(_NO_CHAT)
        else:
            yield Skipped(names.path(name), 0, _NO_CHAT)


def _of_chat(title: str, stream: JsonStream, names: InnerNames) -> Iterator[Document]:
    """The sittings of a chat, or of the chats inside of an export of all."""
    for key in stream.members():
        if key in ("messages", "conversations") and stream.next() == "[":
            yield from sittings(title, _messages(stream), names)
        elif key in ("chats", "left_chats") and stream.next() == "{":
            for inner in stream.members():
                if inner == "list" and stream.next() == "[":
                    for _ in stream.items():
                        yield from _of_chat(title, stream, names)
                else:
                    stream.value()
        else:
            value = stream.value()
            if key == "name" and isinstance(value, str) and value.strip():
                title = value.strip()


def _messages(stream: JsonStream) -> Iterator[Message]:
    for _ in stream.items():
        yield from rows.messages_of([stream.value()])
