"""The official texts A1 and A3 of the open cases, pasted, approved and sent; and whose they are not to relay."""

from __future__ import annotations

from sqlalchemy import select

from storage.tables import Alert
from tests.rules.test_alert_reading import A1, A3
from tests.stories.crowd import a_crowd, officers, resident
from tests.stories.nights import CITY, TOWN, VILLAGE, Night
from tests.stories.test_alert import finished, with_approver
from tests.stories.test_alert_life import hands_in, published

SHITAN, ZHENGGUO, XINTANG = "440118102", "440118104", "440118101"
ORANGE = (
    "增城区气象台于6月8日6时30分将派潭镇、正果镇、小楼镇、石滩镇暴雨黄色预警信号升级为暴雨橙色预警信号，请注意防御。"
)


async def pasted(night: Night, text: str) -> None:
    """The district's duty member pastes an official text and hands it in as it was read."""
    li = night.phones["李区"]
    await li.sends("/alert")
    await li.sees("公众预警", "粘贴")
    await li.sends(text)


async def test_orange_becomes_red_in_three_towns_and_is_lifted_there_while_the_fourth_keeps_its_own(database_url):
    async with a_crowd(database_url) as night:
        xu = await with_approver(night)
        (officer,) = await officers(night, [VILLAGE])
        li, chen = night.phones["李区"], night.phones["陈值班"]
        here = await resident(night, "派潭的人", TOWN)
        whole = await resident(night, "全区的人", CITY)
        shitan = await resident(night, "石滩的人", SHITAN)
        xintang = await resident(night, "新塘的人", XINTANG)
        mover = await resident(night, "搬家的人", ZHENGGUO)

        await officer.sends("/alert")
        await officer.sees("只有值班员")
        await chen.sends(f"/alert {A1}")
        await chen.sees("不能转发", "区一级")

        await pasted(night, ORANGE)
        await li.sees("暴雨橙色预警", "由黄色升级为橙色", "石滩镇", "2026-06-08 06:30")
        await li.sees("居民看到的就是上面这条")
        await hands_in(li)
        await published(night, 1)
        for phone in (here, whole, shitan, mover):
            await phone.sees("暴雨橙色预警")
        # under what an issuer gave at orange: 叫应, filled in, to be looked at and published like any other
        await li.taps("同时叫应")
        await li.sees("叫应", "暴雨", "橙色", "石滩镇", "派潭镇")
        await li.sends("取消")
        await li.sees("已取消")
        chen_sees = (await chen.view())["messages"][-1]["message_id"]
        assert "没有权限" in (await chen.taps_data("a:1:call::1", None, chen_sees))["text"]

        async with night.database.transaction() as tx:  # somebody moves to 新塘 meanwhile
            from storage import people, subscriptions

            person = await people.by_telegram(tx, mover.id)
            (old,) = await subscriptions.active(tx, person.id)
            await subscriptions.end(tx, person.id, [old.id], night.app.clock.now())
            given = {"kinds": [], "lowest_level": "notice", "quiet_from": None, "quiet_to": None}
            await subscriptions.begin(tx, person.id, XINTANG, given, night.app.clock.now())

        await pasted(night, A1)
        shown = await li.sees("暴雨红色预警（更新）", "由橙色升级为红色", "派潭镇", "停课")
        assert "石滩镇" not in shown.text
        await li.sees("接着第 1 号", "前发布的", "现在还有效吗")
        await hands_in(li)
        await xu.sees("待审批", "第 2 号", "前发布的", "现在还有效吗")
        await night.restart()
        await xu.taps("批准")
        await li.sees("许静", "请点", "第 2 号")
        await li.taps("发布")
        await finished(night, 2)
        for phone in (here, whole, mover):
            await phone.sees("暴雨红色预警（更新）", "123.4毫米", "增城区气象台")
        await li.sees("仍然有效的地方：石滩镇")
        for phone in (shitan, xintang):
            await phone.sees_nothing_new()

        await pasted(night, "【演练】增城区气象台于6月8日9时解除派潭镇暴雨红色预警信号。【演练】")
        drill = await li.sees("暴雨红色预警已解除", "派潭镇")
        assert drill.text.startswith("【演练】")
        assert drill.text.endswith("【演练】")
        asked = await li.sees("居民看到的就是上面这条")
        assert "接着" not in asked.text, "a drill ends nothing that is real"
        assert "没有对上要解除的预警" in asked.text
        await li.taps("取消")
        await li.sees("已取消")

        await pasted(night, "增城区气象台6月8日8时发布暴雨黄色预警信号")
        await li.sees("已读出：暴雨黄色预警", "选好地区")
        await li.sends("取消")
        await li.sees("已取消")

        await pasted(night, A1)
        await li.sees("第 2 号已经是这一条")
        await li.sends("取消")
        await li.sees("已取消")

        await pasted(night, A3)
        await li.sees("暴雨红色预警已解除", "不要擅自返回", "须经镇街同意后返回")
        await hands_in(li)
        await published(night, 3)
        for phone in (here, whole, mover):
            await phone.sees("✅", "暴雨红色预警已解除", "须经镇街同意后返回")
        for phone in (shitan, xintang):
            await phone.sees_nothing_new()
        async with night.database.transaction() as tx:
            orange, red, lifted = list(await tx.session.scalars(select(Alert).order_by(Alert.id)))
        assert (orange.state, orange.live_areas) == ("published", [SHITAN])
        assert (red.state, red.action, red.refs, red.prev_level) == ("lifted", "update", [1], "orange")
        assert red.expires_at is None, "no end was stated, none is invented"
        assert red.review_at is None, "it is over: nobody is asked about it"
        assert orange.review_at is not None
        assert (lifted.action, lifted.refs, lifted.follows) == ("cancel", [1, 2], [2])

        await pasted(
            night,
            "增城区气象台于6月8日15时解除石滩镇暴雨橙色预警信号，同时发布新塘镇雷雨大风黄色预警信号。",
        )
        await li.sees("暴雨橙色预警已解除", "石滩镇")
        await li.sees("还有 1 项变化")
        await hands_in(li)
        await li.sees("雷雨大风黄色预警", "新塘镇")
        await li.sees("居民看到的就是上面这条")
        await hands_in(li)
        await xu.sees("待审批", "第 4 号")
        await xu.sees("待审批", "第 5 号", "另一位值班员")
