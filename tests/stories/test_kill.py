"""kill -9 at any moment, and start again: nothing lost, nothing doubled but what the table of message kinds declares.

The bot is a process of its own here, killed without warning. What a person would do when a screen stays silent (tap or
type once more) the cast does too; that is all the help the bot gets.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from storage.tables import CaseLogLine, InboxRow, InvitationUse, OutboxRow, Post, Report
from tests.stories.nights import ADMIN_ID, BOT, CITY, TOKEN, TOWN, VILLAGE, Night, a_night
from tests.stories.nursery import Nursery

pytestmark = pytest.mark.slow


NURSERY = Nursery()


class Process:
    """`python -m bot run`, killed and started again. `settings` are those of this night."""

    def __init__(self, night: Night, **settings: str) -> None:
        self._night, self._pid, self.kills, self._settings = night, 0, 0, settings

    async def start(self) -> None:
        settings = self._night.settings
        environment = os.environ | {
            "BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": settings["telegram_api_url"], "BOT_ADMINS": str(ADMIN_ID),
            "DATABASE_URL": settings["database_url"], "PRACTICE_CLOCK_URL": settings["practice_clock_url"],
            "EVIDENCE_DIR": settings["evidence_dir"],
            "ACKNOWLEDGEMENT_LAPSES": "false", "PULSE_TIMES": "", "REVIEW_PRIORITIES": "",
            "LISTEN_PORT": "0", "LOG_LEVEL": "WARNING", "LEASE": "5",
        } | self._settings  # fmt: skip
        self._pid = await NURSERY.start(environment)

    async def kill(self, how: int = signal.SIGKILL) -> int | None:
        """Its exit code; None if it is not running."""
        if not self._pid:
            return None
        os.kill(self._pid, how)
        pid, self._pid = self._pid, 0
        self.kills += 1
        return await NURSERY.ended(pid)

    async def kill_and_start(self) -> None:
        await self.kill()
        await self.start()


async def cast(night: Night) -> None:
    await night.enrolled("何志强", "officer", VILLAGE, "A", phone="+8613800000001")
    town_duty = await night.enrolled("陈值班", "duty", TOWN)
    city_duty = await night.enrolled("李区", "duty", CITY)
    await night.duty_group("派潭镇值班群", TOWN, [town_duty])
    await night.duty_group("增城区值班群", CITY, [city_duty])


@contextlib.asynccontextmanager
async def a_killable_night(database_url: str) -> AsyncIterator[tuple[Night, Process]]:
    """The night's cast is enrolled by a bot that then gives way to one that can be killed."""
    async with a_night(database_url, cast) as night:
        night.town, night.city = night.groups["派潭镇值班群"], night.groups["增城区值班群"]
        await night.stop()
        process = Process(night)
        await process.start()
        try:
            yield night, process
        finally:
            await process.kill()


async def insist(act: Callable[[], Awaitable[Any]], sees: Callable[[float], Awaitable[Any]], tries: int = 8) -> Any:
    """Do it; if nothing comes, do it once more, as anybody would."""
    for attempt in range(tries):
        with contextlib.suppress(AssertionError):
            await act()
        try:
            return await sees(15.0 if attempt else 6.0)  # a killed bot needs its time to get up on a busy machine
        except AssertionError:
            if attempt == tries - 1:
                raise
    return None


async def count(night: Night, what: Any) -> int:
    async with night.database.transaction() as tx:
        return int(await tx.session.scalar(what) or 0)


async def settled(night: Night) -> None:
    """Until no update waits and no message is due or on the wire."""
    for _ in range(150):
        waiting = await count(night, select(func.count()).select_from(InboxRow).where(InboxRow.state == "ready"))
        sending = select(func.count()).select_from(OutboxRow).where(OutboxRow.state.in_(("ready", "sending")))
        if not waiting and not await count(night, sending):
            return
        await asyncio.sleep(0.2)
    raise AssertionError("the bot does not come to rest")


async def the_report(night: Night) -> int:
    """The id of the only report. A transaction that a kill undid may have used up a number: it need not be 1."""
    async with night.database.transaction() as tx:
        return (await tx.session.scalars(select(Report.id))).one()


async def report_through(night: Night, restless: Callable[[], Awaitable[None]]) -> None:
    """One emergency, an acknowledgement, a question and its answer, with `restless` called at every step."""
    officer, town = night.phones["何志强"], night.phones["陈值班"]

    async def then(act: Callable[[], Awaitable[Any]]) -> None:
        await act()
        await restless()

    await insist(lambda: then(lambda: officer.sends("紧急上报")), lambda s: officer.sees("发生了什么", within=s))
    await insist(lambda: then(lambda: officer.taps("滑坡", wait=0.2)), lambda s: officer.sees("受伤或被困", within=s))
    await insist(lambda: then(lambda: officer.taps("有", wait=0.2)), lambda s: officer.sees("已上报", within=s))
    card = await town.sees("P0", "无人接报", chat=night.town, within=20)
    await restless()
    report = await the_report(night)
    await insist(
        lambda: then(lambda: town.taps_data(f"c:{report}:ack", night.town, card, wait=0.2)),
        lambda s: town.sees("陈值班", "接报", chat=night.town, within=s),
    )
    await officer.sees("已接报", "陈值班", within=20)
    prompt = await insist(
        lambda: then(lambda: town.taps_data(f"c:{report}:ask", night.town, card, wait=0.2)),
        lambda s: town.sees("回复这条消息", chat=night.town, within=s),
    )
    await then(lambda: town.sends("几个人？", chat=night.town, reply_to=prompt))
    question = await officer.sees("几个人？", within=20)
    await then(lambda: officer.sends("两个老人", reply_to=question))
    await town.sees("两个老人", chat=night.town, within=20)


async def everything_once(night: Night, kills: int) -> None:
    """What the records and the wire must show after any night."""
    await settled(night)
    subject = f"report:{await the_report(night)}"
    assert not await count(night, select(func.count()).select_from(InboxRow).where(InboxRow.state == "set_aside"))
    async with night.database.transaction() as tx:
        verbs = Counter(await tx.session.scalars(select(CaseLogLine.verb).where(CaseLogLine.subject == subject)))
    assert (verbs["reported"], verbs["acknowledged"], verbs["asked"], verbs["answered"]) == (1, 1, 1, 1)
    rows = select(func.count()).select_from(OutboxRow)
    assert await count(night, rows.where(OutboxRow.state == "held")) == 0
    for key in ("receipt", "reporter-told", "question", "officers-answer"):
        assert await count(night, rows.where(OutboxRow.key == key, OutboxRow.state == "sent")) == 1, key
    cards = [text for text in await night.phones["陈值班"].screen(night.town) if "P0 事件" in text]
    assert 1 <= len(cards) <= 1 + kills


@pytest.mark.parametrize("seed", [1])
async def test_a_night_of_kills_at_random_moments(database_url, seed):
    chance = random.Random(seed)
    async with a_killable_night(database_url) as (night, process):

        async def restless() -> None:
            if chance.random() < 0.6:
                await asyncio.sleep(chance.choice([0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.2]))
                await process.kill_and_start()

        await report_through(night, restless)
        assert process.kills >= 2
        await everything_once(night, process.kills)


async def test_killed_between_sending_and_marking_a_card_comes_again_with_its_number(database_url):
    """The unsure window itself: Telegram has the message, the bot dies before it hears so."""
    async with a_killable_night(database_url) as (night, process):
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        await insist(lambda: officer.sends("紧急上报"), lambda s: officer.sees("发生了什么", within=s))
        await insist(lambda: officer.taps("滑坡"), lambda s: officer.sees("受伤或被困", within=s))
        await night.world.break_next("sendMessage", 1, "drop_after", chat_id=night.town.id)
        await officer.taps("有", wait=0.2)
        await town.sees("P0", chat=night.town, within=10)
        await process.kill_and_start()
        await town.sees("P0", chat=night.town, within=20)  # again: better twice than never
        await settled(night)
        assert await count(night, select(func.count()).select_from(Report)) == 1


async def test_an_invitation_is_used_once_however_often_the_bot_dies(database_url):
    async with a_killable_night(database_url) as (night, process):
        word = await night.invitation("officer", VILLAGE, "B")
        second = await night.world.add_person("李秀英")
        await second.start(BOT, word)
        await asyncio.sleep(0.01)
        await process.kill_and_start()
        await insist(lambda: second.start(BOT, word), lambda s: second.sees("登记", within=s))
        await settled(night)
        assert await count(night, select(func.count()).select_from(InvitationUse)) == 1
        assert await count(night, select(func.count()).select_from(Post).where(Post.rank == "B")) == 1


async def test_an_emergency_left_idle_is_sent_after_a_kill(database_url):
    async with a_killable_night(database_url) as (night, process):
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        await insist(lambda: officer.sends("紧急上报"), lambda s: officer.sees("发生了什么", within=s))
        await insist(lambda: officer.taps("滑坡"), lambda s: officer.sees("受伤或被困", within=s))
        await process.kill()
        await night.world.forward_clock(61)
        await process.start()
        await town.sees("P0", "不清楚", chat=night.town, within=20)


async def test_sigterm_finishes_what_is_in_hand(database_url):
    async with a_killable_night(database_url) as (night, process):
        officer = night.phones["何志强"]
        await insist(lambda: officer.sends("紧急上报"), lambda s: officer.sees("发生了什么", within=s))
        assert await process.kill(signal.SIGTERM) == 0
        await process.start()
        await officer.taps("滑坡", wait=0.2)
        await officer.sees("受伤或被困", within=40)


async def test_a_zero_report_asks_and_lists_once_however_often_the_bot_dies(database_url):
    async with a_killable_night(database_url) as (night, process):
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        await until(night, "09:00")
        await insist(lambda: town.sends("/zero", chat=night.town), lambda s: town.sees("现在没有开", within=s))
        await insist(lambda: town.taps("开 3 天", chat=night.town), lambda s: town.sees("零报告已开", within=s))
        await process.kill()
        await until(night, "07:00")
        await process.start()
        await officer.sees("今天有没有新情况", within=20)
        await process.kill()
        await until(night, "08:00")
        await process.start()
        await town.sees("还没报 1", "何志强", chat=night.town, within=20)
        await process.kill_and_start()
        await settled(night)
        rows = select(func.count()).select_from(OutboxRow).where(OutboxRow.edits.is_(None))
        assert await count(night, rows.where(OutboxRow.key == "zero-ask")) == 1
        assert await count(night, rows.where(OutboxRow.key == "zero-list")) == 1
        assert len([text for text in await officer.screen() if "今天有没有新情况" in text]) == 1
        await insist(lambda: officer.taps("无新增", wait=0.2), lambda s: officer.sees("零报告已记", within=s))


async def until(night: Night, hour: str) -> None:
    """The practice clock is moved to the next time it is `hour`."""
    now = datetime.fromisoformat((await night.world.clock())["now"])
    goal = datetime.combine(now.date(), time.fromisoformat(hour), now.tzinfo)
    goal += timedelta(days=goal <= now)
    await night.world.forward_clock((goal - now).total_seconds() + 1)
