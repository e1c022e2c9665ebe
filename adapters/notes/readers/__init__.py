"""The registry of readers: one more kind of note is one more line here.

Archives are none of these: ``reading.py`` looks into them.
"""

from collections.abc import Mapping

from adapters.notes.readers import (
    enex,
    epub,
    hypertext,
    json_chats,
    markdown,
    office,
    tables,
    texts,
)
from adapters.notes.readers.reader import Reader, single

READERS: Mapping[str, Reader] = {
    ".md": single(markdown.read),
    ".markdown": single(markdown.read),
    ".txt": texts.read,
    ".text": texts.read,
    ".html": single(hypertext.read),
    ".htm": single(hypertext.read),
    ".xhtml": single(hypertext.read),
    ".docx": single(office.word, office.LARGEST),
    ".pdf": single(office.pdf, office.LARGEST),
    ".rtf": single(office.rtf, office.LARGEST),
    ".org": single(office.org),
    ".epub": epub.read,
    ".enex": enex.read,
    ".json": json_chats.read,
    ".jsonl": json_chats.read_lines,
    ".ndjson": json_chats.read_lines,
    ".csv": tables.read,
    ".tsv": tables.read,
}
