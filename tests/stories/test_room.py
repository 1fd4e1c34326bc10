"""The room of a case: a forum group's topic, and what is said in it."""

from __future__ import annotations

import io
from typing import Any

from aiohttp import ClientSession
from docx import Document
from openpyxl import Workbook, load_workbook

from bot.actions.inspect import read_roster
from bot.delivery.rights import without_topics
from bot.startup_checks import look_at_roster
from practice.phone import Group, Phone, until_true
from storage import case_log, groups
from tests.stories.nights import TOKEN, TOWN
from tests.stories.town import Town

ME = int(TOKEN.split(":")[0])


async def the_room_becomes_a_forum(town: Town, promoted: bool = True) -> Group:
    """派潭镇's duty room with topics: cards go to 接警, where it is bound."""
    forum = await town.night.world.add_group(
        "派潭镇值班论坛", town.chen, [town.chen, town.wang], bots=[ME], is_forum=True
    )
    await town.chen.sees("/bind", chat=forum)
    thread = await town.night.world.add_topic(forum, "接警")
    if promoted:
        await town.night.world.member(forum, town.chen, ME, "promote")
    async with town.night.database.transaction() as tx:
        now = town.night.app.clock.now()
        await groups.lose(tx, town.town.id, "removed_from_group", now)
        await groups.bind(tx, forum.id, "派潭镇值班论坛", "town", TOWN, thread, "zh-Hans", now, None)
    await town.chen.sends("/duty", chat=forum, thread=thread)  # the bot sees that the group has topics
    await town.chen.sees("值班", chat=forum)
    return forum


async def topics_of(phone: Phone, forum: Group) -> dict[str, Any]:
    return {topic["name"]: topic for topic in (await phone.view(forum))["topics"]}


async def verbs(town: Town, report: int) -> list[tuple[str, Any]]:
    async with town.night.database.transaction() as tx:
        return [
            (line.verb, detail.words if detail else None)
            for line, detail in await case_log.lines(tx, f"report:{report}")
        ]


async def test_a_night_in_a_forum(town: Town) -> None:
    """A P0 has its topic, talk there is on the timeline and stays in the room, the topic closes with the case."""
    forum = await the_room_becomes_a_forum(town)
    he, chen, wang = town.he, town.chen, town.wang
    await he.sends("高滩村口滑坡，有2人被埋，快来")
    await he.sees("已上报，编号")
    card = await chen.sees("P0", "滑坡", "接报", chat=forum)
    [report] = await town.reports()
    name = f"{report.number} 滑坡 高滩村"
    topic = (await topics_of(chen, forum))[name]
    thread = topic["message_thread_id"]
    assert card.message_thread_id == thread
    notice = await chen.sees(report.number, "已开专题", chat=forum)
    assert notice.message_thread_id == forum.topics["接警"]
    assert f"/{thread}" in notice.entities[-1].url

    # whatever is said in the topic is a note, without a word of answer after the first
    await he.forgets()
    said = await chen.sends("消防已经出车，大概十分钟", chat=forum, thread=thread)
    await chen.sees("已记入", "追问", chat=forum)
    await chen.sends_photo("路口照片", chat=forum, thread=thread)
    await chen.sends_voice(chat=forum, thread=thread)
    await chen.sends_location(23.6, 113.8, chat=forum, reply_to=card)
    await chen.sends_sticker(chat=forum)
    await chen.sends("今天谁去买水？", chat=forum, thread=forum.topics["接警"])
    await chen.edits(said, "消防已经出车，大概二十分钟", chat=forum)
    await wang.sends("我在路上", chat=forum, reply_to=said)
    await wang.sees("已记入", chat=forum)

    async def all_noted() -> bool:
        return len([verb for verb, _ in await verbs(town, report.id) if verb.startswith("note")]) == 6

    await until_true(all_noted)
    await town.settled()
    notes = [words for verb, words in await verbs(town, report.id) if verb in ("noted", "note_edited")]
    assert [sorted(words) for words in notes if words] == [
        ["message", "text"], ["file", "message", "text"], ["file", "message", "text"], ["message", "pin", "text"],
        ["message", "text"], ["message", "text"],
    ]  # fmt: skip
    shown = await chen.view(forum)
    marked = {message["message_id"]: message.get("reactions") for message in shown["messages"]}
    assert marked[said.message_id] == [{"type": "emoji", "emoji": "✍"}]
    await he.sees_nothing_new()

    # 续报 in the topic is a version, by whoever may write one; of somebody else it is talk like any other
    await he.forgets()
    await chen.sends("续报：伤者一人已送医", chat=forum, thread=thread)
    await chen.sees("补充已记", chat=forum)
    await he.sees("值班员 陈建国 记了补充")
    guest = await town.night.world.add_person("来帮忙的人")
    await town.night.world.call("POST", f"/groups/{forum.id}/members", {"by": chen.id, "who": guest.id, "do": "add"})
    await guest.sends("更正一下，水是昨天买的", chat=forum, thread=thread)
    await guest.sees("已记入", chat=forum)
    await town.settled()
    await he.sees_nothing_new()
    await town.forgets()

    # a step of the ladder comes into the topic as well; the answer to a question too
    await town.forward(minutes=3, seconds=1)
    again = await chen.sees("无人接报", report.number, chat=forum)
    assert again.message_thread_id == thread
    await chen.taps("追问", chat=forum, message=card)
    asked = await chen.sees("请回复这条消息", chat=forum)
    assert asked.message_thread_id == thread
    await chen.sends("人在哪一侧？", chat=forum, reply_to=asked, thread=thread)
    question = await he.sees("人在哪一侧？")
    await he.sends("东侧", reply_to=question)
    answer = await chen.sees("东侧", chat=forum)
    assert answer.message_thread_id == thread
    await chen.taps("接报", chat=forum, message=card)
    await town.settled()
    assert not (await topics_of(chen, forum))[name]["closed"]
    await town.forgets()

    # the whole case as a file, into its topic; not for just anybody
    await chen.sends("=1+1 台车", chat=forum, thread=thread)
    await chen.taps("更多处置", chat=forum, message=card)
    await chen.sees("要做什么", chat=forum)
    await chen.taps("导出", chat=forum)
    await chen.sees("要哪一种", chat=forum)
    await chen.taps("Word", chat=forum)
    sent = await chen.sees("打印号", "陈建国", chat=forum)
    assert (sent.message_thread_id, sent.document.file_name) == (thread, f"{report.number}-经过.docx")
    told = await the_document(town, sent.document.file_id)
    for words in (
        "打印人 陈建国", "案件经过", "首报", "有2人被埋", "大概十分钟", "改了上面的话：消防已经出车，大概二十分钟",
        "路口照片", "我在路上", "人在哪一侧？", "东侧", "陈建国 接报", "派潭镇值班论坛", "SHA-256", "（值班室）",
        "=1+1 台车",
    ):  # fmt: skip
        assert words in told, words
    assert "【演练】" not in told
    await chen.taps("Excel", chat=forum)
    sent = await chen.sees("打印号", chat=forum)
    sheets = await the_workbook(town, sent.document.file_id)
    assert sheets.sheetnames == ["概况", "经过", "报告各版", "呼叫", "追问和回答", "证据"]
    [cell] = [cell for row in sheets["经过"].iter_rows() for cell in row if "1+1" in str(cell.value)]
    assert cell.data_type == "s"
    hashes = [str(row[6].value) for row in sheets["证据"].iter_rows(min_row=3)]
    assert [len(each) for each in hashes] == [64, 64], "the photo and the voice of the duty room"
    await chen.taps("Excel", chat=forum)
    assert "刚才已经生成" in chen.toasts[-1] or "马上" in chen.toasts[-1], "once a minute of the clock"
    for data in ("ex:1:word", "ex:1:menu", "ex:99:word"):
        refused = await town.li.taps_data(data, None, (await town.li.view())["messages"][-1]["message_id"])
        assert refused["text"], data
    await town.forgets()

    # an ordinary case has no topic of its own
    await town.li.sends("村道积水，没有人受伤")
    await town.li.sees("编号")
    small = await chen.sees("P2", "接报", chat=forum)
    assert small.message_thread_id == forum.topics["接警"]
    await town.forgets()

    # closed with the case, opened again with it
    await chen.taps("办结", chat=forum, message=card)
    await chen.sends("人都救出来了", chat=forum, reply_to=await chen.sees("为什么办结", chat=forum))
    await until_true(lambda: closed(chen, forum, name, True))
    await town.forward(hours=50)
    await town.forgets()
    await he.sends("滑坡那单，重伤那个今早在医院去世了")
    await he.sees("补报已记")
    await until_true(lambda: closed(chen, forum, name, False))
    late = await chen.sees("补报", "死亡", chat=forum)
    assert late.message_thread_id == thread
    await town.forgets()

    # somebody deletes the topic: the next word about the case comes where the group is bound, and so does the card
    await town.night.app.bot.delete_forum_topic(forum.id, thread)
    await town.forward(minutes=5, seconds=1)
    again = await chen.sees("无人接报", report.number, chat=forum)
    assert again.message_thread_id == forum.topics["接警"]
    await chen.taps("接报", chat=forum, message=again)
    await town.settled()
    await town.forgets()


async def the_file(town: Town, file_id: str) -> io.BytesIO:
    address = f"{town.night.base_url}/practice/files/{file_id}"
    async with ClientSession() as session, session.get(address) as answer:
        return io.BytesIO(await answer.read())


async def the_document(town: Town, file_id: str) -> str:
    """Every word of a Word file, its tables too."""
    document = Document(await the_file(town, file_id))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def the_workbook(town: Town, file_id: str) -> Workbook:
    return load_workbook(await the_file(town, file_id))


async def closed(phone: Phone, forum: Group, name: str, wanted: bool) -> bool:
    return bool((await topics_of(phone, forum))[name]["closed"]) is wanted


async def test_a_card_never_waits_for_its_topic(town: Town) -> None:
    """Without the right, with Telegram busy, killed in between: the card is there at once, and a topic when it can."""
    forum = await the_room_becomes_a_forum(town, promoted=False)
    chen, bound = town.chen, forum.topics["接警"]
    await town.reports_emergency(town.he)
    card = await chen.sees("P0", chat=forum)
    assert card.message_thread_id == bound
    [first] = await town.reports()
    async with town.night.database.transaction() as tx:
        [said] = [look for look in look_at_roster(await read_roster(tx)) if "topics of their own" in look.what]
    assert (said.ok, "派潭镇值班论坛" in said.what) == (False, True)
    assert await without_topics(town.night.app.bot, [(forum.id, "论坛"), (town.district.id, "区")]) == ["论坛"]
    asked = len(await town.night.world.calls("createForumTopic"))
    assert asked == 1
    # a reply outside of a topic is a note; other talk is not
    await town.settled()
    await chen.sends("已通知消防", chat=forum, reply_to=card)
    await chen.sees("已记入", chat=forum)
    await chen.sends("吃饭了吗", chat=forum, thread=bound)
    await town.forward(minutes=3, seconds=1)
    await chen.sees("无人接报", chat=forum)
    assert len(await town.night.world.calls("createForumTopic")) == asked, "asked once an hour, not at every step"

    # promoted: the next step of the climb makes the topic; Telegram is busy, and nobody waits for it
    await town.night.world.member(forum, chen, ME, "promote")
    assert await without_topics(town.night.app.bot, [(forum.id, "论坛")]) == []
    await town.forward(minutes=3, seconds=1)
    await town.settled()
    await town.night.world.break_next("createForumTopic", kind="429", retry_after=30)
    await town.forward(minutes=5, seconds=1)
    again = await chen.sees("无人接报", chat=forum)
    assert again.message_thread_id == bound
    await town.forward(minutes=5, seconds=1)
    again = await chen.sees("无人接报", chat=forum)
    [topic] = [each for name, each in (await topics_of(chen, forum)).items() if first.number in name]
    assert again.message_thread_id == topic["message_thread_id"]
    await chen.sees(first.number, "已开专题", chat=forum)
    await chen.taps("接报", chat=forum, message=again)
    await town.forgets()

    # the answer is lost after the topic was made: a spare empty one stays, the card is there at once
    await town.night.world.break_next("createForumTopic", kind="drop_after")
    await town.reports_emergency(town.li)
    [_, second] = await town.reports()
    card = await chen.sees("P0", second.number, chat=forum)
    assert card.message_thread_id == bound
    await town.settled()
    await town.forgets()

    # killed while it waits for the topic: the card comes once, into the topic that is made then
    await town.night.world.break_next("createForumTopic", kind="hang")
    tried = len(await town.night.world.calls("createForumTopic"))
    await town.begins_emergency(town.he, "房屋(厂房、出租屋)火灾")
    await town.he.taps("有")
    await until_true(lambda: was_tried(town, tried))
    await town.night.restart()
    card = await chen.sees("P0", "房屋", chat=forum, within=20)
    [*_, third] = await town.reports()
    [topic] = [each for name, each in (await topics_of(chen, forum)).items() if third.number in name]
    assert card.message_thread_id == topic["message_thread_id"]
    await town.settled()
    sent = [words for words in await chen.screen(forum) if f"P0 事件 {third.number}" in words]
    assert len(sent) == 1
    await town.forgets()


async def was_tried(town: Town, before: int) -> bool:
    return len(await town.night.world.calls("createForumTopic")) > before
