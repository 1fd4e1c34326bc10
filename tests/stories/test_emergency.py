"""紧急上报: three taps, and what an officer may do in the minutes after them."""

from __future__ import annotations

import pytest

from tests.stories.town import Town


@pytest.mark.parametrize(
    ("harm", "priority", "words"),
    [("有", "P0", "有人受伤或被困"), ("无", "P2", "无人受伤被困"), ("不清楚", "P1", "有无受伤被困：不清楚")],
)
async def test_a_flood_is_reported_in_three_taps(town: Town, harm: str, priority: str, words: str) -> None:
    await town.he.taps("紧急上报")
    asked = await town.he.sees("发生了什么")
    assert asked.reply_markup is not None
    assert len([tap for row in asked.reply_markup.inline_keyboard for tap in row]) == 13  # 11, 更多, 取消
    await town.he.taps("暴雨洪涝")
    await town.he.sees("有人受伤或被困吗", "2/2")
    await town.he.taps(harm)
    await town.he.sees("编号马上就到")
    receipt = await town.he.sees("已上报，编号", "派潭镇 高滩村", "正在通知：派潭镇值班群")
    number = receipt.text.split("编号 ")[1].split()[0]
    assert number.startswith("派潭-")
    assert ("119、120、110" in receipt.text) == (priority == "P0")
    assert priority != "P0" or len([line for line in receipt.text.splitlines() if line.strip()]) == 3
    assert ("增城区值班群" in receipt.text) == (priority == "P0")
    assert ("有多少人被困" if harm != "无" else "在哪里") in receipt.text
    await town.chen.sees(priority, number, "暴雨洪涝", words, "何志强", "+8613800000001", "无人接报", chat=town.town)
    if priority == "P0":
        await town.zhou.sees(priority, number, chat=town.district)


async def test_other_categories_are_found_by_class_and_by_typing(town: Town) -> None:
    he = town.he
    await town.begins_emergency(he, "更多", "事故灾难", "拥挤踩踏")
    await he.taps("返回")
    await he.sees("发生了什么")
    await he.taps("更多")
    await he.sees("社会安全")
    await he.taps("常用类别")
    await he.sees("发生了什么", "滑坡")
    await he.sends("冧樓")  # one category has this very keyword
    await he.sees("有人受伤或被困吗")
    await he.taps("返回")
    await he.sees("发生了什么", "现在的答案：房屋、围墙、棚架坍塌")
    await he.sends("火")
    await he.sees("指哪一个", "森林(山林)火灾")
    await he.taps("返回")
    await he.sees("发生了什么")
    await he.sends("xyzzy")
    await he.sees("没有找到“xyzzy”这一类", "发生了什么")
    await he.sends("gas")
    await he.sees("指哪一个")
    await he.taps("取消")
    await he.sees("已取消，没有上报")
    await town.begins_emergency(he, "森林(山林)火灾")
    await he.sends("有两个老人跑不动")
    await he.sees("编号马上就到")
    await he.sees("已上报", "马上打 119")
    await town.chen.sees("P0", "森林(山林)火灾", "有人受伤或被困", chat=town.town)
    await town.zhou.sees("P0", chat=town.district)


async def test_the_receipt_asks_for_what_is_missing_and_takes_every_kind_of_answer(town: Town) -> None:
    he, chen = town.he, town.chen
    receipt = await town.reports_emergency(he)
    await chen.sees("P0", "待核：被困、死亡", chat=town.town)
    await he.taps("2", message=receipt)
    await he.sees("记下了：被困：2", "有多少人死亡")
    await chen.sees("被困 2", "死亡 待核", chat=town.town)
    await he.sends("冇")
    await he.sees("记下了：死亡：0", "有多少人重伤")
    await he.sends("三四个")
    await he.sees("记下了：重伤：3–4", "失联")
    await he.taps("不清楚")
    await he.sees("记下了：失联：不清楚", "在哪里")
    await chen.sees("死亡 0", "失联 不清楚", "重伤 3–4", chat=town.town)
    await he.sends_location(23.45, 113.79)
    await he.sees("记下了：地点", "📍23.45000, 113.79000")
    await chen.sees("地图（现场定位）", chat=town.town)
    await he.sends("村委会后面那条路塌了一半")
    await he.sees("补充已记", "轻伤")
    await he.sends("大家都往学校走了")
    await he.sees("补充已记")
    await chen.sees("村委会后面那条路塌了一半", "大家都往学校走了", chat=town.town)
    await he.sends_photo("断口")
    await he.sees("📎 已归入")
    await chen.sees("断口", chat=town.town)
    await he.sends_album(("photo", "photo", "video"), "从桥上看")
    await he.sees("📎 已归入")
    await he.sends_voice()
    await he.sees("📎 已归入")
    await town.settled()
    [report] = await town.reports()
    assert (await town.card(report.id)).evidence == 5
    await he.sends_location(39.9, 116.4)
    await he.sees("不在本区范围内")
    await he.sends_sticker()
    await he.sees("这种消息我用不上")
    await he.taps("跳过")
    await he.sees("轻伤：待核", "什么时候发生的")
    await he.taps("刚刚")
    told = await he.sees("记下了：时间", "已经做了什么")
    assert "照片" not in told.text  # five files have come
    await town.forgets(chen, town.zhou)
    # a figure that was given before is corrected with the old button
    await he.taps("3", message=receipt)
    await he.sees("记下了：被困：3")
    await chen.sees("被困 3", chat=town.town)
    await chen.sees("续报一", "被困 2→3", chat=town.town)
    await town.forgets(town.zhou)


async def test_an_emergency_left_idle_is_sent_as_not_clear(town: Town) -> None:
    await town.he.taps("紧急上报")
    await town.he.sees("发生了什么")
    await town.forward(minutes=5)
    await town.settled()
    assert await town.reports() == []
    await town.he.taps("暴雨洪涝")
    asked = await town.he.sees("有人受伤或被困吗")
    await town.he.sends("天太黑，看不见下面的房子")
    await town.he.sees("记下了，会随报告一起发出", "有人受伤或被困吗")
    await town.he.sends_album(("photo", "photo"))
    await town.he.sees("收到，会随报告一起发出", "有人受伤或被困吗")
    await town.forward(seconds=50)
    await town.settled()
    assert await town.reports() == []
    await town.forward(seconds=12)
    await town.he.sees("已上报，编号", "派潭镇值班群")
    await town.chen.sees("P1", "有无受伤被困：不清楚", "情况：天太黑", "2 个文件", chat=town.town)
    await town.settled()
    await town.forgets(town.chen)
    answer = await town.he.taps("无", message=asked)
    assert "已经结束" in answer["text"]


async def test_an_emergency_never_waits_for_a_form_and_the_form_is_not_lost(town: Town) -> None:
    he = town.he
    await he.taps("报事件")
    await he.sees("发生了什么")
    await he.taps("暴雨洪涝")
    await he.sees("类别：暴雨洪涝")
    await he.sees("在哪里")
    await he.taps("本村")
    await he.sees("地点：派潭镇 高滩村")
    time_asked = await he.sees("什么时候发生的")
    await town.begins_emergency(he, "滑坡")
    answer = await he.taps("刚刚", message=time_asked)
    assert "过时" in answer["text"]
    await he.sees("有人受伤或被困吗")
    await he.taps("有")
    await he.sees("编号马上就到")
    receipt = await he.sees("已上报，编号")
    await he.sees("没填完的 报事件", "已填 2 项")
    await town.forgets(town.chen, town.zhou)

    await he.taps("2", message=receipt)
    await he.sees("被困：2")
    await he.start("qianshao_bot")
    await he.sees("应急信息员")
    await he.sees("没填完的 报事件")
    await he.taps("继续")
    await he.sees("什么时候发生的")
    # the receipt's buttons still work, and do not end the form
    await he.taps("1", message=receipt)
    await he.sees("被困：1")
    answer = await he.taps("1小时前", message=time_asked)
    assert "过时" in answer["text"]
    await he.sees("什么时候发生的")
    await he.sends("半小时前")
    await he.sees("有多少人死亡")
    await he.sends("/cancel")
    await he.sees("已取消，没有上报")
    await town.settled()
    assert len(await town.reports()) == 1
    await town.forgets(town.chen, town.zhou)


async def test_a_parked_form_can_be_given_up_and_a_parked_emergency_goes_out_by_itself(town: Town) -> None:
    he = town.he
    await he.taps("报隐患")
    await he.sees("哪一类隐患")
    await he.taps("危房")
    await he.sees("类型：危房")
    await he.sees("在哪里")
    await he.sends("紧急上报")
    await he.sees("发生了什么")
    await he.sends("/cancel")
    await he.sees("已取消，没有上报")
    await he.sees("没填完的 报隐患")
    await he.taps("继续")
    await he.sees("在哪里")
    await he.sends("返回")
    await he.sees("好的，继续")
    await he.sees("哪一类隐患", "现在的答案：危房")
    await town.reports_emergency(he, harm="无")
    await he.sees("没填完的 报隐患")
    await he.taps("放弃")
    await he.sees("已取消，没有上报")
    await he.taps("报隐患")
    await he.sees("哪一类隐患")
    await he.taps("取消")
    await he.sees("已取消，没有上报")
    # invited to another post in the middle of an emergency: the question of the phone does not hold it up
    await town.forgets(town.chen)
    newcomer = await town.night.enrolled("黄晓明", "officer", "440118105231")
    await newcomer.start("qianshao_bot")
    await newcomer.sees("应急信息员")
    await town.begins_emergency(newcomer, "内涝积水")
    await newcomer.start("qianshao_bot", await town.night.invitation("duty", "440118105"))
    await newcomer.sees("登记好了")
    await newcomer.sees("留下手机号")
    await town.forward(seconds=61)
    await newcomer.sees("已上报，编号")
    await newcomer.sends("跳过")
    await newcomer.sees("没有留手机号")
    await town.chen.sees("P1", "不清楚", chat=town.town)


async def test_whoever_writes_to_many_people_can_still_report_at_once(town: Town) -> None:
    """An officer who also holds a duty post: the emergency button works in the middle of everything."""
    he, night = town.he, town.night
    await he.start("qianshao_bot", await night.invitation("duty", "440118105"))
    await he.sees("登记好了", "值班员")
    await he.sees("应急信息员")
    for command in ("/broadcast", "/alert", "/drill", "/subscribe", "/language"):
        await he.sends(command)
        await town.settled()
        await he.waits_for(1)
        await town.forgets()
        await he.sends("/cancel")
        await town.settled()
        await he.waits_for(1)
        await town.forgets()
        await he.sends(command)
        await he.waits_for(1)
        await town.forgets()
        await he.sends("紧急上报")
        asked = await he.sees("紧急上报 · 1/2")
        await he.taps("暴雨洪涝", message=asked)
        asked = await he.sees("紧急上报 · 2/2")
        await he.taps("无", message=asked)
        await he.sees("已上报，编号")
        await he.sends("/cancel")
        await town.settled()
        await town.forgets()
    assert len(await town.reports()) == 5
