"""Faults around the bot: a locked database, a jumping clock, a second bot, a poisoned update, lost rights."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.app import App
from bot.clock import Clock
from bot.settings import Settings
from storage import inbox
from storage.inbox import Received
from storage.tables import CaseLogLine, InboxRow
from tests.stories.nights import BOT, TOKEN, TOWN
from tests.stories.test_escalation import emergency, paitan


async def test_a_locked_database_is_waited_for_and_nothing_is_lost(database_url):
    if not database_url.startswith("sqlite"):
        pytest.skip("PostgreSQL has no lock on the whole database")
    async with paitan(database_url) as night:
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        file = database_url.removeprefix("sqlite:///")
        other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")
        await officer.sends("紧急上报")
        await officer.sees_nothing_new(for_seconds=1)
        other.execute("ROLLBACK")
        other.close()
        await officer.sees("发生了什么")
        await officer.taps("滑坡")
        await officer.sees("受伤或被困")
        await officer.taps("有")
        await town.sees("P0", chat=night.town)


async def test_a_poisoned_update_is_set_aside_told_of_and_blocks_nobody(database_url):
    async with paitan(database_url, inbox_attempts=2) as night:
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        poison = (
            '{"update_id": 990000001, "message": {"message_id": "not a number", "date": 1, '
            f'"chat": {{"id": {officer.id}, "type": "private"}}, "from": {{"id": {officer.id}}}, "text": "x"}}}}'
        )
        async with night.database.transaction() as tx:
            await inbox.store(tx, [Received(990000001, officer.id, poison)], datetime.now(UTC))
        sorry = await officer.sees("出了差错", "编号", within=10)
        alarm = await night.admin.sees("已搁置", "990000001", within=10)
        reference = sorry.text.split("编号 ")[1].split("，")[0]
        assert reference in alarm.text
        number = await emergency(night)
        await town.sees(number, "P0", chat=night.town)
        async with night.database.transaction() as tx:
            row = await tx.session.get(InboxRow, (0, 990000001))
            assert (row.state, row.attempts) == ("set_aside", 2)


async def test_an_update_delivered_twice_is_handled_once(database_url):
    async with paitan(database_url) as night:
        town = night.phones["陈值班"]
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        async with night.database.transaction() as tx:
            rows = [Received(row.update_id, row.lane, row.body) for row in await tx.session.scalars(select(InboxRow))]
            assert await inbox.store(tx, rows, datetime.now(UTC)) == 0
        await night.settled()
        await town.sees_nothing_new(chat=night.town)


async def test_a_group_in_which_the_bot_may_not_write_is_lost_and_found_again(database_url):
    async with paitan(database_url) as night:
        town, city = night.phones["陈值班"], night.phones["李区"]
        await night.world.member(night.town, town, int(TOKEN.split(":")[0]), "mute")
        await night.admin.sees("派潭镇值班群", "联系不上")
        number = await emergency(night, "内涝积水", "不清楚")
        await city.sees(number, "P1", chat=night.city)  # no town group to wait for
        await night.world.member(night.town, town, int(TOKEN.split(":")[0]), "promote")
        await night.settled()
        await night.forward(minutes=15, seconds=2)
        await town.sees(number, chat=night.town)


async def test_429_on_one_chat_holds_up_no_other(database_url):
    async with paitan(database_url) as night:
        town, city = night.phones["陈值班"], night.phones["李区"]
        await night.world.break_next("sendMessage", 1, "429", chat_id=night.town.id, retry_after=3)
        number = await emergency(night)
        await city.sees(number, "P0", chat=night.city, within=2)
        await town.sees(number, "P0", chat=night.town, within=15)


async def test_the_clock_jumping_back_neither_silences_a_climb_nor_turns_the_log_back(database_url):
    async with paitan(database_url) as night:
        town = night.phones["陈值班"]
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await night.world.set_clock(-3600)
        await asyncio.sleep(0.6)
        await night.world.set_clock(-3600 + 181)
        await town.sees("无人接报", number, chat=night.town)


def test_the_wall_clock_set_back_holds_up_nothing_and_set_forward_is_followed():
    wall, steady = [datetime(2026, 5, 1, 3, 0, 0, tzinfo=UTC)], [100.0]
    clock = Clock(wall=lambda: wall[0], monotonic=lambda: steady[0])
    before = clock.now()
    wall[0] -= timedelta(hours=1)
    steady[0] += 5
    assert clock.now() == before + timedelta(seconds=5)
    wall[0] += timedelta(hours=2)
    assert clock.now() == before + timedelta(hours=1)


async def test_a_second_bot_on_one_database_refuses_with_a_clear_sentence(database_url):
    async with paitan(database_url) as night:
        environment = os.environ | {
            "BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": night.base_url, "DATABASE_URL": database_url, "LISTEN_PORT": "0"
        }  # fmt: skip
        second = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
        )
        _, said = await asyncio.wait_for(second.communicate(), 40)
        assert second.returncode == 2
        assert "already" in said.decode()
        # beside a running bot, an administrator still makes invitations
        invite = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "invite", "--role", "duty", "--area", TOWN, env=environment,
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        link, _ = await asyncio.wait_for(invite.communicate(), 40)
        assert f"t.me/{BOT}?start=" in link.decode()


async def test_a_tick_that_was_down_for_days_sends_each_recipient_one_message(database_url):
    async with paitan(database_url) as night:
        town = night.phones["陈值班"]
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await night.settled()
        await night.stop()
        await night.forward(days=4)
        await night.start()
        await town.sees("无人接报", number, chat=night.town)
        await night.settled()
        await town.sees_nothing_new(chat=night.town)
        async with night.database.transaction() as tx:
            verbs = list(await tx.session.scalars(select(CaseLogLine.verb).where(CaseLogLine.subject == "report:1")))
        assert verbs.count("step") == 2


async def test_old_updates_are_forgotten(database_url):
    async with paitan(database_url) as night:
        await night.settled()
        async with night.database.transaction() as tx:
            await tx.session.execute(update(InboxRow).values(done_at=datetime.now(UTC) - timedelta(days=8)))
        async with night.database.transaction() as tx:
            assert await inbox.forget_handled(tx, datetime.now(UTC), timedelta(days=7)) > 0
            assert not list(await tx.session.scalars(select(InboxRow).where(InboxRow.state == "done")))


async def test_three_processes_share_the_work_on_postgresql(database_url):
    """listen, tick and send apart: nothing rings from one to the other, they find their work by looking."""
    if not database_url.startswith("postgresql"):
        pytest.skip("SQLite is for one process")
    async with paitan(database_url) as night:
        town, city, leader = night.phones["陈值班"], night.phones["李区"], night.phones["王带班"]
        await night.settled()
        await night.stop()
        settings = Settings(_env_file=None, **night.settings)
        parts = [asyncio.create_task(App(settings, (part,)).run()) for part in ("listen", "tick", "send")]
        try:
            number = await emergency(night)
            await town.sees(number, chat=night.town)
            await city.sees(number, chat=night.city)
            await night.forward(minutes=6, seconds=2)
            await leader.sees(number)
            await town.taps("接报", chat=night.town)
            await night.phones["何志强"].sees("已接报")
        finally:
            for part in parts:
                part.cancel()
            await asyncio.gather(*parts, return_exceptions=True)
