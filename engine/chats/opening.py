"""The chats of a file one after another: a large file of lines is never in memory whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from adapters.errors import UserError
from adapters.notes.document import CannotReadError
from adapters.notes.opening import opened, too_large, why_unreadable
from adapters.wording import phrase
from engine.chats.chat import Chat
from engine.chats.reading import chat_in, chats_in, is_silly, no_chat
from engine.scene.format import reading
from engine.scene.format.refusal import UnreadableError

LARGEST = 256 * 2**20  # bytes of a file of lines; any other is read whole


def open_chats(path: Path) -> Iterator[Chat]:
    """Every chat in a JSON or JSONL file, at least one, none empty. Raises ``UserError``."""
    try:
        yield from _of_lines(path) if _is_large(path) else _whole(path)
    except UnreadableError as error:
        raise UserError(
            phrase("chats", "“{name}” was not read as a chat.", name=path.name),
            error.why,
            phrase("chats", "Export the chat once more as ShareGPT or SillyTavern JSONL."),
        ) from error


def _is_large(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > reading.LARGEST


def _whole(path: Path) -> tuple[Chat, ...]:
    return chats_in(reading.read_bytes(path), path.stem)


def _of_lines(path: Path) -> Iterator[Chat]:
    """One chat a line; a chat whose turns are the lines has to be read whole, so it is refused."""
    found = False
    try:
        with opened(path.resolve()) as file:
            for row in _rows(file):
                if not found and isinstance(row, dict) and is_silly([row]):
                    raise CannotReadError(too_large(reading.LARGEST))
                chat = chat_in(row, path.stem)
                if chat is not None and chat.turns:
                    found = True
                    yield chat
    except CannotReadError as error:
        raise UnreadableError(
            phrase("scene", "The file cannot be read: {reason}.", reason=error.reason)
        ) from error
    if not found:
        raise no_chat()


def _rows(file: BinaryIO) -> Iterator[Any]:
    """The values of each line. The file may grow meanwhile, so what was read is counted."""
    read = 0
    while line := _line(file):
        read += len(line)
        if len(line) > reading.LARGEST:
            raise CannotReadError(too_large(reading.LARGEST))
        if read > LARGEST:
            raise CannotReadError(too_large(LARGEST))
        if line.strip():
            yield reading.values_of(line)


def _line(file: BinaryIO) -> bytes:
    try:
        return file.readline(reading.LARGEST + 1)
    except OSError as error:
        raise CannotReadError(why_unreadable(error)) from error
