"""public bots: who heard an update, who sends a message, and which bot a resident has started"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0034"
down_revision: str | None = "0033"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("bot_id", sa.BigInteger(), server_default="0", nullable=False))
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("bot_id", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.drop_index("ix_outbox_claim")
        batch_op.create_index("ix_outbox_claim", ["state", "bot_id", "priority", "next_at", "id"], unique=False)
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("bot_id", sa.BigInteger(), server_default="0", nullable=False))
        batch_op.drop_constraint("pk_inbox", type_="primary")
        batch_op.create_primary_key("pk_inbox", ["bot_id", "update_id"])


def downgrade() -> None:
    op.execute("DELETE FROM inbox WHERE bot_id <> 0")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_constraint("pk_inbox", type_="primary")
        batch_op.create_primary_key("pk_inbox", ["update_id"])
        batch_op.drop_column("bot_id")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_claim")
        batch_op.create_index("ix_outbox_claim", ["state", "priority", "next_at", "id"], unique=False)
        batch_op.drop_column("bot_id")
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.drop_column("bot_id")
