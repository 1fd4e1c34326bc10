"""experts and consultations"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0028'
down_revision: str | None = '0027'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('experts',
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.Column('employer', sa.String(length=200), nullable=True),
    sa.Column('until', sa.Date(), nullable=True),
    sa.Column('away', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_experts_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_experts'))
    )
    op.create_table('consultations',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('asked_by', sa.BigInteger(), nullable=False),
    sa.Column('asked_by_name', sa.String(length=200), nullable=False),
    sa.Column('asked_by_phone', sa.String(length=40), nullable=True),
    sa.Column('question', sa.String(length=1000), nullable=True),
    sa.Column('asked_at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_consultations_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consultations'))
    )
    with op.batch_alter_table('consultations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consultations_report_id'), ['report_id'], unique=False)

    op.create_table('consult_requests',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('consultation_id', sa.Integer(), nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('by_phone', sa.Boolean(), nullable=False),
    sa.Column('call_me', sa.Boolean(), nullable=False),
    sa.Column('asked_at', Moment(), nullable=False),
    sa.Column('step_at', Moment(), nullable=True),
    sa.Column('steps', sa.Integer(), nullable=False),
    sa.Column('condition', sa.Text(), nullable=True),
    sa.Column('action', sa.Text(), nullable=True),
    sa.Column('need', sa.Text(), nullable=True),
    sa.Column('reason', sa.String(length=300), nullable=True),
    sa.Column('ended_at', Moment(), nullable=True),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('recorded_by_name', sa.String(length=200), nullable=True),
    sa.ForeignKeyConstraint(['consultation_id'], ['consultations.id'], name=op.f('fk_consult_requests_consultation_id_consultations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_consult_requests_person_id_people')),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_consult_requests_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consult_requests'))
    )
    with op.batch_alter_table('consult_requests', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consult_requests_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consult_requests_report_id'), ['report_id'], unique=False)
        batch_op.create_index('ix_consult_requests_state', ['state'], unique=False)
        batch_op.create_index('ix_consult_requests_step_at', ['step_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('consult_requests', schema=None) as batch_op:
        batch_op.drop_index('ix_consult_requests_step_at')
        batch_op.drop_index('ix_consult_requests_state')
        batch_op.drop_index(batch_op.f('ix_consult_requests_report_id'))
        batch_op.drop_index(batch_op.f('ix_consult_requests_person_id'))

    op.drop_table('consult_requests')
    with op.batch_alter_table('consultations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consultations_report_id'))

    op.drop_table('consultations')
    op.drop_table('experts')
