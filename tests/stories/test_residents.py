"""A resident from the poster on the wall to the shelter: one tap, is it true, where to go; and away and back again."""

from __future__ import annotations

from bot.actions.load_tables import load_sheet
from bot.table_files import read_sheets
from practice.phone import until_true
from storage import people, shelters
from tests.stories.crowd import somebody
from tests.stories.nights import BOT, VILLAGE
from tests.stories.test_alert import approved
from tests.stories.test_subscribe import areas_of, wishes_of
from tests.stories.town import Town


async def test_from_the_poster_to_the_shelter_and_back_again(town: Town) -> None:
    night, he, chen = town.night, town.he, town.chen
    night.phones["李区"] = town.zhou

    # the poster: one tap; a forged code says so; twice shows what one has
    fong = await night.world.add_person("冯阿姨")
    await fong.start(BOT, "area_440118105230")
    await fong.sees("高滩村", "点一下就好", "订阅这里的预警")
    await fong.taps("订阅这里的预警")
    await fong.sees("已订阅", "高滩村")
    await fong.sees("您的订阅", "免打扰：22:00–07:00")
    assert await areas_of(night, fong) == [VILLAGE]
    row = (await wishes_of(night, fong))[0]
    assert (row.lowest_level, row.kinds, row.quiet_from) == ("notice", [], "22:00")
    await fong.start(BOT, "area_440118105230")
    await fong.sees("您的订阅", "高滩村")
    await fong.start(BOT, "area_440118999999")
    await fong.sees("不认识", "/subscribe")

    # is it true: nothing is; then one is
    await fong.taps("这条消息是真的吗")
    await fong.sees("没有有效的预警", "高滩村", "不要转发")
    drafter, _ = await approved(night)
    await drafter.taps("发布")
    await fong.sees("暴雨红色预警", "我安全")
    await town.settled()
    await town.forgets()
    await fong.sends("微信群里说有红色预警，系咪真㗎？")
    await fong.sees("现在有效的预警", "暴雨红色预警", "增城区气象台", "有效至", "不要转发")
    stranger = await somebody(night, "过路人", language_code="en")
    await stranger.sends("/real")
    await stranger.sees("in force now", "Rainstorm: Red warning", "Zengcheng Meteorological Observatory")

    # where to go: three nearest that are open; the duty room closes one
    assert night.app is not None
    now = night.app.clock.now()
    for sheet in read_sheets(night_file()):
        loaded = await load_sheet(night.database, sheet, now, "zh-Hans")
        assert (loaded.kind, loaded.new, loaded.faults) == ("shelters", 4, [])
        assert (await load_sheet(night.database, sheet, now, "zh-Hans")).same == 4
    await fong.sends("/shelter")
    await fong.sees("您在哪里")
    await fong.sends("月球")
    await fong.sees("没有找到")
    await fong.sends_location(23.5012, 113.7790)
    found = await fong.sees("1. 派潭镇文体中心", "2. 派潭中学体育馆", "3. 高滩村文化室", "不能用来躲：滑坡", "地图")
    assert "河滨公园" not in found.text
    home = (await fong.view())["messages"][-1]["message_id"]
    assert "没有权限" in (await fong.taps_data("sh:closed:S-PT-01", None, home))["text"]
    await chen.sends("/shelter", chat=town.town)
    await chen.sees("避难场所", "🟢 派潭镇文体中心", "⚫ 派潭河滨公园", chat=town.town)
    await chen.taps("🟠 派潭镇文体中心", chat=town.town)
    await chen.sees("🟠 派潭镇文体中心", "已满", chat=town.town)
    await fong.sends("/shelter")
    await fong.sees("您在哪里")
    await fong.sends("派潭镇")
    assert "文体中心" not in (await fong.sees("1. 派潭中学体育馆")).text
    async with night.database.transaction() as tx:
        assert await shelters.put(tx, {"code": "S-PT-01", "state": "open"}) == "same", "a button is newer"
    await town.settled()
    await town.forgets()

    # the poster itself: a file for the duty room, not for residents
    await fong.sends("/poster 高滩村")
    await fong.sees("只有管这个地方的值班人员")
    await town.zhou.sends("/poster")
    await town.zhou.sees("/poster 派潭镇高滩村", "派潭镇 ›")
    await town.zhou.taps("派潭镇 ›")
    await town.zhou.sees("/poster 派潭镇高滩村", "高滩村", "返回")
    await town.zhou.sends("/poster 高滩村")
    await town.zhou.sees("海报", "派潭镇高滩村")
    await town.settled()
    await town.forgets()

    # an officer in the middle of /subscribe is heard as an officer
    await he.sends("/subscribe")
    await he.sees("您在哪里")
    await he.sees("或者选镇街")
    await he.sends("高滩村屋后山坡滑坡，埋了两个人")
    await he.sees("已上报，编号")
    await town.settled()
    await town.forgets()
    assert len(await town.reports()) == 1
    await chen.taps_data("c:1:ack", town.town, (await chen.view(town.town))["messages"][-1]["message_id"])
    await town.settled()
    await town.forgets()

    # the bot is blocked: noticed, not written to again; back again, all is as it was
    await fong.blocks()

    async def is_away() -> bool:
        async with night.database.transaction() as tx:
            who = await people.by_telegram(tx, fong.id)
            return who is not None and who.unreachable_since is not None

    await until_true(is_away)
    await fong.start(BOT)
    await fong.sees("冯阿姨")
    assert not await is_away()
    assert await areas_of(night, fong) == [VILLAGE]


def night_file() -> object:
    from pathlib import Path

    return Path(__file__).parents[2] / "practice" / "town" / "shelters.csv"
