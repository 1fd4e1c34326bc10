"""topics of cases"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "case_topics",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.Column("gone_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_case_topics_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_topics")),
        sa.UniqueConstraint("chat_id", "thread_id", name=op.f("uq_case_topics_chat_id")),
        sa.UniqueConstraint("report_id", "chat_id", name=op.f("uq_case_topics_report_id")),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("forum", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("topics_refused_at", Moment(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_column("topics_refused_at")
        batch_op.drop_column("forum")

    op.drop_table("case_topics")
