"""Low levels once a day, and one event followed by somebody who has not subscribed; out of both in one tap."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from storage.tables import AlertFollow, DigestItem
from tests.stories.crowd import a_crowd, resident, somebody
from tests.stories.nights import BOT, TOWN
from tests.stories.test_alert import approved, finished, with_approver
from tests.stories.test_alert_life import hands_in, published


async def test_a_yellow_alert_waits_for_the_daily_message_and_a_stranger_follows_it_to_its_end(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        now = night.app.clock.now().astimezone(night.app.settings.zone)
        reader = await resident(
            night, "每日看的人", TOWN, digest_below="orange", digest_at=f"{now + timedelta(hours=2):%H:%M}"
        )
        late = await resident(
            night, "看得晚的人", TOWN, digest_below="yellow", digest_at=f"{now + timedelta(hours=7):%H:%M}"
        )
        direct = await resident(night, "马上看的人", TOWN)
        stranger = await somebody(night, "过路人")
        abroad = await somebody(night, "John", language_code="en")

        # chosen on the card; red and orange are not on offer
        await late.sends("/subscribe")
        await late.sees("您的订阅", "每日汇总：蓝色及以下")
        await late.taps("每日汇总")
        page = await late.sees("每日汇总", "橙色、红色照样马上发")
        assert "不能用" in (await late.taps_data("dg:below:red", None, page.message_id))["text"]
        await late.taps("黄色及以下")
        await late.sees("✅ 黄色及以下")

        li, _ = await approved(night, level="黄色")
        await li.taps("发布")
        await direct.sees("暴雨黄色预警", "退订")
        await li.sees("发完：送出 1 / 1", "1 人在每日汇总里收", "每日汇总前已结束 1", within=12)
        await li.sends("/why 1 每日看的人")
        await li.sees("每日看的人", "等每日汇总")
        await li.sends("/why 1 看得晚的人")
        await li.sees("看得晚的人", "每日汇总前已结束")
        await reader.sees_nothing_new()

        # from /real, and from a link; once is enough
        await stranger.sends("/real")
        await stranger.sees("现在有效的预警", "暴雨黄色预警", "关注后续 · 1")
        await stranger.taps("关注后续 · 1")
        await stranger.sees("已关注", "暴雨黄色预警")
        shown = (await stranger.view())["messages"][-1]["message_id"]
        assert "已经在关注" in (await stranger.taps_data("fo:follow:1", None, shown))["text"]
        assert "没有这条" in (await stranger.taps_data("fo:follow:77", None, shown))["text"]
        await abroad.start(BOT, "alert_1")
        await abroad.sees("Rainstorm: Yellow warning", "Follow")
        await abroad.taps("Follow")
        await abroad.sees("You follow")
        await abroad.sends("/unsubscribe")
        await abroad.sees("no longer follow 1")
        await direct.start(BOT, "alert_1")
        await direct.sees("暴雨黄色预警")
        assert "订阅了这里" in (await direct.taps_data("fo:follow:1", None, shown))["text"]
        await direct.start(BOT, "alert_9")
        await direct.sees("没有这条预警")

        # the hour comes, through a restart; then it is lifted
        await night.restart()
        await night.forward(hours=2, minutes=1)
        daily = await reader.sees("每日汇总", "1 条", "暴雨黄色预警", "增城区气象台", "有效至", "退订")
        assert "现在有效" not in daily.text
        await late.sees_nothing_new()
        await li.sends("/why 1 每日看的人")
        await li.sees("放进了每日汇总")
        await li.taps("解除")
        await li.sees("什么时候解除的")
        await li.taps("刚刚")
        await li.sees("暴雨黄色预警已解除")
        await li.sees("居民看到的就是上面这条", "将发给 2 人")
        await hands_in(li)
        await published(night, 2)
        await direct.sees("✅", "暴雨黄色预警已解除")
        end = await stranger.sees("✅", "暴雨黄色预警已解除", "不再关注")
        assert "退订" not in end.text
        await finished(night, 2)
        await stranger.taps("不再关注")
        await stranger.sees("已不再关注")
        for phone in (reader, late, abroad):
            await phone.sees_nothing_new()
        await night.forward(hours=24)
        await reader.sees("每日汇总", "1 条", "✅", "暴雨黄色预警已解除")
        await reader.taps("退订")
        await reader.sees("已退订", "派潭镇")
        await night.settled()
        await late.sees_nothing_new()
        async with night.database.transaction() as tx:
            assert await tx.session.scalar(select(func.count()).where(AlertFollow.ended_at.is_(None))) == 0
            taken = select(DigestItem.alert_id).where(DigestItem.taken_at.is_not(None)).order_by(DigestItem.alert_id)
            assert list(await tx.session.scalars(taken)) == [1, 2]
