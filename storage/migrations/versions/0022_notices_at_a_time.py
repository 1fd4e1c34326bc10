"""notices at a time"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0022'
down_revision: str | None = '0021'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('scheduled_notices',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('areas', sa.JSON(), nullable=False),
    sa.Column('rule', sa.JSON(), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('zone', sa.String(length=40), nullable=False),
    sa.Column('next_at', Moment(), nullable=True),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('by_person', sa.Integer(), nullable=False),
    sa.Column('by_name', sa.String(length=200), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('thread_id', sa.BigInteger(), nullable=True),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('created_at', Moment(), nullable=False),
    sa.Column('state_at', Moment(), nullable=True),
    sa.Column('state_by_name', sa.String(length=200), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('last_at', Moment(), nullable=True),
    sa.Column('last_outcome', sa.String(length=10), nullable=True),
    sa.Column('last_broadcast', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['by_person'], ['people.id'], name=op.f('fk_scheduled_notices_by_person_people')),
    sa.ForeignKeyConstraint(['last_broadcast'], ['broadcasts.id'], name=op.f('fk_scheduled_notices_last_broadcast_broadcasts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scheduled_notices'))
    )
    with op.batch_alter_table('scheduled_notices', schema=None) as batch_op:
        batch_op.create_index('ix_scheduled_notices_due', ['state', 'next_at'], unique=False)

    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('chase_at', Moment(), nullable=True))
        batch_op.create_index(batch_op.f('ix_broadcasts_chase_at'), ['chase_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_broadcasts_chase_at'))
        batch_op.drop_column('chase_at')

    with op.batch_alter_table('scheduled_notices', schema=None) as batch_op:
        batch_op.drop_index('ix_scheduled_notices_due')

    op.drop_table('scheduled_notices')
