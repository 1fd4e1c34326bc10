"""/cases and 我的报告: each finds and opens what is theirs to see. Asked before the forms, which would take it for an
answer."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, find_cases
from bot.actions.people import GroupPlace
from bot.report_types import load_hazard_types
from bot.rules.case_query import CaseQuery, read_query
from bot.rules.speaker import Speaker
from bot.wording import case_finding, case_timeline, screens
from bot.wording.case_taps import CasesTap
from bot.wording.worded import Worded
from bot.world import World
from handlers.listens_for import label, private
from handlers.replies import Replies

router = Router(name="my_reports")
ORDER = 12


@router.message(Command("cases"))
@router.message(private, label("button-my-reports"))
async def my_reports(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies, command: CommandObject | None = None,
) -> None:  # fmt: skip
    """An officer's own; in a duty group, or for duty roles, those of the area. Words after the command search."""
    if group is None and not speaker.private:
        replies.send(screens.say(language, "start-in-group"))
        return
    if find_cases.scope_of(speaker, group).empty:
        replies.send(screens.say(language, "cases-not-yours"))
        return
    query = _query(command.args or "" if command else "", world)
    worded = await _listed(tx, speaker, group, query, 0, language, world, now)
    replies.send(worded, keyboard=screens.home_keyboard(speaker) if speaker.private else None)


def _query(text: str, world: World) -> CaseQuery:
    return read_query(text, world.places, {**load_hazard_types(), **world.categories})


async def _listed(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, query: CaseQuery, page: int, language: str,
    world: World, now: datetime,
) -> Worded:  # fmt: skip
    found = await find_cases.find(tx, speaker, group, query, page)
    return case_finding.case_list(
        found.cases, found.open, query.raw, found.number, found.more, language, world.settings.zone, now
    )


@router.callback_query(CasesTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: CasesTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """From page to page, into a case, to its timeline, and back. Rights are asked anew at every tap."""
    zone = world.settings.zone
    if callback_data.act == "l":
        if find_cases.scope_of(speaker, group).empty:
            replies.answer_tap(screens.note(language, "cases-not-yours"), alert=True)
            return
        query = _query(callback_data.query, world)
        replies.show(await _listed(tx, speaker, group, query, callback_data.page, language, world, now))
        return
    seen = await find_cases.open_case(tx, speaker, group, callback_data.report)
    if seen is None:
        replies.answer_tap(screens.note(language, "case-not-yours"), alert=True)
    elif callback_data.act == "o":
        replies.show(case_finding.one_case(seen.case, callback_data, language, zone, now))
    elif callback_data.act == "t":
        events = await find_cases.story_of(tx, seen)
        replies.show(case_timeline.timeline_page(seen.case, events, callback_data, language, zone, now))
    else:
        replies.answer_tap(screens.note(language, "tap-not-understood"))
