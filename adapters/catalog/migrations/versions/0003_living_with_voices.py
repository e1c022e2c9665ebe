"""Decisions about notes, samples of a run, verdicts, tags, blends, and voices that learn on."""

from alembic import op

revision = "0003"
down_revision = "0002"

TABLES = """
ALTER TABLE voice_versions
    ADD COLUMN parent INTEGER REFERENCES voice_versions (id) ON DELETE SET NULL;
ALTER TABLE voice_versions ADD COLUMN origin TEXT NOT NULL DEFAULT 'trained';
CREATE TABLE learned_notes (
    version INTEGER NOT NULL REFERENCES voice_versions (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    use TEXT NOT NULL,
    PRIMARY KEY (version, path)
) WITHOUT ROWID;
CREATE TABLE verdicts (
    version INTEGER NOT NULL PRIMARY KEY REFERENCES voice_versions (id) ON DELETE CASCADE,
    details TEXT NOT NULL,
    created BIGINT NOT NULL
);
CREATE TABLE voice_tags (
    voice INTEGER NOT NULL REFERENCES voices (id) ON DELETE CASCADE,
    tag_key TEXT NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (voice, tag_key)
) WITHOUT ROWID;
CREATE INDEX voice_tags_by_tag ON voice_tags (tag_key);
CREATE TABLE blends (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    created BIGINT NOT NULL,
    last_used BIGINT,
    trashed BIGINT
);
CREATE UNIQUE INDEX blends_by_name ON blends (name_key) WHERE trashed IS NULL;
CREATE TABLE blend_parts (
    blend INTEGER NOT NULL REFERENCES blends (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    voice INTEGER REFERENCES voices (id) ON DELETE SET NULL,
    voice_name TEXT NOT NULL,
    strength DOUBLE NOT NULL,
    PRIMARY KEY (blend, position)
) WITHOUT ROWID;
CREATE INDEX ix_blend_parts_voice ON blend_parts (voice);
CREATE TABLE note_folders (
    folder TEXT NOT NULL PRIMARY KEY,
    owner_names TEXT NOT NULL
);
CREATE TABLE note_decisions (
    folder TEXT NOT NULL,
    path TEXT NOT NULL,
    use TEXT,
    unmasked BOOLEAN NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE TABLE run_samples (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step INTEGER NOT NULL,
    prompt TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (run, step)
) WITHOUT ROWID;
ALTER TABLE runs
    ADD COLUMN base_version INTEGER REFERENCES voice_versions (id) ON DELETE SET NULL;
ALTER TABLE runs ADD COLUMN prompt TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN setbacks INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN blend INTEGER REFERENCES blends (id) ON DELETE SET NULL;
CREATE INDEX ix_conversations_blend ON conversations (blend);
ALTER TABLE messages ADD COLUMN blend TEXT;
"""


def upgrade() -> None:
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
