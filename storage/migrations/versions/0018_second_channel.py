"""posts of the second channel"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0018'
down_revision: str | None = '0017'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('step_hooks',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('round', sa.String(length=12), nullable=False),
    sa.Column('step', sa.Integer(), nullable=False),
    sa.Column('body', sa.JSON(), nullable=False),
    sa.Column('created_at', Moment(), nullable=False),
    sa.Column('next_at', Moment(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('leased_until', Moment(), nullable=True),
    sa.Column('status', sa.Integer(), nullable=True),
    sa.Column('fault', sa.String(length=60), nullable=True),
    sa.Column('sent_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_step_hooks_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_step_hooks')),
    sa.UniqueConstraint('report_id', 'round', 'step', name=op.f('uq_step_hooks_report_id'))
    )
    with op.batch_alter_table('step_hooks', schema=None) as batch_op:
        batch_op.create_index('ix_step_hooks_claim', ['state', 'next_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('step_hooks', schema=None) as batch_op:
        batch_op.drop_index('ix_step_hooks_claim')

    op.drop_table('step_hooks')
