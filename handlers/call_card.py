"""Buttons of a call that is out: what people answer, and what the duty room does with it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import call_answers, calls, drafts
from bot.actions.people import GroupPlace
from bot.rules.call_view import CalledVillage, CallView
from bot.wording import call_cards, call_lists, call_screens, drill_marker, screens, values
from bot.wording.duty_taps import CallTap
from handlers.visit import Visit

router = Router(name="call_card")
ORDER = 8

NUMBER_LIMIT = 2**31


async def published(tap: CallbackQuery, callback_data: CallTap) -> bool:
    return callback_data.call > 0


async def where_on_post(message: Message, visit: Visit) -> bool:
    """A location, in private, from somebody who said 已到岗 and is in no form that asks for a place."""
    if message.location is None or not visit.speaker.private or drafts.draft_of(visit.world, visit.speaker):
        return False
    return await call_answers.waits_for_place(visit.tx, visit.speaker, visit.now)


@router.callback_query(CallTap.filter(), published)
async def tapped(
    tap: CallbackQuery, callback_data: CallTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:  # fmt: skip
    match callback_data.act:
        case "got" | "here" | "moving" | "none":
            await _answered(callback_data, visit)
        case "silent" | "phone" | "turn-silent" | "turn-phone":
            await _list(callback_data, visit, group, language)
        case "phoned" | "reached" | "unphone":
            await _by_phone(callback_data, visit, group, language)
        case "end" | "ended":
            await _end(callback_data, visit, group, language)
        case "export":
            how = await calls.export(visit.tx, visit.speaker, group, callback_data.call, language, visit.now)
            key = {"no_right": "tap-no-right", "gone": "call-tap-gone"}.get(how, "call-tap-export")
            visit.replies.answer_tap(screens.note(language, key), alert=how in ("no_right", "gone"))
        case "keep":
            visit.replies.show(screens.say(language, "call-kept-going"))
        case _:
            visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


def _number(text: str) -> int | None:
    """A number of ours in a tap; None for a forged one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 11 and int(text) < NUMBER_LIMIT else None


async def _answered(tap: CallTap, visit: Visit) -> None:
    """The card itself is shown anew by way of the outbox: it confirms a record."""
    village_text, _, choice = tap.value.partition(".")
    village, tx, speaker, now = _number(village_text) or 0, visit.tx, visit.speaker, visit.now
    if tap.act == "got":
        how = await call_answers.receive(tx, speaker, tap.call, village, _number(choice), now)
    elif tap.act == "here":
        how = await call_answers.arrive(tx, speaker, tap.call, village, now)
        if how == "done":
            visit.replies.send(call_screens.ask_place(speaker, visit.language))
    else:
        how = await call_answers.say_people(tx, speaker, tap.call, village, tap.act, now)
    key = f"call-tap-{how.replace('_', '-')}"
    visit.replies.answer_tap(screens.note(visit.language, key), alert=how not in ("done", "again"))


@router.message(where_on_post)
async def place(message: Message, visit: Visit) -> None:
    assert message.location is not None
    await call_answers.place(visit.tx, visit.speaker, message.location.latitude, message.location.longitude, visit.now)
    visit.replies.send(call_screens.place_kept(visit.speaker, visit.language))


async def _list(tap: CallTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    view = await calls.watched(visit.tx, visit.speaker, group, tap.call)
    if view is None:
        visit.replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    page, zone = _number(tap.value) or 0, visit.world.settings.zone
    if tap.act.endswith("silent"):
        shown = call_lists.silent_list(view, page, language, zone, visit.now)
    else:
        shown = call_lists.record_phone(view, page, language)
    if tap.act.startswith("turn"):
        visit.replies.show(shown)
    else:
        visit.replies.send(shown)


async def _by_phone(tap: CallTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    village = _number(tap.value) or 0
    do = call_answers.not_by_phone if tap.act == "unphone" else call_answers.by_phone
    how = await do(visit.tx, visit.speaker, group, tap.call, village, visit.now)
    view = await calls.watched(visit.tx, visit.speaker, group, tap.call)
    meant = next((each for each in view.villages if each.village_id == village), None) if view else None
    if view is None or meant is None or how in ("no_right", "gone"):
        key = "call-tap-gone" if how == "gone" else "tap-no-right"
        visit.replies.answer_tap(screens.note(language, key), alert=True)
        return
    visit.replies.answer_tap(_toast(how, view, meant, language))
    if tap.act != "reached":  # a town's own message stays as it is
        visit.replies.show(call_lists.record_phone(view, 0, language, meant if how == "done" else None))


def _toast(how: str, view: CallView, village: CalledVillage, language: str) -> str:
    area = values.area_name(village.names, language)
    key = {"done": "call-tap-phoned", "undone": "call-tap-undone"}.get(how, "call-tap-answered")
    values_of = {"area": area} | ({"by": village.answered_by} if how == "again" else {})
    return (drill_marker.note if view.drill else screens.note)(language, key, **values_of)


async def _end(tap: CallTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    """The second tap ends it; the right and the state are looked at once more."""
    row, refusal = await calls.may_end(visit.tx, visit.speaker, group, tap.call)
    if row is None or refusal:
        key = {"no_right": "tap-no-right", "over": "call-tap-over"}.get(refusal or "", "call-tap-gone")
        visit.replies.answer_tap(screens.note(language, key), alert=True)
        return
    view = await calls.watched(visit.tx, visit.speaker, group, tap.call)
    if tap.act == "end":
        silent = len(view.silent) if view else 0
        visit.replies.send(call_screens.confirm_end(tap.call, silent, row.drill, language))
        return
    await calls.end(visit.tx, row, visit.now, visit.speaker)
    visit.replies.show(call_cards.may_be_marked(row.drill, language, screens.say(language, "call-ended")))
