"""On-scene command: the rows of a case, who may be named, what is due. Hold the report first: its lock is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, or_, select

from bot.rules.command import ROLES, RUNNING
from bot.rules.commander_view import Candidate, CommanderView, CommandView
from bot.rules.deadlines import ENDED
from storage import areas
from storage.database import Transaction
from storage.duty import above
from storage.tables import Person, Post, Report, SceneCommand

# Written once (storage.tables.plain says why).
_OF = select(SceneCommand).where(SceneCommand.report_id == bindparam("report")).order_by(SceneCommand.id)
_DUE = (
    select(SceneCommand.report_id)
    .join(Report, Report.id == SceneCommand.report_id)
    .where(SceneCommand.state.in_(RUNNING))
    .where(or_(SceneCommand.due_at <= bindparam("now"), Report.state.in_(ENDED)))
    .order_by(SceneCommand.id)
    .limit(100)
)


async def of_report(tx: Transaction, report_id: int) -> list[SceneCommand]:
    """All of them, the first one first."""
    fresh = {"populate_existing": True}
    return list(await tx.session.scalars(_OF, {"report": report_id}, execution_options=fresh))


def standing(rows: Sequence[SceneCommand]) -> SceneCommand | None:
    return next((row for row in rows if row.state == "standing"), None)


def waiting(rows: Sequence[SceneCommand]) -> SceneCommand | None:
    return next((row for row in rows if row.state == "named"), None)


async def standing_of(tx: Transaction, person_id: int) -> int | None:
    """The case that somebody commands, the newest of several that are not over."""
    query = (
        select(SceneCommand.report_id)
        .join(Report, Report.id == SceneCommand.report_id)
        .where(SceneCommand.person_id == person_id, SceneCommand.state == "standing", Report.state.not_in(ENDED))
        .order_by(SceneCommand.answered_at.desc())
        .limit(1)
    )
    return await tx.session.scalar(query)


async def get(tx: Transaction, command_id: int) -> SceneCommand | None:
    return await tx.session.get(SceneCommand, command_id)


async def add(tx: Transaction, row: SceneCommand) -> SceneCommand:
    tx.session.add(row)
    await tx.session.flush()
    return row


async def due(tx: Transaction, now: datetime) -> list[int]:
    """The reports of which somebody has not answered in time, or that are over while a command runs."""
    return list(dict.fromkeys(await tx.session.scalars(_DUE, {"now": now})))


async def view(tx: Transaction, report_id: int) -> CommandView:
    """As the card shows it."""
    rows = await of_report(tx, report_id)
    if not rows:
        return CommandView()
    in_command, asked = standing(rows), waiting(rows)
    refused = rows[-1].name if rows[-1].state == "refused" else None
    return CommandView(
        await shown(tx, in_command) if in_command else None, await shown(tx, asked) if asked else None, refused
    )  # fmt: skip


async def shown(tx: Transaction, row: SceneCommand) -> CommanderView:
    names = (await areas.names(tx, [row.area])).get(row.area, ("", "")) if row.area else ("", "")
    at = row.ended_at or row.answered_at or row.named_at
    return CommanderView(
        row.id, row.state, row.name, row.phone, row.person_id, row.role, names, row.function, at, row.named_by_name,
        row.told, row.due_at, row.silent_at, row.arrived_at, row.note,
    )  # fmt: skip


async def candidates(tx: Transaction, area: str) -> list[Candidate]:
    """Who may be named for a case here: the village's people first, then the town's, then the district's."""
    query = (
        select(Person, Post)
        .join(Post, Post.person_id == Person.id)
        .where(Post.role.in_(ROLES), Post.area.in_(above(area)), Post.until.is_(None))
    )
    found = [(person, post) for person, post in await tx.session.execute(query)]
    found.sort(key=lambda each: (-len(each[1].area), ROLES.index(each[1].role), each[1].rank or "", each[1].id))
    names = await areas.names(tx, {post.area for _, post in found})
    offered: dict[int, Candidate] = {}
    for person, post in found:
        reachable = bool(person.telegram_id) and person.unreachable_since is None
        offered.setdefault(person.id, Candidate(
            person.id, person.name, person.phone, post.role, post.area, names.get(post.area, ("", "")), post.function,
            reachable,
        ))  # fmt: skip
    return list(offered.values())
