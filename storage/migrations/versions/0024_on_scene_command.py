"""on-scene command"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0024'
down_revision: str | None = '0023'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('scene_commands',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=True),
    sa.Column('role', sa.String(length=16), nullable=True),
    sa.Column('area', sa.String(length=12), nullable=True),
    sa.Column('function', sa.String(length=24), nullable=True),
    sa.Column('named_at', Moment(), nullable=False),
    sa.Column('named_by', sa.BigInteger(), nullable=True),
    sa.Column('named_by_name', sa.String(length=200), nullable=False),
    sa.Column('after_id', sa.Integer(), nullable=True),
    sa.Column('note', sa.String(length=1000), nullable=True),
    sa.Column('due_at', Moment(), nullable=True),
    sa.Column('silent_at', Moment(), nullable=True),
    sa.Column('told', sa.Boolean(), nullable=False),
    sa.Column('answered_at', Moment(), nullable=True),
    sa.Column('answered_by_name', sa.String(length=200), nullable=True),
    sa.Column('reason', sa.String(length=1000), nullable=True),
    sa.Column('arrived_at', Moment(), nullable=True),
    sa.Column('ended_at', Moment(), nullable=True),
    sa.Column('ended_why', sa.String(length=16), nullable=True),
    sa.ForeignKeyConstraint(['after_id'], ['scene_commands.id'], name=op.f('fk_scene_commands_after_id_scene_commands')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_scene_commands_person_id_people')),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_scene_commands_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scene_commands'))
    )
    with op.batch_alter_table('scene_commands', schema=None) as batch_op:
        batch_op.create_index('ix_scene_commands_due_at', ['due_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_scene_commands_report_id'), ['report_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('scene_commands', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_scene_commands_report_id'))
        batch_op.drop_index('ix_scene_commands_due_at')

    op.drop_table('scene_commands')
