"""每日汇总 on the card of one's subscriptions: below which level, and at what hour."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import subscriptions
from bot.wording import digest_screens, screens, subscribe_screens
from bot.wording.alert_taps import DigestTap
from handlers.visit import Visit

router = Router(name="digest")
ORDER = 33


@router.callback_query(DigestTap.filter())
async def tapped(tap: CallbackQuery, callback_data: DigestTap, visit: Visit) -> None:
    wishes = await subscriptions.wishes_of(visit.tx, visit.speaker)
    if not visit.speaker.private:
        visit.replies.answer_tap(screens.note(visit.language, "subscribe-preview"))
    elif not wishes.areas:
        visit.replies.show(subscribe_screens.card(wishes, visit.language))
    elif not await _chosen(callback_data, wishes, visit):
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
    else:
        after = (await subscriptions.wishes_of(visit.tx, visit.speaker)).digest
        worded = digest_screens.page(after, visit.language)
        (visit.replies.send if callback_data.act == "page" else visit.replies.show)(worded)


async def _chosen(tap: DigestTap, wishes: subscriptions.Wishes, visit: Visit) -> bool:
    value = tap.value
    match tap.act:
        case "page":
            return True
        case "below":
            return await subscriptions.digest(visit.tx, visit.speaker, None if value == "off" else value, None)
        case "at" if wishes.digest is not None:
            hour = f"{value[:2]}:{value[2:]}"
            return await subscriptions.digest(visit.tx, visit.speaker, wishes.digest[0], hour)
        case _:
            return False
