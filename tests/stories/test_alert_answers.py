"""A red alert asks residents how they are: the counts, a request that climbs as a case, and what is left."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from bot.actions import housekeeping
from storage import case_log
from storage.tables import Alert, AlertAnswer, HelpRequest, OutboxRow, Person, Report, ReportVersion
from tests.stories.crowd import resident, somebody
from tests.stories.nights import TOWN, VILLAGE
from tests.stories.test_alert import approved
from tests.stories.town import Town


async def test_a_resident_asks_for_help_and_is_called_about_until_somebody_answers(town: Town) -> None:
    night, he, chen = town.night, town.he, town.chen
    night.phones["李区"] = town.zhou
    fong = await resident(night, "冯阿姨", VILLAGE)
    wong = await resident(night, "Wong", TOWN, language_code="en")
    stranger = await somebody(night, "过路人")
    drafter, _ = await approved(night)
    await drafter.taps("发布")
    red = await fong.sees("暴雨红色预警", "我安全", "需要帮助", "帮我看看家人", "退订")
    await wong.sees("Red warning", "I am safe", "I need help")
    await town.settled()
    await town.forgets()

    # 我安全: one tap, counted by village for the duty room; and taken back by a request
    assert "您安全" in (await fong.taps("我安全"))["text"]
    counted = await chen.sees("居民回应", "安全 1", "高滩村", chat=town.town)
    await drafter.sees("居民回应", "安全 1")
    assert "冯阿姨" not in counted.text
    await fong.taps("需要帮助")
    await fong.sees("110、119、120", "同意", "30 天后删除")
    await fong.sees("还没发出", "高滩村", "没有手机号", "没有定位")
    await fong.sends_sticker()
    await fong.sees("用不了")
    await fong.sends("水到<b>腰</b>了，两个老人被困在二楼")
    await fong.sees("<b>腰</b>")
    await fong.sends("138 0000 9999")
    await fong.sees("13800009999")
    await fong.sends_location(23.5105, 113.7842)
    await fong.sees("有定位")
    await he.sees_nothing_new()
    await fong.taps("发出求助")
    await fong.sees("求助已发出")
    got = await he.sees("居民求助", "高滩村", "两个老人被困", "冯阿姨", "13800009999", "我去")
    card = await chen.sees("派潭-", "居民求助", "冯阿姨", "13800009999", "<b>腰</b>", chat=town.town)
    assert "追问" not in await chen.buttons(chat=town.town)
    assert "信息员）" not in card.text
    await town.settled()
    await town.forgets()
    again = await fong.taps_data("hp:help:1", None, red)
    assert "已经发出" in again["text"]

    # it climbs like any report; the officer who goes does not end the climb, 接报 does; the resident hears both
    await town.forward(minutes=4)
    await chen.sees("派潭-", "4 分钟", chat=town.town)
    await town.settled()
    await town.forgets()
    assert "知道您去了" in (await he.taps_data(f"hp:go:{(await town.reports())[0].id}", None, got))["text"]
    await fong.sees("何志强", "正在去找您")
    await chen.sees("何志强", "去了", chat=town.town)
    for phone in (stranger, wong):
        home = (await phone.view())["messages"][-1]["message_id"]
        assert (await phone.taps_data("hp:go:1", None, home))["show_alert"]
    await town.forgets()
    await chen.taps_data("c:1:ack", town.town, card)
    await fong.sees("值班室已经收到您的求助")
    await town.settled()
    await town.forgets()
    assert (await fong.taps_data("hp:safe:1", None, red))["text"]
    await chen.sees("后来点了“我安全”", chat=town.town)
    await town.settled()
    await town.forgets()

    # English, for the family, without a number; the menu of a case is not theirs
    await wong.taps_data("hp:family:1", None, (await wong.view())["messages"][-1]["message_id"])
    await wong.sees("who it is", "agree")
    await wong.sees("Not sent yet")
    await wong.sends("My mother, 80, house 12")
    await wong.sees("My mother")
    await wong.sends("/cancel")
    await wong.sees("Nothing was sent")
    assert len(await town.reports()) == 1
    home = (await wong.view())["messages"][-1]["message_id"]
    for forged in ("hp:send:1", "hp:nonsense:1", "hp:help:99", "hp:go:99", "c:1:ack", "c:1:ask"):
        assert (await wong.taps_data(forged, None, home))["text"]
    assert "preview" in (await wong.taps_data("hp:help:0", None, home))["text"]

    # under an exercise nothing becomes a case
    async with night.database.transaction() as tx:
        await tx.session.execute(update(Alert).values(drill=True))
    assert "drill" in (await wong.taps_data("hp:help:1", None, home))["text"]
    assert len(await town.reports()) == 1

    # long after it is over, who asked and what they said is gone; the case and the chain of the log are whole
    await town.settled()
    assert night.app is not None
    assert night.app.world is not None
    now = night.app.clock.now()
    async with night.database.transaction() as tx:
        await tx.session.execute(update(Alert).values(ended_at=now - timedelta(days=31), state="lifted"))
    assert "is over" in (await wong.taps_data("hp:safe:1", None, home))["text"]
    await town.settled()
    await housekeeping.forget_old(night.database, night.app.world, night.app.clock.now())
    async with night.database.transaction() as tx:
        report = (await tx.session.scalars(select(Report))).one()
        kept = [report.answers, report.caller_name, report.caller_phone, report.search_text]
        kept += [(row.answers, row.words) for row in await tx.session.scalars(select(ReportVersion))]
        kept += [
            row.values for row in await tx.session.scalars(select(OutboxRow).where(OutboxRow.subject == "report:1"))
        ]
        caller = await tx.session.get(Person, report.reporter_id)
        kept.append(caller.name if caller else None)
        for word in ("冯阿姨", "13800009999", "老人", "23.51"):
            assert word not in str(kept), word
        assert (await tx.session.get(HelpRequest, 1)).person_id is None
        assert list(await tx.session.scalars(select(AlertAnswer))) == []
        assert (await case_log.verify(tx))[1] is None
    await town.forgets()
