"""duty tables as files"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    with op.batch_alter_table("roster_files", schema=None) as batch_op:
        batch_op.alter_column(
            "file_id", new_column_name="unique_id", existing_type=sa.String(length=255), type_=sa.String(length=80)
        )


def downgrade() -> None:
    with op.batch_alter_table("roster_files", schema=None) as batch_op:
        batch_op.alter_column(
            "unique_id", new_column_name="file_id", existing_type=sa.String(length=80), type_=sa.String(length=255)
        )
