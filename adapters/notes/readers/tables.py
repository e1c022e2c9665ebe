"""CSV with named columns: a chat (who, what, when), or notes (title, text).

Any other table is no prose.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime

from adapters.notes.conversation import Message, sittings
from adapters.notes.document import CannotReadError, Document, Skipped
from adapters.notes.file import File, InnerNames
from adapters.notes.kinds import why_not
from adapters.notes.readers.titles import of_file_name
from adapters.notes.text_stream import lines_of, text_of_file
from adapters.wording import phrase

_LARGEST = 2**30  # bytes
_SPEAKER = ("sender", "author", "from", "speaker", "user", "отправитель", "автор", "от", "кто")
_TEXT = ("text", "message", "body", "content", "note", "текст", "сообщение", "заметка")
_WHEN = ("date", "time", "datetime", "timestamp", "created", "дата", "время")
_TITLE = ("title", "subject", "name", "heading", "заголовок", "название", "тема")
_FORMS = ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%d/%m/%Y %H:%M", "%Y/%m/%d %H:%M")


def read(file: File) -> Iterator[Document | Skipped]:
    with text_of_file(file, _LARGEST, newline="") as text:
        lines = lines_of(text)
        header = next(lines, "")
        columns = next(csv.reader([header], delimiter=_delimiter(header)), [])
        found = [column.strip().strip("\ufeff").casefold() for column in columns]
        who, what, title = (_one_of(names, found) for names in (_SPEAKER, _TEXT, _TITLE))
        if what is None or (who is None and title is None and len(found) > 1):
            raise CannotReadError(why_not(".csv"))
        rows = csv.DictReader(lines, found, delimiter=_delimiter(header))
        try:
            yield from (
                _chat(file, rows, who, what, _one_of(_WHEN, found))
                if who
                else _notes(file, rows, title, what)
            )
        except csv.Error as error:
            raise CannotReadError(phrase("notes", "a damaged table")) from error


def _chat(
    file: File, rows: Iterator[Mapping[str, str]], who: str, what: str, when: str | None
) -> Iterator[Document]:
    messages = (
        Message((row[who] or "").strip() or "?", row[what] or "", _time(row[when] if when else ""))
        for row in rows
    )
    yield from sittings(of_file_name(file.stem), messages, InnerNames(file))


def _notes(
    file: File, rows: Iterator[Mapping[str, str]], title: str | None, what: str
) -> Iterator[Document]:
    names = InnerNames(file)
    for number, row in enumerate(rows, 1):
        own, text = (row[title] or "").strip() if title else "", (row[what] or "").strip()
        path = names.path(own or str(number))
        size = len(text.encode("utf-8", "replace"))
        yield Document(path, own or of_file_name(file.stem), text, size)


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _one_of(names: tuple[str, ...], columns: list[str]) -> str | None:
    return next((name for name in names if name in columns), None)


def _time(value: str | None) -> datetime | None:
    value = (value or "").strip()
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        pass
    for form in _FORMS:
        try:
            return datetime.strptime(value, form)
        except ValueError:
            continue
    return None
