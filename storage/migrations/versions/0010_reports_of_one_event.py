"""reports of one event"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0010'
down_revision: str | None = '0009'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('report_links',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('older_id', sa.Integer(), nullable=False),
    sa.Column('newer_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('why', sa.String(length=20), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.Column('decided_at', Moment(), nullable=True),
    sa.Column('decided_by', sa.String(length=200), nullable=True),
    sa.ForeignKeyConstraint(['newer_id'], ['reports.id'], name=op.f('fk_report_links_newer_id_reports')),
    sa.ForeignKeyConstraint(['older_id'], ['reports.id'], name=op.f('fk_report_links_older_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_links')),
    sa.UniqueConstraint('older_id', 'newer_id', name=op.f('uq_report_links_older_id'))
    )
    with op.batch_alter_table('report_links', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_links_newer_id'), ['newer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_links_older_id'), ['older_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('report_links', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_report_links_older_id'))
        batch_op.drop_index(batch_op.f('ix_report_links_newer_id'))

    op.drop_table('report_links')
