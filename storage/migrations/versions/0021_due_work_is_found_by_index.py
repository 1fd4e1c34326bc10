"""due work is found by an index, whatever lies beside it"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('clocks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_clocks_due_at'))
        batch_op.create_index('ix_clocks_untold', ['due_at'], unique=False, sqlite_where=sa.text("met_at IS NULL AND passed_noted_at IS NULL AND ended_at IS NULL AND owed_by <> 'unit'"), postgresql_where=sa.text("met_at IS NULL AND passed_noted_at IS NULL AND ended_at IS NULL AND owed_by <> 'unit'"))

    with op.batch_alter_table('follow_ups', schema=None) as batch_op:
        batch_op.create_index('ix_follow_ups_refresh_at', ['refresh_at'], unique=False)

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.create_index('ix_outbox_held', ['subject'], unique=False, sqlite_where=sa.text("state = 'held'"), postgresql_where=sa.text("state = 'held'"))
        batch_op.create_index('ix_outbox_unreacted', ['id'], unique=False, sqlite_where=sa.text("state = 'failed' AND NOT reacted"), postgresql_where=sa.text("state = 'failed' AND NOT reacted"))

    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.create_index('ix_reports_going_on', ['id'], unique=False, sqlite_where=sa.text("state NOT IN ('closed', 'drill', 'false_alarm', 'merged', 'withdrawn')"), postgresql_where=sa.text("state NOT IN ('closed', 'drill', 'false_alarm', 'merged', 'withdrawn')"))



def downgrade() -> None:
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.drop_index('ix_reports_going_on', sqlite_where=sa.text("state NOT IN ('closed', 'drill', 'false_alarm', 'merged', 'withdrawn')"), postgresql_where=sa.text("state NOT IN ('closed', 'drill', 'false_alarm', 'merged', 'withdrawn')"))

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_unreacted', sqlite_where=sa.text("state = 'failed' AND NOT reacted"), postgresql_where=sa.text("state = 'failed' AND NOT reacted"))
        batch_op.drop_index('ix_outbox_held', sqlite_where=sa.text("state = 'held'"), postgresql_where=sa.text("state = 'held'"))

    with op.batch_alter_table('follow_ups', schema=None) as batch_op:
        batch_op.drop_index('ix_follow_ups_refresh_at')

    with op.batch_alter_table('clocks', schema=None) as batch_op:
        batch_op.drop_index('ix_clocks_untold', sqlite_where=sa.text("met_at IS NULL AND passed_noted_at IS NULL AND ended_at IS NULL AND owed_by <> 'unit'"), postgresql_where=sa.text("met_at IS NULL AND passed_noted_at IS NULL AND ended_at IS NULL AND owed_by <> 'unit'"))
        batch_op.create_index(batch_op.f('ix_clocks_due_at'), ['due_at'], unique=False)

