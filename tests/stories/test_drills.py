"""A drill from /drill to its record, over real HTTP: invited, reminded, signed in, ended."""

from __future__ import annotations

from sqlalchemy import select

from storage import case_log, drills
from storage.tables import OutboxRow
from tests.stories.drill_cast import is_marked, published, reads
from tests.stories.town import Town


async def test_a_drill_from_the_plan_to_its_record(town: Town) -> None:
    he, li, chen, room = town.he, town.li, town.chen, town.town
    await town.forgets()
    await published(town)
    for officer in (he, li):
        invitation = await officer.sees("陈建国 邀请您参加演练", "防汛转移", "派潭" if False else "高滩村")
        assert is_marked(invitation.text)
    told = await he.taps("能参加")
    assert "您能参加" in told["text"]
    await he.sees("您答了：能参加")
    await li.taps("不能参加")
    await li.sees("您答了：不能参加")
    await chen.sees("能参加 1，不能 1，未答 0", chat=room, within=12)
    # minds may change
    await li.taps("能参加")
    await li.sees("您答了：能参加")
    await chen.sees("能参加 2，不能 0，未答 0", chat=room, within=12)
    await town.settled()
    start = await _starts_at(town)
    await _forward_to(town, start, minutes=-60)
    for officer in (he, li):
        await officer.sees("演练还有", "开始", "防汛转移")
    await _forward_to(town, start, minutes=0)
    for officer in (he, li):
        await officer.sees("演练开始了，请签到")
    await chen.sees("进行中", "签到 0/2", "高滩村", chat=room, within=12)
    signed = await he.taps("签到")
    assert "签到成功" in signed["text"]
    await he.sees("签到", "您已于")
    card = await chen.sees("签到 1/2", chat=room, within=12)
    assert "没有人签到" not in card.text
    await _forward_to(town, start, minutes=60)
    await he.sees("谢谢您参加")
    await li.sees("结束了，谢谢。")
    record = await chen.sees("演练 1 记录", "签到 1/2", chat=room)
    assert "邀请 2 人：能参加 2，不能 0，未答 0" in record.text
    listed = await chen.sees("签到名单 1/1", "何志强", chat=room)
    assert "高滩村" in listed.text
    await chen.sees("演练 1", "结束", chat=room, within=12)
    late = await li.taps("签到")
    assert "已经结束了" in late["text"]
    for phone, chat in ((he, None), (li, None), (chen, room)):
        texts = [text for text in await reads(phone, chat) if "前哨" not in text and "/bind" not in text and "登记" not in text]
        assert [text for text in texts if not is_marked(text) and "信息员" not in text[:40]] == []
    async with town.night.database.transaction() as tx:
        verbs = [line.verb for line, _ in await case_log.lines(tx, "drill:1")]
    assert verbs[0] == "published"
    assert verbs.count("answered") == 3
    assert verbs[-4:] == ["reminded", "started", "signed_in", "ended"]


async def _starts_at(town: Town):
    async with town.night.database.transaction() as tx:
        drill = await drills.locked(tx, 1)
        assert drill is not None
        return drill.starts_at


async def _forward_to(town: Town, start, minutes: float) -> None:
    from datetime import timedelta

    assert town.night.app is not None
    left = start + timedelta(minutes=minutes) - town.night.app.clock.now()
    await town.forward(seconds=left.total_seconds() + 1)
    await town.settled()


async def _rows(town: Town) -> list[OutboxRow]:
    async with town.night.database.transaction() as tx:
        return list(await tx.session.scalars(select(OutboxRow)))
