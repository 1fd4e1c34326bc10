"""evidence kept and found"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from storage.tables import Moment

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "evidence_files",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("unique_id", sa.String(length=80), nullable=False),
        sa.Column("file_id", sa.String(length=255), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=True),
        sa.Column("mime", sa.String(length=100), nullable=True),
        sa.Column("telegram_size", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("wanted_at", Moment(), nullable=False),
        sa.Column("next_at", Moment(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=True),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("leased_by", sa.String(length=40), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("fetched_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_files")),
        sa.UniqueConstraint("unique_id", name=op.f("uq_evidence_files_unique_id")),
    )
    with op.batch_alter_table("evidence_files", schema=None) as batch_op:
        batch_op.create_index("ix_evidence_files_claim", ["state", "next_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_files_sha256"), ["sha256"], unique=False)

    op.create_table(
        "said",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_said_report_id_reports")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_said")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("message_at", Moment(), nullable=True))
        batch_op.add_column(sa.Column("original_at", Moment(), nullable=True))
        batch_op.create_index(batch_op.f("ix_evidence_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_unique_id"), ["unique_id"], unique=False)

    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("search_text", sa.Text(), server_default="", nullable=False))

    # what came in before is fetched as well, and found by its words
    op.execute(
        "INSERT INTO evidence_files (unique_id, file_id, kind, telegram_size, state, wanted_at, next_at, attempts) "
        "SELECT unique_id, MAX(file_id), MAX(kind), MAX(size), 'waiting', MIN(at), MIN(at), 0 "
        "FROM evidence GROUP BY unique_id"
    )
    reports = sa.table("reports", sa.column("id", sa.Integer), sa.column("answers", sa.JSON), sa.column("search_text"))
    connection = op.get_bind()
    for report_id, answers in connection.execute(sa.select(reports.c.id, reports.c.answers)).all():
        said = [answers.get(key) for key in ("what_happened", "description", "what_done")]
        words = " ".join(str(part) for part in said if part).lower()
        connection.execute(sa.update(reports).where(reports.c.id == report_id).values(search_text=words))


def downgrade() -> None:
    with op.batch_alter_table("reports", schema=None) as batch_op:
        batch_op.drop_column("search_text")

    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_unique_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_file_id"))
        batch_op.drop_column("original_at")
        batch_op.drop_column("message_at")

    op.drop_table("said")
    with op.batch_alter_table("evidence_files", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_files_sha256"))
        batch_op.drop_index("ix_evidence_files_claim")

    op.drop_table("evidence_files")
