"""storm lists"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = '0014'
down_revision: str | None = '0013'
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('storm_lists',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(length=4), nullable=False),
    sa.Column('started_at', Moment(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_storm_lists'))
    )
    with op.batch_alter_table('storm_lists', schema=None) as batch_op:
        batch_op.create_index('ix_storm_lists_chat_kind', ['chat_id', 'kind', 'started_at'], unique=False)

    op.create_table('storm_lines',
    sa.Column('id', sa.Integer(), autoincrement=True, nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('at', Moment(), nullable=False),
    sa.Column('report_id', sa.Integer(), nullable=False),
    sa.Column('list_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['list_id'], ['storm_lists.id'], name=op.f('fk_storm_lines_list_id_storm_lists')),
    sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_storm_lines_report_id_reports')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_storm_lines'))
    )
    with op.batch_alter_table('storm_lines', schema=None) as batch_op:
        batch_op.create_index('ix_storm_lines_chat_at', ['chat_id', 'at'], unique=False)
        batch_op.create_index(batch_op.f('ix_storm_lines_list_id'), ['list_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_storm_lines_report_id'), ['report_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('storm_lines', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_storm_lines_report_id'))
        batch_op.drop_index(batch_op.f('ix_storm_lines_list_id'))
        batch_op.drop_index('ix_storm_lines_chat_at')

    op.drop_table('storm_lines')
    with op.batch_alter_table('storm_lists', schema=None) as batch_op:
        batch_op.drop_index('ix_storm_lists_chat_kind')

    op.drop_table('storm_lists')
