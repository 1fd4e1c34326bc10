"""early signs and calls"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('interventions',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('unit_slug', sa.String(length=40), nullable=True),
    sa.Column('unit', sa.String(length=200), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('given_at', Moment(), nullable=False),
    sa.Column('given_by_name', sa.String(length=200), nullable=False),
    sa.Column('due_at', Moment(), nullable=False),
    sa.Column('nudge_at', Moment(), nullable=True),
    sa.Column('nudged', sa.Integer(), nullable=False),
    sa.Column('taken_at', Moment(), nullable=True),
    sa.Column('taken_by_name', sa.String(length=200), nullable=True),
    sa.Column('outcome', sa.String(length=1000), nullable=True),
    sa.Column('settled_at', Moment(), nullable=True),
    sa.Column('settled_by_name', sa.String(length=200), nullable=True),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_interventions_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_interventions'))
    )
    with op.batch_alter_table('interventions', schema=None) as batch_op:
        batch_op.create_index('ix_interventions_nudge_at', ['nudge_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_interventions_report_id'), ['report_id'], unique=False)

    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.add_column(sa.Column('keyed_by_name', sa.String(length=200), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.drop_column('keyed_by_name')

    with op.batch_alter_table('interventions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_interventions_report_id'))
        batch_op.drop_index('ix_interventions_nudge_at')

    op.drop_table('interventions')
