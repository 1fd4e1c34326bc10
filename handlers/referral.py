"""转办: the menu of functions under a card, and words for whoever has no account here."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import referrals
from bot.actions.answer_case import Answer
from bot.wording import screens
from bot.wording.case_taps import ReferTap
from handlers.duty_card import REFERRING, ask_in_words, refer_screen, toast
from handlers.visit import Visit

router = Router(name="referral")
ORDER = 24


@router.callback_query(ReferTap.filter())
async def tapped(tap: CallbackQuery, callback_data: ReferTap, visit: Visit) -> None:
    case, act = callback_data.report, callback_data.act
    shown = tap.message.message_id if tap.message else None
    if act == "close":
        if shown is not None:
            await referrals.menu_left(visit.tx, visit.speaker, shown)
        visit.replies.show(screens.say(visit.here, "menu-closed"))
    elif act == "to":
        await _to(visit, case, callback_data.value, shown)
    elif act in ("menu", "more", "typed"):
        await _menu(visit, case, act, shown)
    else:
        visit.replies.answer_tap(screens.note(visit.here, "tap-not-understood"))


async def _menu(visit: Visit, case: int, act: str, shown: int | None) -> None:
    found = await referrals.look(visit.tx, visit.speaker, visit.group, case)
    if found.report is None or found.refusal:
        toast(visit, Answer(found.report, found.refusal), "")
    elif act == "typed" and found.waiting is None:
        await ask_in_words(visit, case, shown, "refer", REFERRING)
    else:
        await _shows(visit, found, shown, more=act == "more")


async def _to(visit: Visit, case: int, function: str, shown: int | None) -> None:
    """Asked of the function; where nobody of theirs is here, to whom it went is typed."""
    report, refusal = await referrals.refer_to(
        visit.tx, visit.world, visit.speaker, visit.group, case, function, visit.now
    )
    if refusal == "nobody":
        visit.replies.answer_tap(screens.note(visit.here, "request-nobody"), alert=True)
        await ask_in_words(visit, case, shown, "refer", REFERRING)
        return
    toast(visit, Answer(report, refusal), "referral-asked")
    found = await referrals.look(visit.tx, visit.speaker, visit.group, case)
    if found.report is not None and found.waiting is not None:
        await _shows(visit, found, shown)


async def _shows(visit: Visit, found: referrals.Choices, shown: int | None, *, more: bool = False) -> None:
    """In place of the menu that was tapped."""
    if shown is not None:
        await referrals.menu_left(visit.tx, visit.speaker, shown)
        await referrals.menu_shown(visit.tx, visit.speaker, visit.here, found, shown, visit.now)
    visit.replies.show(refer_screen(visit, found, more=more))
