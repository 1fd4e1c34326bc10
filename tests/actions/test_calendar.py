"""Scheduled notices, pulses and reviews in the database: once however often it is looked, and with today's rights."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.actions import answer_case, pulses, referrals, reports, review_asking, reviews, schedule_firing, schedules
from bot.actions.schedules import Planned
from bot.rules.calendar_rule import CalendarRule
from bot.rules.speaker import HeldPost, Speaker
from bot.settings import Settings
from bot.world import World, load_world
from storage import case_log, people
from storage import pulses as stored_pulses
from storage import reviews as stored_reviews
from storage import schedules as stored_schedules
from storage.database import Database, Transaction
from storage.tables import Administrator, Alert, Broadcast, OutboxRow, Post, PulseRow, ScheduledNotice
from tests.stories.nights import TOWN, VILLAGE, load_areas

FRIDAY = datetime(2026, 6, 12, 6, 0, tzinfo=UTC)  # 14:00 in the city
DAILY = CalendarRule("daily", datetime(2026, 1, 1, 15, 0, tzinfo=UTC).time())


async def speaker(tx: Transaction, name: str, telegram: int, role: str, area: str) -> Speaker:
    row = await people.add(tx, name, "zh-Hans", FRIDAY, telegram)
    await people.give_post(tx, row.id, role, area, "A" if role == "officer" else None, FRIDAY)
    post = HeldPost(role, area, area)
    return Speaker(telegram, name, "zh-Hans", telegram, True, person_id=row.id, posts=(post,))


class Cast:
    world: World

    async def enter(self, database: Database, **settings: object) -> None:
        await load_areas(database)
        async with database.transaction() as tx:
            self.world = await load_world(tx, Settings(_env_file=None, **settings))  # type: ignore[arg-type, call-arg]
            self.he = await speaker(tx, "何志强", 7001, "officer", VILLAGE)
            self.chen = await speaker(tx, "陈建国", 7002, "duty", TOWN)
            self.wang = await speaker(tx, "王国栋", 7004, "leader", TOWN)
            tx.session.add(Administrator(telegram_id=9001, language="zh-Hans"))


async def count(tx: Transaction, *conditions: object) -> int:
    query = select(func.count()).select_from(OutboxRow).where(*conditions)  # type: ignore[arg-type]
    return int(await tx.session.scalar(query) or 0)


@pytest.fixture
async def cast(database: Database) -> Cast:
    found = Cast()
    await found.enter(database)
    return found


async def test_a_notice_that_is_looked_at_twice_goes_out_once_and_moves_on(database: Database, cast: Cast) -> None:
    async with database.transaction() as tx:
        done = await schedules.create(
            tx, cast.world, cast.chen, None, Planned((TOWN,), "查排水口", DAILY), "zh-Hans", FRIDAY
        )
        assert done.view is not None
    due = FRIDAY + timedelta(hours=1)
    for _ in range(3):
        await schedule_firing.fire_due(database, cast.world, due)
    async with database.transaction() as tx:
        assert len(list(await tx.session.scalars(select(Broadcast)))) == 1
        row = await tx.session.get(ScheduledNotice, 1)
        assert row is not None
        assert (row.next_at, row.last_outcome) == (due + timedelta(days=1), "sent")
        assert await count(tx, OutboxRow.key == "broadcast") == 1


class Killed(Exception):
    """The process ended before the commit."""


async def test_killed_before_the_commit_nothing_is_lost_and_nothing_goes_out_twice(
    database: Database, cast: Cast
) -> None:
    async with database.transaction() as tx:
        await schedules.create(tx, cast.world, cast.chen, None, Planned((TOWN,), "x", DAILY), "zh-Hans", FRIDAY)
    await pulses.go_out(database, cast.world, FRIDAY)
    soon, due = FRIDAY + timedelta(hours=1, minutes=30), FRIDAY + timedelta(hours=6)  # 15:00 and 20:00 have come
    for _ in range(2):
        with contextlib.suppress(Killed):
            async with database.transaction() as tx:
                row = await stored_schedules.locked(tx, 1)
                assert row is not None
                await schedule_firing.look_at(tx, cast.world, row, soon)
                raise Killed
        with contextlib.suppress(Killed):
            async with database.transaction() as tx:
                pulse = await stored_pulses.locked(tx, cast.wang.person_id or 0)
                person = await people.person(tx, cast.wang.person_id or 0)
                assert pulse is not None
                assert person is not None
                await pulses.look_at(tx, cast.world, pulse, person, due)
                raise Killed
    async with database.transaction() as tx:
        assert await count(tx, OutboxRow.key.in_(("broadcast", "pulse"))) == 0
    for _ in range(2):
        await schedule_firing.fire_due(database, cast.world, soon)
        await pulses.go_out(database, cast.world, due)
    async with database.transaction() as tx:
        assert await count(tx, OutboxRow.key == "broadcast") == 1
        assert await count(tx, OutboxRow.key == "pulse") == 1


async def test_whoever_may_not_reach_the_areas_sets_nothing_and_changes_nothing(database: Database, cast: Cast) -> None:
    async with database.transaction() as tx:
        other = await speaker(tx, "外镇值班", 7009, "duty", "440118104")
        for by, areas in ((cast.he, (VILLAGE,)), (other, (TOWN,)), (cast.chen, ("440118104",))):
            done = await schedules.create(tx, cast.world, by, None, Planned(areas, "x", DAILY), "zh-Hans", FRIDAY)
            assert done.refusal == "no_right"
        past = Planned((TOWN,), "x", None, FRIDAY)
        assert (await schedules.create(tx, cast.world, cast.chen, None, past, "zh-Hans", FRIDAY)).refusal == "past"
        await schedules.create(tx, cast.world, cast.chen, None, Planned((TOWN,), "x", DAILY), "zh-Hans", FRIDAY)
        for act in ("pause", "resume", "stop", "take"):
            assert (await schedules.change(tx, cast.world, other, None, 1, act, FRIDAY)).refusal == "no_right"
        assert (await schedules.change(tx, cast.world, cast.chen, None, 1, "resume", FRIDAY)).refusal == "over"
        assert (await schedules.change(tx, cast.world, cast.chen, None, 7, "pause", FRIDAY)).refusal == "gone"
        assert (await schedules.edit(tx, other, None, 1, "y", FRIDAY)).refusal == "no_right"


async def test_an_author_who_lost_the_post_sends_nothing_and_the_administrator_hears_once(
    database: Database, cast: Cast
) -> None:
    async with database.transaction() as tx:
        await schedules.create(tx, cast.world, cast.chen, None, Planned((TOWN,), "x", DAILY), "zh-Hans", FRIDAY)
        await tx.session.execute(update(Post).where(Post.person_id == cast.chen.person_id).values(until=FRIDAY))
    for minutes in (60, 61, 24 * 60 + 61):
        await schedule_firing.fire_due(database, cast.world, FRIDAY + timedelta(minutes=minutes))
    async with database.transaction() as tx:
        assert await count(tx, OutboxRow.key == "broadcast") == 0
        assert await count(tx, OutboxRow.key == "alarm-schedule-held") == 1
        done = await schedules.change(tx, cast.world, cast.wang, None, 1, "take", FRIDAY + timedelta(days=2))
        assert done.view is not None
        assert (done.view.state, done.view.by_name) == ("active", "王国栋")


async def test_another_zone_moves_a_rule_with_the_wall_clock_and_leaves_a_chosen_moment(
    database: Database, cast: Cast
) -> None:
    at = FRIDAY + timedelta(days=3)
    async with database.transaction() as tx:
        await schedules.create(tx, cast.world, cast.chen, None, Planned((TOWN,), "x", DAILY), "zh-Hans", FRIDAY)
        await schedules.create(tx, cast.world, cast.chen, None, Planned((TOWN,), "y", None, at), "zh-Hans", FRIDAY)
        moved = await load_world(tx, Settings(_env_file=None, timezone="Asia/Tokyo"))  # type: ignore[call-arg]
    await schedule_firing.fire_due(database, moved, FRIDAY - timedelta(hours=1))
    async with database.transaction() as tx:
        rule, once = await tx.session.get(ScheduledNotice, 1), await tx.session.get(ScheduledNotice, 2)
        assert rule is not None
        assert once is not None
        assert (rule.next_at, once.next_at) == (FRIDAY, at)


async def test_a_pulse_goes_out_once_at_its_time_and_a_late_one_not_at_an_odd_hour(
    database: Database, cast: Cast
) -> None:
    await pulses.go_out(database, cast.world, FRIDAY)
    evening = FRIDAY + timedelta(hours=6)  # 20:00
    for seconds in (0, 1, 2):
        await pulses.go_out(database, cast.world, evening + timedelta(seconds=seconds))
    async with database.transaction() as tx:
        assert await count(tx, OutboxRow.key == "pulse") == 1
    # down from before 08:00 until 15:00: what it would have told is in the next one
    await pulses.go_out(database, cast.world, FRIDAY + timedelta(hours=25))
    async with database.transaction() as tx:
        assert await count(tx, OutboxRow.key == "pulse") == 1
        row = await tx.session.get(PulseRow, cast.wang.person_id)
        assert row is not None
        assert row.next_at == evening + timedelta(days=1)
        assert await pulses.choice(tx, cast.world, cast.chen, FRIDAY) is None


async def test_what_waits_for_a_leaders_word_is_in_their_own_area_and_never_their_own_draft(
    database: Database, cast: Cast
) -> None:
    async with database.transaction() as tx:
        assert cast.chen.person_id is not None
        assert cast.wang.person_id is not None
        given = {"kind": "flood", "level": "blue", "texts": {}, "chat_id": 7002, "drafted_at": FRIDAY}
        drafts = [(cast.chen.person_id, TOWN), (cast.wang.person_id, TOWN), (cast.chen.person_id, "440118104")]
        for by, area in drafts:
            tx.session.add(Alert(areas=[area], drafted_by=by, drafted_by_name="x", **given))  # type: ignore[arg-type]
        fast = Alert(areas=[TOWN], drafted_by=cast.chen.person_id, drafted_by_name="x", **given)  # type: ignore[arg-type]
        fast.state, fast.look_open, fast.published_at, fast.decided_by = "published", True, FRIDAY, 99
        tx.session.add(fast)
        answers = {
            "category": {"slug": "rainstorm_flood"}, "harm": "yes", "place": {"kind": "own_village"},
            "dead": {"min": 3, "max": 3, "exact": True},
        }  # fmt: skip
        report = (await reports.file(tx, cast.world, cast.he, "incident", answers, FRIDAY)).report
        await referrals.refer_to(tx, cast.world, cast.chen, None, report.id, "water", FRIDAY)
        shown = await pulses.look_now(tx, cast.world, cast.wang, FRIDAY + timedelta(hours=1))
        assert shown is not None
        waits = {(each["kind"], each["about"]) for each in shown["decisions"]}
        assert {("approve", 1), ("look", 4), ("grade", report.id)} <= waits
        assert not {("approve", 2), ("approve", 3)} & waits
        assert [each["number"] for each in shown["changes"]] == []  # it came before the row began to count
        assert await pulses.show_alert(tx, cast.wang, 1, FRIDAY)
        assert not await pulses.show_alert(tx, cast.chen, 1, FRIDAY)
        assert not await pulses.show_alert(tx, cast.wang, 2, FRIDAY)


async def closed(tx: Transaction, cast: Cast, harm: str, now: datetime) -> int:
    answers = {"category": {"slug": "rainstorm_flood"}, "harm": harm, "place": {"kind": "own_village"}}
    report = (await reports.file(tx, cast.world, cast.he, "incident", answers, now)).report
    await answer_case.acknowledge(tx, cast.chen, None, report.id, now)
    assert (await answer_case.close(tx, cast.chen, None, report.id, "处置完", now)).refusal is None
    return report.id


async def test_a_review_is_asked_for_as_often_as_is_set_and_then_stands_in_the_leaders_pulse(
    database: Database, cast: Cast
) -> None:
    async with database.transaction() as tx:
        grave, mild = await closed(tx, cast, "yes", FRIDAY), await closed(tx, cast, "none", FRIDAY)
    for day in range(12):
        for hours in (0, 12):  # 14:00 and 02:00
            await review_asking.look(database, cast.world, FRIDAY + timedelta(days=day, hours=hours))
    async with database.transaction() as tx:
        asked = await count(tx, OutboxRow.key == "review-ask", OutboxRow.chat_id == cast.chen.telegram_id)
        leader = await count(tx, OutboxRow.key == "review-ask", OutboxRow.chat_id == cast.wang.telegram_id)
        assert (asked, leader) == (4, 1)
        assert await stored_reviews.view(tx, mild) is None
        shown = await pulses.look_now(tx, cast.world, cast.wang, FRIDAY + timedelta(days=12))
        assert shown is not None
        assert [each["report_id"] for each in shown["late"] if each["kind"] == "review"] == [grave]
        # written after all; a second one does nothing, and whoever was named and has lost no right says it is done
        parts = {"good": "快", "change": "电池", "items": "何志强 6月30日前 清沟"}
        now = FRIDAY + timedelta(days=12)
        done = await reviews.write(tx, cast.world, cast.chen, grave, parts, now)
        assert done.view is not None
        assert (await reviews.write(tx, cast.world, cast.wang, grave, parts, now)).refusal == "over"
        assert (await reviews.may_write(tx, cast.he, grave)).refusal == "no_right"
        item = done.view.items[0].id
        assert (await reviews.finish(tx, cast.he, None, item, now)).refusal is None
        assert (await reviews.finish(tx, cast.he, None, item, now)).refusal == "over"
        verbs = [line.verb for line, _ in await case_log.lines(tx, f"report:{grave}")]
        assert verbs[-2:] == ["reviewed", "review_item_done"]
