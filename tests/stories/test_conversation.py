"""Everything an officer may say outside of the usual way; nothing said is lost, nobody hears nothing."""

from __future__ import annotations

from storage import case_log
from tests.stories.nights import BOT
from tests.stories.town import Town


async def test_words_and_photos_out_of_nothing_become_a_report(town: Town) -> None:
    he = town.he
    await he.sends_album(("photo", "photo"))
    await he.sees("文件 1 个", "这是要上报吗")
    await he.sends_location(23.45, 113.79)
    await he.sees("文件 2 个", "📍 定位")
    await he.sends("打风吹倒大榕树，压住部车，冇人受伤")
    await he.sees("已上报，编号", "台风", "📍23.45000")
    await he.sends("村口小卖部旁边")
    await he.sees("补充已记")
    await town.chen.sees("情况：打风吹倒大榕树，压住部车", "2 个文件", "地图（现场定位）", chat=town.town)
    await town.chen.sees("补充", "村口小卖部旁边", chat=town.town)
    await town.forgets()

    # hours later it may be something new: that is asked, and left alone it goes to the case it may belong to
    await town.forward(hours=2)
    await town.forgets()
    await he.sends("吊车到了")
    await he.sees("收到：“吊车到了”", "补充 派潭-")
    await he.taps("补充 派潭-")
    await he.sees("已记入 派潭-")
    await town.chen.sees("吊车到了", chat=town.town)
    await he.sends("多谢")
    await he.sees("没有看到要上报的情况")
    await town.forward(hours=2)
    await town.forgets()
    await he.sends("吊车又走了")
    await he.sees("收到：“吊车又走了”", "补充 派潭-")
    await town.forward(seconds=125)
    await town.chen.sees("吊车又走了", chat=town.town)
    await town.forgets()
    assert len(await town.reports()) == 1
    await town.forward(hours=30)
    await town.forgets()
    await he.sends_photo()
    await he.sees("文件 1 个", "这是要上报吗")
    await he.taps("报隐患")
    await he.sees("哪一类隐患")
    await he.sends("/cancel")
    await he.sees("已取消，没有上报")
    await he.sends_photo()
    await he.sees("这是要上报吗")
    await he.taps("不是上报")
    await he.sees("好的，没有上报")
    # left alone, a photo goes to a person too
    await he.sends_photo()
    await he.sees("这是要上报吗")
    await town.forward(seconds=125)
    await he.sees("已请值班员来判读")
    await town.chen.sees("待判读", "1 个文件", chat=town.town)
    await town.forgets()
    assert len(await town.reports()) == 2


async def test_help_language_and_cases_for_everybody(town: Town) -> None:
    he, chen, admin = town.he, town.chen, town.night.admin
    stranger = await town.night.world.add_person("路人")
    await stranger.start(BOT)
    await stranger.sees("居民可以订阅")
    for phone, words in (
        (he, "信息员怎么用"),
        (chen, "值班群怎么用"),
        (admin, "管理员怎么用"),
        (stranger, "居民怎么用"),
    ):
        await phone.sends("/help")
        await phone.sees(words)
        await phone.sends("/cancel")
        await phone.sees("没有进行中的操作")
    await town.reports_emergency(he, "暴雨洪涝", "无")
    await chen.sees("P2", chat=town.town)
    await he.taps("我的报告")
    await he.sees("进行中 1 件", "派潭-", "暴雨洪涝", "无人接报")
    await chen.sends("/cases", chat=town.town)
    await chen.sees("进行中 1 件", "派潭-", chat=town.town)
    await chen.sends("/cases")
    await chen.sees("进行中 1 件", "派潭-")
    await town.zhou.sends("/cases")
    await town.zhou.sees("进行中 1 件", "派潭-")
    await admin.sends("/cases")
    await admin.sees("进行中 1 件", "派潭-")
    await town.li.sends("/cases")
    await town.li.sees("还没有报告")
    await stranger.sends("/cases")
    await stranger.sees("只有信息员和值班人员看得到")
    for name, words in (("繁體中文", "以後用繁體中文"), ("English", "English"), ("简体中文", "以后用简体中文")):
        await stranger.sends("/language")
        await stranger.sees("Choose a language")
        await stranger.taps(name)
        await stranger.sees(words)
    await chen.sends("/language", chat=town.town)
    await chen.sees("Choose a language", chat=town.town)
    await chen.taps("繁體中文", chat=town.town)
    await chen.sees("以後用繁體中文", chat=town.town)
    await chen.sends("/cases", chat=town.town)
    await chen.sees("進行中 1 件", chat=town.town)


async def test_what_is_changed_or_deleted_later_changes_no_report(town: Town) -> None:
    he, li = town.he, town.li
    said = await he.sends("早晨各位")
    await he.sees("没有看到要上报的情况")
    await he.edits(said, "有两棵树倒了")
    await he.sees("改动已发出的消息不会改报告")
    receipt = await town.reports_emergency(he, "暴雨洪涝", "无")
    await town.forgets(town.chen)
    # an answer by reply finds its report, also when the conversation has moved on
    await he.sends("/cancel")
    await he.sees("没有进行中的操作")
    typed = await he.sends("水退了", reply_to=receipt)
    await he.sees("派潭-", "补充已记")
    await town.chen.sees("水退了", chat=town.town)
    # edited after it became part of the report: noted beside it, told to the officer, and to nobody else
    await town.forgets(town.chen)
    await he.edits(typed, "水又涨了")
    await he.sees("新内容记在 派潭-")
    await he.edits(said, "有三棵树倒了")
    await he.sees("改动已发出的消息不会改报告")
    await town.settled()
    [report] = await town.reports()
    assert "水退了" in report.answers["what_happened"]
    assert "水又涨了" not in report.answers["what_happened"]
    async with town.night.database.transaction() as tx:
        log = await case_log.lines(tx, f"report:{report.id}")
    noted = [detail.words["text"] for line, detail in log if detail and line.verb == "edited"]
    assert noted == ["水又涨了"]
    await town.chen.sees_nothing_new(chat=town.town)
    await he.deletes(said)
    # somebody else's report takes nothing from others
    [report] = await town.reports()
    await li.sends("/help")
    answer = await li.taps_data(f"s:{report.id}:dead:3", None, await li.sees("信息员怎么用"))
    assert "过时" in answer["text"]
    await town.settled()
    [report] = await town.reports()
    assert "dead" not in report.answers
    await town.forgets(town.chen)


async def test_album_and_question_of_the_duty_room(town: Town) -> None:
    he, chen = town.he, town.chen
    await town.reports_emergency(he, "暴雨洪涝", "无")
    await chen.sees("P2", chat=town.town)
    await chen.taps("追问", chat=town.town)
    asked = await chen.sees("回复这条消息", chat=town.town)
    await chen.sends("水有多深？<b>急</b>", chat=town.town, reply_to=asked)
    await chen.sees("问题已发给", chat=town.town)
    await he.sees("陈建国 问", "水有多深？<b>急</b>")
    await he.sends_album(("photo", "photo", "photo"), "到膝盖")
    await he.sees("已回复 陈建国")
    await chen.sees("何志强 答“水有多深？<b>急</b>”", "到膝盖", chat=town.town)
    await town.settled()
    [report] = await town.reports()
    assert (await town.card(report.id)).evidence == 3
    await town.forgets(chen)
