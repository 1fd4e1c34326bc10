"""life of an alert"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "channels",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(length=255), nullable=False),
        sa.Column("area", sa.String(length=12), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("bound_at", Moment(), nullable=True),
        sa.Column("bound_by", sa.Integer(), nullable=True),
        sa.Column("lost_at", Moment(), nullable=True),
        sa.Column("lost_reason", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_channels_area_areas")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channels")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_channels_chat_id")),
    )
    with op.batch_alter_table("channels", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_channels_area"), ["area"], unique=False)

    op.create_table(
        "loudspeakers",
        sa.Column("alert_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("played_at", Moment(), nullable=True),
        sa.Column("played_by_name", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["alert_id"], ["alerts.id"], name=op.f("fk_loudspeakers_alert_id_alerts")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_loudspeakers_person_id_people")),
        sa.PrimaryKeyConstraint("alert_id", "area", name=op.f("pk_loudspeakers")),
    )
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("action", sa.String(length=8), server_default="issue", nullable=False))
        batch_op.add_column(sa.Column("change", sa.String(length=10), server_default="", nullable=False))
        batch_op.add_column(sa.Column("prev_level", sa.String(length=8), server_default="", nullable=False))
        batch_op.add_column(sa.Column("follows", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("refs", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("whole", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("live_areas", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("ends_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("ended_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("review_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("nags", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("published_by_name", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("fast_reason", sa.String(length=1000), nullable=True))
        batch_op.add_column(sa.Column("look_open", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("looked_by_name", sa.String(length=200), nullable=True))
        batch_op.add_column(sa.Column("looked_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("objection", sa.String(length=1000), nullable=True))
        batch_op.add_column(sa.Column("school_closed", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("drill", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("evacuation", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("sending", sa.String(length=8), server_default="going", nullable=False))
        batch_op.add_column(sa.Column("paid", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("details", sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
        batch_op.create_index(batch_op.f("ix_alerts_review_at"), ["review_at"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("alerts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alerts_review_at"))
        batch_op.drop_column("details")
        batch_op.drop_column("paid")
        batch_op.drop_column("sending")
        batch_op.drop_column("evacuation")
        batch_op.drop_column("drill")
        batch_op.drop_column("school_closed")
        batch_op.drop_column("objection")
        batch_op.drop_column("looked_at")
        batch_op.drop_column("looked_by_name")
        batch_op.drop_column("look_open")
        batch_op.drop_column("fast_reason")
        batch_op.drop_column("published_by_name")
        batch_op.drop_column("nags")
        batch_op.drop_column("review_at")
        batch_op.drop_column("ended_at")
        batch_op.drop_column("ends_at")
        batch_op.drop_column("live_areas")
        batch_op.drop_column("whole")
        batch_op.drop_column("refs")
        batch_op.drop_column("follows")
        batch_op.drop_column("prev_level")
        batch_op.drop_column("change")
        batch_op.drop_column("action")

    op.drop_table("loudspeakers")
    with op.batch_alter_table("channels", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_channels_area"))

    op.drop_table("channels")
