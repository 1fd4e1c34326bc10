"""/subscribe and /unsubscribe: anybody, in private. Where, and it is done; everything else can be changed later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, follows, people, subscriptions, talks
from bot.rules.area_choice import read_names
from bot.rules.hearing import Way
from bot.rules.quiet_hours import USUAL, read_quiet_hours
from bot.rules.speaker import Speaker
from bot.wording import area_choice, screens, subscribe_screens
from bot.wording.alert_taps import SubscribeTap
from bot.wording.taps import MenuTap
from bot.wording.worded import words
from bot.world import World
from handlers import spoken
from handlers.listens_for import in_group, in_talk, label, no_command, private
from handlers.replies import Replies
from handlers.visit import Visit

router = Router(name="subscribe")
ORDER = 33

# The ways of hearing an officer that are no answer to where or when; and how long a name is at most.
REPORTS = (Way.FILE, Way.ADD, Way.CATEGORY, Way.DRILL, Way.DRILL_OR_REAL, Way.UNREAD, Way.WHICH)
MOST_OF_A_NAME = 6
WHERE, QUIET = "subscribe_where", "subscribe_quiet"


@dataclass
class Resident:
    """Whoever is changing their subscriptions, and where the answers go."""

    speaker: Speaker
    tx: Transaction
    now: datetime
    world: World
    replies: Replies

    @property
    def language(self) -> str:
        return self.speaker.language

    async def wishes(self) -> subscriptions.Wishes:
        return await subscriptions.wishes_of(self.tx, self.speaker)

    async def where(self) -> None:
        await talks.open_talk(self.tx, self.speaker, WHERE, {}, self.now)
        self.replies.send(subscribe_screens.ask_where(self.language))
        self.replies.send(subscribe_screens.towns(self.world.places, self.language))

    async def subscribe(self, area: str, near: bool = False) -> None:
        """Done: said, and everything that can be changed below it."""
        place = self.world.places.get(area)
        if place is None or not await subscriptions.subscribe(self.tx, self.speaker, area, self.now):
            key = "subscribe-too-many" if place else "tap-not-understood"
            self.replies.send(screens.say(self.language, key, most=str(subscriptions.MOST_AREAS)))
            return
        if self.speaker.talk.topic in (WHERE, QUIET):
            await talks.close_talk(self.tx, self.speaker, self.now)
        self.speaker = await people.again(self.tx, self.speaker)
        self.replies.send(subscribe_screens.done(area_choice.name(place, self.language), near, self.speaker))
        self.replies.send(subscribe_screens.card(await self.wishes(), self.language))


async def subscribing(tap: CallbackQuery, callback_data: MenuTap) -> bool:
    return callback_data.to == "subscribe"


@router.message(Command("subscribe", "unsubscribe"), in_group)
async def in_a_group(message: Message, language: str, replies: Replies) -> None:
    replies.send(screens.say(language, "subscribe-in-private"), reply_to=message.message_id)


@router.message(Command("subscribe"), private)
@router.message(private, label("button-subscribe"))
async def begin(
    message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    await _begin(Resident(speaker, tx, now, world, replies))


@router.callback_query(MenuTap.filter(), subscribing)
async def begin_by_tap(
    tap: CallbackQuery, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    if speaker.private:
        await _begin(Resident(speaker, tx, now, world, replies))


async def _begin(resident: Resident) -> None:
    """Where? Or, for somebody who has subscribed already, what they have."""
    await people.seen(resident.tx, resident.speaker, resident.now)
    wishes = await resident.wishes()
    if wishes.areas:
        resident.replies.send(subscribe_screens.card(wishes, resident.language))
    else:
        await resident.where()


@router.message(Command("unsubscribe"), private)
@router.message(private, label("button-unsubscribe"))
async def unsubscribe(
    message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    """The only one ends at once; of several, which?"""
    resident = Resident(speaker, tx, now, world, replies)
    wishes = await resident.wishes()
    if len(wishes.areas) == 1 or (not wishes.areas and await follows.any_of(tx, speaker)):
        await _end(resident, None, as_new=True)
    else:
        replies.send(subscribe_screens.drop(wishes, speaker.language))


async def _end(resident: Resident, codes: list[str] | None, as_new: bool) -> None:
    done = await subscriptions.end(resident.tx, resident.speaker, codes, resident.now)
    _show_end(resident, done, as_new)


def _show_end(resident: Resident, done: subscriptions.Ended, as_new: bool) -> None:
    if not done.names and not done.follows:
        resident.replies.answer_tap(screens.note(resident.language, "subscribe-nothing-to-end"))
        return
    worded = subscribe_screens.ended(done.names, done.follows, done.mark, resident.language)
    (resident.replies.send if as_new else resident.replies.show)(worded)


@router.callback_query(SubscribeTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: SubscribeTap, speaker: Speaker, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    if not speaker.private:
        replies.answer_tap(screens.note(language, "subscribe-preview"))
        return
    resident = Resident(speaker, tx, now, world, replies)
    if not await _act(callback_data.act, callback_data.value, resident):
        replies.answer_tap(screens.note(speaker.language, "tap-not-understood"))


async def _act(act: str, value: str, resident: Resident) -> bool:
    """Whether the tap was one of ours."""
    tx, speaker, places = resident.tx, resident.speaker, resident.world.places
    match act:
        case "page":
            return await _page(value, resident)
        case "town" if (town := places.get(value)) is not None:
            resident.replies.show(subscribe_screens.villages(town, places, resident.language))
        case "area":
            await resident.subscribe(value)
        case "kind":
            return await _switch_kind(value, resident)
        case "level" if await subscriptions.lowest_level(tx, speaker, value):
            return await _page("card", resident)
        case "quiet" if value in ("off", "usual"):
            await _set_quiet(USUAL if value == "usual" else None, resident)
        case "language" if await people.change_language(tx, speaker, value, resident.now):
            resident.speaker = replace(speaker, language=value)
            return await _page("card", resident)
        case "drop":
            await _end(resident, None if value == "all" else [value], as_new=False)
        case "off":
            await _off(value, resident)
        case "undo":
            await _undo(value, resident)
        case _:
            return False
    return True


async def _page(page: str, resident: Resident) -> bool:
    language, show = resident.language, resident.replies.show
    wishes = await resident.wishes()
    if resident.speaker.talk.topic == QUIET and page != "quiet":
        await talks.close_talk(resident.tx, resident.speaker, resident.now)
    match page:
        case "card":
            show(subscribe_screens.card(wishes, language))
        case "where":
            await resident.where()
        case "towns":
            show(subscribe_screens.towns(resident.world.places, language))
        case "kinds":
            show(subscribe_screens.kinds(wishes, language))
        case "level":
            show(subscribe_screens.levels(language))
        case "quiet":
            await talks.open_talk(resident.tx, resident.speaker, QUIET, {}, resident.now)
            show(subscribe_screens.quiet(language))
        case "language":
            show(subscribe_screens.languages(language))
        case "drop":
            show(subscribe_screens.drop(wishes, language))
        case _:
            return False
    return True


async def _switch_kind(value: str, resident: Resident) -> bool:
    if not await subscriptions.switch_kind(resident.tx, resident.speaker, value[1:], value[:1] == "+"):
        resident.replies.answer_tap(screens.note(resident.language, "subscribe-one-kind"))
        return True
    return await _page("kinds", resident)


async def _set_quiet(quiet: tuple[str, str] | None, resident: Resident) -> None:
    await subscriptions.quiet_hours(resident.tx, resident.speaker, quiet)
    await _page("card", resident)


async def _off(alert: str, resident: Resident) -> None:
    """退订 on an alert (or, of all, on a daily message): the alert itself stays on the screen."""
    done = None
    if alert == "all":
        done = await subscriptions.end(resident.tx, resident.speaker, None, resident.now)
    elif alert.isdecimal():
        done = await subscriptions.end_from_alert(resident.tx, resident.speaker, int(alert), resident.now)
    if done is None:
        resident.replies.answer_tap(screens.note(resident.language, "subscribe-preview"))
    else:
        _show_end(resident, done, as_new=True)


async def _undo(mark: str, resident: Resident) -> None:
    if not await subscriptions.take_back(resident.tx, resident.speaker, mark, resident.now):
        resident.replies.answer_tap(screens.note(resident.language, "tap-stale"))
        return
    resident.replies.show(subscribe_screens.card(await resident.wishes(), resident.language))


@router.message(private, in_talk(WHERE), no_command)
async def said_where(
    message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    """A location, or a name. An officer who says what has happened is heard as one."""
    resident = Resident(speaker, tx, now, world, replies)
    await _officer_first(message, resident)
    if message.location is not None:
        lat, lon = message.location.latitude, message.location.longitude
        town = world.places.nearest(lat, lon)
        if town is None or world.places.outside_city(lat, lon):
            replies.send(screens.say(speaker.language, "subscribe-outside"))
        else:
            await resident.subscribe(town.code, near=True)
    elif screens.way_out(message.text or "") is not None:
        await talks.close_talk(tx, speaker, now)
        replies.send(subscribe_screens.cancelled(speaker))
    elif not message.text:
        replies.send(screens.say(speaker.language, "subscribe-not-usable"))
    else:
        await _named(message.text, resident)


async def _officer_first(message: Message, resident: Resident) -> None:
    """The question is dropped, and whoever hears officers' words goes on."""
    if resident.speaker.officer is None or message.location is not None:
        return
    visit = Visit(resident.speaker, resident.tx, resident.now, resident.world, resident.replies)
    said = spoken.said_in(message)
    heard = await spoken.hear(visit, said) if said.text else None
    if said.files or (heard is not None and heard.way in REPORTS and len(said.text) > MOST_OF_A_NAME):
        await talks.close_talk(resident.tx, resident.speaker, resident.now)
        raise SkipHandler


async def _named(text: str, resident: Resident) -> None:
    places, language = resident.world.places, resident.language
    read = read_names(text, places, [area.code for area in places.areas if area.kind == "city"])
    if read.unclear:
        typed, found = read.unclear[0]
        resident.replies.send(subscribe_screens.which(found, places, typed, language))
    elif read.clear:
        for code in dict.fromkeys(read.clear[-1:]):
            await resident.subscribe(code)
    else:
        resident.replies.send(screens.say(language, "subscribe-unknown", name=text.strip()[:40]))


@router.message(private, in_talk(QUIET), no_command)
async def said_quiet(
    message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    """Quiet hours in words."""
    resident = Resident(speaker, tx, now, world, replies)
    await _officer_first(message, resident)
    if screens.way_out(message.text or "") is not None:
        await _page("card", resident)
        return
    quiet = read_quiet_hours(message.text or "")
    if quiet is None:
        fault = words(speaker.language, "subscribe-quiet-fault")
        replies.send(subscribe_screens.quiet(speaker.language, fault))
        return
    await _set_quiet(quiet, resident)
