"""Scenes with their history; conversations that play one, and who speaks in them."""

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = """
CREATE TABLE scenes (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    created BIGINT NOT NULL,
    updated BIGINT NOT NULL,
    last_opened BIGINT,
    trashed BIGINT
);
CREATE INDEX scenes_by_title ON scenes (title_key, id) WHERE trashed IS NULL;
CREATE TABLE scene_versions (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    scene INTEGER NOT NULL REFERENCES scenes (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    begun BIGINT NOT NULL,
    saved BIGINT NOT NULL
);
CREATE INDEX ix_scene_versions_scene ON scene_versions (scene);
ALTER TABLE conversations ADD COLUMN scene INTEGER REFERENCES scenes (id) ON DELETE SET NULL;
CREATE INDEX ix_conversations_scene ON conversations (scene);
ALTER TABLE messages
    ADD COLUMN scene_version INTEGER REFERENCES scene_versions (id) ON DELETE SET NULL;
CREATE INDEX messages_by_scene ON messages (scene_version) WHERE scene_version IS NOT NULL;
ALTER TABLE messages ADD COLUMN role TEXT;
ALTER TABLE messages ADD COLUMN role_name TEXT;
"""


def upgrade() -> None:
    for statement in TABLES.split(";"):
        if statement.strip():
            op.execute(statement)
