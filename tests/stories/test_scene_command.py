"""现场指挥: named and silent, another accepts, reports from the scene, hands over; who has no account is rung up."""

from __future__ import annotations

from sqlalchemy import select

from storage import case_log, people
from storage.tables import Evidence, Post, SceneCommand
from tests.stories.town import Town


async def commands(town: Town) -> list[tuple[str, str]]:
    async with town.night.database.transaction() as tx:
        rows = await tx.session.scalars(select(SceneCommand).order_by(SceneCommand.id))
        return [(row.name, row.state) for row in rows]


async def test_a_commander_is_found_and_hands_over(town: Town) -> None:
    he, li, chen, zhou, wang = town.he, town.li, town.chen, town.zhou, town.wang
    await town.reports_emergency(he, "滑坡", "有")
    card = await chen.sees("P0", chat=town.town)
    await chen.taps("接报", chat=town.town, message=card)
    await chen.sees("P0", "现场指挥：先到队伍负责人", chat=town.town)
    [report] = await town.reports()
    await town.forgets()

    # who may not, may not; buttons that nobody was shown are answered
    await he.sends("/help")
    home = await he.sees("信息员怎么用")
    for data in ("choose:0", "pick:1", "typed:", "told:1", "withdraw:1", "accept:1", "refuse:9999999999", "support:"):
        assert (await he.taps_data(f"sc:{report.id}:{data}", None, home))["text"], data
    assert (await chen.taps_data("sc:999:open:", town.town, card))["text"]
    assert (await chen.taps_data(f"sc:{report.id}:pick:x", town.town, card))["text"]
    assert (await chen.taps_data(f"sc:{report.id}:nonsense:", town.town, card))["text"]
    await town.forgets()
    assert await commands(town) == []

    # the leader is asked and is silent: the room hears it, and so does he once more
    await chen.taps("更多处置", chat=town.town, message=card)
    menu = await chen.sees("要做什么", chat=town.town)
    await chen.taps("现场指挥", chat=town.town, message=menu)
    await chen.sees("现场指挥：先到队伍负责人", "指定现场指挥", chat=town.town)
    await chen.taps("指定现场指挥", chat=town.town, message=menu)
    await chen.sees("请谁担任现场指挥", "高滩村 信息员 何志强", "增城区 值班员 周敏", chat=town.town)
    await chen.taps("带班领导 王国栋", chat=town.town, message=menu)
    await chen.sees("已请 王国栋 担任", "5 分钟", chat=town.town)
    await chen.sees("请 派潭镇 带班领导 王国栋", "等答复", chat=town.town)
    await chen.sees("P0", "先到队伍负责人（待接受：派潭镇 带班领导 王国栋）", chat=town.town)
    asked = await wang.sees("请您担任", "陈建国 指定", "滑坡", "接受，我来指挥")
    await zhou.sees("等答复", chat=town.district)
    await town.settled()
    await wang.sends("好的", reply_to=asked)
    await wang.sees("请点上面的 接受 或 不能")
    await li.sends("/help")
    hers = await li.sees("信息员怎么用")
    assert "没有权限" in (await li.taps_data(f"sc:{report.id}:accept:1", None, hers))["text"]
    await town.forgets()
    await town.forward(minutes=5)
    silent = await chen.sees("王国栋 没有答复", "请打电话", "另指定", chat=town.town)
    await wang.sees("还在等您答复", "接受，我来指挥")
    await chen.sees("P0", "王国栋 没有应答", chat=town.town)
    await town.forgets()

    # another one is asked; the first is told, and his button is stale; she accepts, tapped twice
    await chen.taps("另指定一人", chat=town.town, message=silent)
    menu = await chen.sees("现场指挥", "另指定一人", "已电话告知", chat=town.town)
    await chen.taps("另指定一人", chat=town.town, message=menu)
    await chen.sees("请谁担任现场指挥", chat=town.town)
    await chen.taps("信息员 李秀英", chat=town.town, message=menu)
    hers = await li.sees("请您担任", "接受，我来指挥")
    await wang.sees("已另作安排，不用您担任")
    await wang.sees("现场指挥已另作安排")
    assert "过时" in (await wang.taps_data(f"sc:{report.id}:accept:1", None, asked))["text"]
    await town.forgets()
    await li.taps("接受，我来指挥", message=hers)
    await li.sees("您是", "现场指挥", "已到场", "简报", "需要支援")
    again = await li.taps_data(f"sc:{report.id}:accept:2", None, hers)
    assert "过时" in again["text"]
    await chen.sees("李秀英", "接受，担任", chat=town.town)
    await chen.sees("P0", "现场指挥：高滩村 信息员 李秀英", "还没说到场", chat=town.town)
    await zhou.sees("李秀英", "接受，担任", chat=town.district)
    await town.settled()

    # she arrives, with her location; two updates, a photo, a voice; help is asked for
    await li.taps("已到场", message=hers)
    await li.sees("已记到场", "发位置")
    await chen.sees("现场指挥", "李秀英 已到", chat=town.town)
    await li.sends_location(23.2905, 113.8292)
    await li.sees("已发到值班群")
    await chen.sees("📻 现场指挥 李秀英", "位置", chat=town.town)
    await chen.sees("P0", "到场", chat=town.town)
    await li.sends("已拉警戒线，撤出12人", reply_to=hers)
    await li.sees("已发到值班群，记入", "需要支援")
    told = await chen.sees("📻 现场指挥 李秀英", "已拉警戒线，撤出12人", chat=town.town)
    assert told.reply_to_message is not None
    await li.taps("简报", message=hers)
    await li.sees("10 分钟内的下一条")
    await li.sends_photo("塌方下沿")
    await li.sees("已发到值班群")
    shown = await chen.sees("📻 现场指挥 李秀英", "塌方下沿", chat=town.town)
    assert shown.photo
    await li.sends_voice(reply_to=hers)
    await li.sees("已发到值班群")
    heard = await chen.sees("📻 现场指挥 李秀英", "语音", chat=town.town)
    assert heard.voice
    await li.taps("需要支援", message=hers)
    await li.sees("需要什么、多少、送到哪里")
    await li.sends("挖机1台，到村口")
    await li.sees("已发到值班群", "急就同时打电话")
    await chen.sees("🆘 现场指挥 李秀英", "挖机1台", chat=town.town)
    async with town.night.database.transaction() as tx:
        kinds = list(await tx.session.scalars(select(Evidence.kind).order_by(Evidence.id)))
    assert kinds == ["photo", "voice"]
    await town.forgets()

    # a report of her own is a report, also while she commands, and after a 简报 that was never sent
    await li.taps("简报", message=hers)
    await li.sees("10 分钟内的下一条")
    await town.forward(minutes=11)
    await li.sends("榕树边一间屋着火，有人出不来")
    await li.sees("已上报，编号")
    assert len(await town.reports()) == 2
    await town.forgets()

    # handed over with a note: the first says no and she stays; the second accepts and she is relieved
    await li.taps("交接给别人", message=hers)
    whom = await li.sees("请谁接任现场指挥（现在是 李秀英）", "值班员 陈建国")
    await li.taps("值班员 陈建国", message=whom)
    await li.sees("做了什么、还没做什么、有什么危险")
    await li.sends("已撤12人；两户没找到；坡上还在掉石")
    await li.sees("已请 陈建国")
    to_chen = await chen.sees("请您担任", "李秀英 交接：已撤12人")
    await chen.sees("P0", "李秀英", "待接受：派潭镇 值班员 陈建国", chat=town.town)
    await chen.taps("不能，写原因", message=to_chen)
    await chen.sees("为什么不能担任")
    await chen.sends("值班室走不开")
    await chen.sees("已告诉值班群")
    await li.sees("陈建国 不能接任（值班室走不开）", "仍由您指挥")
    await chen.sees("陈建国 不能担任", "值班室走不开", chat=town.town)
    await town.forgets()
    await li.taps("交接给别人", message=hers)
    whom = await li.sees("请谁接任现场指挥")
    await li.taps("信息员 何志强", message=whom)
    await li.sees("还没做什么")
    await li.sends("已撤12人；两户没找到；坡上还在掉石")
    await li.sees("已请 何志强")
    his = await he.sees("请您担任", "两户没找到")
    await town.forgets()
    await he.taps("接受，我来指挥", message=his)
    await he.sees("您是", "现场指挥")
    await li.sees("何志强 已接任现场指挥，您可以卸任")
    await li.sees("您已交出")
    await chen.sees("何志强", "接任", "李秀英 卸任", "坡上还在掉石", chat=town.town)
    await chen.sees("P0", "信息员 何志强", chat=town.town)
    assert "没有权限" in (await li.taps_data(f"sc:{report.id}:arrive:", None, hers))["text"]
    await town.forgets()

    # the story of it; then the case ends, and command with it
    await chen.sends(f"/cases {report.number}", chat=town.town)
    listed = await chen.sees(report.number, chat=town.town)
    await chen.taps(report.number, chat=town.town, message=listed)
    await chen.sees("现场指挥", chat=town.town)
    await chen.taps("经过", chat=town.town, message=listed)
    story = await chen.sees("经过", "何志强 接任现场指挥，原指挥：李秀英", chat=town.town)
    assert "交接：已撤12人" in story.text
    await chen.taps("更早", chat=town.town, message=listed)
    await chen.sees(
        "📻 现场指挥 李秀英：已拉警戒线，撤出12人", "李秀英 已到场", "没有答复现场指挥：王国栋", chat=town.town
    )
    await town.forgets()
    await chen.taps("办结", chat=town.town, message=card)
    ask = await chen.sees("办结", chat=town.town)
    await chen.sends("险情排除", chat=town.town, reply_to=ask)
    await he.sees("已办结，您的现场指挥到此为止")
    await he.sees("现场指挥到此为止")
    await town.settled()
    assert await commands(town) == [
        ("王国栋", "withdrawn"), ("李秀英", "handed_over"), ("陈建国", "refused"), ("何志强", "ended"),
    ]  # fmt: skip
    assert (await he.taps_data(f"sc:{report.id}:brief:", None, his))["text"]
    await town.forgets()


async def test_whoever_has_no_account_is_rung_up(town: Town) -> None:
    """Typed, told on the telephone; the desk speaks for him; a leader takes over; English; killed; a false alarm."""
    he, chen, zhou, wang = town.he, town.chen, town.zhou, town.wang
    await town.reports_emergency(he, "滑坡", "有")
    card = await chen.sees("P0", chat=town.town)
    districts = await zhou.sees("P0", chat=town.district)
    [report] = await town.reports()
    await chen.taps("更多处置", chat=town.town, message=card)
    menu = await chen.sees("要做什么", chat=town.town)
    await chen.taps("现场指挥", chat=town.town, message=menu)
    await chen.taps("指定现场指挥", chat=town.town, message=menu)
    await chen.sees("请谁担任现场指挥", chat=town.town)
    await chen.taps("没有账号的，打字", chat=town.town, message=menu)
    ask = await chen.sees("写姓名和电话", chat=town.town)
    await chen.sends("张伟", chat=town.town, reply_to=ask)
    again = await chen.sees("请写姓名和电话，例如", chat=town.town)
    await chen.sends("张伟 139 0000 0009", chat=town.town, reply_to=again)
    rung = await chen.sees("请打电话给", "张伟", "+8613900000009", chat=town.town)
    assert "过时" in (await zhou.taps_data(f"sc:{report.id}:told_new:", town.district, districts))["text"]
    assert await commands(town) == []
    await chen.taps("已电话告知，他接受", chat=town.town, message=rung)
    await chen.sees("由 张伟 担任现场指挥，电话告知", chat=town.town)
    await chen.sees("张伟", "陈建国 电话告知", chat=town.town)
    await chen.sees("P0", "现场指挥：张伟 +8613900000009", "还没说到场", chat=town.town)
    assert "过时" in (await chen.taps_data(f"sc:{report.id}:told_new:", town.town, rung))["text"]
    await town.forgets()
    await chen.taps("更多处置", chat=town.town, message=card)
    menu = await chen.sees("要做什么", chat=town.town)
    await chen.taps("现场指挥", chat=town.town, message=menu)
    await chen.taps("他说已到场", chat=town.town, message=menu)
    await chen.sees("已到场，电话告知", chat=town.town)
    await chen.sees("现场指挥 张伟 已到", chat=town.town)
    await town.forgets()

    # the leader speaks English, and is asked by the district; the bot dies and comes back before he answers
    await wang.sends("/language")
    await wang.sees("Choose a language")
    await wang.taps("English")
    await wang.sees("English")
    await zhou.taps("更多处置", chat=town.district, message=districts)
    menu = await zhou.sees("要做什么", chat=town.district)
    await zhou.taps("现场指挥", chat=town.district, message=menu)
    await zhou.taps("换人接任", chat=town.district, message=menu)
    await zhou.sees("请谁接任现场指挥（现在是 张伟）", chat=town.district)
    # somebody who has blocked the bot cannot be asked: the rooms hear it at once, and she is marked as one to ring
    await town.night.world.break_next("sendMessage", 1, "403", town.li.id)
    await zhou.taps("信息员 李秀英", chat=town.district, message=menu)
    ask = await zhou.sees("做了什么、还没做什么", chat=town.district)
    await zhou.sends("救出1人", chat=town.district, reply_to=ask)
    await zhou.sees("已请 李秀英", chat=town.district)
    silent = await zhou.sees("李秀英", "没有答复", "请打电话", chat=town.district)
    await town.settled()
    await zhou.taps("另指定一人", chat=town.district, message=silent)
    menu = await zhou.sees("李秀英 +8613800000002 没有应答", "换人接任", chat=town.district)
    await zhou.taps("换人接任", chat=town.district, message=menu)
    await zhou.sees("请谁接任现场指挥（现在是 张伟）", chat=town.district)
    await zhou.taps("带班领导 王国栋", chat=town.district, message=menu)
    ask = await zhou.sees("做了什么、还没做什么", chat=town.district)
    await zhou.sends("救出1人；村民陈大文被埋", chat=town.district, reply_to=ask)
    await zhou.sees("已请 王国栋", chat=town.district)
    asked = await wang.sees("You are asked to command", "Handed over by 张伟", "Accept, I command")
    await town.settled()
    await town.night.restart()
    await wang.taps("Accept, I command", message=asked)
    await wang.sees("You command at", "Need support")
    taken = await zhou.sees("王国栋", "接任", "张伟 卸任", chat=town.district)
    assert "陈大文" not in taken.text
    await chen.sees("王国栋", "接任", "陈大文被埋", chat=town.town)
    await town.settled()
    await town.forgets()

    # what the officer reports meanwhile reaches him; his answer to it is an update; no room's buttons for the desk
    await he.sends("又塌了一次，多埋了一个人")
    await he.sees("补充已记")
    news = await wang.sees("又塌了一次")
    await town.settled()
    await wang.sends("收到，撤到路口", reply_to=news)
    await town.night.restart()  # in the middle of it
    await chen.sees("📻 现场指挥 王国栋", "撤到路口", chat=town.town)
    await town.settled()
    await wang.taps("Under control", message=asked)
    await wang.sees("kept as under control")
    await chen.sees("王国栋", "已控制", chat=town.town)
    assert "没有权限" in (await chen.taps_data(f"sc:{report.id}:choose:0", town.town, card))["text"]
    async with town.night.database.transaction() as tx:
        log = await case_log.lines(tx, f"report:{report.id}")
    assert [line.verb for line, _ in log].count("scene_update") == 1
    await wang.sends("下雨了")
    held = await wang.sees("Not sent. You command", "Send to the duty group")
    await wang.taps("Send to the duty group", message=held)
    await wang.sees("Sent to the duty group")
    await chen.sees("📻 现场指挥 王国栋", "下雨了", chat=town.town)
    assert "out of date" in (await wang.taps_data(f"sc:{report.id}:send:", None, held))["text"].lower()
    await town.forgets()

    # he loses his post: his buttons do nothing; somebody who cannot be written to is rung up; then a false alarm
    async with town.night.database.transaction() as tx:
        person = await people.by_telegram(tx, wang.id)
        assert person is not None
        for post in await tx.session.scalars(select(Post).where(Post.person_id == person.id)):
            post.until = town.night.app.clock.now() if town.night.app else None
    assert (await wang.taps_data(f"sc:{report.id}:brief:", None, asked))["show_alert"]
    await wang.sends("还在塌", reply_to=asked)
    await wang.sees("Not sent", "do not command")
    await chen.taps("误报", chat=town.town, message=card)
    ask = await chen.sees("为什么是误报", chat=town.town)
    await chen.sends("是施工放炮", chat=town.town, reply_to=ask)
    sure = await chen.sees("是施工放炮", "确定", chat=town.town)
    await chen.taps("确定是误报", chat=town.town, message=sure)
    await wang.sees("was a false alarm", "your command ends here")
    await town.settled()
    assert await commands(town) == [("张伟", "handed_over"), ("李秀英", "withdrawn"), ("王国栋", "ended")]
    await town.forgets()
