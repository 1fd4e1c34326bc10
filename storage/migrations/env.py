"""Alembic's way in. The connection comes from `storage.migrate`, which has begun its transaction and holds the lock."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.tables import Moment, Table


def render_item(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Autogenerate leaves out the import of a type of ours: name it as the template imports it."""
    return "Moment()" if kind == "type" and isinstance(thing, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,  # SQLite changes a table by writing it anew
    render_item=render_item,
    transactional_ddl=True,  # killed in the middle, nothing has happened
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
