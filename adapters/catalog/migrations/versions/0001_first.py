"""The first schema. Frozen: what changes later goes into a file of its own."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE models (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    nf4_path TEXT,
    fingerprint TEXT,
    bytes BIGINT NOT NULL,
    context_length INTEGER,
    added BIGINT NOT NULL,
    last_used BIGINT
);
CREATE TABLE voices (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    colour TEXT NOT NULL,
    description TEXT NOT NULL,
    model_name TEXT NOT NULL,
    model_fingerprint TEXT NOT NULL,
    version INTEGER REFERENCES voice_versions (id) DEFERRABLE INITIALLY DEFERRED,
    bytes INTEGER NOT NULL,
    created BIGINT NOT NULL,
    last_used BIGINT,
    trashed BIGINT
);
CREATE UNIQUE INDEX voices_by_name ON voices (name_key) WHERE trashed IS NULL;
CREATE INDEX voices_by_use ON voices (last_used, id) WHERE trashed IS NULL;
CREATE INDEX voices_by_age ON voices (created, id) WHERE trashed IS NULL;
CREATE INDEX voices_by_size ON voices (bytes, id) WHERE trashed IS NULL;
CREATE TABLE voice_versions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    voice INTEGER NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    targets TEXT NOT NULL,
    run INTEGER REFERENCES runs (id) ON DELETE SET NULL,
    perplexity_before DOUBLE,
    perplexity_after DOUBLE,
    notes INTEGER NOT NULL,
    created BIGINT NOT NULL,
    UNIQUE (voice, number)
);
CREATE TABLE runs (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    version INTEGER REFERENCES voice_versions (id) ON DELETE SET NULL,
    folder TEXT NOT NULL,
    model INTEGER NOT NULL,
    model_fingerprint TEXT NOT NULL,
    options TEXT NOT NULL,
    seed BIGINT NOT NULL,
    state TEXT NOT NULL,
    step INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    seconds DOUBLE NOT NULL,
    documents INTEGER NOT NULL,
    held_out_documents INTEGER NOT NULL,
    perplexity_before DOUBLE,
    perplexity_after DOUBLE,
    problem TEXT,
    started BIGINT NOT NULL,
    updated BIGINT NOT NULL
);
CREATE INDEX ix_runs_voice ON runs (voice);
CREATE INDEX ix_runs_version ON runs (version);
CREATE TABLE run_steps (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    loss DOUBLE NOT NULL,
    held_out_loss DOUBLE,
    learning_rate DOUBLE NOT NULL,
    tokens INTEGER NOT NULL,
    seconds DOUBLE NOT NULL,
    PRIMARY KEY (run, step)
) WITHOUT ROWID;
CREATE TABLE conversations (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    titled_by_owner BOOLEAN NOT NULL,
    instruction TEXT NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    strength DOUBLE NOT NULL,
    draft TEXT NOT NULL,
    leaf INTEGER REFERENCES messages (id) ON DELETE SET NULL,
    preview TEXT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    trashed BIGINT
);
CREATE INDEX conversations_by_update ON conversations (updated, id) WHERE trashed IS NULL;
CREATE INDEX ix_conversations_voice ON conversations (voice);
CREATE INDEX ix_conversations_leaf ON conversations (leaf);
CREATE TABLE speakers (
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    voice INTEGER NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    PRIMARY KEY (conversation, voice)
) WITHOUT ROWID;
CREATE INDEX ix_speakers_voice ON speakers (voice);
CREATE TABLE messages (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    conversation INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    parent INTEGER REFERENCES messages (id),
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    voice_version INTEGER REFERENCES voice_versions (id) ON DELETE SET NULL,
    voice_name TEXT,
    colour TEXT,
    strength DOUBLE,
    model_name TEXT,
    seed BIGINT,
    tokens INTEGER,
    seconds DOUBLE,
    stop TEXT,
    created BIGINT NOT NULL
);
CREATE INDEX ix_messages_conversation ON messages (conversation);
CREATE INDEX ix_messages_parent ON messages (parent);
CREATE INDEX messages_by_voice ON messages (voice) WHERE voice IS NOT NULL;
CREATE INDEX messages_by_version ON messages (voice_version) WHERE voice_version IS NOT NULL;
CREATE INDEX messages_unfinished ON messages (id) WHERE stop IS NULL AND author = 'assistant';
CREATE TABLE preferences (
    "key" TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE words (
    id INTEGER NOT NULL PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
);
"""

# The index sees "ё" as "е": owners write either. unicode61 alone keeps them apart.
FOLDED = "replace(replace({0}, 'ё', 'е'), 'Ё', 'Е')"
WORDS = "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'"
PARTS = "tokenize = 'trigram'"


def upgrade() -> None:
    for statement in TABLES.split(";\n"):
        if statement.strip():
            op.execute(statement)
    _index("messages", "text", "messages_words", WORDS)
    _index("conversations", "title", "conversations_words", WORDS)
    _index("words", "word", "words_parts", PARTS)


def _index(table: str, column: str, index: str, tokens: str) -> None:
    """A full-text table that keeps no text of its own, and the triggers that feed it."""
    op.execute(
        f"CREATE VIEW {table}_folded AS SELECT id, {FOLDED.format(column)} AS text FROM {table}"
    )
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5("
        f"text, content = '{table}_folded', content_rowid = 'id', {tokens})"
    )
    _triggers(table, column, index)


def _triggers(table: str, column: str, index: str) -> None:
    new = FOLDED.format(f"new.{column}")
    old = FOLDED.format(f"old.{column}")
    add = f"INSERT INTO {index} (rowid, text) VALUES (new.id, {new});"
    remove = f"INSERT INTO {index} ({index}, rowid, text) VALUES ('delete', old.id, {old});"
    op.execute(f"CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {index}_removed AFTER DELETE ON {table} BEGIN {remove} END")
    op.execute(
        f"CREATE TRIGGER {index}_changed AFTER UPDATE OF {column} ON {table} "
        f"WHEN old.{column} IS NOT new.{column} BEGIN {remove} {add} END"
    )
