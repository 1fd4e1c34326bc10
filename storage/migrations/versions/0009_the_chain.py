"""the chain"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("escalations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("round", sa.Integer(), server_default="0", nullable=False))

    with op.batch_alter_table("report_versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=12), server_default="supplement", nullable=False))
        batch_op.add_column(sa.Column("ordinal", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("words", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("by_name", sa.String(length=200), nullable=True))
    op.execute("UPDATE report_versions SET kind = 'first' WHERE version = 1")

    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", sa.String(length=10), server_default="officer", nullable=False))
        batch_op.add_column(sa.Column("caller_name", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("caller_phone", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("occurred_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("last_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("threat_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("merged_into", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_reports_merged_into"), ["merged_into"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reports_merged_into"))
        batch_op.drop_column("merged_into")
        batch_op.drop_column("threat_id")
        batch_op.drop_column("last_at")
        batch_op.drop_column("occurred_at")
        batch_op.drop_column("caller_phone")
        batch_op.drop_column("caller_name")
        batch_op.drop_column("origin")

    with op.batch_alter_table("report_versions", schema=None) as batch_op:
        batch_op.drop_column("by_name")
        batch_op.drop_column("words")
        batch_op.drop_column("ordinal")
        batch_op.drop_column("kind")

    with op.batch_alter_table("escalations", schema=None) as batch_op:
        batch_op.drop_column("round")
