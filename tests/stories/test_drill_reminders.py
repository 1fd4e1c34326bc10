"""Reminders: they wait for a half-typed report, collapse after downtime, and are doubled by no restart."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select

from practice.phone import Phone
from storage.tables import OutboxRow
from tests.stories.drill_cast import card_shows, drill_now, forward_to, invited, logged, published
from tests.stories.town import Town


@pytest.fixture
async def busy(town: Town) -> AsyncIterator[Phone]:
    """何志强 is in the middle of a report when the drill's last hour begins; 李秀英 is not."""
    await invited(town)
    start = (await drill_now(town)).starts_at
    await forward_to(town, start, minutes=-62)
    await town.forgets()
    await town.he.sends("报事件")
    await town.he.sees("1/")
    await town.forward(minutes=3)
    await town.li.sees("演练还有", "开始")
    await town.settled()
    await town.he.sees_nothing_new()
    yield town.he
    await town.forgets()


async def test_it_comes_when_the_report_is_given_up(town: Town, busy: Phone) -> None:
    await busy.sends("/cancel")
    await busy.sees("取消")
    await busy.sees("演练还有", "防汛转移")


async def test_it_comes_when_the_report_is_sent(town: Town, busy: Phone) -> None:
    await busy.sends("紧急上报")
    await busy.sees("发生了什么")
    await busy.sees_nothing_new()
    await busy.taps("滑坡")
    await busy.sees("受伤")
    await busy.sees_nothing_new()
    await busy.taps("无")
    await busy.sees("演练还有", "防汛转移")


async def test_it_comes_when_the_report_has_lain_for_ten_minutes(town: Town, busy: Phone) -> None:
    await town.forward(minutes=5)
    await town.settled()
    await busy.sees_nothing_new()
    await town.forward(minutes=6)
    await busy.sees("演练还有", "防汛转移")


async def test_the_invitation_and_the_call_to_sign_in_wait_too(town: Town) -> None:
    await town.he.sends("报隐患")
    await town.he.sees("1/")
    await published(town)
    await town.li.sees("邀请您参加演练")
    await town.settled()
    await town.he.sees_nothing_new()
    await town.he.sends("/cancel")
    await town.he.sees("取消")
    await town.he.sees("邀请您参加演练")


async def test_after_downtime_what_was_missed_comes_as_one_message(town: Town) -> None:
    await invited(town)
    start = (await drill_now(town)).starts_at
    await town.night.stop()
    await _clock_to(town, start, minutes=-30)  # over the day's and the hour's reminder
    await town.night.start()
    for officer in (town.he, town.li):
        await officer.sees("演练还有", "防汛转移")
    await town.settled()
    assert await _sent(town, "drill-reminder") == 2
    await town.night.stop()
    await _clock_to(town, start, minutes=10)
    await town.night.start()
    for officer in (town.he, town.li):
        await officer.sees("请签到")
    await town.night.stop()
    await _clock_to(town, start, minutes=600)
    await town.night.start()
    for officer in (town.he, town.li):
        await officer.sees("结束了")
    await town.settled()
    assert (await logged(town))[-3:] == ["reminded", "started", "ended"]
    await town.forgets()


async def test_a_drill_that_passed_during_downtime_is_ended_without_a_call_to_sign_in(town: Town) -> None:
    await invited(town)
    start = (await drill_now(town)).starts_at
    await town.night.stop()
    await _clock_to(town, start, minutes=600)
    await town.night.start()
    for officer in (town.he, town.li):
        await officer.sees("结束了")
    await town.chen.sees("记录", "签到 0/2", "高滩村", chat=town.town)
    assert await _sent(town, "drill-sign-in") == 0
    assert await _sent(town, "drill-reminder") == 0
    await card_shows(town, "结束")


async def test_a_restart_between_reminder_and_answer_doubles_nothing_and_loses_no_tap(town: Town) -> None:
    await invited(town)
    start = (await drill_now(town)).starts_at
    await forward_to(town, start, minutes=-60)
    for officer in (town.he, town.li):
        await officer.sees("演练还有")
    await town.settled()
    await town.night.restart()
    await town.he.taps("能参加")
    await town.he.sees("您答了：能参加")
    await town.settled()
    await town.night.restart()
    await card_shows(town, "能参加 1")
    await forward_to(town, start)
    for officer in (town.he, town.li):
        await officer.sees("请签到")
    await town.settled()
    await town.night.restart()
    await town.he.taps("签到")
    await town.he.sees("您已于")
    await card_shows(town, "签到 1/2")
    assert await _sent(town, "drill-invitation") == 2
    assert await _sent(town, "drill-reminder") == 2
    assert await _sent(town, "drill-sign-in") == 2


async def test_many_answers_in_a_moment_are_few_edits(town: Town) -> None:
    await invited(town)
    before = await _edits(town)
    for number in range(6):
        await town.he.taps("不能参加" if number % 2 else "能参加")
    await town.settled()
    await town.forward(seconds=7)
    await card_shows(town, "不能 1")
    assert await _edits(town) - before <= 3
    await town.forgets()


async def test_a_tap_tells_the_fate_of_a_message_that_was_in_doubt(town: Town) -> None:
    await invited(town)
    await _lose_sight_of_an_invitation(town)
    await card_shows(town, "1 条消息不知道送到没有")
    await town.he.taps("能参加")
    await town.he.sees("您答了：能参加")
    assert "不知道" not in (await card_shows(town, "能参加 1")).text


async def test_messages_of_unknown_fate_are_counted_and_sent_again_by_the_organiser(town: Town) -> None:
    await invited(town)
    await _lose_sight_of_an_invitation(town)
    await card_shows(town, "1 条消息不知道送到没有")
    assert "正在补发" in (await town.chen.taps("补发 1 条", chat=town.town))["text"]
    await town.he.sees("邀请您参加演练")
    assert "不知道" not in (await card_shows(town, "未开始")).text


async def _lose_sight_of_an_invitation(town: Town) -> None:
    """As after a kill between sending and marking: 何志强's invitation may or may not have arrived."""
    await town.settled()
    async with town.night.database.transaction() as tx:
        query = select(OutboxRow).where(OutboxRow.key == "drill-invitation", OutboxRow.chat_id == town.he.id)
        row = (await tx.session.scalars(query)).one()
        row.state, row.message_id = "held", None


async def _clock_to(town: Town, moment: datetime, minutes: float) -> None:
    """The bot is down; only the clock goes on."""
    assert town.night.app is not None
    left = moment + timedelta(minutes=minutes) - town.night.app.clock.now()
    await town.forward(seconds=left.total_seconds())


async def _sent(town: Town, key: str) -> int:
    async with town.night.database.transaction() as tx:
        query = select(func.count()).where(OutboxRow.key == key, OutboxRow.edits.is_(None), OutboxRow.state == "sent")
        return int(await tx.session.scalar(query) or 0)


async def _edits(town: Town) -> int:
    async with town.night.database.transaction() as tx:
        query = select(func.count()).where(OutboxRow.key == "drill-card", OutboxRow.edits.is_not(None))
        return int(await tx.session.scalar(query) or 0)
