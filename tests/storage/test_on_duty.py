"""Who is called for 派潭镇 tonight: the roster, an open handover, a department, the group where nobody is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from bot.actions.called import chats_behind
from storage import areas, duty, groups, people
from storage.tables import Handover, RotationRow

TOWN, CITY = "440118105", "440118"
NIGHT = datetime(2026, 5, 12, 18, 17, tzinfo=UTC)  # 02:17 in the city
DAY = timedelta(days=1)


async def person(tx, name: str, telegram: int, role: str, area: str, function: str | None = None) -> int:
    row = await people.add(tx, name, "zh-Hans", NIGHT, telegram)
    await people.give_post(tx, row.id, role, area, None, NIGHT, function=function)
    return row.id


async def called(tx, *whom: str, now: datetime = NIGHT) -> list[str]:
    return [name for _, name in await chats_behind(tx, TOWN, CITY, whom, now)]


async def test_the_roster_says_who_is_called_and_without_one_it_is_the_group(database):
    async with database.transaction() as tx:
        for code, name, kind, parent in ((CITY, "增城区", "city", None), (TOWN, "派潭镇", "town", CITY)):
            await areas.put(tx, {"code": code, "name": name, "name_hant": name, "kind": kind, "parent": parent})
        await groups.bind(tx, -100, "派潭镇值班群", "town", TOWN, None, "zh-Hans", NIGHT, None)
        await groups.bind(tx, -200, "区水务局", "function", CITY, None, "zh-Hans", NIGHT, None, "water")
        chen = await person(tx, "陈建国", 1, "duty", TOWN)
        liu = await person(tx, "刘芳", 2, "duty", TOWN)
        wang = await person(tx, "王国栋", 3, "leader", TOWN)
        zhang = await person(tx, "张立", 4, "leader", TOWN)
        await person(tx, "镇林业站", 5, "department", TOWN, "forestry")
    async with database.transaction() as tx:
        assert await duty.on_duty(tx, TOWN, NIGHT) == []
        assert await called(tx, "on_duty", "deputy", "town_duty") == ["派潭镇值班群"]
        assert await called(tx, "leader") == ["王国栋", "张立"]
        assert await called(tx, "function:water", "function:forestry", "function:police") == ["区水务局", "镇林业站"]
        for seat, people_in_turn in (("main", [chen, liu]), ("leader", [zhang, wang])):
            tx.session.add(RotationRow(
                area=TOWN, seat=seat, kind="daily", people=people_in_turn, starts_on=date(2026, 5, 12), change="08:30",
                made_at=NIGHT,
            ))  # fmt: skip
    async with database.transaction() as tx:
        assert [each.name for each in await duty.on_duty(tx, TOWN, NIGHT)] == ["陈建国"]
        assert await called(tx, "on_duty", "leader") == ["陈建国", "张立"]
        assert await called(tx, "on_duty", now=NIGHT + DAY) == ["刘芳"]
        shift_over = datetime(2026, 5, 13, 0, 30, tzinfo=UTC)
        handover = Handover(area=TOWN, seat="main", from_person=chen, to_person=liu, at=shift_over, items=[])
        tx.session.add(handover)
        await tx.session.flush()
        assert await called(tx, "on_duty", now=NIGHT + DAY) == ["陈建国", "刘芳"]
        (post,) = [post for one, post in await people.holders(tx, "duty", [TOWN]) if one.id == chen]
        post.until = NIGHT
        await tx.session.flush()
        assert await called(tx, "on_duty", now=NIGHT + DAY) == ["刘芳"]
        post.until = None
        handover.state = "refused"
        await tx.session.flush()
        assert await called(tx, "on_duty", now=NIGHT + DAY) == ["陈建国"]
        handover.state = "accepted"
        await tx.session.flush()
        assert await called(tx, "on_duty", now=NIGHT + DAY) == ["刘芳"]
        await people.mark_unreachable(tx, liu, "blocked", NIGHT)
        await tx.session.flush()
        assert await called(tx, "on_duty", now=NIGHT + DAY) == ["派潭镇值班群"]
        for row in await duty.rotations(tx, TOWN):
            row.ended_at = NIGHT
        await tx.session.flush()
        assert not await duty.roster(tx, TOWN, NIGHT + DAY), "nothing is planned: the whole group is on duty, no gap"
