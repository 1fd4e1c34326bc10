"""cap files"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "cap_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("by_telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=True),
        sa.Column("url", sa.String(length=1000), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cap_files")),
    )
    with op.batch_alter_table("cap_files", schema=None) as batch_op:
        batch_op.create_index("ix_cap_files_due", ["state", "next_at"], unique=False)

    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("fan_pass", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_column("fan_pass")

    with op.batch_alter_table("cap_files", schema=None) as batch_op:
        batch_op.drop_index("ix_cap_files_due")

    op.drop_table("cap_files")
