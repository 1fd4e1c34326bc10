"""A drill in the making, for the drill stories: the duty room plans it in the group, two officers are invited."""

from __future__ import annotations

from typing import Any

from practice.phone import Phone
from tests.stories.town import Town

MARK = "【演练】"


async def plan(town: Town, who: Phone, chat: Any, *, when: str = "明天下午3点", where: str = "高滩村") -> None:
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
    await who.sees("核对", chat=chat)


async def published(town: Town, who: Phone | None = None, chat: Any = None, **how: str) -> None:
    """A drill that is on its way: the group (or the planner alone) has its card, the officers their invitation."""
    who, chat = who or town.chen, town.town if who is None else chat
    await plan(town, who, chat, **how)
    await who.taps("发布", chat=chat)
    await who.sees("已发布", chat=chat)
    await who.sees("演练 1", "未开始", chat=chat)


async def reads(phone: Phone, chat: Any = None) -> list[str]:
    """Everything that a bot says in this chat now."""
    view = await phone.view(chat)
    return [
        str(message["text"])
        for message in view["messages"]
        if message["from"].get("is_bot") and not message["deleted"] and message.get("text")
    ]


def is_marked(text: str) -> bool:
    return text.startswith(MARK) and text.endswith(MARK) and len(text) > 2 * len(MARK)
