"""In the duty room: a reply to a case's card that begins with 续报, 更正, 终报 or 核报 is a version of the report."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, answer_case, duty_versions
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import case_facts, duty_screens, screens
from handlers.visit import Visit

router = Router(name="duty_versions")
ORDER = 23


async def adds_to_a_case(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    if message.reply_to_message is None or not message.text or (speaker.officer and speaker.private):
        return False
    if duty_versions.begins(message.text) is None:
        return False
    about = await answer_case.report_replied_to(tx, message.chat.id, message.reply_to_message.message_id)
    return {"about": about} if about is not None else False


@router.message(adds_to_a_case)
async def version(message: Message, about: int, visit: Visit, group: GroupPlace | None) -> None:
    language = visit.language if visit.speaker.private else group.language if group else visit.language
    text = message.text or ""
    answer, recorded = await duty_versions.add(visit.tx, visit.world, visit.speaker, group, about, text, visit.now)
    if recorded is None or answer.report is None:
        if answer.refusal == "natural_only":
            visit.replies.send(screens.say(language, "verified-natural-only"), reply_to=message.message_id)
            return
        refused = duty_screens.settled(answer.report, answer.refusal, "", language)
        visit.replies.send(refused, reply_to=message.message_id)
        return
    name = case_facts.version_name(recorded.version.kind, recorded.version.ordinal, language)
    done = screens.say(language, "version-added", number=answer.report.number, version=name)
    visit.replies.send(done, reply_to=message.message_id)
