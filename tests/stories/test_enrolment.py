"""Enrolment: a link becomes a post, a group becomes a duty group."""

from __future__ import annotations

import pytest

from practice.phone import Phone
from storage import groups, people
from tests.stories.nights import BOT, CITY, TOKEN, TOWN, VILLAGE, Night, a_night
from tests.stories.town import QUICK, Town

ME = int(TOKEN.split(":")[0])


async def post_of(night: Night, phone: Phone) -> list[tuple[str, str, str | None]]:
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id)
        return [(post.role, post.area, post.rank) for post in await people.posts_of(tx, row.id)] if row else []


async def number_of(night: Night, phone: Phone) -> str | None:
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id)
        return row.phone if row else None


async def test_two_officers_of_one_village_open_their_links(database_url: str) -> None:
    async with a_night(database_url, **QUICK) as night:
        await night.world.limits(enabled=False)
        for_a = await night.invitation("officer", VILLAGE, "A")
        for_b = await night.invitation("officer", VILLAGE, "B")
        he = await night.world.add_person("何志强", phone="+8613800000001")
        li = await night.world.add_person("李秀英", language_code="zh-hk")

        await he.start(BOT, for_a)
        await he.sees("登记好了", "派潭镇 高滩村", "信息员A岗")
        await he.sees("留下手机号")
        assert await he.buttons() == ["发送我的手机号", "跳过"]
        await he.sends_contact("+8613999999999", "村长")
        await he.sees("不是您自己的号码")
        await he.sees("留下手机号")
        await he.taps("发送我的手机号")
        await he.sees("手机号记下了", "何志强，您是 高滩村 应急信息员A岗")
        assert await he.buttons() == ["紧急上报", "报事件", "报隐患", "报苗头", "我的报告"]
        assert await post_of(night, he) == [("officer", VILLAGE, "A")]
        assert await number_of(night, he) == "+8613800000001"

        await li.start(BOT, for_b)
        await li.sees("登記好了", "派潭鎮 高灘村", "信息員B崗")
        await li.sees("留下手機號碼")
        await li.taps("跳過")
        await li.sees("沒有留手機號碼", "李秀英，您是 高灘村 應急信息員B崗")
        assert await post_of(night, li) == [("officer", VILLAGE, "B")]
        await li.sends_contact()
        await li.sees("手機號碼記下了")
        assert await number_of(night, li) == li.number
        assert await night.world.unexpected() == []


async def test_links_that_do_not_work_say_why(database_url: str) -> None:
    async with a_night(database_url, **QUICK) as night:
        await night.world.limits(enabled=False)
        link = await night.invitation("officer", VILLAGE, "A", days=1)
        he = await night.world.add_person("何志强")
        stranger = await night.world.add_person("路人")
        await he.start(BOT, link)
        await he.sees("登记好了")
        await he.sees("留下手机号")
        await he.taps("跳过")
        await he.sees("没有留手机号", "高滩村")

        await he.start(BOT, link)
        await he.sees("您已经登记过了", "高滩村")
        await he.sees("应急信息员A岗")
        await stranger.start(BOT, link)  # forwarded to him
        await stranger.sees("已经被别人用过了")
        await stranger.start(BOT, "nobody-has-made-this")
        await stranger.sees("没有这个邀请链接")
        await stranger.sends("/start <b>&\"' ../../../x ؜‮")
        await stranger.sees("没有这个邀请链接")
        await stranger.start(BOT)
        await stranger.sees("居民可以订阅")
        await stranger.taps("订阅")
        await stranger.sees("订阅公共预警")
        await stranger.sees("选镇街")

        late = await night.invitation("officer", VILLAGE, "B", days=1)
        await night.forward(days=1, minutes=1)
        await stranger.start(BOT, late)
        await stranger.sees("已经过期了")
        await stranger.start(BOT, link)
        await stranger.sees("已经被别人用过了")
        assert await post_of(night, stranger) == []

        await stranger.sends("/cancel")
        await stranger.sees("已取消")
        await stranger.sends("我要上报！")
        await stranger.sees("没有转给任何人")
        await stranger.sends("/report")
        await stranger.sees("上报要先登记为信息员", "110、119、120")
        assert await night.world.unexpected() == []


async def test_an_english_phone_is_enrolled_in_english(database_url: str) -> None:
    async with a_night(database_url, **QUICK) as night:
        await night.world.limits(enabled=False)
        guest = await night.world.add_person("Ann", language_code="en-GB")
        await guest.start(BOT, await night.invitation("officer", VILLAGE, "A"))
        await guest.sees("you are enrolled", "post A", "高滩村")
        await guest.sees("phone number")
        await guest.taps("Skip")
        await guest.sees("Emergency")
        assert await guest.buttons() == [
            "Emergency",
            "Report incident",
            "Report hazard",
            "Report early sign",
            "My reports",
        ]
        await guest.taps("My reports")
        await guest.sees("There are no reports yet")
        assert await night.world.unexpected() == []


async def test_whoever_reports_instead_of_giving_a_number_is_reporting(database_url: str) -> None:
    async with a_night(database_url, **QUICK) as night:
        await night.world.limits(enabled=False)
        he = await night.world.add_person("何志强")
        await he.start(BOT, await night.invitation("officer", VILLAGE, "A"))
        await he.sees("登记好了")
        await he.sees("留下手机号")
        await he.sends("紧急上报")
        await he.sees("发生了什么")
        # a second post, given in the middle of a report, does not cost the report
        await he.taps("滑坡")
        await he.sees("有人受伤或被困吗")
        await he.start(BOT, await night.invitation("duty", TOWN))
        await he.sees("登记好了", "值班员")
        await he.sees("留下手机号")
        await he.taps("跳过")
        await he.sees("没有留手机号")
        await he.sees("没填完的 紧急上报")
        await he.taps("继续")
        await he.sees("有人受伤或被困吗")
        await he.taps("无")
        await he.sees("编号马上就到")
        await he.sees("已上报", "没有联系上值班群")
        await night.admin.sees("没有任何人可以叫")
        assert await night.world.unexpected() == []


async def test_a_group_is_bound_by_an_administrator_only(town: Town) -> None:
    night, admin, chen = town.night, town.night.admin, town.chen
    group = await night.world.add_group("新值班群", admin, [chen], bots=[ME])
    await admin.sees("请管理员在群里发 /bind", chat=group)
    await chen.sees("请管理员在群里发 /bind", chat=group)
    await chen.sends("/cases", chat=group)
    await chen.sees("我在群里只管值班", chat=group)
    await admin.forgets()

    await chen.sends("/bind", chat=group)
    await chen.sees("只有前哨的管理员可以绑定群", chat=group)
    await admin.forgets()
    await admin.sends("/bind", chat=group)
    await admin.sees("这个群管哪里", "全区：增城区", chat=group)
    answer = await chen.taps("某个镇街", chat=group)
    assert "只有前哨的管理员" in answer["text"]
    assert answer["show_alert"]
    await admin.taps("某个镇街", chat=group)
    await admin.sees("选镇街", "派潭镇", chat=group)
    await admin.taps("派潭镇", chat=group)
    await admin.sees("绑定好了", "派潭镇", chat=group)

    await admin.sends("/bind 增城区", chat=group)
    await admin.sees("绑定好了", "增城区", chat=group)
    await admin.sends("/bind 月球", chat=group)
    await admin.sees("没有找到“月球”", "现在绑定的是：增城区", chat=group)
    await admin.taps("取消", chat=group)
    await admin.sees("已取消", chat=group)
    await admin.sends(f"/bind@{BOT} 派潭镇", chat=group)
    await admin.sees("绑定好了", "派潭镇", chat=group)
    await admin.sends("/bind")
    await admin.sees("请把我加进值班群")
    await chen.forgets()
    async with night.database.transaction() as tx:
        row = await groups.by_chat(tx, group.id)
        assert row is not None
        assert (row.tier, row.area) == ("town", TOWN)


async def test_cards_go_into_the_topic_that_was_chosen(town: Town) -> None:
    night, admin = town.night, town.night.admin
    forum = await night.world.add_group("区应急论坛", admin, [], bots=[ME], is_forum=True)
    await admin.sees("/bind", chat=forum)
    topic = await night.world.add_topic(forum, "突发事件")
    await admin.sends("/bind 派潭镇", chat=forum, thread=topic)
    bound = await admin.sees("绑定好了", "卡片发到这个话题", chat=forum)
    assert bound.message_thread_id == topic
    await emergency(town)
    card = await admin.sees("P0", "滑坡", chat=forum)
    assert card.message_thread_id == topic


async def emergency(town: Town) -> None:
    await town.he.taps("紧急上报")
    await town.he.sees("发生了什么")
    await town.he.taps("滑坡")
    await town.he.sees("有人受伤")
    await town.he.taps("有")
    await town.he.sees("编号马上就到")
    await town.he.sees("已上报")
    await town.forgets(town.he, town.chen, town.zhou)


async def test_a_group_that_lost_the_bot_is_whole_again_when_it_comes_back(town: Town) -> None:
    night, chen, admin = town.night, town.chen, town.night.admin
    await night.world.member(town.town, chen, ME, "remove")
    await admin.sees("派潭镇值班群", "联系不上了")
    await night.world.member(town.town, chen, ME, "add")
    await chen.sees("我回来了", "派潭镇", chat=town.town)
    await town.he.taps("紧急上报")
    await town.he.sees("发生了什么")
    await town.he.taps("滑坡")
    await town.he.sees("有人受伤")
    await town.he.taps("有")
    await town.he.sees("编号马上就到")
    await town.he.sees("已上报", "派潭镇值班群")
    await chen.sees("P0", chat=town.town)
    await town.zhou.sees("P0", chat=town.district)


async def test_a_group_that_became_a_supergroup_is_called_there(town: Town) -> None:
    new = await town.night.world.upgrade(town.town)
    await town.settled()
    await emergency(town)
    view = await town.chen.view(new)
    assert any("P0" in str(message.get("text")) for message in view["messages"])
    await town.chen.taps("接报", chat=new)
    await town.he.sees("陈建国 已接报")
    await town.forgets()


@pytest.mark.parametrize("area", [CITY, VILLAGE])
async def test_a_second_person_takes_over_a_post(town: Town, area: str) -> None:
    """A village has one A; whoever opens the next A link takes it over. A duty post may have many holders."""
    role, rank = ("officer", "A") if area == VILLAGE else ("duty", None)
    newcomer = await town.night.world.add_person("黄晓明")
    await newcomer.start(BOT, await town.night.invitation(role, area, rank))
    await newcomer.sees("登记好了")
    await newcomer.sees("留下手机号")
    await newcomer.taps("跳过")
    await newcomer.sees("没有留手机号")
    assert await post_of(town.night, newcomer) == [(role, area, rank)]
    before = town.he if area == VILLAGE else town.zhou
    assert (await post_of(town.night, before) == []) == (area == VILLAGE)
    if area == VILLAGE:
        await before.taps("紧急上报")
        await before.sees("上报要先登记为信息员")
