"""Runs can lie in the trash; until now a removed one was marked "stopped", for good."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE runs ADD COLUMN trashed BIGINT")
    op.execute("UPDATE runs SET trashed = updated, state = 'paused' WHERE state = 'stopped'")
