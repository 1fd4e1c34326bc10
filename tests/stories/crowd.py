"""A cast for notices: many officers, residents with subscriptions, duty rooms and those who approve."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

from practice.phone import Phone
from storage import people, subscriptions
from tests.stories.nights import BOT, CITY, TOWN, Night, a_night

QUICK = {"messages_per_second": 2000, "messages_per_second_in_chat": 2000, "messages_per_minute_in_group": 20000}


async def cast(night: Night) -> None:
    await night.world.limits(enabled=False)
    chen = await night.enrolled("陈值班", "duty", TOWN, phone="+8613800000003")
    li = await night.enrolled("李区", "duty", CITY)
    zhang = night.phones["张帮手"] = await night.world.add_person("张帮手")
    await night.duty_group("派潭镇值班群", TOWN, [chen, zhang])
    await night.duty_group("增城区值班群", CITY, [li])


@contextlib.asynccontextmanager
async def a_crowd(database_url: str, **settings: Any) -> AsyncIterator[Night]:
    """派潭镇's duty group with 陈值班 and 张帮手 (who holds no post), the district's with 李区."""
    async with a_night(database_url, cast, **{**QUICK, **settings}) as night:
        night.town, night.city = night.groups["派潭镇值班群"], night.groups["增城区值班群"]
        yield night


async def somebody(night: Night, name: str, **person: Any) -> Phone:
    """Somebody who has opened the bot and holds no post."""
    phone = await night.world.add_person(name, **person)
    await phone.start(BOT)
    await phone.sees(name)
    night.phones[name] = phone
    return phone


async def officers(night: Night, villages: list[str]) -> list[Phone]:
    """An A officer for each village, 信息员1 …, all of whom have opened the bot."""

    async def one(number: int, village: str) -> Phone:
        return await night.enrolled(f"信息员{number}", "officer", village, "A", phone=f"+86139{number:08}")

    return list(await asyncio.gather(*(one(number, code) for number, code in enumerate(villages, start=1))))


async def resident(night: Night, name: str, area: str, **wishes: Any) -> Phone:
    """A resident who has subscribed to an area; `wishes` may hold kinds, lowest_level, quiet hours, language_code."""
    person = {key: wishes.pop(key) for key in ("language_code",) if key in wishes}
    phone = await somebody(night, name, **person)
    assert night.app is not None
    now = night.app.clock.now()
    language = {"zh-hant": "zh-Hant", "en": "en"}.get(person.get("language_code", ""), "zh-Hans")
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id) or await people.add(tx, name, language, now, phone.id)
        given = {"kinds": [], "lowest_level": "notice", "quiet_from": None, "quiet_to": None, **wishes}
        await subscriptions.begin(tx, row.id, area, given, now)
    return phone


async def villages_of(night: Night, town: str, number: int) -> list[str]:
    from storage import areas

    async with night.database.transaction() as tx:
        return [area.code for area in await areas.villages_of(tx, [town])][:number]
