"""zero reports and tips"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "zero_rounds",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.Column("hour", sa.String(length=5), nullable=False),
        sa.Column("set_by", sa.Integer(), nullable=False),
        sa.Column("set_by_name", sa.String(length=200), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("next_step_at", Moment(), nullable=True),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("ended_by_name", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_zero_rounds_area_areas")),
        sa.ForeignKeyConstraint(["set_by"], ["people.id"], name=op.f("fk_zero_rounds_set_by_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zero_rounds")),
    )
    with op.batch_alter_table("zero_rounds", schema=None) as batch_op:
        batch_op.create_index("ix_zero_rounds_next_step_at", ["next_step_at"], unique=False)
        batch_op.create_index(
            "uq_zero_rounds_open",
            ["area"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )

    op.create_table(
        "tips",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("village", sa.String(length=12), nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("sent_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_by_name", sa.String(length=200), nullable=True),
        sa.Column("decided_at", Moment(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("look_at", Moment(), nullable=True),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("erased_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_tips_report_id_reports")),
        sa.ForeignKeyConstraint(["village"], ["areas.code"], name=op.f("fk_tips_village_areas")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tips")),
    )
    with op.batch_alter_table("tips", schema=None) as batch_op:
        batch_op.create_index("ix_tips_look_at", ["look_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_tips_report_id"), ["report_id"], unique=False)
        batch_op.create_index("ix_tips_resident", ["telegram_id", "sent_at"], unique=False)

    op.create_table(
        "zero_answers",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("village", sa.String(length=12), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("how", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_zero_answers_person_id_people")),
        sa.ForeignKeyConstraint(["round_id"], ["zero_rounds.id"], name=op.f("fk_zero_answers_round_id_zero_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zero_answers")),
        sa.UniqueConstraint("round_id", "day", "village", name=op.f("uq_zero_answers_round_id")),
    )
    op.create_table(
        "zero_days",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=True),
        sa.Column("listed_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["round_id"], ["zero_rounds.id"], name=op.f("fk_zero_days_round_id_zero_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zero_days")),
        sa.UniqueConstraint("round_id", "day", name=op.f("uq_zero_days_round_id")),
    )


def downgrade() -> None:
    op.drop_table("zero_days")
    op.drop_table("zero_answers")
    with op.batch_alter_table("tips", schema=None) as batch_op:
        batch_op.drop_index("ix_tips_resident")
        batch_op.drop_index(batch_op.f("ix_tips_report_id"))
        batch_op.drop_index("ix_tips_look_at")

    op.drop_table("tips")
    with op.batch_alter_table("zero_rounds", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_zero_rounds_open",
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )
        batch_op.drop_index("ix_zero_rounds_next_step_at")

    op.drop_table("zero_rounds")
