"""合并 or 不合并, in the duty room; 补充到该事件 or 是另一件, before an officer's form is sent."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import merging
from bot.actions.people import GroupPlace
from bot.wording import screens
from bot.wording.case_taps import LinkTap
from handlers.visit import Visit

router = Router(name="duplicates")
ORDER = 27


@router.callback_query(LinkTap.filter())
async def tapped(tap: CallbackQuery, callback_data: LinkTap, visit: Visit, group: GroupPlace | None) -> None:
    language = visit.language if visit.speaker.private else group.language if group else visit.language
    one = callback_data.act == "merge"
    done = await merging.decide(
        visit.tx, visit.world, visit.speaker, group, callback_data.link, one, visit.now
    )  # fmt: skip
    if done.refusal:
        keys = {"gone": "tap-case-gone", "no_right": "tap-no-right", "decided": "link-decided"}
        visit.replies.answer_tap(screens.note(language, keys[done.refusal]), alert=True)
        return
    key = "link-merged" if one else "link-separate"
    visit.replies.answer_tap(screens.note(language, key, older=done.older, newer=done.newer))
