"""报隐患: the same engine with its own questions; what is about to fall is called out like an incident."""

from __future__ import annotations

import pytest

from practice.phone import Phone
from tests.stories.town import Town


async def hazard(he: Phone, kind: str, level: str) -> None:
    await he.taps("报隐患")
    await he.sees("报隐患 · 1/8", "哪一类隐患")
    await he.taps(kind)
    await he.sees(f"类型：{kind}")
    await he.sees("在哪里")
    await he.taps("本村")
    await he.sees("地点：派潭镇 高滩村")
    await he.sees("有多严重", "险情：随时可能伤人")
    await he.taps(level)
    await he.sees("威胁多少户")
    await he.sends("三户")
    await he.sees("威胁多少人")
    await he.taps("不清楚")
    await he.sees("看到哪些情况")


async def test_imminent_danger_climbs_like_an_incident(town: Town) -> None:
    he = town.he
    await hazard(he, "地质灾害隐患点", "险情")
    signs = [label for label in await he.buttons() if label not in ("完成", "跳过", "返回", "取消")][:2]
    for sign in signs:
        await he.taps(sign)
        await he.sees(f"✅ {sign}")
    await he.taps("完成")
    await he.sees("请说说具体情况")
    await he.sends("裂缝两指宽，下雨在变大")
    await he.sees("照片、视频或语音")
    await he.sends_photo("裂缝")
    await he.sees("收到，会随报告一起发出")
    await he.taps("完成")
    await he.sees("报隐患 · 核对", "级别：险情", "威胁户数：3", "威胁人数：不清楚", "裂缝两指宽")
    await he.taps("提交")
    await he.sees("编号马上就到")
    await he.sees("已上报，编号", "119、120、110", "派潭镇值班群、增城区值班群")
    for phone, group in ((town.chen, town.town), (town.zhou, town.district)):
        await phone.sees("P0 隐患", "地质灾害隐患点 · 险情", "威胁户数 3", "威胁人数 不清楚", signs[0][:4], chat=group)
        await phone.sees("裂缝", chat=group)
    await town.forward(minutes=3, seconds=2)
    await town.chen.sees("3 分钟无人接报", chat=town.town)
    await town.zhou.sees("3 分钟无人接报", chat=town.district)
    await town.forward(minutes=3, seconds=2)
    await town.wang.sees("P0 隐患")
    await town.wang.taps("接报")
    await he.sees("王国栋 已接报")
    await town.settled()
    # imminent danger is commanded like an incident, from the card itself
    await town.wang.taps("现场指挥")
    menu = await town.wang.sees("先到队伍负责人", "指定现场指挥")
    await town.wang.taps("指定现场指挥", message=menu)
    await town.wang.taps("信息员 李秀英", message=menu)
    asked = await town.li.sees("请您担任", "地质灾害隐患点")
    await town.li.taps("接受，我来指挥", message=asked)
    await town.li.sees("您是", "已到场", "需要支援")
    await town.chen.sees("P0 隐患", "现场指挥：高滩村 信息员 李秀英", chat=town.town)
    await town.forgets(town.chen, town.zhou, town.wang, town.li)


@pytest.mark.parametrize(("level", "priority"), [("一般", "P3"), ("重大", "P2")])
async def test_other_levels_tell_the_town(town: Town, level: str, priority: str) -> None:
    he = town.he
    await hazard(he, "危房", level)
    for _ in range(3):
        await he.taps("跳过")
    await he.sees("报隐患 · 核对", f"级别：{level}", "描述：待核")
    await he.forgets()
    await he.taps("提交")
    await he.sees("编号马上就到")
    await he.sees("已上报，编号", "正在通知：派潭镇值班群", "在哪里")
    await he.sends("三社路口往里第二家")
    asked = await he.sees("记下了：地点：高滩村 三社路口往里第二家", "照片、视频或语音")
    await he.taps("跳过", message=asked)
    asked = await he.sees("照片视频：待核", "看到哪些情况")
    card = await town.chen.sees(f"{priority} 隐患", f"危房 · {level}", chat=town.town)
    assert "无人接报" in card.text
    view = await town.chen.view(town.town)
    assert view["messages"][-1].get("silent", False) == (level == "一般") or "silent" not in view["messages"][-1]
    sign = next(tap.text for row in asked.reply_markup.inline_keyboard for tap in row if tap.text != "跳过")
    await he.taps(sign, message=asked)
    await he.sees("记下了：征兆：")
    await town.chen.sees(sign[:3], chat=town.town)
    await town.forward(hours=3)
    await town.settled()
    if level == "一般":
        await town.chen.sees_nothing_new()
        await town.zhou.sees_nothing_new()
    else:
        await town.chen.sees("3 小时 0 分钟无人接报", chat=town.town)
        await town.zhou.sees("P2 隐患", chat=town.district)
    await town.forgets(town.chen, town.zhou, town.he)
