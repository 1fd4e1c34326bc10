"""Planning a drill: by buttons or by words, back and forth, through a restart; and everything that is no answer."""

from __future__ import annotations

from typing import Any

import pytest

from practice.phone import Phone
from tests.stories.drill_cast import drill_now, is_marked, plan
from tests.stories.town import Town


@pytest.fixture
async def at_where(town: Town) -> Phone:
    """The administrator in private, asked where."""
    admin = town.night.admin
    await admin.sends("/drill")
    await admin.sees("演练什么")
    await admin.taps("森林防火")
    await admin.sees("什么形式")
    await admin.taps("实战")
    await admin.sees("哪些地方参加")
    return admin


async def test_everything_by_buttons(town: Town) -> None:
    chen, room = town.chen, town.town
    await chen.sends("/drill", chat=room)
    await chen.sees("演练什么", chat=room)
    await chen.taps("桌面推演", chat=room)  # says its form by itself
    await chen.sees("哪些地方参加", chat=room)
    await chen.taps("▶", chat=room)
    await chen.sees("哪些地方参加", "◀", chat=room)
    await chen.taps("全镇（派潭镇）", chat=room)
    await chen.sees("已选：派潭镇（全部）", chat=room)
    await chen.taps("完成", chat=room)
    await chen.sees("在哪里集合", chat=room)
    await chen.taps("跳过", chat=room)
    await chen.sees("什么时候开始", chat=room)
    await chen.taps("下周同一天", chat=room)
    await chen.sees("几点开始", chat=room)
    await chen.taps("返回", chat=room)
    await chen.sees("什么时候开始", chat=room)
    await chen.taps("明天", chat=room)
    await chen.sees("几点开始", chat=room)
    await chen.taps("9:00", chat=room)
    await chen.sees("多长时间", chat=room)
    await chen.taps("半天", chat=room)
    summary = await chen.sees("核对", "桌面推演", "桌面", "派潭镇（全部）", "09:00–13:00", chat=room)
    assert "信息员 2 人" in summary.text
    await chen.taps("发布", chat=room)
    await chen.sees("已发布", chat=room)
    for officer in (town.he, town.li):
        await officer.sees("桌面推演", "邀请")
    await town.forgets(chen)


async def test_the_summary_lets_any_answer_be_changed(town: Town) -> None:
    chen, room = town.chen, town.town
    await plan(chen, room)
    await chen.taps("修改", chat=room)
    await chen.sees("改哪一项", chat=room)
    await chen.taps("集合地点", chat=room)
    asked = await chen.sees("在哪里集合", chat=room)
    await chen.sends("村委会门口", chat=room, reply_to=asked)
    await chen.sees("核对", "集合地点：村委会门口", chat=room)
    await chen.taps("修改", chat=room)
    await chen.sees("改哪一项", chat=room)
    await chen.taps("演练什么", chat=room)
    await chen.sees("演练什么", "现在的答案：防汛转移", chat=room)
    await chen.taps("自己写", chat=room)
    prompt = await chen.sees("陈建国", "回复这条消息", chat=room)
    await chen.sends("<b>山洪</b> & 转移 𨋢", chat=room, reply_to=prompt)
    await chen.sees("核对", "<b>山洪</b> & 转移 𨋢", chat=room)
    await chen.taps("返回", chat=room)
    await chen.sees("多长时间", "现在的答案：1 小时", chat=room)
    await chen.taps("返回", chat=room)
    await chen.sees("什么时候开始", "现在的答案", chat=room)
    await chen.taps("取消", chat=room)
    await chen.sees("没有安排演练", chat=room)


async def test_cancel_ends_it_anywhere_and_a_plan_survives_a_restart(town: Town) -> None:
    chen, room = town.chen, town.town
    summary = await plan(chen, room)
    await town.night.restart()
    await chen.sends("/drill", chat=room)
    await chen.sees("还没安排完", chat=room)
    await chen.taps("继续", chat=room)
    again = await chen.sees("核对", "防汛转移", chat=room)
    assert is_marked(again.text)
    await chen.sends("/cancel", chat=room)
    dropped = await chen.sees("没有安排演练", chat=room)
    assert is_marked(dropped.text)
    late = await chen.taps("发布", chat=room, message=summary)
    assert "已经安排完了" in late["text"]


async def test_an_older_screen_and_a_second_tap_change_nothing(town: Town) -> None:
    chen, room = town.chen, town.town
    await chen.sends("/drill", chat=room)
    old = await chen.sees("演练什么", chat=room)
    await chen.sends("防汛", chat=room, reply_to=old)
    await chen.sees("什么形式", chat=room)
    stale = await chen.taps("消防疏散", chat=room, message=old)
    assert "过时" in stale["text"]
    await chen.sees("什么形式", chat=room)
    await chen.sends("/cancel", chat=room)
    await chen.sees("没有安排演练", chat=room)
    summary = await plan(chen, room)
    data = next(key.callback_data for row in summary.reply_markup.inline_keyboard for key in row if key.text == "发布")
    await chen.taps("发布", chat=room)
    await chen.sees("已发布", chat=room)
    twice = await chen.taps_data(data, room, summary)
    assert "已经安排完了" in twice["text"]
    await chen.sees("演练 1", chat=room)
    assert (await drill_now(town)).state == "planned"
    await town.forgets()


async def test_somebody_elses_plan_takes_no_tap(town: Town) -> None:
    helper = await town.night.world.add_person("张帮手")
    await town.night.world.member(town.town, town.chen, helper, "add")
    summary = await plan(town.chen, town.town)
    await helper.forgets()
    for button in ("发布", "修改", "返回", "取消"):
        assert "别人正在安排" in (await helper.taps(button, chat=town.town))["text"]
    # even while planning one of their own
    await helper.sends("/drill", chat=town.town)
    await helper.sees("演练什么", chat=town.town)
    await town.chen.forgets()
    assert "别人正在安排" in (await helper.taps("发布", chat=town.town, message=summary))["text"]


async def test_a_name_that_several_areas_share_is_asked(town: Town, at_where: Phone) -> None:
    admin = at_where
    await admin.sends("派潭镇高滩村、莲塘村")
    asked = await admin.sees("您是指哪一个", "荔城街道 莲塘村")
    assert is_marked(asked.text)
    await admin.taps("中新镇 莲塘村")
    await admin.sees("已选：高滩村、莲塘村")
    await admin.sends("高摊村")  # mistyped: asked, although it can be one only
    await admin.sees("您是指哪一个", "派潭镇 高滩村")
    await admin.taps("返回")
    await admin.sees("已选：高滩村、莲塘村")
    await admin.sends("不存在的地方xyz")
    await admin.sees("没有找到“不存在的地方xyz”")
    await admin.sends("/cancel")
    await admin.sees("没有安排演练")


async def test_a_planner_stays_within_the_own_area(town: Town) -> None:
    chen, room = town.chen, town.town
    await chen.sends("/drill 防汛转移演习", chat=room)
    await chen.sees("什么形式", chat=room)
    await chen.taps("实战", chat=room)
    asked = await chen.sees("哪些地方参加", chat=room)
    await chen.sends("正果镇", chat=room, reply_to=asked)
    refused = await chen.sees("“正果镇”不在您管的范围内", chat=room)
    assert is_marked(refused.text)
    forged = f"d:0:area:440118106:{chen.id}:{_revision(refused)}"
    assert "过时" in (await chen.taps_data(forged, room, refused))["text"]
    forged = f"d:0:publish::{chen.id}:{_revision(refused)}"
    assert "过时" in (await chen.taps_data(forged, room, refused))["text"]
    await chen.sends("/cancel", chat=room)
    await chen.sees("没有安排演练", chat=room)


def _revision(message: Any) -> str:
    return str(message.reply_markup.inline_keyboard[0][0].callback_data.rpartition(":")[2])


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("昨天下午3点", "已经过去了。请写以后的时间，如："),
        ("2月30日上午10点", "没有“2月30日上午10点”这个时间"),
        ("明天25点", "没有“明天25点”这个时间"),
        ("2099-01-01 10:00", "太远了"),
        ("再说吧", "没看懂“再说吧”是什么时间"),
    ],
)
async def test_a_time_that_cannot_be_is_asked_again_with_a_right_example(
    town: Town, typed: str, answer: str, at_where: Phone
) -> None:
    admin = at_where
    await admin.sends("高滩村")
    await admin.sees("已选：高滩村")
    await admin.taps("完成")
    await admin.sees("在哪里集合")
    await admin.sends("村委会")
    await admin.sees("什么时候开始")
    await admin.sends(typed)
    refused = await admin.sees(answer, "什么时候开始")
    if "如：" in refused.text:
        example = refused.text.split("如：")[1].split("。")[0]
        await admin.sends(example)
        await admin.sees("多长时间")


async def test_what_is_no_answer_is_told_what_is_needed(town: Town) -> None:
    admin = town.night.admin
    await admin.sends("/drill")
    await admin.sees("演练什么")
    await admin.sends_sticker()
    await admin.sees("这里要文字", "演练什么")
    await admin.sends_dice()
    await admin.sees("这里要文字", "演练什么")
    await admin.sends_photo("山洪")
    await admin.sees("这里要文字", "演练什么")
    await admin.sends("长" * 4096)
    await admin.sees("太长了：4096 字，最多 100 字")
    await admin.sends("\u200b\u202e\u2067")
    await admin.sees("没有收到文字")
    await admin.sends("\u202e防汛\u200b转移\n\n<i>2026</i>")
    await admin.sees("什么形式")
    await admin.sends("随便")
    await admin.sees("请点下面的按钮", "什么形式")
    await admin.sends("桌面")
    await admin.sees("哪些地方参加")
    await admin.taps("取消")
    await admin.sees("没有安排演练")


async def test_a_place_without_officers_cannot_be_invited(town: Town) -> None:
    await plan(town.chen, town.town, where="榕树吓村")
    await town.chen.taps("发布", chat=town.town)
    await town.chen.sees("没有登记信息员", "核对", chat=town.town)


async def test_a_start_that_has_passed_while_the_plan_lay_is_not_published(town: Town) -> None:
    chen, room = town.chen, town.town
    await plan(chen, room, when="明天上午9点")
    await town.forward(days=2)
    await chen.taps("发布", chat=room)
    await chen.sees("开始时间已经过去了", "核对", chat=room)
    await chen.sends("/cancel", chat=room)
    await chen.sees("没有安排演练", chat=room)


async def test_in_a_group_that_is_not_bound_nothing_is_planned(town: Town) -> None:
    group = await town.night.world.add_group("闲聊", town.chen, [town.chen], bots=[4200001])
    await town.chen.sees("/bind", chat=group)
    await town.chen.sends("/drill", chat=group)
    await town.chen.sees("还没有绑定镇街", chat=group)
