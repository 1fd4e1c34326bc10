"""A resident tells the officers of a village something: it goes to them alone, and what came of it comes back."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.actions import housekeeping
from storage import case_log
from storage.tables import Conversation, OutboxRow, Person, Report, Tip
from tests.handlers.test_hostile_input import NASTY as ANYTHING
from tests.stories.crowd import resident, somebody
from tests.stories.nights import VILLAGE
from tests.stories.test_zero_report import VILLAGES
from tests.stories.town import Town

NASTY = '<b>屋后山坡</b>有裂缝 {x} \u202e倒过来 & "x" 🔥'


HOSTILE = tuple(text for text in ANYTHING if text.strip())


async def tip(town: Town, number: int) -> Tip:
    async with town.night.database.transaction() as tx:
        row = await tx.session.get(Tip, number)
        assert row is not None
        return row


async def test_a_resident_is_heard_by_the_village_and_by_nobody_else(town: Town) -> None:
    night, he, li, chen = town.night, town.he, town.li, town.chen
    fong = await resident(night, "冯阿姨", VILLAGE)
    stranger = await somebody(night, "过路人")

    # one subscription: straight to the words; place, photo, number in any order; nothing goes out before it is sent
    await fong.sends("/tip")
    await fong.sees("不是 110、119、120", "高滩村", "别人看不到")
    await fong.sends_sticker()
    await fong.sees("用不了", "还没发出")
    await fong.sends("字" * 1001)
    await fong.sees("太长了")
    await fong.sends(NASTY)
    await fong.sees("还没发出", "<b>屋后山坡</b>有裂缝", "没有留手机号", "发给信息员")
    await fong.sends_photo("就是这里")
    await fong.sees("就是这里", "1 份")
    await fong.taps("发送定位")
    await fong.sees("有定位")
    await stranger.sends_contact()
    await stranger.sees("过路人")
    await fong.taps("发送我的手机号")
    await fong.sees("留了手机号")
    await he.sees_nothing_new()
    await fong.taps("发给信息员")
    await fong.sees("已发给", "高滩村", "不是报警")
    for officer in (he, li):
        card = await officer.sees(
            "居民线索 T1", "高滩村", "<b>屋后山坡</b>有裂缝", "冯阿姨", fong.number[-4:], "属实，转为报告"
        )
        await officer.sees("居民线索 T1")  # the photo, under it
    for phone in (chen, town.zhou, town.wang, stranger):
        await phone.sees_nothing_new()

    # forged: a resident, the duty room and an officer of elsewhere cannot touch it; nobody's tip is a plain no
    wu = await night.enrolled("吴大海", "officer", VILLAGES[0], "A")
    for phone in (fong, stranger, chen, wu):
        await phone.sends("/language")
        shown = await phone.sees("选择语言")
        assert "没有权限" in (await phone.taps_data("t:1:dismiss_sure:", None, shown))["text"]
    for forged in ("t:1:x:", "t:99:verify:", "t:-1:verify:", "t:0:send:", "t:0:village:440118", "t:2147483648:verify:"):
        assert (await he.taps_data(forged, None, card))["text"]

    # 属实: the words, the photo and the pin become a report; the other post sees who is on it
    await he.taps("属实，转为报告")
    await he.sees("报隐患")
    await li.sees("居民线索 T1", "何志强", "还没有报上去", "继续上报")
    await finish(town)
    await li.sees("居民线索 T1", "已上报", "派潭-")
    await he.sees("居民线索 T1", "已上报")
    told = await fong.sees("核实了您", "已经上报处理")
    assert "派潭-" not in told.text
    assert "何志强" not in told.text
    reports = await town.reports()
    assert len(reports) == 1
    assert reports[0].origin == "tip"
    said = str(reports[0].answers)
    assert "有裂缝" in said
    assert "冯阿姨" not in said
    assert reports[0].answers["place"]["kind"] == "pin"
    assert (await tip(town, 1)).report_id == reports[0].id
    assert "已经处理过" in (await li.taps_data("t:1:dismiss_sure:", None, card))["text"]
    await chen.taps("接报", chat=town.town)
    await town.forgets()

    # whatever is typed where a village or the words are asked for is answered; a sentence is kept until the village is
    await stranger.sends("/tip")
    await stranger.sees("哪个村")
    for nasty in (*HOSTILE, "路边的电线杆倒了，压住半边路，车过不去"):
        await stranger.sends(nasty)
    await town.settled()
    await stranger.forgets()
    await stranger.sends_location(23.2905, 113.8292)
    await stranger.sees("哪个村")
    await stranger.sends("高摊村")
    await stranger.sees("高摊村", "是指哪一个", "派潭镇 高滩村")
    await stranger.taps("派潭镇 高滩村")
    await stranger.sees("高滩村", "别人看不到")
    await stranger.sees("还没发出", "有定位")
    for nasty in HOSTILE:
        await stranger.sends(nasty)
    await stranger.sends_album(["photo", "photo"])
    await town.settled()
    await stranger.forgets()
    await stranger.taps("换一个村")
    await stranger.sees("哪个村")
    await stranger.sends("/cancel")
    await stranger.sees("已取消，没有发出")
    await stranger.sends("喂")
    await stranger.sees("没有转给任何人", "告诉本村信息员")

    # a stranger types where; unanswered for half an hour, A is reminded, then B; B answers in words
    await stranger.taps("告诉信息员")
    await stranger.sees("不是 110", "哪个村")
    await stranger.sends("派潭镇")
    await stranger.sees("派潭镇", "哪个村")
    await stranger.taps("高滩村")
    await stranger.sees("别人看不到", "高滩村")
    await stranger.sends("渠道堵了，水漫到路上")
    await stranger.sees("还没发出")
    await stranger.taps("发给信息员")
    await stranger.sees("已发给")
    for officer in (he, li):
        await officer.sees("居民线索 T2", "未留电话")
    await town.forward(minutes=29)
    await town.settled()
    await he.sees_nothing_new()
    await town.forward(minutes=2)
    await he.sees("还没有处理", "渠道堵了")
    await town.settled()
    await li.sees_nothing_new()
    await town.forward(minutes=30)
    await li.sees("还没有处理", "渠道堵了")
    await li.taps("已处理，回复")
    await li.sees("请写给居民的回复")
    await li.sends("已叫人疏通，<b>今晚</b>搞好")
    await li.sees("回复已发给居民")
    await stranger.sees("信息员回复您", "<b>今晚</b>搞好")
    await he.sees("居民线索 T2", "李秀英", "已处理")
    await li.sees("居民线索 T2", "李秀英", "已处理")

    # not true, asked twice; the third of the hour goes, the fourth waits
    for number, words in ((3, "有人说山要塌"), (4, "又有人说")):
        await stranger.sends("/tip")
        await stranger.sees("哪个村")
        await stranger.sends("高滩村")
        await stranger.sees("别人看不到")
        await stranger.sends(words)
        await stranger.sees("还没发出")
        await stranger.taps("发给信息员")
        await stranger.sees("已发给")
        await he.sees(f"居民线索 T{number}")
        await li.sees(f"居民线索 T{number}")
    await he.taps("不属实")
    await he.sees("确定不属实")
    await he.taps("返回")
    await he.sees("请核实")
    await he.taps("不属实")
    await he.sees("确定不属实")
    await he.taps("确定不属实")
    await he.sees("何志强：不属实")
    await li.sees("何志强：不属实")
    await stranger.sees("与实际不符")
    await fong.forgets()

    # nobody there can be reached: the resident hears whom to call, the duty group only that the village has nobody
    for officer in (he, li):
        await officer.blocks()
    await town.settled()
    await town.forgets()
    await fong.sends("/tip")
    await fong.sees("高滩村")
    await fong.sends("桥头有个洞")
    await fong.sees("还没发出")
    await fong.taps("发给信息员")
    await fong.sees("没有人看到", "110、119、120")
    notice = await chen.sees("高滩村", "没有一个联系得上", chat=town.town)
    assert "桥头" not in notice.text
    assert "冯" not in notice.text
    await town.settled()
    await town.forgets()
    await limits_and_forgetting(town, fong)


async def finish(town: Town) -> None:
    """何志强 fills in what the form still asks, and sends it."""
    he = town.he
    for _ in range(14):
        buttons = await he.buttons()
        if "提交" in buttons:
            break
        await he.taps(next(word for word in ("跳过", buttons[0]) if word in buttons))
        await town.settled()
        await he.forgets()
    await he.taps("提交")
    await he.sees("已上报，编号")
    await town.chen.sees("居民线索，信息员已核实", chat=town.town)


async def limits_and_forgetting(town: Town, fong) -> None:  # type: ignore[no-untyped-def]
    """Too many wait; after the time that is set nothing of a resident is left, and the chain of the log is whole."""
    night = town.night
    for words in ("一", "二"):
        await fong.sends("/tip")
        await fong.sees("高滩村")
        await fong.sends(words)
        await fong.sees("还没发出")
        await fong.taps("发给信息员")
        await fong.sees("没有人看到")
    await fong.sends("/tip")
    await fong.sees("发得太多", "110、119、120")
    await town.forward(minutes=61)
    await fong.sends("/tip")
    await fong.sees("高滩村")
    await fong.sends("写了一半")
    await fong.sees("还没发出")
    await town.forward(days=91)
    assert night.app is not None
    assert night.app.world is not None
    await housekeeping.forget_old(night.database, night.app.world, night.app.clock.now())
    async with night.database.transaction() as tx:
        rows = list(await tx.session.scalars(select(Tip)))
        assert {(row.telegram_id, row.name, row.phone, row.words, str(row.files), row.answer) for row in rows} == {
            (None, None, None, "", "[]", None)
        }
        about = select(func.count()).where(OutboxRow.subject.like("tip:%"))
        assert not await tx.session.scalar(about)
        talk = await tx.session.get(Conversation, (fong.id, fong.id))
        assert talk is not None
        assert talk.data == {}
        assert await tx.session.scalar(select(func.count(Person.id)).where(Person.name == "过路人")) == 0
        assert await tx.session.scalar(select(func.count(Report.id))) == 1
        assert (await case_log.verify(tx))[1] is None
    await town.forgets()
