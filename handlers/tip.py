"""/tip: a resident tells the officers of a village something. Village, words, a look at it, sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import talks, tips
from bot.rules.area_choice import read_names
from bot.rules.public_bots import file_of
from bot.rules.reading.script import clean
from bot.rules.tip import MOST_FILES, MOST_WORDS, TipDraft
from bot.wording import screens, tip_screens, values
from bot.wording.report_taps import TipTap
from bot.wording.taps import MenuTap
from bot.wording.worded import words
from handlers.listens_for import in_group, in_talk, media_of, no_command, private
from handlers.visit import Visit

router = Router(name="tip")
ORDER = 9  # before the phone number of an enrolment: one that is shared here goes with the tip alone

FILES = ("photo", "video", "voice")


async def telling(tap: CallbackQuery, callback_data: MenuTap) -> bool:
    return callback_data.to == "tip"


async def being_put_together(tap: CallbackQuery, callback_data: TipTap) -> bool:
    return callback_data.tip == 0


@router.message(Command("tip"), in_group)
async def in_a_group(message: Message, language: str, visit: Visit) -> None:
    visit.replies.send(screens.say(language, "tip-in-private"))


@router.message(Command("tip"), private)
async def begin(message: Message, visit: Visit) -> None:
    await _begin(visit)


@router.message(Command("cancel"), private, in_talk(tips.WHERE, tips.WRITING))
async def cancel(message: Message, visit: Visit) -> None:
    await _cancel(visit)


@router.callback_query(MenuTap.filter(), telling)
async def begin_by_tap(tap: CallbackQuery, visit: Visit) -> None:
    if visit.speaker.private:
        await _begin(visit)


async def _begin(visit: Visit) -> None:
    """Straight to the words for somebody who has subscribed to one village; an officer reports instead."""
    speaker, replies = visit.speaker, visit.replies
    if speaker.officer is not None:
        replies.send(screens.say(visit.language, "tip-officers-report", screens.home_keyboard(speaker)))
        return
    until = await tips.wait(visit.tx, visit.world, speaker, visit.now)
    if until is not None:
        at = values.moment(until, visit.world.settings.zone, visit.now)
        replies.send(screens.say(visit.language, "tip-too-many", at=at))
        return
    known = await tips.villages_of(visit.tx, speaker)
    if len(known) == 1 and visit.world.places.by_code[known[0]].kind != "town":
        await _write(TipDraft(known[0]), visit)
    else:
        await _where(TipDraft(""), visit)


def _draft(visit: Visit) -> TipDraft:
    return TipDraft.of(visit.speaker.talk.data)


async def _keep(topic: str, draft: TipDraft, visit: Visit) -> None:
    await talks.open_talk(visit.tx, visit.speaker, topic, draft.as_data(), visit.now)


async def _where(draft: TipDraft, visit: Visit, fault: Any = None, in_place: bool = False) -> None:
    await _keep(tips.WHERE, draft, visit)
    known = [visit.world.places.get(code) for code in await tips.villages_of(visit.tx, visit.speaker)]
    suggested = [area for area in known if area is not None]
    shown = tip_screens.where(suggested, visit.world.places, visit.language, fault)
    (visit.replies.show if in_place else visit.replies.send)(shown)


async def _write(draft: TipDraft, visit: Visit) -> None:
    """What was said before the village was changed is kept."""
    await _keep(tips.WRITING, draft, visit)
    places = visit.world.places
    visit.replies.send(tip_screens.write(places.by_code[draft.village], places, visit.language))
    if draft.says_something or draft.place:
        visit.replies.send(tip_screens.preview(draft, places, visit.language))


@router.callback_query(TipTap.filter(), being_put_together)
async def tapped(tap: CallbackQuery, callback_data: TipTap, visit: Visit) -> None:
    if not visit.speaker.private or visit.speaker.talk.topic not in (tips.WHERE, tips.WRITING):
        visit.replies.answer_tap(screens.note(visit.language, "tip-nothing"))
        return
    draft, places, replies = _draft(visit), visit.world.places, visit.replies
    area = places.get(callback_data.value)
    match callback_data.act:
        case "cancel":
            await _cancel(visit)
        case "page":
            await _where(draft, visit, in_place=True)
        case "town" if area is not None and area.kind == "town":
            replies.show(tip_screens.villages(area, places, visit.language))
        case "village" if area is not None and area.kind not in ("city", "town"):
            await _write(replace(draft, village=area.code), visit)
        case "send" if visit.speaker.talk.topic == tips.WRITING:
            await _send(draft, visit)
        case _:
            replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _cancel(visit: Visit) -> None:
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.send(tip_screens.over("tip-cancelled", visit.language))


async def _send(draft: TipDraft, visit: Visit) -> None:
    """What is written down is said by the outbox; here only why it did not go out."""
    done = await tips.send(visit.tx, visit.world, visit.speaker, draft, visit.now)
    if done.outcome == "nothing":
        visit.replies.show(tip_screens.preview(draft, visit.world.places, visit.language))
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if done.until is not None:
        at = values.moment(done.until, visit.world.settings.zone, visit.now)
        visit.replies.send(tip_screens.over("tip-too-many", visit.language, at=at))
    else:
        visit.replies.show(screens.say(visit.language, "tip-sending"))


@router.message(private, in_talk(tips.WHERE), no_command)
async def said_where(message: Message, visit: Visit) -> None:
    """A name, or a location: then the villages of the nearest town."""
    places, language, draft = visit.world.places, visit.language, _draft(visit)
    if screens.way_out(message.text or "") is not None:
        await _cancel(visit)
    elif message.location is not None:
        lat, lon = message.location.latitude, message.location.longitude
        town = places.nearest(lat, lon)
        if town is None or places.outside_city(lat, lon):
            visit.replies.send(screens.say(language, "subscribe-outside"))
            return
        await _keep(tips.WHERE, replace(draft, place={"lat": lat, "lon": lon}), visit)
        visit.replies.send(tip_screens.villages(town, places, language))
    elif not message.text:
        visit.replies.send(screens.say(language, "subscribe-not-usable"))
    else:
        await _named(message.text, draft, visit)


async def _named(text: str, draft: TipDraft, visit: Visit) -> None:
    """高滩村; or 派潭镇, and then which of its villages. What only sounds like one is asked about; a whole sentence is
    kept: it is what they want to tell.
    """
    places, language = visit.world.places, visit.language
    cities = [area.code for area in places.areas if area.kind == "city"]
    read = read_names(text, places, cities) if len(text) <= 30 else None
    found = places.by_code[read.clear[-1]] if read and read.clear else None
    if read and read.unclear:
        visit.replies.send(tip_screens.which(read.unclear[0][1], places, read.unclear[0][0], language))
    elif found is not None and not places.find(text).exact:
        visit.replies.send(tip_screens.which([found], places, text.strip(), language))
    elif found is not None and found.kind == "town":
        visit.replies.send(tip_screens.villages(found, places, language))
    elif found is not None and found.kind != "city":
        await _write(replace(draft, village=found.code), visit)
    else:
        kept = draft.with_words(clean(text))
        key = "tip-too-long" if kept is None else "tip-kept-words" if kept.words else "tip-not-usable"
        await _where(kept or draft, visit, words(language, key, most=str(MOST_WORDS)))


@router.message(private, in_talk(tips.WRITING), no_command)
async def said(message: Message, visit: Visit) -> None:
    """Words, a file, a location, one's own number: in any order, until it is sent."""
    if screens.way_out(message.text or "") is not None:
        await _cancel(visit)
        return
    draft, places = _draft(visit), visit.world.places
    item = media_of(message)
    if item is not None:
        item["file_id"] = file_of(visit.speaker.bot_id, item["file_id"])
    grown = _grown(message, item, draft, visit)
    after = draft if isinstance(grown, str) else grown
    fault = (
        words(visit.language, grown, most=str(MOST_WORDS), files=str(MOST_FILES)) if isinstance(grown, str) else None
    )
    await _keep(tips.WRITING, after, visit)
    if fault is None and item is not None and item.get("group") and item["group"] == draft.album:
        return  # an album comes in parts and is answered once
    visit.replies.send(tip_screens.preview(after, places, visit.language, fault))


def _grown(message: Message, item: dict[str, Any] | None, draft: TipDraft, visit: Visit) -> TipDraft | str:
    """The draft with what this message says, or the key of why it cannot."""
    if item is not None:
        if item["kind"] not in FILES:
            return "tip-not-usable"
        with_file = draft.with_file({name: value for name, value in item.items() if name != "caption"})
        if with_file is None:
            return "tip-too-many-files"
        return with_file.with_words(clean(message.caption or "")) or "tip-too-long"
    if message.location is not None:
        lat, lon = message.location.latitude, message.location.longitude
        outside = visit.world.places.outside_city(lat, lon)
        return "fault-outside-city" if outside else replace(draft, place={"lat": lat, "lon": lon})
    if message.contact is not None:
        own = message.contact.user_id == visit.speaker.telegram_id
        digits = "".join(digit for digit in message.contact.phone_number if digit.isdecimal())
        return replace(draft, phone=f"+{digits}"[:20]) if own and digits else "phone-not-own"
    if not clean(message.text or "").strip():
        return "tip-not-usable"
    return draft.with_words(clean(message.text or "")) or "tip-too-long"
