"""In the duty room: a reply to a case's card, or a word in its topic, that begins with 续报, 更正, 终报 or 核报 is a
version of the report."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message

from bot.actions import Transaction, answer_case, case_rooms, duty_versions
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import case_facts, duty_screens, screens
from handlers.listens_for import topic_of
from handlers.visit import Visit

router = Router(name="duty_versions")
ORDER = 23


async def adds_to_a_case(message: Message, speaker: Speaker, tx: Transaction) -> bool | dict[str, Any]:
    if not message.text or (speaker.officer and speaker.private) or duty_versions.begins(message.text) is None:
        return False
    replied = message.reply_to_message.message_id if message.reply_to_message else None
    direct = await answer_case.report_replied_to(tx, message.chat.id, replied)
    about = direct or await case_rooms.case_of_topic(tx, message.chat.id, topic_of(message))
    return {"about": about, "direct": direct is not None} if about is not None else False


@router.message(adds_to_a_case)
async def version(message: Message, about: int, direct: bool, visit: Visit, group: GroupPlace | None) -> None:
    language = visit.language if visit.speaker.private else group.language if group else visit.language
    text = message.text or ""
    answer, recorded = await duty_versions.add(visit.tx, visit.world, visit.speaker, group, about, text, visit.now)
    if answer.refusal == "no_right" and not direct:
        raise SkipHandler  # talk in the topic, by somebody who writes no versions: a note like any other
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
