"""A drill in the making, for the drill stories: the duty room plans it in the group, two officers are invited."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from telegram import Message

from practice.phone import Phone
from storage import case_log, drills
from storage.tables import Drill
from tests.stories.town import Town

MARK = "【演练】"


async def plan(who: Phone, chat: Any, *, when: str = "明天下午3点", where: str = "高滩村") -> Message:
    """Up to the summary: 防汛转移, 实战, one village, no gathering place, an hour."""
    await who.sends("/drill", chat=chat)
    await who.sees("演练什么", chat=chat)
    await who.taps("防汛转移", chat=chat)
    await who.sees("什么形式", chat=chat)
    await who.taps("实战", chat=chat)
    asked = await who.sees("哪些地方参加", chat=chat)
    await who.sends(where, chat=chat, reply_to=asked)
    await who.sees("已选", chat=chat)
    await who.taps("完成", chat=chat)
    await who.sees("在哪里集合", chat=chat)
    await who.taps("跳过", chat=chat)
    asked = await who.sees("什么时候开始", chat=chat)
    await who.sends(when, chat=chat, reply_to=asked)
    await who.sees("多长时间", chat=chat)
    await who.taps("1 小时", chat=chat)
    return await who.sees("核对", chat=chat)


async def published(town: Town, **how: str) -> Message:
    """A drill that the duty room has published: its card. The officers' invitations are not looked at yet."""
    await plan(town.chen, town.town, **how)
    await town.chen.taps("发布", chat=town.town)
    await town.chen.sees("已发布", chat=town.town)
    return await town.chen.sees("演练 1", "未开始", chat=town.town)


async def invited(town: Town) -> None:
    """The same, and both officers have read their invitation."""
    await published(town)
    for officer in (town.he, town.li):
        await officer.sees("邀请您参加演练")


async def card_shows(town: Town, *fragments: str) -> Message:
    """The organiser's card after its pause, which the clock is moved over."""
    await town.settled()
    await town.forward(seconds=7)
    return await town.chen.sees("演练 1", *fragments, chat=town.town)


async def drill_now(town: Town, number: int = 1) -> Drill:
    async with town.night.database.transaction() as tx:
        drill = await drills.locked(tx, number)
        assert drill is not None
        return drill


async def forward_to(town: Town, moment: datetime, minutes: float = 0) -> None:
    """To a second after so many minutes from `moment`."""
    assert town.night.app is not None
    left = moment + timedelta(minutes=minutes, seconds=1) - town.night.app.clock.now()
    await town.forward(seconds=left.total_seconds())
    await town.settled()


async def logged(town: Town, number: int = 1) -> list[str]:
    async with town.night.database.transaction() as tx:
        return [line.verb for line, _ in await case_log.lines(tx, f"drill:{number}")]


async def said_since(phone: Phone, first: Message, chat: Any = None) -> list[str]:
    """Everything that bots say in this chat from this message on, as it stands now."""
    view = await phone.view(chat)
    return [
        str(message["text"])
        for message in view["messages"]
        if message["from"].get("is_bot") and not message["deleted"] and message["message_id"] >= first.message_id
    ]


def is_marked(text: str) -> bool:
    return text.startswith(MARK) and text.endswith(MARK) and len(text) > 2 * len(MARK)
