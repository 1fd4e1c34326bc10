"""A drill from /drill to its record, over real HTTP: invited, reminded, signed in, ended; and what may go otherwise."""

from __future__ import annotations

from tests.stories.drill_cast import (
    card_shows,
    drill_now,
    forward_to,
    invited,
    is_marked,
    logged,
    published,
    said_since,
)
from tests.stories.town import Town

NEIGHBOUR = "440118105231"


async def test_a_drill_from_the_plan_to_its_record(town: Town) -> None:
    he, li, chen, room = town.he, town.li, town.chen, town.town
    first = await published(town)
    start = (await drill_now(town)).starts_at
    for officer in (he, li):
        await officer.sees("陈建国 邀请您参加演练", "防汛转移", "高滩村", "15:00–16:00")
    assert "您能参加" in (await he.taps("能参加"))["text"]
    await he.sees("您答了：能参加")
    await li.taps("不能参加")
    await li.sees("您答了：不能参加")
    await card_shows(town, "邀请 2 人：能参加 1，不能 1，未答 0")
    await forward_to(town, start, minutes=-60)
    await he.sees("演练还有 1 小时 开始", "防汛转移")
    await li.sees_nothing_new()  # who has declined is not reminded
    await li.taps("能参加")  # minds may change
    await li.sees("您答了：能参加")
    await forward_to(town, start)
    for officer in (he, li):
        await officer.sees("演练开始了，请签到")
    await card_shows(town, "进行中", "签到 0/2", "没有人签到的村（居）1/1：高滩村")
    assert "签到成功" in (await he.taps("签到"))["text"]
    await he.sees("您已于", "签到")
    assert "没有人签到" not in (await card_shows(town, "签到 1/2")).text
    await forward_to(town, start, minutes=60)
    await he.sees("谢谢您参加")
    await li.sees("结束了，谢谢。")
    await chen.sees("演练 1 记录", "能参加 2，不能 0，未答 0", "签到 1/2", chat=room)
    await chen.sees("签到名单 1/1", "高滩村 何志强（A岗）", chat=room)
    last = await card_shows(town, "结束")
    assert last.reply_markup is None
    assert last.message_id == first.message_id  # one card, edited all along
    assert "已经结束了" in (await li.taps("签到"))["text"]
    assert [text for text in await said_since(chen, first, room) if not is_marked(text)] == []
    verbs = await logged(town)
    assert verbs == ["published", "answered", "answered", "reminded", "answered", "started", "signed_in", "ended"]


async def test_every_word_of_a_drill_bears_its_mark(town: Town) -> None:
    he, room = town.he, town.town
    await published(town)
    first = await he.sees("邀请您参加演练")
    await he.taps("能参加")
    await he.sees("您答了")
    await town.li.sees("邀请您参加演练")
    await town.chen.taps("取消演练", chat=room)
    asked = await town.chen.sees("取消“防汛转移”吗", chat=room)
    await town.chen.taps("确定取消演练", chat=room)
    await town.chen.sees("演练取消了", chat=room)
    await he.sees("不用来了")
    await town.li.sees("不用来了")
    await card_shows(town, "由 陈建国 取消")
    texts = [*await said_since(he, first), *await said_since(town.chen, asked, room)]
    assert len(texts) >= 3
    assert [text for text in (*texts, *he.toasts) if not is_marked(text)] == []


async def test_the_organiser_starts_now_and_ends_early_with_a_second_tap_each(town: Town) -> None:
    chen, room = town.chen, town.town
    await invited(town)
    await chen.taps("现在开始", chat=room)
    await chen.sees("现在就开始“防汛转移”吗", chat=room)
    await chen.taps("返回", chat=room)
    await chen.sees("没有改动", chat=room)
    assert (await drill_now(town)).state == "planned"
    await chen.taps("现在开始", chat=room)
    await chen.sees("现在就开始", chat=room)
    await chen.taps("确定开始", chat=room)
    await chen.sees("演练开始了", chat=room)
    for officer in (town.he, town.li):
        await officer.sees("请签到")
    await card_shows(town, "进行中")
    await town.he.taps("签到")
    await town.he.sees("您已于")
    await card_shows(town, "签到 1/2")
    await chen.taps("提前结束", chat=room)
    await chen.sees("现在就结束", chat=room)
    await chen.taps("确定结束", chat=room)
    await chen.sees("演练结束了", chat=room)
    await chen.sees("记录", "由 陈建国 提前结束", chat=room)
    await chen.sees("签到名单", chat=room)
    await town.he.sees("谢谢您参加")
    await town.li.sees("结束了")
    await card_shows(town, "提前结束")
    # what had been due at the planned time comes no more
    await town.forward(days=2)
    await town.settled()


async def test_a_drill_cut_off_after_its_start_says_so(town: Town) -> None:
    chen, room = town.chen, town.town
    await invited(town)
    start = (await drill_now(town)).starts_at
    await forward_to(town, start)
    for officer in (town.he, town.li):
        await officer.sees("请签到")
    await card_shows(town, "进行中")
    await chen.taps("取消演练", chat=room)
    await chen.sees("取消“防汛转移”吗", chat=room)
    await chen.taps("确定取消演练", chat=room)
    await chen.sees("演练取消了", chat=room)
    for officer in (town.he, town.li):
        await officer.sees("演练中止", "真实险情")
    await card_shows(town, "取消")
    assert "已经取消了" in (await town.he.taps("签到"))["text"]


async def test_an_officer_hears_the_drill_in_their_own_language(town: Town) -> None:
    reader = await town.night.enrolled("Ann", "officer", NEIGHBOUR, "A", language_code="en")
    await published(town, where="全镇")
    for officer in (town.he, town.li):
        await officer.sees("邀请您参加演练")
    invitation = await reader.sees("DRILL", "invites you", "Flood evacuation", "field exercise")
    assert invitation.text.startswith("【演练】 DRILL")
    assert invitation.text.endswith("【演练】")
    await reader.taps("Can attend")
    await reader.sees("You said: can attend")
    await card_shows(town, "能参加 1")


async def test_whoever_cannot_be_reached_is_counted_with_the_reason(town: Town) -> None:
    await town.li.blocks()
    await published(town)
    await town.he.sees("邀请您参加演练")
    card = await card_shows(town, "联系不上 1 人")
    assert "高滩村 李秀英（B岗）：屏蔽了机器人" in card.text
    assert "未答 1" in card.text
    await town.chen.sees("李秀英", "联系不上了")  # no word of the drill: the duty room hears it whoever it was for


async def test_two_taps_at_once_are_one_answer(town: Town) -> None:
    await invited(town)
    await town.he.taps("能参加")
    await town.he.sees("您答了：能参加")
    again = await town.he.taps("能参加")
    assert "已经记过了" in again["text"]
    await card_shows(town, "能参加 1")
    assert (await logged(town)).count("answered") == 1


async def test_taps_of_people_who_are_not_asked_are_answered_politely(town: Town) -> None:
    await published(town)
    invitation = await town.he.sees("邀请您参加演练")
    await town.li.sees("邀请您参加演练")
    stranger = await town.night.world.add_person("路人")
    await stranger.start("qianshao_bot")
    home = await stranger.sees("前哨")
    for data, answer in {
        "d:1:can::0:0": "邀请名单", "d:1:sign::0:0": "邀请名单", "d:1:cancel::0:0": "只有组织者",
        "d:1:ask:end:0:0": "只有组织者", "d:1:resend::0:0": "只有组织者",
        "d:77:can::0:0": "没有这次演练", "d:77:end::0:0": "没有这次演练",
        "d:0:publish::0:0": "别人正在安排", "d:1:what::0:0": "过时", "d:99999999999999999999999:can::0:0": "不能用了",
        "d:-3:can::0:0": "不能用了", "d:x:can": "不能用了",
    }.items():  # fmt: skip
        assert answer in (await stranger.taps_data(data, None, home))["text"], data
    early = await town.he.taps_data("d:1:sign::0:0", None, invitation)
    assert "还没有开始" in early["text"]
    assert (await drill_now(town)).state == "planned"


async def test_a_member_of_the_group_who_is_not_the_organiser_cannot_cancel_but_the_duty_officer_can(
    town: Town,
) -> None:
    helper = await town.night.world.add_person("张帮手")
    await town.night.world.member(town.town, town.chen, helper, "add")
    await town.night.world.member(town.town, town.chen, town.zhou, "add")
    await invited(town)
    for who in (helper, town.zhou):
        await who.sees("演练 1", chat=town.town)
    assert "只有组织者" in (await helper.taps("取消演练", chat=town.town))["text"]
    await town.zhou.taps("取消演练", chat=town.town)
    await town.zhou.sees("取消“防汛转移”吗", chat=town.town)
    assert "只有组织者" in (await helper.taps("确定取消演练", chat=town.town))["text"]
    await town.zhou.taps("确定取消演练", chat=town.town)
    await town.zhou.sees("演练取消了", chat=town.town)
    assert (await drill_now(town)).closed_by_name == "周敏"
    await town.forgets()


async def test_the_group_became_a_supergroup_and_the_card_goes_with_it(town: Town) -> None:
    await invited(town)
    upgraded = await town.night.world.upgrade(town.town)
    await town.settled()
    await town.he.taps("能参加")
    await town.he.sees("您答了：能参加")
    await town.chen.sees("演练 1", "能参加 1", chat=upgraded, within=20)


async def test_in_private_an_administrator_plans_for_towns_and_a_duty_officer_for_their_own(town: Town) -> None:
    for who, offered in ((town.night.admin, "派潭镇"), (town.wang, "全镇（派潭镇）")):
        await who.sends("/drill")
        await who.sees("演练什么")
        await who.taps("消防疏散")
        await who.sees("什么形式")
        await who.taps("桌面")
        await who.sees("哪些地方参加")
        assert offered in await who.buttons()
        await who.sends("/cancel")
        await who.sees("没有安排演练")
    await town.he.sends("/drill")
    await town.he.sees("演练由值班群、值班员或管理员安排")
