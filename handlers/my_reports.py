"""/cases and 我的报告: each sees what is theirs to see. Asked before the forms, which would take it for an answer."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.actions import Transaction, cases
from bot.actions.people import GroupPlace
from bot.rules.roles import areas_of
from bot.rules.speaker import Speaker
from bot.wording import case_lists, screens
from bot.world import World
from handlers.listens_for import label, private
from handlers.replies import Replies

router = Router(name="my_reports")
ORDER = 12


@router.message(Command("cases"))
@router.message(private, label("button-my-reports"))
async def my_reports(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """An officer's own; in a duty group, or for duty roles, those of the area."""
    if group is None and not speaker.private:
        replies.send(screens.say(language, "start-in-group"))
        return
    if speaker.private and not (speaker.officer or speaker.admin or areas_of(speaker, "see_cases")):
        replies.send(screens.say(language, "cases-not-yours"))
        return
    found = await cases.for_speaker(tx, speaker, group)
    worded = case_lists.case_list(found, language, world.settings.zone, now)
    replies.send(worded, keyboard=screens.home_keyboard(speaker) if speaker.private else None)
