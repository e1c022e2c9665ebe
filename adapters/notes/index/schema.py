"""The tables of the index of notes. It is a cache: another schema means to make it again."""

import hashlib
from functools import cache
from pathlib import Path

from adapters import notes

# The index sees "ё" as "е", as that of the conversations does: owners write either.
_FOLDED = "replace(replace({0}, 'ё', 'е'), 'Ё', 'Е')"

TABLES = f"""
CREATE TABLE made_by (code TEXT NOT NULL);
CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    looked REAL NOT NULL
);
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    folder INTEGER NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    stamp TEXT NOT NULL,    -- empty until all of its notes are here
    content TEXT NOT NULL,  -- SHA-256 of its bytes; empty where it was not read
    UNIQUE (folder, path)
);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    place INTEGER NOT NULL, -- in its file
    path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    reason TEXT,            -- why its reader gives no text, as a phrase in JSON
    letters INTEGER NOT NULL,
    sha256 TEXT NOT NULL,   -- of the text
    same TEXT NOT NULL,     -- of the text as duplicates are compared
    signature BLOB,         -- MinHash; none where there is no text
    secrets TEXT,           -- JSON: kind and short form of each
    mostly_secret BOOLEAN NOT NULL,
    speaks TEXT,            -- JSON: how often each speaker of a conversation does
    UNIQUE (file, place)
);
CREATE INDEX notes_by_path ON notes (path);
CREATE TABLE texts (
    id INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    turns TEXT              -- JSON, of a conversation
);
CREATE TABLE measures (     -- what counting a note's tokens has given, for one way to count
    note INTEGER PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
    way TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    trained INTEGER NOT NULL
);
CREATE TABLE questions (    -- that a model wrote for a fragment; empty where it was of no use
    fragment TEXT NOT NULL, -- SHA-256 of its text
    model TEXT NOT NULL,    -- its fingerprint
    question TEXT NOT NULL,
    PRIMARY KEY (fragment, model)
) WITHOUT ROWID;
CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE VIEW texts_folded AS SELECT id, {_FOLDED.format("title")} AS title,
    {_FOLDED.format("text")} AS text FROM texts;
CREATE VIRTUAL TABLE texts_words USING fts5(title, text, content = 'texts_folded',
    content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2');
CREATE VIRTUAL TABLE words_parts USING fts5(word, content = 'words', content_rowid = 'id',
    tokenize = 'trigram');
CREATE TRIGGER texts_added AFTER INSERT ON texts BEGIN
    INSERT INTO texts_words (rowid, title, text)
    VALUES (new.id, {_FOLDED.format("new.title")}, {_FOLDED.format("new.text")});
END;
CREATE TRIGGER texts_removed AFTER DELETE ON texts BEGIN
    INSERT INTO texts_words (texts_words, rowid, title, text) VALUES
    ('delete', old.id, {_FOLDED.format("old.title")}, {_FOLDED.format("old.text")});
END;
CREATE TRIGGER words_added AFTER INSERT ON words BEGIN
    INSERT INTO words_parts (rowid, word) VALUES (new.id, new.word);
END;
"""


@cache
def code() -> str:
    """Names the readers and this schema: what other ones have made is made again."""
    whole = hashlib.sha256()
    folder = Path(notes.__path__[0])
    for file in sorted(folder.rglob("*.py")):
        whole.update(file.read_bytes())
    return whole.hexdigest()
