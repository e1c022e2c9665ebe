"""Single versions of a voice can lie in the trash."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute("ALTER TABLE voice_versions ADD COLUMN trashed BIGINT")
