"""叫应: every named person must answer, and whoever stays silent is replaced by name."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientSession
from openpyxl import load_workbook
from sqlalchemy import select
from telegram import Message

from practice.phone import Phone
from storage import case_log, people
from storage.tables import CallRound, CallVillage, OutboxRow
from tests.stories.drill_cast import is_marked
from tests.stories.nights import BOT, VILLAGE
from tests.stories.test_alert import as_far_as_preview
from tests.stories.test_kill import a_killable_night
from tests.stories.town import Town, a_town

MISHI, EDOU, BEIYIN = "440118105233", "440118105236", "440118105234"  # 密石、鹅兜、背阴
NOW = datetime(2026, 7, 1, tzinfo=UTC)
ZHENGGUO = "440118104"


async def written(who: Phone, level: str, where: str, chat: Any = None) -> Message:
    """As far as the preview, with the ready words for rain."""
    await who.sends("/call", chat=chat)
    await who.sees("什么级别", chat=chat)
    await who.taps(level, chat=chat)
    await who.sees("什么事", chat=chat)
    await who.taps("暴雨", chat=chat)
    asked = await who.sees("叫哪里", chat=chat)
    await who.sends(where, chat=chat, reply_to=asked)
    await who.sees("已选", chat=chat)
    await who.taps("完成", chat=chat)
    return await who.sees("预览", chat=chat)


async def board(town: Town, *fragments: str) -> Message:
    """The live card in the town's group after its pause, which the clock is moved over."""
    await town.settled()
    await town.forward(seconds=7)
    return await town.chen.sees("叫应 1", *fragments, chat=town.town)


async def logged(town: Town, number: int = 1) -> list[str]:
    async with town.night.database.transaction() as tx:
        return [line.verb for line, _ in await case_log.lines(tx, f"call:{number}")]


async def villages(town: Town) -> dict[str, CallVillage]:
    async with town.night.database.transaction() as tx:
        return {row.area: row for row in await tx.session.scalars(select(CallVillage))}


async def test_a_silent_officer_is_replaced_by_name_until_the_town_telephones(town: Town) -> None:
    night, chen, group = town.night, town.chen, town.town
    zhong = await night.enrolled("钟书记", "head", VILLAGE, phone="+8613800000004")
    huang = await night.enrolled("黄伯", "officer", MISHI, "A", phone="+8613800000005")
    luo = await night.enrolled("罗姐", "officer", EDOU, "A", phone="+8613800000006")
    gu = await night.enrolled("古值班", "duty", ZHENGGUO)
    await huang.blocks()
    await chen.sees("黄伯", "联系不上了", chat=group)
    await town.forgets()

    # who may not, hears so
    await town.he.sends("/call")
    await town.he.sees("只有值班员")
    preview = await written(chen, "🟠 橙色", "高滩村、密石村、鹅兜村、背阴村", group)
    assert "4</b> 个村" in preview.text_html
    assert "没有信息员的村 1 个：背阴村" in preview.text
    assert "屏蔽了机器人 1" in preview.text
    assert "以气象台发布为准" in preview.text
    assert "没有在写的叫应" in (await gu.taps_data("q:0:publish::9", None, newest(await gu.view())))["text"]
    assert "过时" in (await chen.taps_data("q:0:publish::2", group, preview))["text"]
    await chen.taps("发布", chat=group)
    await chen.sees("已发出", chat=group)
    await chen.sees("已应 0/4", "背阴村（已报镇街）", chat=group)
    taken = await chen.sees("2 个村叫不应", "背阴村", "没有登记的人", "密石村", "黄伯", "屏蔽了机器人", chat=group)

    # one answers at once, all the way
    await luo.sees("叫应 · 鹅兜村", "暴雨橙色预警", "10 分钟没有应答", "收到")
    assert "已记" in (await luo.taps("收到"))["text"]
    await luo.sees("已应答", "到了村里的岗位", "已到岗")
    early = await luo.taps_data("q:1:moving:4:0", None, newest(await luo.view()))
    assert "请先点 已到岗" in early["text"]
    await luo.taps("📍 已到岗")
    await luo.sees("请发一下您的位置")
    await luo.taps("发送定位")
    await luo.sees("位置已记")
    await luo.sees("已到岗", "群众要不要转移")
    await luo.taps("群众在转移")
    await luo.sees("🚶 群众在转移")
    await board(town, "已应 1/4", "到岗 1", "群众在转移 1")
    found = (await villages(town))[EDOU]
    assert (round(found.lat or 0, 2), round(found.lon or 0, 2)) == (23.29, 113.83)

    # A is silent: B, then the head, then the town's room; nobody else hears of it, and nobody twice
    he_card = await town.he.sees("叫应 · 高滩村", "收到")
    await town.li.sees_nothing_new()
    await town.forward(minutes=10)
    li_card = await town.li.sees("叫应 · 高滩村", "收到")
    await zhong.sees_nothing_new()
    await town.forward(minutes=10)
    await zhong.sees("叫应 · 高滩村", "收到")
    await town.forward(minutes=10, seconds=1)
    late = await chen.sees("1 个村叫不应", "A岗 何志强 +8613800000001", "B岗 李秀英", "村负责人 钟书记", chat=group)
    for phone in (town.he, luo):
        await phone.sees_nothing_new()

    # the telephone, by name; only by those whose village it is
    for stranger in (gu, town.he, luo):
        card = newest(await stranger.view())
        for forged in ("reached:1", "silent:0", "phone:0", "unphone:1", "end:", "ended:"):
            assert "没有权限" in (await stranger.taps_data(f"q:1:{forged}:0", None, card))["text"], forged
    assert "没有叫您" in (await luo.taps_data("q:1:got:1:0", None, newest(await luo.view())))["text"]
    assert "没有这次" in (await luo.taps_data("q:77:got:1:0", None, newest(await luo.view())))["text"]
    assert "没有这次" in (await luo.taps_data("q:1:got:x9:0", None, newest(await luo.view())))["text"]
    reached = await chen.taps("☎️ 高滩村 电话已叫应", chat=group, message=late)
    assert "已记：高滩村" in reached["text"]
    assert "已由 陈建国 应答" in (await chen.taps("☎️ 高滩村 电话已叫应", chat=group, message=late))["text"]
    for phone in (town.he, town.li, zhong):
        await phone.sees("电话已叫应（陈建国 登记）", "收到")
    await board(town, "已应 2/4", "其中电话叫应 1")
    # a slip of the thumb is taken back, another village is the one; a late answer still counts
    await chen.taps("电话已叫应", chat=group)
    await chen.sees("电话打通", "密石村", "撤销 高滩村", chat=group)
    await chen.taps("撤销 高滩村", chat=group)
    await chen.sees("电话打通", "高滩村", chat=group)
    await chen.taps("背阴村", chat=group)
    await chen.sees("已记：背阴村 电话叫应", chat=group)
    await town.settled()
    await town.li.sees("叫应 · 高滩村")
    await town.li.taps("收到", message=li_card)
    await town.li.sees("您", "已应答", "已到岗")
    await town.he.sees("李秀英", "已应答。您也请点")
    await town.he.taps("收到", message=he_card)
    await zhong.sees("李秀英", "已应答")
    await town.he.sees("您", "已应答")
    await board(town, "已应 3/4", "未应：密石村")

    # who is silent, with numbers; the end, with the doors to knock at; and one more who answers afterwards
    await chen.taps("未应名单", chat=group)
    sheet = await chen.sees("未应 1 村", "黄伯 +8613800000005", chat=group)
    assert "何志强" not in sheet.text
    await chen.taps("结束叫应", chat=group)
    await chen.sees("还有 1 个村没有应答", chat=group)
    await chen.taps("确定结束叫应", chat=group)
    await chen.sees("叫应已结束", chat=group)
    await chen.sees("叫应记录", "已应 3/4", "上门名单：1 村", "密石村", "黄伯", chat=group)
    await board(town, "已结束（陈建国）")
    await huang.unblocks()
    assert "已记" in (await huang.taps_data("q:1:got:2:0", None, newest(await huang.view())))["text"]
    await board(town, "已应 4/4", "全部应答")
    assert "已经结束" in (await chen.taps_data("q:1:end::0", group, taken))["text"]
    verbs = await logged(town)
    assert verbs[0] == "published"
    assert verbs.count("called") >= 5
    assert {"answered", "arrived", "located", "people", "answered_by_phone", "phone_taken_back",
            "ended"} <= set(verbs)  # fmt: skip


def newest(view: Any) -> int:
    return int(view["messages"][-1]["message_id"])


async def red_alert_is_published(town: Town) -> None:
    """周敏 relays a red rainstorm for 派潭镇, 许静 approves it, 周敏 publishes it."""
    await as_far_as_preview(town.zhou)
    await town.zhou.taps("提交审批")
    await town.xu.sees("待审批", "第 1 号")
    await town.xu.taps("批准")
    await town.zhou.sees("许静", "请点", "发布")
    await town.zhou.taps("发布")


async def sheet_of(town: Town, sent: Message) -> list[list[str]]:
    assert sent.document is not None
    address = f"{town.night.base_url}/practice/files/{sent.document.file_id}"
    async with ClientSession() as session, session.get(address) as answer:
        book = load_workbook(io.BytesIO(await answer.read()))
    return [[str(cell or "") for cell in row] for row in book.active.iter_rows(values_only=True)]


async def test_a_red_alert_calls_every_village_asks_back_and_survives_a_restart(database_url: str) -> None:
    async with a_town(database_url, call_on_alert="red") as town:
        night, chen, group = town.night, town.chen, town.town
        huang = await night.enrolled("黄伯", "officer", MISHI, "A", phone="+8613800000005")
        await huang.blocks()
        await chen.sees("黄伯", "联系不上了", chat=group)
        async with night.database.transaction() as tx:  # as if nobody had heard of it
            person = await people.by_telegram(tx, huang.id)
            assert person is not None
            person.unreachable_since = None
        await red_alert_is_published(town)

        # the alert starts the round; a village without anybody is the town's at once, many in one message
        await town.zhou.sees("叫应 1", "暴雨红色预警", "已应 0/38")
        await chen.sees("叫应 1", "已应 0/38", chat=group)
        first = await chen.sees("个村叫不应", "没有登记的人", chat=group)
        # the script to be read aloud may have found out first that he has blocked the bot
        known_before = "37 个村叫不应" in first.text
        assert known_before or "36 个村叫不应" in first.text
        assert f"还有 {27 if known_before else 26} 个村" in first.text
        card = await town.he.sees("叫应 · 高滩村", "<b>山边</b>的人马上走", "你现在要做什么", "5 分钟")
        await town.settled()
        await town.forward(seconds=21)
        if not known_before:
            await chen.sees("1 个村叫不应", "密石村", "黄伯 +8613800000005（屏蔽了机器人）", chat=group)

        # the wrong answer: the right one is shown, and his time begins anew
        his = (await villages(town))[VILLAGE].id
        assert "选一个答案" in (await town.he.taps_data(f"q:1:got:{his}:0", None, card))["text"]
        await town.forward(minutes=3)
        assert "不对" in (await town.he.taps("在群里转发预警就可以"))["text"]
        await town.he.sees("不对。应该：", "马上转移山边、危房、低洼的人", "请再点一次")
        await town.forward(minutes=3)
        await town.settled()
        await town.li.sees_nothing_new()

        # the bot is down when his time is over and when he answers: nobody is called for nothing
        await night.stop()
        await town.forward(minutes=4)
        await town.he.taps("马上转移山边、危房、低洼的人", wait=0.1)
        await night.start()
        await town.he.sees("已应答", "到了村里的岗位", within=15)
        await town.forward(seconds=30)
        await town.settled()
        await town.li.sees_nothing_new()
        await chen.sees("叫应 1", "已应 1/38", chat=group, within=12)

        # the deadline: record and doors, the table with everybody's numbers
        await town.forward(minutes=50)
        await chen.sees("叫应记录", "已应 1/38", "上门名单：37 村", "派潭镇", chat=group, within=12)
        await town.zhou.sees("叫应记录", "上门名单：37 村")
        await town.settled()
        await town.zhou.taps("导出表格")
        told = await sheet_of(town, await town.zhou.sees("📊 叫应 1"))
        assert len(told) == 2 + 38
        rows = {row[1]: row for row in told[2:]}
        assert rows["高滩村"][3:5] == ["何志强", "按钮"]
        assert rows["密石村"][8:10] == ["黄伯 +8613800000005", "屏蔽了机器人"]
        verbs = await logged(town)
        assert verbs[0] == "published"
        assert {"answered_wrongly", "answered", "ended", "exported"} <= set(verbs)
        assert "没有权限" in (await town.he.taps_data("q:1:export::0", None, card))["text"]
        await town.forgets()

        # a drill says so, at the beginning and the end of every message
        await written(chen, "🟠 橙色", "高滩村", group)
        await chen.taps("标为演练", chat=group)
        assert is_marked((await chen.sees("预览", chat=group)).text)
        await chen.taps("修改", chat=group)
        await chen.sees("改哪一项", chat=group)
        await chen.taps("内容", chat=group)
        await chen.sees("原来写的", chat=group)
        asked = await chen.sees("回复这条消息", chat=group)
        await chen.sends("拉一遍排水泵", chat=group, reply_to=asked)
        await chen.sees("预览", "拉一遍排水泵", chat=group)
        await chen.taps("发布", chat=group)
        await chen.sees("已发出", chat=group)
        board_card = await chen.sees("叫应 2", "已应 0/1", chat=group)
        drill_card = await town.he.sees("叫应 · 高滩村", "拉一遍排水泵")
        assert is_marked(board_card.text)
        assert is_marked(drill_card.text)
        await town.he.taps("收到")
        assert is_marked((await town.he.sees("您", "已应答")).text)
        await town.forward(minutes=61)
        assert is_marked((await chen.sees("叫应记录", "已应 1/1", "全部应答", chat=group)).text)
        await town.forgets()


@pytest.mark.slow
async def test_killed_at_the_start_and_at_a_step_each_is_called_once(database_url: str) -> None:
    async with a_killable_night(database_url) as (night, process):
        he, chen, group = night.phones["何志强"], night.phones["陈值班"], night.town
        li = await night.world.add_person("李秀英")
        await li.start(BOT)
        await li.sees("前哨", within=30)
        async with night.database.transaction() as tx:
            row = await people.by_telegram(tx, li.id) or await people.add(tx, "李秀英", "zh-Hans", NOW, li.id)
            await people.give_post(tx, row.id, "officer", VILLAGE, "B", NOW)
        await written(chen, "🟠 橙色", "高滩村", group)
        await chen.taps("发布", chat=group, wait=0.05)
        await process.kill_and_start()
        card = await he.sees("叫应 · 高滩村", "收到", within=30)
        await night.forward(minutes=10)
        await process.kill_and_start()
        await li.sees("叫应 · 高滩村", "收到", within=30)
        await he.taps("收到", message=card)
        await he.sees("您", "已应答", within=30)
        await li.sees("何志强", "已应答。您也请点", within=30)
        async with night.database.transaction() as tx:
            number = await tx.session.scalar(select(CallRound.id))
            verbs = [line.verb for line, _ in await case_log.lines(tx, f"call:{number}")]
            query = select(OutboxRow.person_id).where(OutboxRow.key == "called", OutboxRow.edits.is_(None))
            called = list(await tx.session.scalars(query))
        assert verbs == ["published", "called", "called", "answered"]
        assert len(called) == len(set(called)) == 2
