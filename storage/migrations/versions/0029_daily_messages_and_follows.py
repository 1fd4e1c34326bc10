"""daily messages and follows"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0029"
down_revision: str | None = "0028"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table('alert_follows',
    sa.Column('alert_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('since', Moment(), nullable=False),
    sa.Column('ended_at', Moment(), nullable=True),
    sa.ForeignKeyConstraint(['alert_id'], ['alerts.id'], name=op.f('fk_alert_follows_alert_id_alerts')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_alert_follows_person_id_people')),
    sa.PrimaryKeyConstraint('alert_id', 'person_id', name=op.f('pk_alert_follows'))
    )
    with op.batch_alter_table('alert_follows', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_alert_follows_person_id'), ['person_id'], unique=False)

    op.create_table('digest_items',
    sa.Column('alert_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('due_at', Moment(), nullable=False),
    sa.Column('taken_at', Moment(), nullable=True),
    sa.Column('left_out', sa.String(length=20), nullable=True),
    sa.ForeignKeyConstraint(['alert_id'], ['alerts.id'], name=op.f('fk_digest_items_alert_id_alerts')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_digest_items_person_id_people')),
    sa.PrimaryKeyConstraint('alert_id', 'person_id', name=op.f('pk_digest_items'))
    )
    with op.batch_alter_table('digest_items', schema=None) as batch_op:
        batch_op.create_index('ix_digest_items_due', ['taken_at', 'due_at'], unique=False)
        batch_op.create_index('ix_digest_items_person', ['person_id', 'taken_at'], unique=False)

    with op.batch_alter_table('subscriptions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('digest_below', sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column('digest_at', sa.String(length=5), nullable=True))



def downgrade() -> None:
    with op.batch_alter_table('subscriptions', schema=None) as batch_op:
        batch_op.drop_column('digest_at')
        batch_op.drop_column('digest_below')

    with op.batch_alter_table('digest_items', schema=None) as batch_op:
        batch_op.drop_index('ix_digest_items_person')
        batch_op.drop_index('ix_digest_items_due')

    op.drop_table('digest_items')
    with op.batch_alter_table('alert_follows', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_alert_follows_person_id'))

    op.drop_table('alert_follows')
