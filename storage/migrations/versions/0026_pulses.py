"""pulses"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0026'
down_revision: str | None = '0025'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('pulses',
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('times', sa.String(length=40), nullable=True),
    sa.Column('urgent', sa.Boolean(), nullable=True),
    sa.Column('next_at', Moment(), nullable=True),
    sa.Column('look_at', Moment(), nullable=True),
    sa.Column('reckoned', sa.String(length=90), nullable=False),
    sa.Column('since_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_pulses_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_pulses'))
    )
    with op.batch_alter_table('pulses', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pulses_look_at'), ['look_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_pulses_next_at'), ['next_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('pulses', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pulses_next_at'))
        batch_op.drop_index(batch_op.f('ix_pulses_look_at'))

    op.drop_table('pulses')
