"""报事件: one question at a time, then the summary on which any answer can be changed."""

from __future__ import annotations

from practice.phone import Phone
from tests.stories.nights import BOT
from tests.stories.town import Town


async def to_the_time(he: Phone, category: str = "道路交通事故") -> None:
    """The first two questions."""
    await he.taps("报事件")
    await he.sees("报事件 · 1/11", "发生了什么")
    await he.taps(category)
    await he.sees(f"类别：{category}")
    await he.sees("2/11", "在哪里")
    assert (await he.buttons())[-4:] == ["本村", "发送定位", "返回", "取消"]
    await he.taps("本村")
    await he.sees("地点：派潭镇 高滩村")
    await he.sees("3/11", "什么时候发生的")


async def to_the_summary(he: Phone) -> None:
    await to_the_time(he)
    await he.taps("刚刚")
    for question in ("死亡", "失联", "重伤", "轻伤", "被困"):
        await he.sees(f"有多少人{question}")
        await he.taps("无")
    for question in ("经过和现场", "已经做了什么", "照片、视频或语音"):
        await he.sees(question)
        await he.taps("跳过")
    await he.sees("报事件 · 核对", "没有错就点 提交")


async def test_every_question_is_asked_and_shown_to_the_duty_room(town: Town) -> None:
    he, chen = town.he, town.chen
    await to_the_time(he)
    await he.sends("明天下午三点")
    await he.sees("还没到", "什么时候发生的")
    await he.sends("2月30日")
    await he.sees("没有“2月30日”这个时间", "什么时候发生的")
    await he.sends("好早以前吧")
    await he.sees("没看懂", "什么时候发生的")
    await he.sends("半个钟头前")
    await he.sees("有多少人死亡")
    await he.sends("村口那边")
    await he.sees("没看懂“村口那边”是多少", "有多少人死亡")
    await he.sends("冇")
    await he.sees("有多少人失联")
    await he.taps("不清楚")
    await he.sees("有多少人重伤")
    await he.sends("两三个")
    await he.sees("有多少人轻伤")
    await he.sends("十几人")
    await he.sees("有多少人被困")
    await he.taps("跳过")
    await he.sees("经过和现场")
    await he.sends("大巴撞上<b>货车</b> & 侧翻")
    await he.sees("已经做了什么")
    await he.sends("已报122")
    await he.sees("照片、视频或语音")
    await he.sends("没有照片")
    await he.sees("这一步要照片、视频或语音")
    await he.sends_album(("photo", "photo", "photo"), "现场")
    await he.sees("收到，会随报告一起发出", "照片、视频或语音吗")
    await he.sends_voice()
    await he.sees("收到，会随报告一起发出")
    await he.taps("完成")
    card = await he.sees(
        "核对", "类别：道路交通事故", "地点：派潭镇 高滩村", "死亡：0", "失联：不清楚", "重伤：2–3", "被困：待核",
        "经过：大巴撞上<b>货车</b> & 侧翻", "照片视频：4 个文件", "轻伤：11–19",
    )  # fmt: skip
    assert "被困：0" not in card.text
    await he.sends("可以发了吗")
    await he.sees("请点下面的按钮", "核对")
    await he.taps("提交")
    await he.sees("编号马上就到")
    await he.sees("已上报，编号", "有多少人被困")
    await chen.sees(
        "死亡 0", "失联 不清楚", "重伤 2–3", "轻伤 11–19", "被困 待核", "大巴撞上<b>货车</b> & 侧翻", chat=town.town
    )
    await town.settled()
    [report] = await town.reports()
    assert report.answers["dead"] == {"min": 0, "max": 0, "exact": True}
    assert report.answers["missing"] == {"unknown": True}
    assert "trapped" not in report.answers
    assert (await town.card(report.id)).evidence == 4
    await town.forgets(chen, town.zhou)


async def test_back_skip_and_cancel_work_at_every_question(town: Town) -> None:
    he = town.he
    await to_the_time(he)
    await he.taps("返回")
    await he.sees("在哪里", "现在的答案：派潭镇 高滩村")
    await he.sends("返回")
    await he.sees("好的，继续")
    await he.sees("发生了什么", "现在的答案：道路交通事故")
    await he.taps("溺水")
    await he.sees("什么时候发生的")
    for question in ("死亡", "失联", "重伤", "轻伤", "被困", "经过和现场", "已经做了什么", "照片、视频或语音"):
        await he.taps("跳过")
        await he.sees(question)
        await he.taps("返回")
        await he.sees("/11")
        await he.taps("跳过")
        await he.sees(question)
    await he.sends("跳过")
    await he.sees("核对", "类别：溺水", "时间：待核")
    await he.taps("返回")
    await he.sees("照片、视频或语音")
    await he.sends("skip")
    await he.sees("核对")
    await he.taps("取消")
    await he.sees("已取消，没有上报")
    await to_the_time(he)
    await he.sends("取消")
    await he.sees("已取消，没有上报")
    await town.settled()
    assert await town.reports() == []


async def test_any_answer_is_changed_from_the_summary_and_two_taps_send_one_report(town: Town) -> None:
    he = town.he
    await to_the_summary(he)
    await he.taps("✏️ 死亡")
    await he.sees("有多少人死亡", "现在的答案：0")
    await he.sends("1人")
    await he.sees("核对", "死亡：1")
    await he.taps("✏️ 地点")
    await he.sees("在哪里", "现在的答案：派潭镇 高滩村")
    await he.taps("发送定位")
    await he.sees("地点：派潭镇 高滩村 📍23.29050")
    assert (await he.buttons())[-5:] == ["紧急上报", "报事件", "报隐患", "报苗头", "我的报告"]
    await he.sees("核对", "📍23.29050")
    await he.taps("✏️ 类别")
    await he.sees("发生了什么")
    await he.taps("返回")
    await he.sees("核对", "类别：道路交通事故")
    await he.taps("✏️ 经过")
    await he.sees("经过和现场")
    await he.sends_location(23.4, 113.8)
    summary = await he.sees("核对", "📍23.40000", "经过：待核")
    first, second = await he.taps("提交", message=summary), None
    second = await he.taps_data(tap_of(summary, "提交"), None, summary)
    await he.sees("编号马上就到")
    await he.sees("已上报，编号")
    assert first["text"] is None
    assert "已经结束" in second["text"]
    await town.settled()
    assert len(await town.reports()) == 1
    await town.forgets(town.chen, town.zhou)


def tap_of(message: object, label: str) -> str:
    rows = message.reply_markup.inline_keyboard  # type: ignore[attr-defined]
    return next(tap.callback_data for row in rows for tap in row if tap.text == label)


async def test_a_place_with_several_meanings_is_asked(town: Town) -> None:
    he = town.he
    await he.taps("报事件")
    await he.sees("发生了什么")
    await he.taps("溺水")
    await he.sees("类别：溺水")
    await he.sees("在哪里")
    await he.sends("莲塘村")
    asked = await he.sees("您是指哪一个", "“莲塘村”")
    assert asked.reply_markup is not None
    assert len(asked.reply_markup.inline_keyboard) >= 4  # two villages at least, the words themselves, the way out
    await he.taps("返回", message=asked)
    await he.sees("在哪里")
    await he.sends("莲塘村")
    await he.sees("您是指哪一个")
    await he.taps("莲塘村")
    noted = await he.sees("地点：")
    assert "高滩村" not in noted.text
    assert "莲塘村" in noted.text
    await he.sees("好的，继续")
    assert (await he.buttons())[-5:] == ["紧急上报", "报事件", "报隐患", "报苗头", "我的报告"]
    await he.sees("什么时候发生的")
    await he.taps("返回")
    await he.sees("在哪里", "莲塘村")
    await he.sends("派潭镇")
    await he.sees("地点：")
    await he.sees("什么时候")
    await he.taps("返回")
    await he.sees("在哪里", "派潭镇")
    await he.sends("105国道派潭大桥往北两公里")
    await he.sees("您是指哪一个", "“105国道派潭大桥往北两公里”")
    await he.sends_location(39.9, 116.4)
    await he.sees("不在本区范围内")
    await he.sends("/cancel")
    await he.sees("已取消")


async def test_a_draft_survives_a_restart_and_other_words(town: Town) -> None:
    he = town.he
    await to_the_time(he)
    await town.night.restart()
    await he.start(BOT)
    await he.sees("应急信息员")
    await he.sees("没填完的 报事件", "已填 2 项")
    await he.taps("继续")
    time_asked = await he.sees("什么时候发生的")
    # other commands leave the question where it is
    await he.sends("/cases")
    await he.sees("还没有报告")
    await he.sends("/help")
    await he.sees("信息员怎么用")
    await he.sends("/nonsense")
    await he.sees("没有 /nonsense 这个命令")
    await he.sees("什么时候发生的")
    await he.taps("报隐患")
    await he.sees("没填完的 报事件")
    await he.sends("/language")
    await he.sees("选择语言")
    await he.taps("繁體中文")
    await he.sees("繁體中文")
    await he.sees("緊急上報", "應急信息員")
    await he.sees("報事件 · 3/11", "甚麼時候發生的")
    await he.taps("啱啱")
    await he.sees("有多少人死亡")
    answer = await he.taps_data(tap_of(time_asked, "今早"), None, time_asked)
    assert answer["text"]
    await he.sees("有多少人死亡")
    await he.start(BOT)
    await he.sees("應急信息員")
    await he.sees("未填完的 報事件", "已填 3 項")
    await he.taps("放棄")
    await he.sees("已取消，沒有上報")
    await he.sends("/cancel")
    await he.sees("沒有進行中的操作")
    await town.settled()
    assert await town.reports() == []


async def test_a_button_of_yesterdays_form_does_nothing_to_todays(town: Town) -> None:
    he = town.he
    await he.taps("报事件")
    old = await he.sees("发生了什么")
    await he.sends("/cancel")
    await he.sees("已取消")
    await he.taps("报事件")
    new = await he.sees("发生了什么")
    answer = await he.taps_data(tap_of(old, "溺水"), None, old)
    assert "过时" in answer["text"]
    await he.sees("发生了什么")
    answer = await he.taps_data(tap_of(old, "取消"), None, old)
    assert "过时" in answer["text"]
    await he.sees("发生了什么")
    await he.taps_data(tap_of(new, "溺水"), None, new)
    await he.sees("类别：溺水")
    await he.sees("在哪里")
