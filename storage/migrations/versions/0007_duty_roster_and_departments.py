"""duty roster and departments"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "duty_desks",
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("next_change_at", Moment(), nullable=True),
        sa.Column("gaps_at", Moment(), nullable=True),
        sa.Column("list_at", Moment(), nullable=True),
        sa.Column("call_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_duty_desks_area_areas")),
        sa.PrimaryKeyConstraint("area", name=op.f("pk_duty_desks")),
    )
    with op.batch_alter_table("duty_desks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_desks_next_change_at"), ["next_change_at"], unique=False)

    op.create_table(
        "duty_notes",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by_person", sa.BigInteger(), nullable=True),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("done_at", Moment(), nullable=True),
        sa.Column("done_by_name", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_duty_notes_area_areas")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty_notes")),
    )
    with op.batch_alter_table("duty_notes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_duty_notes_area"), ["area"], unique=False)

    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("seat", sa.String(length=8), nullable=False),
        sa.Column("from_person", sa.Integer(), nullable=False),
        sa.Column("to_person", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("accepted", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("remind_at", Moment(), nullable=True),
        sa.Column("closed_at", Moment(), nullable=True),
        sa.Column("closed_by_name", sa.String(length=200), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_handovers_area_areas")),
        sa.ForeignKeyConstraint(["from_person"], ["people.id"], name=op.f("fk_handovers_from_person_people")),
        sa.ForeignKeyConstraint(["to_person"], ["people.id"], name=op.f("fk_handovers_to_person_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    with op.batch_alter_table("handovers", schema=None) as batch_op:
        batch_op.create_index("ix_handovers_area_state", ["area", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_handovers_remind_at"), ["remind_at"], unique=False)

    op.create_table(
        "roster_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("by_name", sa.String(length=200), nullable=False),
        sa.Column("sent_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_roster_files_area_areas")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_files")),
    )
    with op.batch_alter_table("roster_files", schema=None) as batch_op:
        batch_op.create_index("ix_roster_files_state", ["state", "next_at"], unique=False)

    op.create_table(
        "rotations",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("seat", sa.String(length=8), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("change", sa.String(length=5), nullable=False),
        sa.Column("night", sa.String(length=5), nullable=True),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by_name", sa.String(length=200), nullable=False),
        sa.Column("ended_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_rotations_area_areas")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rotations")),
    )
    with op.batch_alter_table("rotations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rotations_area"), ["area"], unique=False)

    op.create_table(
        "shift_overrides",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("seat", sa.String(length=8), nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=10), nullable=False),
        sa.Column("made_at", Moment(), nullable=False),
        sa.Column("made_by_name", sa.String(length=200), nullable=False),
        sa.Column("cancelled_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_shift_overrides_area_areas")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_shift_overrides_person_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_overrides")),
    )
    with op.batch_alter_table("shift_overrides", schema=None) as batch_op:
        batch_op.create_index("ix_shift_overrides_area_ends", ["area", "ends_at"], unique=False)

    op.create_table(
        "shift_swaps",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("area", sa.String(length=12), nullable=False),
        sa.Column("seat", sa.String(length=8), nullable=False),
        sa.Column("asker_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("their_starts_at", Moment(), nullable=True),
        sa.Column("their_ends_at", Moment(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["area"], ["areas.code"], name=op.f("fk_shift_swaps_area_areas")),
        sa.ForeignKeyConstraint(["asker_id"], ["people.id"], name=op.f("fk_shift_swaps_asker_id_people")),
        sa.ForeignKeyConstraint(["other_id"], ["people.id"], name=op.f("fk_shift_swaps_other_id_people")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_swaps")),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("function", sa.String(length=24), nullable=True))

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("function", sa.String(length=24), nullable=True))

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("heard_at", Moment(), nullable=True))

    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("function", sa.String(length=24), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_column("function")

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("heard_at")

    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_column("function")

    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_column("function")

    op.drop_table("shift_swaps")
    with op.batch_alter_table("shift_overrides", schema=None) as batch_op:
        batch_op.drop_index("ix_shift_overrides_area_ends")

    op.drop_table("shift_overrides")
    with op.batch_alter_table("rotations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rotations_area"))

    op.drop_table("rotations")
    with op.batch_alter_table("roster_files", schema=None) as batch_op:
        batch_op.drop_index("ix_roster_files_state")

    op.drop_table("roster_files")
    with op.batch_alter_table("handovers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_handovers_remind_at"))
        batch_op.drop_index("ix_handovers_area_state")

    op.drop_table("handovers")
    with op.batch_alter_table("duty_notes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_notes_area"))

    op.drop_table("duty_notes")
    with op.batch_alter_table("duty_desks", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_duty_desks_next_change_at"))

    op.drop_table("duty_desks")
