"""a walk to the residents of an alert"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('alerts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('fanned_out_in', sa.String(length=12), server_default='', nullable=False))

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_outbox_subject'))
        batch_op.create_index('ix_outbox_subject', ['subject', 'key', 'id'], unique=False)

    with op.batch_alter_table('subscriptions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_subscriptions_active_area'))
        batch_op.create_index('ix_subscriptions_active_area', ['area', 'person_id'], unique=False, postgresql_where=sa.text('ended_at IS NULL'))



def downgrade() -> None:
    with op.batch_alter_table('subscriptions', schema=None) as batch_op:
        batch_op.drop_index('ix_subscriptions_active_area', postgresql_where=sa.text('ended_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_subscriptions_active_area'), ['area'], unique=False, postgresql_where=sa.text('ended_at IS NULL'))

    with op.batch_alter_table('outbox', schema=None) as batch_op:
        batch_op.drop_index('ix_outbox_subject')
        batch_op.create_index(batch_op.f('ix_outbox_subject'), ['subject', 'key'], unique=False)

    with op.batch_alter_table('alerts', schema=None) as batch_op:
        batch_op.drop_column('fanned_out_in')

