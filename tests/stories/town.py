"""The fixed cast of the officer's stories: a village's two officers, the duty rooms above them, and their leader."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from telegram import Message

from practice.phone import Group, Phone, until_true
from storage import case_view
from storage.tables import Conversation, InboxRow, OutboxRow, Report
from tests.stories.nights import BOT, CITY, TOWN, VILLAGE, Cast, Night, a_night

QUICK = {"messages_per_second": 2000, "messages_per_second_in_chat": 2000, "messages_per_minute_in_group": 20000}


@dataclass
class Town:
    """派潭镇 on one night. 何志强 and 李秀英 are 高滩村's A and B; the others hold posts of town or district."""

    night: Night
    he: Phone
    li: Phone
    chen: Phone
    zhou: Phone
    wang: Phone
    xu: Phone
    town: Group
    district: Group

    async def begins_emergency(self, phone: Phone, *categories: str) -> None:
        """The first two taps (more of them by way of 更多); the officer is asked about harm."""
        await phone.taps("紧急上报")
        await phone.sees("发生了什么")
        for category in categories:
            await phone.taps(category)
        await phone.sees("有人受伤或被困吗")

    async def reports_emergency(self, phone: Phone, category: str = "滑坡", harm: str = "有") -> Message:
        """All three taps; the receipt."""
        await self.begins_emergency(phone, category)
        await phone.taps(harm)
        await phone.sees("编号马上就到")
        return await phone.sees("已上报，编号")

    async def forward(self, **span: float) -> None:
        await self.night.forward(**span)

    async def settled(self) -> None:
        """Wait until everything that came in is handled and everything that is due has gone out."""
        await until_true(self._idle, within=20)

    async def _idle(self) -> bool:
        assert self.night.app is not None
        at_telegram = any(bot.updates.waiting for bot in self.night.telegram.world.bots.values())
        if at_telegram or self.night.app.answers_somebody:
            return False
        now = self.night.app.clock.now()
        async with self.night.database.transaction() as tx:
            inbox = select(func.count()).where(InboxRow.state == "ready")
            outbox = select(func.count()).where(
                (OutboxRow.state == "sending") | ((OutboxRow.state == "ready") & (OutboxRow.next_at <= now))
            )
            return not await tx.session.scalar(inbox) and not await tx.session.scalar(outbox)

    async def forgets(self, *phones: Phone) -> None:
        """What these phones (all, if none is named) have seen so far is not what the story is about."""
        await self.settled()
        for phone in phones or self.night.world.phones:
            await phone.forgets()

    async def reports(self) -> list[Report]:
        async with self.night.database.transaction() as tx:
            return list(await tx.session.scalars(select(Report).order_by(Report.id)))

    async def card(self, report_id: int) -> Any:
        async with self.night.database.transaction() as tx:
            return await case_view.load(tx, report_id)

    async def talk(self, phone: Phone) -> Conversation | None:
        async with self.night.database.transaction() as tx:
            return await tx.session.get(Conversation, (phone.id, phone.id))

    async def all_is_well(self) -> None:
        """No message that nobody expected on any phone; no update that could not be handled."""
        await self.settled()
        await self.no_update_is_set_aside()
        found = await self.night.world.unexpected()
        assert not found, "nobody expected:\n" + "\n---\n".join(found)

    async def no_update_is_set_aside(self) -> None:
        async with self.night.database.transaction() as tx:
            rows = list(await tx.session.scalars(select(InboxRow).where(InboxRow.attempts > 0)))
            assert not rows, [(row.fault, row.body) for row in rows]


async def cast(night: Night) -> None:
    """Everybody is enrolled and both duty groups are bound."""
    await night.world.limits(enabled=False)
    he = await night.enrolled("何志强", "officer", VILLAGE, "A", phone="+8613800000001")
    li = await night.enrolled("李秀英", "officer", VILLAGE, "B", phone="+8613800000002")
    chen = await night.enrolled("陈建国", "duty", TOWN, phone="+8613800000003")
    zhou = await night.enrolled("周敏", "duty", CITY)
    await night.enrolled("王国栋", "leader", TOWN)
    await night.enrolled("许静", "approver", CITY)
    await night.duty_group("派潭镇值班群", TOWN, [chen])
    await night.duty_group("增城区值班群", CITY, [zhou])
    for officer in (he, li):
        await officer.start(BOT)
        await officer.sees("应急信息员")


@contextlib.asynccontextmanager
async def a_town(database_url: str, played: Cast = cast, **settings: Any) -> AsyncIterator[Town]:
    """The whole cast, everybody enrolled, both duty groups bound; nothing has happened yet. `played`: more of them."""
    async with a_night(database_url, played, **{**QUICK, **settings}) as night:
        people = (night.phones[name] for name in ("何志强", "李秀英", "陈建国", "周敏", "王国栋", "许静"))
        yield Town(night, *people, night.groups["派潭镇值班群"], night.groups["增城区值班群"])
