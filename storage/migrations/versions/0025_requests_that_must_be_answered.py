"""requests that must be answered"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0025'
down_revision: str | None = '0024'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('case_requests',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('function', sa.String(length=24), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('names', sa.String(length=400), nullable=False),
    sa.Column('asked_by', sa.BigInteger(), nullable=False),
    sa.Column('asked_by_name', sa.String(length=200), nullable=False),
    sa.Column('asked_in', sa.BigInteger(), nullable=False),
    sa.Column('asked_at', Moment(), nullable=False),
    sa.Column('due_at', Moment(), nullable=False),
    sa.Column('level', sa.String(length=2), nullable=True),
    sa.Column('reason', sa.String(length=1000), nullable=True),
    sa.Column('answered_at', Moment(), nullable=True),
    sa.Column('answered_by', sa.BigInteger(), nullable=True),
    sa.Column('answered_by_name', sa.String(length=200), nullable=True),
    sa.Column('answer', sa.String(length=1000), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_case_requests_person_id_people')),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_case_requests_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_case_requests'))
    )
    with op.batch_alter_table('case_requests', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_case_requests_report_id'), ['report_id'], unique=False)
        batch_op.create_index('ix_case_requests_waiting', ['state', 'due_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('case_requests', schema=None) as batch_op:
        batch_op.drop_index('ix_case_requests_waiting')
        batch_op.drop_index(batch_op.f('ix_case_requests_report_id'))

    op.drop_table('case_requests')
