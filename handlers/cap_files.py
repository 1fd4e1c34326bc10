"""A CAP message handed in by duty staff: an .xml file, or an address on the list after /alert. It becomes a draft."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, alerts, cap_imports
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import screens
from bot.wording.alert_taps import CapTap
from bot.world import World
from handlers.alert_drafting import Drafting
from handlers.listens_for import to_the_bot
from handlers.replies import Replies

router = Router(name="cap_files")
ORDER = 29


async def an_xml_file(message: Message) -> bool:
    document = message.document
    return document is not None and (document.file_name or "").lower().endswith((".xml", ".cap"))


async def may_draft(message: Message, speaker: Speaker, group: GroupPlace | None, tx: Transaction) -> bool:
    """Anybody else's file is what it always was."""
    return bool(await alerts.may_draft(tx, speaker, group))


@router.message(an_xml_file, to_the_bot, may_draft)
async def handed_in(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    replies: Replies,
) -> None:  # fmt: skip
    assert message.document is not None
    await cap_imports.hand_in(tx, speaker, group, language, now, file_id=message.document.file_id)
    replies.send(screens.say(language, "cap-fetching"), reply_to=message.message_id)


@router.callback_query(CapTap.filter())
async def look(
    tap: CallbackQuery, callback_data: CapTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """看草稿: what the message says, as a draft to be looked at and handed in."""
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    draft = await cap_imports.draft_of(tx, speaker, callback_data.number)
    if draft is None or not await drafting.rights():
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    known = await cap_imports.known_already(tx, draft)
    if known is not None:
        replies.answer_tap(screens.note(language, "cap-known", number=str(known)), alert=True)
        return
    drafting.apart = True
    await drafting.to(draft)
