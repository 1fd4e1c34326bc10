"""Buttons of a drill that is published: what officers answer, and what the organiser does with the card."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import drill_answers, drills
from bot.wording import drill_screens, drill_values
from bot.wording.duty_taps import DrillTap
from handlers.drill_desk import Desk, at_desk

router = Router(name="drill_card")
ORDER = 9

ANSWERS = ("can", "cannot", "sign")
DEEDS = ("start", "end", "cancel")


async def published(tap: CallbackQuery, callback_data: DrillTap) -> bool:
    return callback_data.drill > 0


@router.callback_query(DrillTap.filter(), published, at_desk)
async def tapped(tap: CallbackQuery, callback_data: DrillTap, desk: Desk) -> None:
    act = callback_data.act
    if act in ANSWERS:
        message_id = tap.message.message_id if tap.message else None
        how = await drill_answers.answer(desk.tx, desk.speaker, callback_data.drill, act, message_id, desk.now)
        _toast(desk, how, alert=how not in (*ANSWERS, "signed", "again"))
    elif act == "ask" and callback_data.value in DEEDS:
        await _confirm(callback_data.drill, callback_data.value, desk)
    elif act in (*DEEDS, "resend"):
        await _lead(callback_data.drill, act, desk)
    elif act == "keep":
        desk.replies.show(drill_screens.say(desk.language, "drill-kept"))
    else:
        _toast(desk, "stale")


def _toast(desk: Desk, how: str, alert: bool = False) -> None:
    """An officer hears in their own language, a group in its own."""
    desk.replies.answer_tap(drill_screens.note(desk.language, f"drill-tap-{how.replace('_', '-')}"), alert)


def _refused(desk: Desk, refusal: str, state: str | None) -> None:
    ended = {"ended": "over", "cancelled": "cancelled"}.get(state or "", "not_now")
    _toast(desk, ended if refusal == "over" else refusal, alert=True)


async def _confirm(drill_id: int, deed: str, desk: Desk) -> None:
    drill, refusal = await drills.leadable(desk.tx, desk.speaker, desk.group, drill_id, deed)
    if drill is None or refusal:
        _refused(desk, refusal or "gone", drill.state if drill else None)
        return
    name = drill_values.drill_name(drill.name, drill.scenario, desk.language)
    desk.replies.send(drill_screens.confirm(desk.language, drill_id, deed, name))


async def _lead(drill_id: int, deed: str, desk: Desk) -> None:
    """The second tap: the right and the state are looked at once more."""
    drill, refusal = await drills.lead(desk.tx, desk.speaker, desk.group, drill_id, deed, desk.now)
    if drill is None or refusal:
        _refused(desk, refusal or "gone", drill.state if drill else None)
    elif deed == "resend":
        _toast(desk, "resent")
    else:
        desk.replies.show(drill_screens.say(desk.language, f"drill-{deed}-done"))
