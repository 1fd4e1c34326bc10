"""Residents: under four taps to be warned, one to be left in peace, and back again."""

from __future__ import annotations

from sqlalchemy import select

from storage import people, subscriptions
from storage.tables import Subscription
from tests.stories.crowd import a_crowd, resident, somebody
from tests.stories.nights import TOWN, VILLAGE, Night


async def areas_of(night: Night, phone) -> list[str]:
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id)
        return [each.area for each in await subscriptions.active(tx, row.id)] if row else []


async def wishes_of(night: Night, phone) -> list[Subscription]:
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id)
        return list(await tx.session.scalars(select(Subscription).where(Subscription.person_id == row.id)))


async def test_a_stranger_shares_a_location_and_is_subscribed_in_two_taps(database_url):
    async with a_crowd(database_url) as night:
        phone = await somebody(night, "新来的人", language_code="zh-hant")
        await phone.taps("訂閱")
        await phone.sees("您在哪裏")
        await phone.sees("或者選鎮街")
        await phone.taps("發送定位")
        await phone.sees("按定位，已訂閱")
        card = await phone.sees("您的訂閱", "類別：全部", "級別：全部", "免打擾：22:00–07:00", "繁體中文")
        assert len(await areas_of(night, phone)) == 1
        assert card.text


async def test_a_village_is_typed_chosen_when_several_share_the_name_or_tapped(database_url):
    async with a_crowd(database_url) as night:
        phone = await somebody(night, "新来的人")
        await phone.sends("/subscribe")
        await phone.sees("您在哪里")
        await phone.sees("或者选镇街")
        await phone.sends_sticker()
        await phone.sees("请发定位")
        await phone.sends("不知道什么地方啊")
        await phone.sees("没有找到")
        await phone.sends_location(39.9, 116.4)
        await phone.sees("不在本区范围内")
        await phone.sends("朱村")
        await phone.sees("有几个")
        await phone.taps("朱村街道 朱村村")
        await phone.sees("已订阅", "朱村村")
        await phone.sees("您的订阅", "朱村村")
        await phone.taps("加一个地方")
        await phone.sees("您在哪里")
        await phone.sees("或者选镇街")
        await phone.taps("派潭镇")
        await phone.sees("哪个村")
        await phone.taps("高滩村")
        await phone.sees("已订阅", "高滩村")
        await phone.sees("您的订阅", "朱村村、高滩村")
        assert VILLAGE in await areas_of(night, phone)
        await phone.taps("加一个地方")
        await phone.sees("您在哪里")
        await phone.sees("或者选镇街")
        await phone.sends("取消")
        await phone.sees("已取消")


async def test_every_wish_can_be_changed_and_holds_for_all_areas(database_url):
    async with a_crowd(database_url) as night:
        phone = await resident(night, "讲究的人", TOWN)
        await phone.sends("/subscribe")
        await phone.sees("您的订阅")
        await phone.taps("类别")
        await phone.sees("要哪些类别")
        await phone.taps("交通")
        await phone.sees("要哪些类别")
        await phone.taps("返回")
        card = await phone.sees("您的订阅")
        assert "交通" not in card.text
        assert "防汛" in card.text
        await phone.taps("级别")
        await phone.sees("从哪一级起")
        await phone.taps("黄色及以上")
        await phone.sees("🟡 黄色及以上")
        await phone.taps("免打扰")
        asked = await phone.sees("免打扰时段")
        await phone.sends("天黑以后")
        await phone.sees("没看懂")
        await phone.sends("晚上11点到早上6点半")
        await phone.sees("23:00–06:30")
        await phone.taps("免打扰")
        await phone.sees("免打扰时段")
        await phone.taps("返回")
        await phone.sees("23:00–06:30")
        await phone.taps("语言")
        await phone.sees("选择语言")
        await phone.taps("English")
        await phone.sees("Your subscription", "23:00–06:30")
        for forged in (
            "u:level:purple",
            "u:kind:+nonsense",
            "u:page:nowhere",
            "u:area:999",
            "u:language:xx",
            "u:undo:12345678",
        ):
            assert (await phone.taps_data(forged, None, asked)) is not None
        await phone.forgets()
        row = (await wishes_of(night, phone))[0]
        assert (row.lowest_level, row.quiet_from, row.quiet_to) == ("yellow", "23:00", "06:30")
        assert "traffic" not in row.kinds
        assert len(row.kinds) == 7


async def test_the_only_subscription_ends_at_once_and_comes_back_with_undo(database_url):
    async with a_crowd(database_url) as night:
        phone = await resident(night, "烦了的人", TOWN)
        await phone.sends("/unsubscribe")
        await phone.sees("已退订：派潭镇", "撤销")
        assert await areas_of(night, phone) == []
        await phone.taps("撤销")
        await phone.sees("您的订阅", "派潭镇")
        assert await areas_of(night, phone) == [TOWN]
        message = (await phone.view())["messages"][-1]["message_id"]
        async with night.database.transaction() as tx:
            row = await people.by_telegram(tx, phone.id)
            await subscriptions.begin(tx, row.id, VILLAGE, {}, night.app.clock.now())
        await phone.sends("/unsubscribe")
        await phone.sees("退订哪一个")
        await phone.taps("全部退订")
        await phone.sees("已退订", "高滩村")
        twice = await phone.taps_data("u:drop:all", None, message)
        assert "没有要退订的" in twice["text"]
        await phone.sends("/unsubscribe")
        await phone.sees("您没有订阅")
        stranger = await somebody(night, "别人")
        home = (await stranger.view())["messages"][-1]["message_id"]
        assert "没有要退订的" in (await stranger.taps_data("u:drop:all", None, home))["text"]


async def test_an_alert_can_be_left_in_one_tap_and_the_alert_stays(database_url):
    async with a_crowd(database_url) as night:
        from tests.stories.test_alert import approved, with_approver

        await with_approver(night)
        phone = await resident(night, "村里的人", VILLAGE)
        li, _ = await approved(night)
        await li.taps("发布")
        got = await phone.sees("暴雨红色预警", "退订")
        await phone.taps("退订")
        await phone.sees("已退订：高滩村")
        assert any("暴雨红色预警" in words for words in await phone.screen())
        assert await areas_of(night, phone) == []
        again = await phone.taps_data("u:off:1", None, got)
        assert "没有要退订的" in again["text"]
        assert "预览" in (await phone.taps_data("u:off:0", None, got))["text"]
        await phone.taps("撤销")
        await phone.sees("您的订阅", "高滩村")


async def test_in_a_group_one_is_sent_to_the_private_chat(database_url):
    async with a_crowd(database_url) as night:
        zhang = night.phones["张帮手"]
        await zhang.sends("/subscribe", chat=night.town)
        for phone in (zhang, night.phones["陈值班"]):
            await phone.sees("请私聊我", chat=night.town)
        await night.settled()
        assert await night.world.unexpected() == []


async def test_an_officer_keeps_the_keyboard_and_a_report_begun_goes_first(database_url):
    async with a_crowd(database_url) as night:
        officer = await night.enrolled("何志强", "officer", VILLAGE, "A")
        await officer.sends("/subscribe")
        await officer.sees("您在哪里")
        await officer.sees("或者选镇街")
        await officer.sends("高滩村")
        await officer.sees("已订阅", "高滩村")
        await officer.sees("您的订阅")
        assert "紧急上报" in await officer.buttons()
