"""An alert that is out: corrected, updated, asked after, lifted; and a red one that could not wait for a second."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from practice.conversation import inline_texts
from practice.phone import Phone, until_true
from storage import case_log
from storage.tables import Alert, OutboxRow
from tests.stories.crowd import a_crowd, resident
from tests.stories.nights import CITY, TOWN, VILLAGE, Night
from tests.stories.test_alert import as_far_as_preview, finished, with_approver


async def states(night: Night) -> list[tuple[str, str]]:
    async with night.database.transaction() as tx:
        return [(row.action, row.state) for row in await tx.session.scalars(select(Alert).order_by(Alert.id))]


async def verbs(night: Night, alert: int) -> list[str]:
    async with night.database.transaction() as tx:
        return [line.verb for line, _ in await case_log.lines(tx, f"alert:{alert}")]


async def hands_in(phone: Phone) -> None:
    """提交审批, when the preview is whole."""

    async def is_there() -> bool:
        shown = [message for message in (await phone.view())["messages"] if not message["deleted"]]
        return any("提交审批" in inline_texts(message) for message in shown)

    await until_true(is_there)
    await phone.taps("提交审批")
    await phone.sees("已提交")


async def published(night: Night, number: int) -> None:
    """The second person says yes, and the drafter sends it out."""
    li, xu = night.phones["李区"], night.phones["许静"]
    await xu.sees("待审批", f"第 {number} 号")
    await xu.taps("批准")
    await li.sees("许静", "请点", f"第 {number} 号")
    await li.taps("发布")
    await finished(night, number)


async def test_a_red_alert_is_caught_corrected_updated_asked_after_and_lifted(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        li, xu = night.phones["李区"], night.phones["许静"]
        now = night.app.clock.now().astimezone(night.app.settings.zone)
        quiet = {"quiet_from": f"{now - timedelta(hours=1):%H:%M}", "quiet_to": f"{now + timedelta(hours=9):%H:%M}"}
        here = await resident(night, "镇上的人", TOWN)
        sleeper = await resident(night, "睡着的人", VILLAGE, **quiet)
        picky = await resident(night, "只要红色", TOWN, lowest_level="red")
        elsewhere = await resident(night, "正果的人", "440118104")

        # the wrong town, seen in the preview
        await as_far_as_preview(li, where="正果镇")
        await li.taps("修改")
        await li.sees("改哪一项")
        await li.taps("地区")
        await li.sees("已选", "正果镇")
        await li.taps("正果镇")
        await li.taps("派潭镇")
        await li.taps("完成")
        shown = await li.sees("暴雨红色预警", "派潭镇")
        assert "正果镇" not in shown.text
        await li.sees("将发给 3 人")
        await hands_in(li)
        await published(night, 1)
        for phone in (here, sleeper, picky):
            await phone.sees("暴雨红色预警", "停课")
        await elsewhere.sees_nothing_new()

        # it ought to have been orange: one tap, a second person, and everybody who got the first hears
        assert "等待批准" in (await li.taps("改为🟠"))["text"]
        await published(night, 2)
        for phone in (here, picky):
            await phone.sees("暴雨橙色预警（更新）", "由红色改为橙色")
        await sleeper.sees("暴雨橙色预警（更新）")
        await li.sees("已由第 2 号接替")
        again = await li.taps_data("a:1:update::1", None, (await li.view())["messages"][-1]["message_id"])
        assert "现在不能" in again["text"]

        # a newcomer; the update in words reaches them as well
        late = await resident(night, "刚订的人", TOWN)
        await li.taps("更新")
        await li.sees("暴雨橙色预警（更新）", "退订")
        await li.sees("居民看到的就是上面这条")
        await li.taps("修改")
        await li.sees("改哪一项")
        await li.taps("内容")
        await li.sees("原来写的")
        await li.sends("雨还在下，桥头已封路")
        await li.sees("桥头已封路", "退订")
        await li.sees("居民看到的就是上面这条")
        await hands_in(li)
        await published(night, 3)
        for phone in (here, picky, sleeper, late):
            await phone.sees("桥头已封路")
        await night.restart()

        # it runs out at six hours: somebody is asked, and lifts it; a lifting wakes nobody
        await night.forward(hours=6, minutes=1)
        await li.sees("已过有效期", "危险过去了吗", within=10)
        await li.taps("解除")
        await li.sees("什么时候解除的")
        await li.taps("刚刚")
        await li.sees("暴雨橙色预警已解除", "不要擅自返回")
        await li.sees("居民看到的就是上面这条")
        await hands_in(li)
        await xu.sees("待审批", "第 4 号")
        await xu.taps("批准")
        await li.sees("许静", "请点", "第 4 号")
        await li.taps("发布")
        for phone in (here, picky, late):
            await phone.sees("✅", "暴雨橙色预警已解除", "增城区气象台", "不要擅自返回")
        await sleeper.sees_nothing_new()
        await night.forward(hours=4)
        await sleeper.sees("已解除")
        await elsewhere.sees_nothing_new()
        assert await states(night) == [
            ("issue", "updated"), ("update", "updated"), ("update", "lifted"), ("cancel", "published")
        ]  # fmt: skip
        assert await verbs(night, 3) == ["drafted", "approved", "published", "finished", "expired", "lifted"]
        async with night.database.transaction() as tx:
            assert (await tx.session.get(Alert, 4)).refs == [1, 2, 3]


async def test_a_leader_publishes_a_red_one_alone_and_another_looks_a_notice_is_kept_and_a_stale_one_refused(
    database_url,
):
    async with a_crowd(database_url) as night:
        xu = await with_approver(night)
        wang = await night.enrolled("王区长", "leader", CITY)
        zhou = await night.enrolled("周敏", "duty", CITY)
        here = await resident(night, "镇上的人", TOWN)
        li = night.phones["李区"]
        await as_far_as_preview(li)
        await li.taps("提交审批")
        card = await li.sees("已提交")
        await xu.sees("待审批", "要由审批人或带班领导批准")
        await wang.sees("待审批", "紧急发布")
        for phone, why in ((xu, "只有带班领导"), (zhou, "只有带班领导")):
            start = (await phone.view())["messages"][-1]["message_id"]
            assert why in (await phone.taps_data("a:1:fast::1", None, start))["text"]
        assert "没有权限" in (await zhou.taps_data("a:1:approve::1", None, start))["text"], "red is not for duty"
        await wang.taps("紧急发布")
        await wang.sees("为什么等不及")
        await here.sees_nothing_new()
        await wang.sends("许静电话不通，水已进村")
        await wang.sees("已发布")
        await here.sees("暴雨红色预警")
        await li.sees("一人紧急发布", "水已进村", "等另一位审批人复看")
        await xu.sees("一人紧急发布", "看过，没问题")
        await night.forward(minutes=15, seconds=5)
        await xu.sees("一人紧急发布", "看过，没问题")  # asked again
        await night.restart()
        await night.forward(minutes=15, seconds=5)
        await xu.sees("一人紧急发布", "看过，没问题")
        await li.sees("还没有人复看", "许静")
        await night.admin.sees("还没有人复看", "王区长")
        own = await wang.taps_data("a:1:looked::1", None, (await wang.view())["messages"][-1]["message_id"])
        assert "另一个人复看" in own["text"]
        await xu.taps("有问题")
        await xu.sees("哪里有问题")
        await xu.sends("<派潭>东部没有雨")
        await xu.sees("已记下")
        await li.sees("许静", "认为有问题", "<派潭>东部没有雨", "更新")
        await night.forward(hours=1, minutes=1)
        await night.settled()
        await xu.forgets()
        assert "fast" in await verbs(night, 1)

        # a mild one: a colleague on duty may say yes; without an end it is asked after
        await li.forgets()
        await as_far_as_preview(li, text="山边的人留意落石", level="提示")
        await li.taps("不附指引")
        await li.sees("山边的人留意落石", "退订")
        await li.sees("居民看到的就是上面这条")
        await li.taps("修改")
        await li.sees("改哪一项")
        await li.taps("有效期")
        await li.sees("有效多久")
        await li.taps("直到另行通知")
        await li.sees("山边的人留意落石")
        await li.sees("居民看到的就是上面这条")
        await hands_in(li)
        await li.sees("另一位值班员")
        start = (await zhou.view())["messages"][-1]["message_id"]
        assert "已批准" in (await zhou.taps_data("a:2:approve::1", None, start))["text"]
        await li.sees("周敏", "请点")
        await night.forward(hours=7)
        await li.sees("第 1 号", "已过有效期", within=10)
        await li.taps("到期即止")
        await li.sees("有效期已过，没有解除")
        late = await li.taps_data("a:2:publish::1", None, card.message_id)
        assert "不能再发布" in late["text"]
        edit = await li.taps_data("a:2:edit::1", None, card.message_id)
        assert not edit.get("show_alert")
        await li.sees("山边的人留意落石", "退订")
        await li.sees("居民看到的就是上面这条")
        await li.forgets()
        await hands_in(li)
        await li.sees("待审批", "第 2 号", "将发给 1 人")
        assert "已批准" in (await zhou.taps_data("a:2:approve::2", None, start))["text"]
        await li.sees("周敏", "还没有发布")
        await li.sees("周敏", "请点")
        stars = (await night.admin.view())["messages"][-1]["message_id"]
        assert "只有管理员" in (await li.taps_data("a:2:paid:on:0", None, card.message_id))["text"]
        assert "发布时生效" in (await night.admin.taps_data("a:2:paid:on:0", None, stars))["text"]
        await li.sees("付费加速", "最多 1 颗星")
        await li.taps("发布")
        await here.sees("山边的人留意落石", "增城区应急值班室")
        await finished(night, 2)
        async with night.database.transaction() as tx:
            query = select(OutboxRow.values).where(OutboxRow.subject == "alert:2", OutboxRow.key == "alert")
            assert list(await tx.session.scalars(query)) == [{"paid": True}]
        assert "现在不能" in (await night.admin.taps_data("a:2:paid:off:0", None, stars))["text"]
        await night.forward(hours=6, minutes=1)
        await li.sees("第 2 号", "还有效吗", within=10)
        await li.taps("仍有效")
        await night.forward(hours=5)
        await night.settled()
        await here.sees_nothing_new()
        await zhou.forgets()
        for _ in range(3):  # nobody answers: whoever approved it is asked too
            await night.forward(hours=1, minutes=2)
            await li.sees("第 2 号", "还有效吗", within=10)
        await zhou.sees("第 2 号", "还有效吗", "仍有效")
        await zhou.taps("仍有效")
        await night.settled()
        assert await states(night) == [("issue", "expired"), ("issue", "published")]
        assert "still_holds" in await verbs(night, 2)
