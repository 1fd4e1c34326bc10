"""无变化, 已控制, 有变化: the answers to "any news?", by the officer in private or, for 已控制, by the duty room."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import follow_ups
from bot.actions.people import GroupPlace
from bot.wording import duty_screens, follow_up_screens, screens
from bot.wording.case_taps import DeskTap
from handlers.visit import Visit

router = Router(name="follow_up")
ORDER = 24

ACTS = ("no_change", "controlled", "not_controlled", "tell_more")


async def of_a_follow_up(tap: CallbackQuery, callback_data: DeskTap) -> bool:
    return callback_data.act in ACTS


@router.callback_query(DeskTap.filter(), of_a_follow_up)
async def answered(
    tap: CallbackQuery, callback_data: DeskTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    tx, world, speaker, now = visit.tx, visit.world, visit.speaker, visit.now
    case, act, replies = callback_data.report, callback_data.act, visit.replies
    if act == "tell_more":
        report, refusal = await follow_ups.tell_more(tx, speaker, case, now)
        row = None
    elif act == "no_change":
        report, row, refusal = await follow_ups.nothing_new(tx, world, speaker, case, now)
    else:
        controlled = act == "controlled"
        report, row, refusal = await follow_ups.control(tx, world, speaker, group, case, now, controlled)
    if report is None or refusal:
        replies.answer_tap(duty_screens.tap_answer(report, refusal or "gone", "", language), alert=True)
    elif act == "tell_more":
        replies.send(screens.say(language, "tell-more", number=report.number))
    else:
        due = row.due_at if row else None
        replies.show(follow_up_screens.noted(act, report, due, language, world.settings.zone, now))
