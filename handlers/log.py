"""/log, in private: what was done, by whom and when; whether the chain is whole; as a table. Rights at every tap."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import log_reading
from bot.wording import log_screens, screens
from bot.wording.case_taps import LogTap
from handlers.listens_for import in_group, private
from handlers.visit import Visit

router = Router(name="log")
ORDER = 12

NOTES = {"no_right": "log-not-yours", "made": "text-made-already"}


@router.message(Command("log"), private)
async def log(message: Message, command: CommandObject, visit: Visit) -> None:
    page = await log_reading.read(visit.tx, visit.world, visit.speaker, command.args or "", 0, visit.now)
    if page is None:
        visit.replies.send(screens.say(visit.language, "log-not-yours"))
        return
    visit.replies.send(log_screens.log_page(page, visit.language, visit.world.settings.zone, visit.now))


@router.message(Command("log"), in_group)
async def log_in_group(message: Message, visit: Visit, language: str) -> None:
    visit.replies.send(screens.say(language, "log-in-private"), reply_to=message.message_id)


@router.callback_query(LogTap.filter())
async def tapped(tap: CallbackQuery, callback_data: LogTap, visit: Visit) -> None:
    """From page to page, or out as a table."""
    language, replies, query = visit.language, visit.replies, callback_data.query
    if callback_data.act == "x":
        refusal = await log_reading.export(visit.tx, visit.world, visit.speaker, query, visit.now)
        replies.answer_tap(screens.note(language, NOTES[refusal] if refusal else "log-coming"), alert=bool(refusal))
        return
    if callback_data.act != "p":
        replies.answer_tap(screens.note(language, "tap-not-understood"))
        return
    page = await log_reading.read(visit.tx, visit.world, visit.speaker, query, callback_data.page, visit.now)
    if page is None:
        replies.answer_tap(screens.note(language, "log-not-yours"), alert=True)
        return
    replies.show(log_screens.log_page(page, language, visit.world.settings.zone, visit.now))
