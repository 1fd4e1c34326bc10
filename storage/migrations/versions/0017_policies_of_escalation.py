"""policies of escalation"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0017'
down_revision: str | None = '0016'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('policies',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('scope', sa.String(length=300), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('level', sa.String(length=2), nullable=False),
    sa.Column('area', sa.String(length=12), nullable=True),
    sa.Column('categories', sa.JSON(), nullable=False),
    sa.Column('hours', sa.String(length=11), nullable=True),
    sa.Column('ladder', sa.JSON(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('made_at', Moment(), nullable=False),
    sa.Column('made_by_name', sa.String(length=200), nullable=False),
    sa.Column('ended_at', Moment(), nullable=True),
    sa.Column('ended_by_name', sa.String(length=200), nullable=True),
    sa.ForeignKeyConstraint(['area'], ['areas.code'], name=op.f('fk_policies_area_areas')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_policies'))
    )
    with op.batch_alter_table('policies', schema=None) as batch_op:
        batch_op.create_index('ix_policies_level_ended', ['level', 'ended_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('policies', schema=None) as batch_op:
        batch_op.drop_index('ix_policies_level_ended')

    op.drop_table('policies')
