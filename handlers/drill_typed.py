"""What is typed while a drill is being planned."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import Message

from bot.actions import talks
from bot.rules.drill_plan import Plan, back
from bot.rules.drill_steps import tapped, typed
from bot.rules.question import Fault
from bot.wording import drill_screens, screens
from handlers.drill_desk import PLAN, Desk, at_desk
from handlers.listens_for import in_talk, to_the_bot

router = Router(name="drill_typed")
ORDER = 30  # after commands and the buttons under an officer's thumb


@router.message(in_talk(PLAN), to_the_bot, at_desk)
async def said(message: Message, desk: Desk) -> None:
    plan = desk.plan
    assert plan is not None, "the filter looked"
    reply_to = None if desk.speaker.private else message.message_id
    way = screens.way_out(message.text) if message.text else None
    if way == "cancel":
        await talks.close_talk(desk.tx, desk.speaker, desk.now)
        desk.replies.send(drill_screens.say(desk.language, "drill-dropped"), reply_to)
        return
    result = _answer(plan, message.text, way, desk)
    if isinstance(result, Fault):
        await desk.show(plan, desk.speaker.talk.revision, fresh=True, fault=result, reply_to=reply_to)
        return
    await desk.carry_on(result, fresh=True, reply_to=reply_to)


def _answer(plan: Plan, text: str | None, way: str | None, desk: Desk) -> Plan | Fault:
    if not text:
        return Fault("drill-fault-text")
    if way == "back":
        return back(plan)
    if way == "skip":
        skipped = tapped(plan, "skip", "", desk.facts)
        return Fault("drill-fault-button") if isinstance(skipped, Fault) else skipped
    return typed(plan, text, desk.facts)
