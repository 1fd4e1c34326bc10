"""/roster: the duty roster, shown and edited by duty staff, leaders and administrators. Swaps are answered here too."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import roster, roster_files, roster_import, swaps, talks
from bot.actions.people import GroupPlace
from bot.rules import roster_edit
from bot.rules.roster_edit import Edit
from bot.rules.speaker import Talk
from bot.wording import roster_news, roster_screens, screens
from bot.wording.duty_taps import RosterTap, SwapTap
from bot.wording.roster_screens import RosterScreens
from bot.wording.worded import Worded, plain
from handlers.listens_for import has_media, has_text, in_talk, media_of, no_command, to_the_bot
from handlers.visit import Visit

router = Router(name="roster")
ORDER = 13

TALK = "roster"
TYPED = ("import", "note")


@router.message(Command("roster"))
async def begin(message: Message, group: GroupPlace | None, language: str, visit: Visit) -> None:
    areas = await roster.editable(visit.tx, visit.speaker, group)
    if not areas:
        visit.replies.send(screens.say(language, "roster-no-right"), reply_to=message.message_id)
    elif len(areas) > 1:
        visit.replies.send(_choose(areas, language, visit))
    else:
        visit.replies.send((await _screens(visit, areas[0], language)).menu(several=False))


def _choose(areas: list[str], language: str, visit: Visit) -> Worded:
    known = [(area, visit.world.places.get(area)) for area in areas]
    named = [(area, (place.name, place.name_hant)) for area, place in known if place is not None]
    return roster_screens.choose_area(named, language, visit.speaker.telegram_id)


async def _screens(visit: Visit, area: str, language: str, revision: int = 0) -> RosterScreens:
    desk = await roster.desk(visit.tx, visit.world, area, visit.now)
    zone = visit.world.settings.zone
    return RosterScreens(desk, language, zone, visit.now, visit.speaker.telegram_id, revision)


@router.callback_query(RosterTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: RosterTap, group: GroupPlace | None, language: str, visit: Visit
) -> None:
    """Every tap: is it this person's screen, and may they?"""
    area, act = callback_data.area, callback_data.act
    if callback_data.owner != visit.speaker.telegram_id:
        visit.replies.answer_tap(screens.note(language, "roster-not-yours"))
        return
    areas = await roster.editable(visit.tx, visit.speaker, group)
    if act == "areas" and areas:
        visit.replies.show(_choose(areas, language, visit))
    elif act == "close":
        await _close(visit)
        visit.replies.show(screens.say(language, "roster-closed"))
    elif area not in areas:
        visit.replies.answer_tap(screens.note(language, "roster-no-right"), alert=True)
    elif act in ("menu", "cancel"):
        await _close(visit)
        await _menu(visit, area, language, len(areas) > 1)
    elif act == "begin":
        await _begin(visit, area, callback_data.value, language)
    elif act == "ics":
        await roster.send_calendar(
            visit.tx, visit.world, visit.speaker, area, visit.replies.thread_id, language, visit.now
        )
        visit.replies.answer_tap(screens.note(language, "roster-calendar-comes"))
    elif act == "done":
        number = int(callback_data.value) if callback_data.value.isascii() and callback_data.value.isdigit() else 0
        await roster.note_done(visit.tx, visit.speaker, area, number, visit.now)
        await _menu(visit, area, language, len(areas) > 1)
    else:
        await _step(visit, callback_data, language, len(areas) > 1)


async def _close(visit: Visit) -> None:
    if visit.speaker.talk.topic == TALK:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)


async def _menu(visit: Visit, area: str, language: str, several: bool) -> None:
    visit.replies.show((await _screens(visit, area, language)).menu(several))


async def _begin(visit: Visit, area: str, what: str, language: str) -> None:
    edit = roster_edit.begin(area, what)
    if edit is None:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))
        return
    talk = await talks.open_talk(visit.tx, visit.speaker, TALK, edit.to_json(), visit.now)
    if what in TYPED:
        visit.replies.send(roster_screens.ask_for_words(what, visit.speaker, language))
    else:
        await _ask(visit, edit, talk, language)


async def _ask(visit: Visit, edit: Edit, talk: Talk, language: str, fault: str | None = None) -> None:
    offered = await roster.offered(visit.tx, visit.world, visit.speaker, edit, visit.now)
    shown = await _screens(visit, edit.area, language, talk.revision)
    visit.replies.show(shown.question(edit, offered, fault))


async def _step(visit: Visit, tap: RosterTap, language: str, several: bool) -> None:
    """A tap inside an edit: a choice, back, or the last word."""
    talk = visit.speaker.talk
    edit = Edit.from_json(talk.data) if talk.topic == TALK else None
    if edit is None or tap.revision != talk.revision or edit.area != tap.area:
        visit.replies.answer_tap(screens.note(language, "tap-stale"))
        return
    if tap.act == "save":
        await _save(visit, edit, language, several)
        return
    offered = await roster.offered(visit.tx, visit.world, visit.speaker, edit, visit.now)
    after = roster_edit.back(edit) if tap.act == "back" else roster_edit.tapped(edit, tap.value, offered)
    if after is None and tap.act == "back":
        await _close(visit)
        await _menu(visit, edit.area, language, several)
    elif after is None:
        visit.replies.answer_tap(screens.note(language, "tap-stale"))
    else:
        talk = await talks.open_talk(visit.tx, visit.speaker, TALK, after.to_json(), visit.now)
        await _ask(visit, after, talk, language)


async def _save(visit: Visit, edit: Edit, language: str, several: bool) -> None:
    do = swaps.ask if edit.what == "swap" else roster.save
    answer = await do(visit.tx, visit.world, visit.speaker, edit, visit.now)
    await _close(visit)
    good = answer in ("saved", "asked")
    visit.replies.answer_tap(plain(language, f"roster-{answer.replace('_', '-')}"), alert=not good)
    await _menu(visit, edit.area, language, several)


@router.message(in_talk(TALK), to_the_bot, has_text, no_command)
async def typed(message: Message, group: GroupPlace | None, language: str, visit: Visit) -> None:
    """A note for the next shift, or lines of a duty table."""
    edit = Edit.from_json(visit.speaker.talk.data)
    areas = await roster.editable(visit.tx, visit.speaker, group)
    if edit is None or edit.what not in TYPED or edit.area not in areas:
        visit.replies.send(screens.say(language, "roster-tap-please"), reply_to=message.message_id)
        return
    words = message.text or ""
    if edit.what == "note":
        await roster.add_note(visit.tx, visit.speaker, edit.area, words, visit.now)
        await _close(visit)
        visit.replies.send(screens.say(language, "roster-note-kept"), reply_to=message.message_id)
        return
    done = await roster_import.from_text(visit.tx, visit.world, visit.speaker, edit.area, words, visit.now)
    if done is not None and done.new + done.same:
        await _close(visit)
    visit.replies.send(roster_news.imported(done, language), reply_to=message.message_id)


@router.message(in_talk(TALK), to_the_bot, has_media)
async def file(message: Message, group: GroupPlace | None, language: str, visit: Visit) -> None:
    """A duty table as a file: it is fetched and read, and the answer comes by itself."""
    edit, item = Edit.from_json(visit.speaker.talk.data), media_of(message)
    areas = await roster.editable(visit.tx, visit.speaker, group)
    wanted = edit is not None and edit.what == "import" and edit.area in areas
    if edit is None or not wanted or item is None or item["kind"] != "document":
        visit.replies.send(screens.say(language, "roster-tap-please"), reply_to=message.message_id)
        return
    thread = visit.replies.thread_id
    await roster_files.take(visit.tx, visit.speaker, edit.area, item, thread, language, visit.now)
    await _close(visit)
    visit.replies.send(screens.say(language, "roster-file-taken"), reply_to=message.message_id)


@router.callback_query(SwapTap.filter())
async def swap_answered(tap: CallbackQuery, callback_data: SwapTap, language: str, visit: Visit) -> None:
    if callback_data.act not in ("yes", "no"):
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))
        return
    yes = callback_data.act == "yes"
    answer = await swaps.answer(visit.tx, visit.world, visit.speaker, callback_data.swap, yes, visit.now)
    key = f"swap-you-{answer.replace('_', '-')}"
    if answer in ("no_right", "gone", "over"):
        visit.replies.answer_tap(screens.note(language, key), alert=True)
    else:
        visit.replies.show(screens.say(language, key))
