"""second looks"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0033"
down_revision: str | None = "0032"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('alerts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('look_due_at', Moment(), nullable=True))
        batch_op.add_column(sa.Column('look_rounds', sa.Integer(), server_default='0', nullable=False))
        batch_op.create_index(batch_op.f('ix_alerts_look_due_at'), ['look_due_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('alerts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_alerts_look_due_at'))
        batch_op.drop_column('look_rounds')
        batch_op.drop_column('look_due_at')

