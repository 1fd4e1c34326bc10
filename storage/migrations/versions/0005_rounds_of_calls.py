"""rounds of calls"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "call_rounds",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("level", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("drill", sa.Boolean(), nullable=False),
        sa.Column("wait_minutes", sa.Integer(), nullable=False),
        sa.Column("by_person", sa.Integer(), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("alert_id", sa.Integer(), nullable=True),
        sa.Column("started_at", Moment(), nullable=False),
        sa.Column("deadline_at", Moment(), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.Column("ended_by_name", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_call_rounds_alert_id_alerts")),
        sa.ForeignKeyConstraint(["by_person"], ["people.id"], name=op.f("fk_call_rounds_by_person_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_rounds")),
        sa.UniqueConstraint("alert_id", name=op.f("uq_call_rounds_alert_id")),
    )
    with op.batch_alter_table("call_rounds", schema=None) as batch_op:
        batch_op.create_index("ix_call_rounds_deadline", ["ended_at", "deadline_at"], unique=False)

    op.create_table(
        "call_villages",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_by_name", sa.String(length=200), nullable=True),
        sa.Column("answered_how", sa.String(length=8), nullable=True),
        sa.Column("arrived_at", Moment(), nullable=True),
        sa.Column("arrived_by", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("people", sa.String(length=8), nullable=True),
        sa.Column("people_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call_rounds.id"], name=op.f("fk_call_villages_call_id_call_rounds")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_villages")),
        sa.UniqueConstraint("call_id", "area", name=op.f("uq_call_villages_call_id")),
    )
    with op.batch_alter_table("call_villages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_villages_arrived_by"), ["arrived_by"], unique=False)

    op.create_table(
        "call_steps",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("call_id", sa.Integer(), nullable=False),
        sa.Column("village_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("whom", sa.String(length=8), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.Column("outcome", sa.String(length=60), nullable=True),
        sa.Column("lost", sa.String(length=60), nullable=True),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call_rounds.id"], name=op.f("fk_call_steps_call_id_call_rounds")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_call_steps_person_id_people")),
        sa.ForeignKeyConstraint(
            ["village_id"], ["call_villages.id"], name=op.f("fk_call_steps_village_id_call_villages")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_steps")),
        sa.UniqueConstraint("village_id", "number", "person_id", name=op.f("uq_call_steps_village_id")),
    )
    with op.batch_alter_table("call_steps", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_steps_call_id"), ["call_id"], unique=False)
        batch_op.create_index("ix_call_steps_due", ["done_at", "due_at"], unique=False)
        batch_op.create_index("ix_call_steps_person", ["person_id", "village_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("call_steps", schema=None) as batch_op:
        batch_op.drop_index("ix_call_steps_person")
        batch_op.drop_index("ix_call_steps_due")
        batch_op.drop_index(batch_op.f("ix_call_steps_call_id"))

    op.drop_table("call_steps")
    with op.batch_alter_table("call_villages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_call_villages_arrived_by"))

    op.drop_table("call_villages")
    with op.batch_alter_table("call_rounds", schema=None) as batch_op:
        batch_op.drop_index("ix_call_rounds_deadline")

    op.drop_table("call_rounds")
