"""what residents answer and where they go"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0015'
down_revision: str | None = '0014'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('shelters',
    sa.Column('code', sa.String(length=24), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('area', sa.String(length=12), nullable=False),
    sa.Column('lat', sa.Double(), nullable=False),
    sa.Column('lon', sa.Double(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=True),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('unsuitable', sa.JSON(), nullable=False),
    sa.Column('changed_by_name', sa.String(length=200), nullable=True),
    sa.Column('changed_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['area'], ['areas.code'], name=op.f('fk_shelters_area_areas')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_shelters'))
    )
    with op.batch_alter_table('shelters', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_shelters_area'), ['area'], unique=False)

    op.create_table('alert_answers',
    sa.Column('alert_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('area', sa.String(length=12), nullable=False),
    sa.Column('answer', sa.String(length=8), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.ForeignKeyConstraint(['alert_id'], ['alerts.id'], name=op.f('fk_alert_answers_alert_id_alerts')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_alert_answers_person_id_people')),
    sa.PrimaryKeyConstraint('alert_id', 'person_id', name=op.f('pk_alert_answers'))
    )
    with op.batch_alter_table('alert_answers', schema=None) as batch_op:
        batch_op.create_index('ix_alert_answers_count', ['alert_id', 'area', 'answer'], unique=False)

    op.create_table('help_requests',
    sa.Column('report_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('alert_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.Column('erased_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['alert_id'], ['alerts.id'], name=op.f('fk_help_requests_alert_id_alerts')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_help_requests_person_id_people')),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_help_requests_report_id_reports')),
    sa.PrimaryKeyConstraint('report_id', name=op.f('pk_help_requests'))
    )
    with op.batch_alter_table('help_requests', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_help_requests_alert_id'), ['alert_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_help_requests_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('help_requests', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_help_requests_person_id'))
        batch_op.drop_index(batch_op.f('ix_help_requests_alert_id'))

    op.drop_table('help_requests')
    with op.batch_alter_table('alert_answers', schema=None) as batch_op:
        batch_op.drop_index('ix_alert_answers_count')

    op.drop_table('alert_answers')
    with op.batch_alter_table('shelters', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_shelters_area'))

    op.drop_table('shelters')
