"""转办, 指派, 升级 and 降级: whoever is asked must answer, and until they do the case stays where it is."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from practice.phone import Phone
from storage import case_log, escalations, people
from tests.stories.nights import BOT, CITY, TOWN, Night
from tests.stories.town import Town, a_town
from tests.stories.town import cast as usual_cast


async def department(night: Night, name: str, function: str, area: str, phone: str) -> Phone:
    there = await night.world.add_person(name, phone=phone)
    await there.start(BOT)
    await there.sees("前哨")
    assert night.app is not None
    async with night.database.transaction() as tx:
        now = night.app.clock.now()
        row = await people.by_telegram(tx, there.id) or await people.add(tx, name, "zh-Hans", now, there.id, phone)
        await people.give_post(tx, row.id, "department", area, None, now, function=function)
    night.phones[name] = there
    return there


async def cast(night: Night) -> None:
    """The usual people, and two departments: 规资所 of the town, 水务局 of the district."""
    await usual_cast(night)
    await department(night, "孙规资", "natural_resources", TOWN, "+8613800000021")
    await department(night, "林水务", "water", CITY, "+8613800000022")


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with a_town(database_url, cast) as town:
        yield town
        await town.all_is_well()


async def verbs(town: Town) -> list[str]:
    async with town.night.database.transaction() as tx:
        assert (await case_log.verify(tx))[1] is None
        return [line.verb for line, _ in await case_log.lines(tx, "report:1")]


async def test_a_referral_is_refused_lapses_and_is_taken_and_the_priority_follows_the_leaders(town: Town) -> None:
    """转办 refused by one, lapsed and accepted by another; 指派 refused and accepted; 降级 by a leader, 升级."""
    he, chen, zhou, wang, group = town.he, town.chen, town.zhou, town.wang, town.town
    sun, lin = town.night.phones["孙规资"], town.night.phones["林水务"]
    receipt = await town.reports_emergency(he)
    card = await chen.sees("P0", "无人接报", chat=group)

    # those who lead on a landslide first; while nobody has accepted the climb goes on
    await chen.taps("转办", chat=group, message=card)
    menu = await chen.sees("转办给谁", chat=group)
    offered = [button.text for row in menu.reply_markup.inline_keyboard for button in row]
    assert offered[0] == "规划和自然资源"
    await chen.taps("规划和自然资源", chat=group, message=menu)
    asked = await sun.sees("陈建国", "转办给 规划和自然资源", "滑坡", "+8613800000001")
    waits = await chen.sees("请 规划和自然资源 接手", "收回", chat=group)
    await chen.sees("📨 转办 规划和自然资源：待接受", "无人接报", chat=group)
    await town.forgets(chen, zhou)
    await town.forward(minutes=3, seconds=1)
    await chen.sees("3 分钟无人接报", chat=group)
    for forged in ("rq:1:accept", "rq:1:refuse", "rq:1:withdraw", "rf:1:to:water", "rf:1:typed:", "ap:1:menu:0:",
                   "ap:1:office:0:water", "pr:1:menu:", "pr:1:to:P3"):  # fmt: skip
        refused = await he.taps_data(forged, None, receipt)
        assert "没有权限" in refused["text"]
    await sun.taps("不接受", message=asked)
    prompt = await sun.sees("为什么不接受")
    await sun.sends("是水管爆裂，不是地质灾害", reply_to=prompt)
    await sun.sees("已记不接受")
    await chen.sees("孙规资", "不接受", "是水管爆裂", "继续逐级上报", chat=group)
    refused = await chen.sees("孙规资 不接受：是水管爆裂", "转办", "返回", chat=group)
    assert refused.message_id == waits.message_id, "the menu under the card says it too"
    assert "已经答复过" in (await sun.taps_data("rq:1:accept", None, asked))["text"]
    assert (await town.reports())[0].state == "open"

    # acknowledged: the next function is silent, and the case goes back to the one who took it
    await chen.taps("接报", chat=group, message=card)
    await he.sees("已接报", "陈建国")
    await chen.taps("转办", chat=group, message=card)
    menu = await chen.sees("转办给谁", chat=group)
    await chen.taps("更多部门", chat=group, message=menu)
    menu = await chen.sees("水务", "转办给谁", chat=group)
    await chen.taps("水务", chat=group, message=menu)
    late = await lin.sees("转办给 水务", "滑坡")
    assert "没有这个事件" in (await lin.taps_data("rq:99:accept", None, late))["text"]
    assert "没有权限" in (await lin.taps_data("rq:1:accept", None, late))["text"]
    await chen.taps("转办", chat=group, message=card)
    await chen.sees("请 水务 接手", "先收回", chat=group)
    assert "先收回" in (await chen.taps_data("rf:1:to:water", group, menu))["text"]
    await town.forgets(chen, zhou, wang)
    await town.forward(minutes=10, seconds=1)
    await chen.sees("水务", "10 分钟没有答复", "转办失效", chat=group)
    assert "已经答复过" in (await lin.taps_data("rq:2:accept", None, late))["text"]
    assert (await town.reports())[0].state == "acknowledged"

    # asked once more they take it: the officer hears whom to ring, and the card says who
    await chen.taps("转办", chat=group, message=card)
    menu = await chen.sees("转办给谁", chat=group)
    await chen.taps_data("rf:1:to:water", group, menu)
    again = await lin.sees("转办给 水务")
    await lin.taps("接受", message=again)
    await he.sees("转办", "水务", "林水务", "+8613800000022")
    await chen.sees("林水务", "接受了", chat=group)
    await chen.sees("转办 水务，林水务", chat=group)
    await lin.sees("林水务", "接受", "P0")
    assert (await town.reports())[0].state == "referred"
    async with town.night.database.transaction() as tx:
        climb = await escalations.of_report(tx, 1)
        assert climb is not None
        assert climb.stopped_at is not None
    await town.forgets()

    # 指派: the leader cannot, the district's officer can
    await chen.taps("更多处置", chat=group, message=card)
    desk = await chen.sees("要做什么", chat=group)
    await chen.taps("指派", chat=group, message=desk)
    names = await chen.sees("请谁负责", chat=group)
    await chen.taps("王国栋（派潭镇领导）", chat=group, message=names)
    wish = await wang.sees("陈建国 请您负责", "滑坡")
    await chen.sees("负责：王国栋（待接受", chat=group)
    await wang.taps("不接受", message=wish)
    prompt = await wang.sees("为什么不接受")
    await wang.sends("在区里开会", reply_to=prompt)
    await chen.sees("王国栋", "不能负责", "在区里开会", chat=group)
    await chen.taps_data("ap:1:menu:0:", group, desk)
    names = await chen.sees("请谁负责", chat=group)
    await chen.taps("周敏（增城区值班员）", chat=group, message=names)
    wish = await zhou.sees("陈建国 请您负责", "滑坡")
    await zhou.taps("接受", message=wish)
    await chen.sees("负责：周敏（已接受）", chat=group)
    await town.forgets()

    # 降级 with somebody hurt or trapped takes a leader; 升级 does not
    await chen.taps_data("pr:1:menu:", group, desk)
    levels = await chen.sees("改成哪一级", chat=group)
    await chen.taps("🔵 P2", chat=group, message=levels)
    prompt = await chen.sees("为什么改级别", chat=group)
    await chen.sends("人都出来了，只剩清路", chat=group, reply_to=prompt)
    sure = await chen.sees("确定降级吗", "带班领导确认", chat=group)
    await chen.taps("报领导确认", chat=group, message=sure)
    await chen.sees("已请带班领导确认", chat=group)
    wish = await wang.sees("P0", "降到 P2", "只剩清路")
    assert (await town.reports())[0].priority == "P0"
    assert "没有权限" in (await lin.taps_data("rq:6:accept", None, again))["text"]
    await wang.taps("接受", message=wish)
    await chen.sees("降级", "P0 → 🔵 P2", "只剩清路", "王国栋 确认", chat=group)
    assert (await town.reports())[0].priority == "P2"
    await chen.taps_data("pr:1:to:P1", group, levels)
    prompt = await chen.sees("为什么改级别", chat=group)
    await chen.sends("山上又有裂缝", chat=group, reply_to=prompt)
    await chen.sees("升级", "P2 → 🟠 P1", "山上又有裂缝", chat=group)
    assert (await town.reports())[0].priority == "P1"
    found = await verbs(town)
    told = ("referral_asked", "referral_refused", "referral_lapsed", "referral_accepted", "assignment_refused",
            "assignment_accepted", "lowering_accepted", "priority_lowered", "priority_raised")  # fmt: skip
    assert [verb for verb in told if verb not in found] == []
    await town.forgets()
