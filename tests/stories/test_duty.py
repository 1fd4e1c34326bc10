"""/duty, people who cannot be reached any more, and those who were entered by phone only."""

from __future__ import annotations

from storage import people
from tests.stories.nights import BOT, TOWN, VILLAGE, a_night
from tests.stories.test_escalation import paitan


async def test_duty_shows_who_is_on_and_residents_see_nobody(database_url):
    async with paitan(database_url) as night:
        town, officer = night.phones["陈值班"], night.phones["何志强"]
        await town.sends("/duty", chat=night.town)
        board = await town.sees("派潭镇 值班", "陈值班", "王带班", chat=night.town)
        assert "信息员 1 人" in board.text
        await officer.sends("/duty")
        board = await officer.sees("派潭镇 值班", "陈值班")
        assert "何志强" not in board.text
        resident = await night.world.add_person("阿珍")
        await resident.start(BOT)
        await resident.sees("前哨")
        await resident.sends("/duty")
        refused = await resident.sees("没有您能看的")
        assert "陈值班" not in refused.text


async def test_an_officer_who_blocks_the_bot_is_named_to_the_town_and_comes_back(database_url):
    async with paitan(database_url) as night:
        town, officer = night.phones["陈值班"], night.phones["何志强"]
        await officer.blocks()
        notice = await town.sees("何志强", "联系不上", "屏蔽", chat=night.town)
        assert "A岗" in notice.text
        await town.sends("/duty", chat=night.town)
        await town.sees("联系不上 1 人", "+8613800000001", chat=night.town)
        await officer.unblocks()
        await officer.start(BOT)
        await officer.sees("高滩村")
        await town.sends("/duty", chat=night.town)
        await town.sees("联系不上 0 人。", chat=night.town)


async def test_an_officer_entered_by_phone_takes_the_post_by_sharing_that_phone(database_url):
    async with a_night(database_url) as night:
        async with night.database.transaction() as tx:
            now = night.app.clock.now()
            row = await people.add(tx, "何志强", "zh-Hans", now, phone="+8613800000009")
            await people.give_post(tx, row.id, "officer", VILLAGE, "A", now)
        officer = await night.world.add_person("阿强", phone="+8613800000009")
        await officer.start(BOT)
        await officer.sees("前哨")
        await officer.sends_contact()
        await officer.sees("手机号记下了")
        home = await officer.sees("高滩村", "A岗")
        assert "何志强" in home.text or "阿强" in home.text
        await officer.sends("紧急上报")
        await officer.sees("发生了什么")
        assert TOWN
