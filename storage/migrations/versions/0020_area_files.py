"""area files"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table('cap_files', schema=None) as batch_op:
        batch_op.add_column(sa.Column('about', sa.String(length=8), server_default='cap', nullable=False))



def downgrade() -> None:
    with op.batch_alter_table('cap_files', schema=None) as batch_op:
        batch_op.drop_column('about')

