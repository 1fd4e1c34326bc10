"""The clock beside a case: deadlines, reasons, follow-ups, control, and the grade that a person gives."""

from __future__ import annotations

import io

from aiohttp import ClientSession
from docx import Document

from storage import case_log
from tests.stories.town import Town, a_town


async def the_words_of(town: Town, file_id: str) -> str:
    """The words of a Word file on somebody's phone."""
    address = f"{town.night.base_url}/practice/files/{file_id}"
    async with ClientSession() as session, session.get(address) as answer:
        document = Document(io.BytesIO(await answer.read()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def test_a_fire_is_reported_onwards_in_time_or_with_a_reason_and_followed_up_until_controlled(database_url):
    async with a_town(database_url, deadlines_table="") as town:
        he, chen, zhou = town.he, town.chen, town.zhou
        receipt = await town.reports_emergency(he, "房屋(厂房、出租屋)火灾")
        card = await chen.sees("无人接报", "镇→区电话", "剩 20 分钟", "镇→区书面首报", "续报：", chat=town.town)
        district_card = await zhou.sees("无人接报", "要素 ▰", chat=town.district)
        await chen.taps("接报", chat=town.town)
        await town.forgets()

        # over: a neutral note in the town's group alone, which asks for a reason
        await town.forward(minutes=21)
        note = await chen.sees("超时", "镇→区电话", "填写原因", chat=town.town)
        for word in ("迟报", "谎报", "瞒报", "漏报"):
            assert word not in note.text
        await chen.sees("镇→区电话", "超时 1 分钟", "待填原因", chat=town.town)
        await town.settled()
        assert not [words for words in await zhou.waits_for(0) if "填写原因" in words]
        refused = await zhou.taps_data("k:999:why", town.district, district_card)
        assert refused["text"]
        await chen.taps("填写原因", chat=town.town)
        asked = await chen.sees("回复这条消息", "超时的原因", chat=town.town)
        await chen.sends("山里没有信号 <两次>", chat=town.town, reply_to=asked)
        await chen.sees("原因已记入", chat=town.town)
        await chen.sees("原因：山里没有信号 <两次>（陈建国）", chat=town.town)
        await chen.taps("填写原因", chat=town.town)
        assert "没有要填原因" in chen.toasts[-1]

        # 已电话报告上级, behind the one button of the card
        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("时限和要素", chat=town.town)
        await chen.sees("时限和要素", "自首次上报起算", "还缺要素：", chat=town.town)
        await chen.taps("返回", chat=town.town)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("已电话报告上级", chat=town.town)
        assert "已记您电话报告上级" in chen.toasts[-1]
        await chen.sees("陈建国 已报", chat=town.town)
        await town.forgets()

        # the officer is asked for news, and says that there is none
        await town.forward(minutes=10)
        await he.sees("现在怎么样了")
        await he.taps("无变化")
        await he.sees("记下了：无变化", "下次")
        await chen.sees("何志强：无变化", chat=town.town)
        await town.forgets()
        # asked again, and silent: the room hears, with the number to call
        await town.forward(minutes=30, seconds=1)
        await he.sees("现在怎么样了")
        await town.forward(minutes=15, seconds=1)
        await chen.sees("续报过点", "何志强", "+8613800000001", chat=town.town)
        await he.taps("有变化，我来说")
        await he.sees("请说哪里变了")
        await he.sends("火已经扑灭，正在清理")
        await chen.sees("火已经扑灭", chat=town.town)
        await town.settled()
        assert "火已经扑灭" in str((await town.reports())[0].answers)
        await town.forgets()

        # under control: no more questions, a final report within a day
        await town.forward(minutes=31)
        await he.sees("现在怎么样了")
        await he.taps("已控制")
        await he.sees("24 小时内报终报")
        await chen.sees("何志强", "已控制", "等终报", chat=town.town)
        await chen.sees("🟢", "终报：", chat=town.town)
        await town.forgets()
        await town.forward(hours=3)
        await town.settled()
        await he.sees_nothing_new()
        await town.forward(hours=22)
        await chen.sees("超时", "终报", "填写原因", chat=town.town)
        await town.forgets()
        await he.sends("终报：火已全部扑灭，救出2人，无人死亡", reply_to=receipt)
        await chen.sees("终报：", "何志强 已报", chat=town.town)
        await chen.taps_data("k:1:text_is:full", town.town, card)
        text = await chen.sees("（终报）", "一、基本情况", "现场情况已得到控制", "救出2人", chat=town.town)
        assert "正在核实" not in text.text
        await town.forgets()
        async with town.night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert (await case_log.verify(tx))[1] is None
        for verb in ("time_over", "reason_given", "phoned", "no_change", "nudged", "controlled"):
            assert verb in verbs

        # the whole case as Word: every deadline, by when, met by whom, over by how much and why
        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("导出", chat=town.town)
        await chen.sees("要哪一种", chat=town.town)
        await chen.taps("Word", chat=town.town)
        sent = await chen.sees("打印号", chat=town.town)
        told = await the_words_of(town, sent.document.file_id)
        for said in ("镇→区电话", "1 分钟", "山里没有信号 <两次>", "镇→区书面首报", "终报", "救出2人"):
            assert said in told, said


async def test_a_person_gives_the_grade_and_worse_figures_are_said_aloud(database_url):
    async with a_town(database_url, deadlines_table="") as town:
        he, chen, zhou, wang = town.he, town.chen, town.zhou, town.wang
        receipt = await town.reports_emergency(he, "房屋(厂房、出租屋)火灾")
        card = await chen.sees("无人接报", chat=town.town)
        await chen.taps("接报", chat=town.town)
        await town.forgets()
        await he.taps_data("s:1:dead:2", None, receipt)
        await chen.sees("建议：一般(Ⅳ级)", "死亡2人", "国务院令第493号", "死亡满3人、重伤满10人：较大", chat=town.town)
        await he.taps_data("s:1:missing:3", None, receipt)
        await chen.sees("若失踪 3 人计入：较大", chat=town.town)
        await town.forgets()

        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("定级", chat=town.town)
        await chen.sees("点一个", "一般(Ⅳ级)（建议）", chat=town.town)
        await chen.taps("一般(Ⅳ级)（建议）", chat=town.town)
        await chen.sees("已定级：一般", chat=town.town)
        await chen.sees("定级：一般(Ⅳ级)（陈建国", chat=town.town)
        await town.forgets()

        # the third death: said aloud, and a person raises the grade
        await he.taps_data("s:1:dead:3", None, receipt)
        await zhou.sees("按新数字建议 较大", "高于已定的 一般", chat=town.district)
        await chen.sees("按新数字建议 较大", chat=town.town)
        await zhou.taps("定级", chat=town.district)
        await zhou.sees("较大(Ⅲ级)（建议）", chat=town.district)
        await zhou.taps("较大(Ⅲ级)（建议）", chat=town.district)
        await zhou.sees("已定级：较大", chat=town.district)
        await zhou.sees("区→市电话", "区→市书面", chat=town.district)
        await town.forgets()

        # what the duty room knows itself
        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("补要素", chat=town.town)
        await chen.sees("补哪一项", chat=town.town)
        await chen.taps("起因和性质", chat=town.town)
        asked = await chen.sees("回复这条消息", "起因和性质", chat=town.town)
        due = (await town.card(1)).desk.follow_up.due_at
        await chen.sends("初步判断为电动车充电起火", chat=town.town, reply_to=asked)
        await chen.sees("已记入", chat=town.town)
        await town.settled()
        assert (await town.card(1)).desk.follow_up.due_at == due  # no news from the place
        await town.forgets()

        # the official text, with one tap, into the group that asked
        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("生成文本", chat=town.town)
        await chen.sees("要哪一种", chat=town.town)
        await chen.taps("短信体", chat=town.town)
        short = await chen.sees("【续报一】", "派潭镇高滩村", "死亡3人、失联3人。较上次：死亡2人→3人。", chat=town.town)
        assert len(short.text) <= 200
        await chen.taps("全文", chat=town.town)
        await chen.sees(
            "《值班快报》第1期",
            "（续报一）",
            "死亡：2人→3人",
            "电动车充电起火",
            "报：增城区应急值班室",
            "送：消防救援",
            chat=town.town,
        )
        await chen.sees("✅ 镇→区书面首报", chat=town.town)
        await chen.taps("全文", chat=town.town)
        assert "已经生成" in chen.toasts[-1]
        await chen.taps("Word", chat=town.town)
        sent = await chen.sees("（续报一）", "高滩村", chat=town.town)
        assert sent.document.file_name.endswith("-续报一.docx")
        told = await the_words_of(town, sent.document.file_id)
        assert "第1期（总第1期）" in told  # the same version keeps its number
        assert "死亡3人、失联3人" in told
        assert "初步定级" in told
        assert "较大(Ⅲ级)" in told
        refused = await he.taps_data("k:1:text_is:full", None, receipt)
        assert "没有权限" in refused["text"]
        await town.forgets()

        # lower again takes a reason and a second tap; and not just anybody's
        forged = await he.taps_data("k:1:grade_is:IV", None, receipt)
        assert "没有权限" in forged["text"]
        await chen.taps_data("k:1:grade_is:IV", town.town, card)
        asked = await chen.sees("为什么定这一级", chat=town.town)
        await chen.sends("两人为另一起事故", chat=town.town, reply_to=asked)
        await chen.sees("由 较大(Ⅲ级) 改为 一般(Ⅳ级)", "两人为另一起事故", chat=town.town)
        stolen = await zhou.taps_data("k:1:grade_sure:IV", town.district, card)
        assert stolen["text"]
        await chen.taps("确定改低", chat=town.town)
        await chen.sees("已定级：一般", chat=town.town)
        await town.settled()
        view = await town.card(1)
        assert view.desk.grade.grade == "IV"
        assert view.desk.grade.reason == "两人为另一起事故"
        assert "district_phone" not in [clock.name for clock in view.desk.clocks]
        await town.forgets()
        assert wang.id
