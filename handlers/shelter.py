"""/shelter: in private the nearest open places of refuge; for duty staff also the list to open and close them."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import shelters, talks
from bot.actions.people import GroupPlace
from bot.rules.shelters import STATES
from bot.wording import screens, shelter_screens
from bot.wording.alert_taps import ShelterTap
from bot.wording.taps import MenuTap
from handlers.listens_for import in_talk, no_command, private
from handlers.visit import Visit

router = Router(name="shelter")
ORDER = 31


async def to_shelters(tap: CallbackQuery, callback_data: MenuTap) -> bool:
    return callback_data.to == "shelter"


@router.message(Command("shelter"))
async def begin(message: Message, visit: Visit, group: GroupPlace | None) -> None:
    if visit.speaker.private:
        await _ask(visit)
    kept = await shelters.kept_by(visit.tx, visit.world, visit.speaker, group)
    if kept or not visit.speaker.private:
        visit.replies.send(shelter_screens.kept(kept, group.language if group else visit.language))


@router.callback_query(MenuTap.filter(), to_shelters)
async def begin_by_tap(tap: CallbackQuery, visit: Visit) -> None:
    if visit.speaker.private:
        await _ask(visit)


async def _ask(visit: Visit) -> None:
    await talks.open_talk(visit.tx, visit.speaker, shelters.TOPIC, {}, visit.now)
    visit.replies.send(shelter_screens.ask_where(visit.language))


@router.callback_query(ShelterTap.filter())
async def tapped(tap: CallbackQuery, callback_data: ShelterTap, visit: Visit, group: GroupPlace | None) -> None:
    act, language = callback_data.act, group.language if group else visit.language
    known = act in STATES
    refusal = await shelters.set_state(visit.tx, visit.speaker, group, callback_data.code, act, visit.now)
    if refusal is not None:
        key = "tap-no-right" if refusal == "no_right" else "tap-stale" if known else "tap-not-understood"
        visit.replies.answer_tap(screens.note(language, key), alert=True)
        return
    visit.replies.show(
        shelter_screens.kept(await shelters.kept_by(visit.tx, visit.world, visit.speaker, group), language)
    )


@router.message(private, in_talk(shelters.TOPIC), no_command)
async def said_where(message: Message, visit: Visit) -> None:
    """A location; or the name of a place, whose own point is taken."""
    places, language = visit.world.places, visit.language
    if screens.way_out(message.text or "") is not None:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "cancelled", screens.home_keyboard(visit.speaker)))
        return
    point = (message.location.latitude, message.location.longitude) if message.location else None
    area = places.find(message.text or "").area if message.text else None
    if point is None and area is not None:
        here = area if area.lat is not None else places.get(area.town)
        point = (here.lat, here.lon) if here is not None and here.lat is not None and here.lon is not None else None
    if point is None:
        visit.replies.send(screens.say(language, "shelter-not-found"))
        return
    if message.location is not None and places.outside_city(*point):
        visit.replies.send(screens.say(language, "subscribe-outside"))
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.send(shelter_screens.near(await shelters.near(visit.tx, visit.world, *point), visit.speaker))
