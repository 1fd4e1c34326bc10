"""A database with many open cases in it, as many closed ones, and their due times, written row by row."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, text

from bot.actions.ladders_kept import ladder_to_json
from bot.world import World
from storage.case_view import CARD
from storage.database import Database
from storage.tables import (
    Clock,
    Escalation,
    FollowUp,
    Group,
    OutboxRow,
    Person,
    Post,
    Report,
    ReportVersion,
)
from storage.tables.foundation import Table

MIX = ("P0",) * 1 + ("P1",) * 4 + ("P2",) * 10 + ("P3",) * 5
AT_ONCE = 2_000
HOUR = timedelta(hours=1)
CLOCKS = (("phone", "town", 20), ("written", "city", 60), ("unit", "unit", 60))


async def fill(database: Database, world: World, count: int, now: datetime, mix: Sequence[str] = MIX) -> None:
    """`count` open cases of which nothing is due, and as many that were closed in the last hundred days."""
    async with database.transaction() as tx:
        posts = select(Person.id, Person.telegram_id, Post.area).join(Post, Post.person_id == Person.id)
        officers = [tuple(row) for row in await tx.session.execute(posts.order_by(Person.id))]
        towns = {row.area: row.chat_id for row in await tx.session.scalars(select(Group))}
    dice, first = random.Random(7), 1
    for closed in (True, False):
        for start in range(0, count, AT_ONCE):
            rows: dict[type[Table], list[dict[str, Any]]] = {}
            for number in range(first, first + min(AT_ONCE, count - start)):
                for table, row in _case(world, number, mix[number % len(mix)], dice, officers, towns, closed, now):
                    rows.setdefault(table, []).append(row)
            first += min(AT_ONCE, count - start)
            async with database.transaction() as tx:
                for table, some in rows.items():
                    await tx.session.execute(insert(table), some)
    await _settle(database)


async def _settle(database: Database) -> None:
    """The planner knows the tables, as after a night's work."""
    async with database.transaction() as tx:
        await tx.session.execute(text("ANALYZE"))
        if database.dialect == "postgresql":
            await tx.session.execute(text("SELECT setval('reports_id_seq', (SELECT max(id) FROM reports))"))
            await tx.session.execute(text("SELECT setval('outbox_id_seq', (SELECT max(id) FROM outbox))"))


def _case(
    world: World, number: int, level: str, dice: random.Random, officers: list[Any], towns: Mapping[str, int],
    closed: bool, now: datetime,
) -> Iterator[tuple[type[Table], dict[str, Any]]]:  # fmt: skip
    """The rows of one case, two hours old when open; the closed ones of a hundred days."""
    reporter, _, village = officers[number % len(officers)]
    town = village[:9]
    sent = now - HOUR * (12 * (1 + number % 200) if closed else 2) - timedelta(seconds=number % 1800)
    ladder = world.ladder(level)
    yield Report, {
        "id": number, "number": f"QS-{sent:%Y%m%d}-{number:05}", "kind": "incident", "category": "typhoon",
        "area": village, "town": town, "reporter_id": reporter, "priority": level,
        "state": "closed" if closed else "open",
        "answers": {"what_happened": "大风刮倒树木，道路中断，正在清理。" * 4, "dead": "0", "injured": "0"},
        "learned_at": sent, "sent_at": sent, "last_at": sent,
    }  # fmt: skip
    yield ReportVersion, {
        "report_id": number, "version": 1, "answers": {}, "at": sent, "by_person": reporter, "kind": "first",
    }  # fmt: skip
    ahead = ladder.repeat and now + min(ladder.repeat.wait, HOUR) * dice.uniform(0.2, 1)
    yield Escalation, {
        "report_id": number, "ladder": ladder_to_json(ladder), "started_at": sent, "steps_done": len(ladder.steps),
        "next_step_at": None if closed else ahead, "stopped_at": sent + HOUR if closed else None,
        "stopped_by": "closed" if closed else None,
    }  # fmt: skip
    later = (sent if closed else now) + HOUR * dice.uniform(1, 6)
    yield (
        FollowUp,
        {
            "report_id": number,
            "seen_version": 1,
            "last_at": sent,
            "due_at": later,
            "step_at": later,
            "refresh_at": later,
        },
    )
    for name, owed_by, minutes in CLOCKS:
        noted = None if closed or owed_by == "unit" else now - HOUR / 2
        yield Clock, {
            "report_id": number, "name": name, "names": {"zh-Hans": name}, "owed_by": owed_by, "basis": "sent",
            "minutes": minutes, "source": "", "met_when": ["phoned"], "started_at": sent,
            "due_at": sent + timedelta(minutes=minutes), "passed_noted_at": noted,
        }  # fmt: skip
    for chat in {towns[town], towns[village[:6]]}:
        yield OutboxRow, {
            "kind": "escalation", "priority": 0, "chat_id": chat, "language": "zh-Hans", "key": CARD,
            "values": {"to": "值班群", "step": 1}, "subject": f"report:{number}", "once": f"filled:{number}:{chat}",
            "created_at": sent, "next_at": sent, "state": "sent", "sent_at": sent, "message_id": number,
        }  # fmt: skip


def now() -> datetime:
    return datetime.now(UTC)
