"""Public channels: the bot is made an administrator of one; /channel says for which area it posts there."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.actions import channels, duty_groups
from bot.rules.roles import may
from bot.wording import channel_screens, screens
from bot.wording.alert_taps import ChannelTap
from handlers.listens_for import private
from handlers.visit import Visit

router = Router(name="channels")
ORDER = 10


async def of_a_channel(event: ChatMemberUpdated) -> bool:
    return event.chat.type == "channel"


@router.my_chat_member(of_a_channel)
async def membership(event: ChatMemberUpdated, visit: Visit) -> None:
    """Only an administrator with the right to post is of use there."""
    now_is = event.new_chat_member
    if now_is.status == "administrator" and getattr(now_is, "can_post_messages", None) is not False:
        await channels.added(visit.tx, visit.speaker, event.chat.id, event.chat.title or "", visit.now)
    else:
        await channels.lost(visit.tx, event.chat.id, "removed_from_channel", visit.now)


@router.message(Command("channel"), private)
async def begin(message: Message, visit: Visit) -> None:
    if not may(visit.speaker, "bind_group"):
        visit.replies.send(screens.say(visit.language, "channel-admins-only"), reply_to=message.message_id)
        return
    await _list(visit)


async def _list(visit: Visit) -> None:
    known = await channels.every(visit.tx)
    rows = [(each.channel_id, each.title, each.names if each.area else None) for each in known]
    visit.replies.show(channel_screens.listed(rows, visit.language))


@router.callback_query(ChannelTap.filter())
async def tapped(tap: CallbackQuery, callback_data: ChannelTap, visit: Visit) -> None:
    if not visit.speaker.private or not may(visit.speaker, "bind_group"):
        visit.replies.answer_tap(screens.note(visit.language, "channel-admins-only"), alert=True)
        return
    match callback_data.act:
        case "list":
            await _list(visit)
        case "choose":
            await _choose(callback_data.channel, visit)
        case "bind" | "off":
            await _bind(callback_data, visit)
        case _:
            visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _choose(number: int, visit: Visit) -> None:
    found = next((each for each in await channels.every(visit.tx) if each.channel_id == number), None)
    if found is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    city = await duty_groups.city(visit.tx)
    towns = [(town.code, town.names) for town in await duty_groups.towns(visit.tx)]
    bound = found.names if found.area else None
    whole = (city.code, city.names) if city else None
    visit.replies.show(channel_screens.choose(number, found.title, bound, whole, towns, visit.language))


async def _bind(tap: ChannelTap, visit: Visit) -> None:
    area = tap.value if tap.act == "bind" else None
    done = None
    if area is not None or tap.act == "off":
        done = await channels.bind(visit.tx, visit.speaker, tap.channel, area, visit.now)
    if done is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    await _list(visit)
