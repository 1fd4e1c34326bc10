"""clocks"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "clocks",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("owed_by", sa.String(length=10), nullable=False),
        sa.Column("basis", sa.String(length=12), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("met_when", sa.JSON(), nullable=False),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("met_at", Moment(), nullable=True),
        sa.Column("met_by", sa.String(length=200), nullable=True),
        sa.Column("passed_noted_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.Column("reason_by", sa.String(length=200), nullable=True),
        sa.Column("reason_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_clocks_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clocks")),
        sa.UniqueConstraint("report_id", "name", name=op.f("uq_clocks_report_id")),
    )
    with op.batch_alter_table("clocks", schema=None) as batch_op:
        batch_op.create_index("ix_clocks_due_at", ["due_at"], unique=False)

    op.create_table(
        "follow_ups",
        sa.Column("report_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seen_version", sa.Integer(), nullable=False),
        sa.Column("last_at", Moment(), nullable=False),
        sa.Column("last_how", sa.String(length=12), nullable=False),
        sa.Column("last_by", sa.String(length=200), nullable=True),
        sa.Column("due_at", Moment(), nullable=True),
        sa.Column("step_at", Moment(), nullable=True),
        sa.Column("nudged", sa.Integer(), nullable=False),
        sa.Column("controlled_at", Moment(), nullable=True),
        sa.Column("controlled_by", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_follow_ups_report_id_reports")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_follow_ups")),
    )
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.create_index("ix_follow_ups_step_at", ["step_at"], unique=False)

    op.create_table(
        "official_texts",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=12), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_official_texts_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_texts")),
        sa.UniqueConstraint("office", "year", "issue", name=op.f("uq_official_texts_office")),
        sa.UniqueConstraint("report_id", "version", "office", name=op.f("uq_official_texts_report_id")),
    )
    op.create_table(
        "report_grades",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String(length=4), nullable=False),
        sa.Column("proposed", sa.String(length=4), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_grades_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_grades")),
    )
    with op.batch_alter_table("report_grades", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_grades_report_id"), ["report_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("report_grades", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_grades_report_id"))

    op.drop_table("report_grades")
    op.drop_table("official_texts")
    with op.batch_alter_table("follow_ups", schema=None) as batch_op:
        batch_op.drop_index("ix_follow_ups_step_at")

    op.drop_table("follow_ups")
    with op.batch_alter_table("clocks", schema=None) as batch_op:
        batch_op.drop_index("ix_clocks_due_at")

    op.drop_table("clocks")
