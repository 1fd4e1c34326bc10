"""代报 and one-line codes: a villager phones the officer, an officer or anybody phones the duty desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from storage import people, zero_reports
from tests.stories.nights import VILLAGE
from tests.stories.town import Town, a_town

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with a_town(database_url) as town:
        yield town
        await town.all_is_well()


async def at(town: Town, iso: str) -> None:
    assert town.night.app is not None
    goal = datetime.fromisoformat(f"{iso}:00+08:00")
    await town.night.forward(seconds=(goal - town.night.app.clock.now()).total_seconds())


def clock(moment: datetime) -> str:
    return moment.astimezone(ZONE).strftime("%H:%M")


async def test_a_call_becomes_a_report_with_both_names_and_its_true_time(town: Town) -> None:
    he, li, chen = town.he, town.li, town.chen
    await at(town, "2027-05-20T09:40")
    await town.forgets()

    # life first: the sentence goes out, who called is asked afterwards
    await he.sends("有村民打电话来说，水库边有个小孩掉下去了，人还没上来")
    await he.sees("马上打", "已上报，编号")
    await he.sees("是谁打来的")
    await chen.sees("P0 事件", chat=town.town)
    await he.sends("张伯 13800007777 9:30 来电")
    await he.sees("来电人和时间记下了")
    await chen.sees("代报，来电人：张伯", "13800007777", chat=town.town)
    [report] = await town.reports()
    assert (report.origin, report.caller_name, clock(report.learned_at)) == ("behalf", "张伯", "09:30")
    await chen.taps("接报", chat=town.town)
    await he.sees("已接报")
    await town.forgets()

    # step by step: the command, the words; a line that tells nothing is asked again
    await li.sends("/behalf")
    await li.sees("对方怎么说")
    await li.sends("你好")
    await li.sees("还看不出是什么事")
    await li.sends("村口两架车相撞，一人受伤送院")
    await li.sees("已上报，编号", "道路交通事故")
    await li.sees("是谁打来的")
    await chen.sees("事件", "道路交通事故", chat=town.town)
    assert (await town.reports())[-1].caller_name is None
    await town.forgets()

    # the duty desk: the officer who called is the reporter, gets the receipt, and the village has reported
    await chen.sends("/behalf", chat=town.town)
    ask = await chen.sees("谁打来的", chat=town.town)
    await chen.sends("明天 9:30 何志强", chat=town.town, reply_to=ask)
    again = await chen.sees("来电时间", "不对", chat=town.town)
    await chen.sends("何志强 9:35 来电", chat=town.town, reply_to=again)
    ask = await chen.sees("对方怎么说", chat=town.town)
    await chen.sends("后山塌方，泥石冲到路边，压住一间柴房，没有人伤", chat=town.town, reply_to=ask)
    done = await chen.sees("已录，编号", "来电人：何志强", "来电时间：09:35", chat=town.town)
    assert "滑坡" in done.text
    await he.sees("已上报，编号", "滑坡")
    await chen.sees("事件", "代报，来电人：何志强", "由 陈建国 代录", chat=town.town)
    report = (await town.reports())[-1]
    assert (report.origin, report.area, report.keyed_by_name) == ("duty", VILLAGE, "陈建国")
    assert clock(report.learned_at) == "09:35"
    async with town.night.database.transaction() as tx:
        known = await people.by_telegram(tx, he.id)
        assert known is not None
        assert report.reporter_id == known.id
    await town.forgets()
    await he.sends("续报：塌方那里现在伤了一人，已送院")
    await he.sees("续报一已记")
    await town.forgets()

    # a villager phones the duty desk: the place comes from the sentence; the village counts as having reported
    await chen.sends("/behalf 黄婶 13900001111 9:38\n高滩村榕树下电线断了，冒火花，没人伤", chat=town.town)
    await chen.sees("已录，编号", "来电人：黄婶", "高滩", chat=town.town)
    report = (await town.reports())[-1]
    assert (report.caller_name, report.area, report.origin) == ("黄婶", VILLAGE, "duty")
    async with town.night.database.transaction() as tx:
        start = datetime(2027, 5, 20, tzinfo=ZONE)
        filed = await zero_reports.filed(tx, [VILLAGE], start, start.replace(day=21))
    assert (VILLAGE, report.reporter_id) in {(village, person) for village, person, _ in filed}
    await town.forgets()

    # one-line codes: the table, wrong ones, and a right one
    await chen.sends("/code", chat=town.town)
    table = await chen.sees("一行代码", "N1", chat=town.town)
    await chen.taps("H 公共卫生", chat=town.town, message=table)
    await chen.sees("H3", "不明原因", chat=town.town)
    for wrong, says in (("H9 2 0 高滩", "没有代码 H9"), ("H3 2 0", "还要写地点"), ("高滩着火", "这不是代码")):
        await chen.sends(f"/code {wrong}", chat=town.town)
        await chen.sees(says, "H3 2 0 高滩", chat=town.town)
    await chen.sends("/code H3 2 0 高滩", chat=town.town)
    await chen.sees("已录，编号", "群体性不明原因疾病", "高滩", chat=town.town)
    report = (await town.reports())[-1]
    assert (report.category, report.area) == ("unknown_illness", VILLAGE)
    assert (report.answers["ill"]["max"], report.answers["trapped"]["max"]) == (2, 0)
    assert "dead" not in report.answers
    await chen.sends("/code G2 ? 高滩 下社", chat=town.town)
    await chen.sees("已录，编号", chat=town.town)
    report = (await town.reports())[-1]
    assert (report.kind, report.answers["threatened_households"]) == ("hazard", {"unknown": True})
    assert "threatened_people" not in report.answers
    await town.forgets()

    # a name that several villages have is asked about where it was keyed in
    await chen.sends("/code A2 1 0 莲塘", chat=town.town)
    asked = await chen.sees("已录，编号", "莲塘", chat=town.town)
    report = (await town.reports())[-1]
    codes = report.answers["place"]["candidates"]
    assert len(codes) > 1
    chosen = asked.reply_markup.inline_keyboard[0][0].text
    await chen.taps(chosen, chat=town.town, message=asked)
    await chen.sees("记下了", chat=town.town)
    report = (await town.reports())[-1]
    assert report.area in codes
    await town.forgets()

    # the timeline names the caller
    await he.sends("/cases 水库")
    await he.sees("水库")
    await town.forgets()

    # who may not, may not
    await he.sends("/code H3 2 0 高滩")
    await he.sees("值班员")
    home = await he.sends("/help")
    assert home
    await he.sees("信息员怎么用")
    await town.forgets()
