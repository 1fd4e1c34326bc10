"""What /policy shows beforehand is what then happens: any policy, any hour, any answer, through the actions themselves.

A policy is typed and saved, a report is filed at some hour, the ticks run, somebody answers or nobody does. Every call
that is written for a chat comes at the minute that the preview names, and no other comes.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.actions import answer_case, escalate, lapses, policies, reports
from bot.rules.escalation import Ladder
from bot.rules.policy import PERSON, Call, preview
from bot.rules.policy_reading import Draft, Fault
from bot.rules.speaker import HeldPost, Speaker
from bot.settings import Settings
from bot.world import World, load_world
from storage import areas, escalations, groups, people
from storage import reports as reporting
from storage.case_view import CARD
from storage.database import Database, Transaction
from storage.tables import OutboxRow

CITY, TOWN, VILLAGE = "440118", "440118105", "440118105230"
MINUTE = timedelta(minutes=1)
# What is typed for somebody, and the chat that then rings. All of them are there in this town.
WHOM = ("镇群", "区群", "领导", "@陈建国", "B岗")
CHAT_BEHIND = {"town_duty": -701, "district_duty": -702, "leader": 1004, PERSON: 1003, "post:B": 1002}
CHEN = Speaker(1003, "陈建国", "zh-Hans", 1003, True, posts=(HeldPost("duty", TOWN, "派潭镇"),))
ADMIN = Speaker(9001, "管理员", "zh-Hans", 9001, True, admin=True)
REPEATS, TICK = 3, timedelta(seconds=5)
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "P0": ("滑坡", {"category": {"slug": "geo_landslide"}, "harm": "yes"}),
    "P2": ("内涝积水", {"category": {"slug": "waterlogging"}, "harm": "none"}),
}
DAYS = count()
WORLDS: dict[str, World] = {}


@dataclass(frozen=True)
class Told:
    """A policy as it is typed, and the night that it meets."""

    level: str
    text: str
    begins: time
    answer: str | None
    after: int


@st.composite
def nights(draw: st.DrawFn) -> Told:
    level = draw(st.sampled_from(sorted(CASES)))
    clock = st.times().map(lambda at: f"{at:%H:%M}")
    hours = draw(st.lists(clock, min_size=2, max_size=2, unique=True)) if draw(st.booleans()) else []
    where = draw(st.sampled_from(["", "派潭镇", "增城区"]))
    what = draw(st.sampled_from(["", CASES[level][0], "fire_building"]))
    whom = st.lists(st.sampled_from(WHOM), min_size=1, max_size=3, unique=True).map(" ".join)
    waits = [0, *draw(st.lists(st.integers(1, 40), max_size=4))]
    lines = [f"{wait} {draw(whom)}{draw(st.sampled_from(['', ' 静音']))}" for wait in waits]
    if level == "P0" or draw(st.booleans()):
        lines.append(f"重复 {draw(st.integers(1, 40))} {draw(whom)}")
    lines += draw(st.sampled_from([[], ["停止 转办"], ["停止 接报"]]))
    lines += draw(st.sampled_from([[], ["进展 7"], ["进展 45"]]))
    text = "\n".join([" ".join(part for part in (level, where, what, "-".join(hours)) if part), *lines])
    answer = draw(st.sampled_from([None, "acknowledged", "referred"]))
    return Told(level, text, draw(st.times()), answer, draw(st.integers(0, 100)))


@dataclass(frozen=True)
class Expected:
    """The calls that the preview names until `until` (None: as far as it goes), when somebody answers, and a lapse."""

    calls: tuple[Call, ...]
    answered: datetime | None
    lapse: datetime | None
    until: datetime | None


def expected(ladder: Ladder, start: datetime, told: Told) -> Expected:
    """The preview, as far as nobody answers; after a lapse the preview of a climb that begins then."""
    whole = preview(ladder, start, REPEATS)
    if told.answer is None:
        return Expected(whole, None, None, whole[-1].at + 10 * MINUTE if ladder.repeat is None else None)
    answered = start + told.after * MINUTE + timedelta(seconds=30)
    lapses_at = answered + ladder.progress_within if ladder.progress_within else None
    lapse = lapses_at if told.answer == "acknowledged" else None
    if not ladder.stops(told.answer):
        shown = tuple(call for call in whole if lapse is None or call.at < lapse)
        goes_on = ladder.repeat is not None and shown == whole  # it repeats for longer than the preview tells
        return Expected(shown, answered, None, None if goes_on else lapse)
    before = tuple(call for call in whole if call.at < answered)
    return Expected(before + (preview(ladder, lapse, 1) if lapse else ()), answered, lapse, None)


BARE = "P2 00:29-00:00\n0 镇群\n1 镇群 区群\n1 镇群\n重复 1 镇群 领导 区群\n停止 转办"


@example(Told("P2", BARE, time(11, 55, 46, 27225), "acknowledged", 0))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(nights())
def test_the_preview_of_a_policy_is_what_then_happens(database_url: str, told: Told) -> None:
    asyncio.run(_night(database_url, told))


async def _night(url: str, told: Told) -> None:
    database, unset = Database(url), Settings(_env_file=None)  # type: ignore[call-arg]
    day = date(2026, 6, 1) + timedelta(days=3 * next(DAYS))
    start = datetime.combine(day, told.begins, unset.zone).astimezone(UTC).replace(second=0, microsecond=0)
    try:
        async with database.transaction() as tx:
            await _town(tx, start)
        async with database.transaction() as tx:
            world = WORLDS.get(url) or WORLDS.setdefault(url, await load_world(tx, unset))
            ladder = await _ladder(tx, world, told, start)
            report_id = await _filed(tx, world, told, start)
        night = expected(ladder, start, told)
        for now, what in _moments(ladder, start, night):
            await _happens(database, world, told, report_id, now, what)
        async with database.transaction() as tx:
            happened = await _called(tx, report_id)
            await _over(tx, report_id, start)
    finally:
        await database.close()
    shown = [(sorted(_chats(call)), call.silent and min(_chats(call)) < 0) for call in night.calls]
    assert [(chats, silent) for _, chats, silent in happened] == shown, told.text
    for (at, _, _), call in zip(happened, night.calls, strict=True):
        assert timedelta() <= at - call.at <= TICK, told.text


def _moments(ladder: Ladder, start: datetime, night: Expected) -> list[tuple[datetime, str]]:
    """The ticks: a second before each call that there is or would have been, and a few after; and the answer."""
    would = [call.at for call in (*night.calls, *preview(ladder, start, REPEATS))]
    last = max(call.at for call in night.calls)
    ticks = {at + late for at in would for late in (timedelta(seconds=-1), TICK)}
    ticks |= {night.lapse + timedelta(seconds=1)} if night.lapse else set()
    ticks = {at for at in ticks if start < at <= max(last + TICK, night.answered or start)}
    ticks |= {night.until - MINUTE} if night.until else set()
    answers = [(night.answered, "answer")] if night.answered else []
    return sorted([(at, "tick") for at in ticks if night.until is None or at < night.until] + answers)


async def _happens(database: Database, world: World, told: Told, report_id: int, now: datetime, what: str) -> None:
    if what == "tick":
        await lapses.look(database, world, now)
        await escalate.advance_due(database, world, now)
        return
    async with database.transaction() as tx:
        if told.answer == "acknowledged":
            answer = await answer_case.acknowledge(tx, CHEN, None, report_id, now)
        else:
            answer = await answer_case.refer(tx, CHEN, None, report_id, "林业站", now)
        assert answer.refusal is None


async def _ladder(tx: Transaction, world: World, told: Told, now: datetime) -> Ladder:
    """The policy is saved, alone; the ladder that the preview shows for this case: its own, where it does not hold the
    built-in one."""
    for row in await policies.standing(tx):
        await policies.end(tx, ADMIN, row.id, now)
    draft = await policies.typed(tx, world, told.text)
    assert isinstance(draft, Draft), (told.text, draft)
    assert not isinstance(await policies.save(tx, world, ADMIN, told.text, now), Fault)
    slug = CASES[told.level][1]["category"]["slug"]
    holds = draft.scope.holds(told.level, VILLAGE, slug, now.astimezone(world.settings.zone).time())
    return draft.ladder if holds else world.ladder(told.level)


async def _filed(tx: Transaction, world: World, told: Told, now: datetime) -> int:
    he = await people.by_telegram(tx, 1001)
    assert he is not None
    posts = await people.posts_of(tx, he.id)
    speaker = Speaker(1001, he.name, "zh-Hans", 1001, True, he.id, posts=posts)
    answers = {"_form": "emergency", "place": {"kind": "area", "area": VILLAGE}, **CASES[told.level][1]}
    return (await reports.file(tx, world, speaker, "incident", answers, now)).report.id


async def _called(tx: Transaction, report_id: int) -> list[tuple[datetime, list[int], bool]]:
    """Every call that was written: when, into which chats, and whether without a sound."""
    rows = select(OutboxRow).where(OutboxRow.subject == f"report:{report_id}", OutboxRow.edits.is_(None))
    found: dict[datetime, list[OutboxRow]] = {}
    for row in await tx.session.scalars(rows.where(OutboxRow.key.in_((CARD, "case-again"))).order_by(OutboxRow.id)):
        found.setdefault(row.created_at, []).append(row)
    return [(at, sorted(row.chat_id for row in some), any(row.silent for row in some)) for at, some in found.items()]


def _chats(call: Call) -> set[int]:
    return {CHAT_BEHIND[word if not word.startswith(PERSON) else PERSON] for word in call.whom}


async def _over(tx: Transaction, report_id: int, now: datetime) -> None:
    """The next night begins without this case."""
    await escalations.stop(tx, report_id, "closed", now)
    report = await reporting.get(tx, report_id)
    assert report is not None
    report.state = "closed"


async def _town(tx: Transaction, now: datetime) -> None:
    """Everybody whom a policy may name, once."""
    if await people.by_telegram(tx, 1001) is not None:
        return
    rows = [(CITY, "增城区", "city", None), (TOWN, "派潭镇", "town", CITY), (VILLAGE, "高滩村", "village", TOWN)]
    for code, name, kind, parent in rows:
        await areas.put(tx, {"code": code, "name": name, "name_hant": name, "kind": kind, "parent": parent})
    holders = {"何志强": ("officer", VILLAGE, "A"), "李秀英": ("officer", VILLAGE, "B"), "陈建国": ("duty", TOWN, None),
               "王国栋": ("leader", TOWN, None)}  # fmt: skip
    for number, (name, (role, area, rank)) in enumerate(holders.items(), start=1001):
        person = await people.add(tx, name, "zh-Hans", now, number, f"+86{number}")
        await people.give_post(tx, person.id, role, area, rank, now)
    await groups.bind(tx, -701, "派潭镇值班群", "town", TOWN, None, "zh-Hans", now, None)
    await groups.bind(tx, -702, "增城区值班群", "city", CITY, None, "zh-Hans", now, None)
