"""A group becomes a duty group: /bind by an administrator. Also: the bot added, removed, the group moved."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.actions import Transaction, case_rooms, duty, duty_groups, people
from bot.actions.people import GroupPlace
from bot.report_types import function_named
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.wording import screens, values
from bot.wording.duty_taps import BindTap
from bot.wording.worded import Worded
from bot.world import World
from handlers.listens_for import in_group, private
from handlers.replies import Replies

router = Router(name="bind")
ORDER = 11

GONE = ("left", "kicked")


@router.message(Command("bind"), in_group)
async def bind(
    message: Message,
    command: CommandObject,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    world: World,
    replies: Replies,
) -> None:
    """Asks for the tier and area; `/bind 派潭镇` says it at once, `/bind 派潭镇 水务` for a department."""
    if not may(speaker, "bind_group"):
        replies.send(screens.say(language, "bind-admins-only"), reply_to=message.message_id)
        return
    if command.args:
        said, function = _with_function(command.args)
        found = [area for area in world.places.find(said).candidates if area.kind in ("city", "town")]
        if len(found) == 1:
            await _bind(found[0].code, message.chat.title or "", speaker, language, tx, now, replies, function)
            await case_rooms.note_forum(tx, message.chat.id, bool(message.chat.is_forum))
            return
    screen = await _tier_screen(tx, group, language, world)
    if command.args:
        screen = screens.with_before(screens.say(language, "bind-no-such-town", typed=command.args[:60]), screen)
    replies.send(screen)


@router.message(Command("bind"), private)
async def bind_in_private(message: Message, speaker: Speaker, replies: Replies) -> None:
    replies.send(screens.say(speaker.language, "bind-in-group"))


@router.callback_query(BindTap.filter())
async def tapped(
    tap: CallbackQuery,
    callback_data: BindTap,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    world: World,
    replies: Replies,
) -> None:
    if speaker.private or not may(speaker, "bind_group"):
        replies.answer_tap(screens.note(language, "bind-admins-only"), alert=True)
        return
    match callback_data.act:
        case "towns":
            replies.show(
                screens.bind_towns(language, [(town.code, town.names) for town in await duty_groups.towns(tx)])
            )
        case "tier":
            replies.show(await _tier_screen(tx, group, language, world))
        case "area":
            title = (tap.message.chat.title if tap.message else None) or ""
            function = callback_data.function or None
            await _bind(callback_data.area, title, speaker, language, tx, now, replies, function)
        case "departments":
            city = await duty_groups.city(tx)
            around = [*([city] if city else []), *await duty_groups.towns(tx)]
            replies.show(screens.bind_departments(language, [(area.code, area.names) for area in around]))
        case "functions" if (area := world.places.get(callback_data.area)) is not None:
            replies.show(screens.bind_functions(language, area.code, (area.name, area.name_hant)))
        case _:
            replies.show(screens.say(language, "cancelled"))


def _with_function(said: str) -> tuple[str, str | None]:
    """“派潭镇 水务” → the area's words and the function; most say no function."""
    area, _, last = said.strip().rpartition(" ")
    function = function_named(last) if area else None
    return (area, function) if function else (said, None)


async def _tier_screen(tx: Transaction, group: GroupPlace | None, language: str, world: World) -> Worded:
    city = await duty_groups.city(tx)
    bound = world.places.get(group.area) if group else None
    name = values.area_name((bound.name, bound.name_hant), language) if bound else ""
    return screens.bind_tier(language, (city.code, city.names) if city else None, name)


async def _bind(
    area: str, title: str, speaker: Speaker, language: str, tx: Transaction, now: datetime, replies: Replies,
    function: str | None = None,
) -> None:  # fmt: skip
    done = await duty_groups.bind(tx, speaker, title, area, replies.thread_id, language, now, function)
    if done is None:
        replies.answer_tap(screens.note(language, "tap-not-understood"))
        return
    tier, place = done
    replies.show(screens.bound(language, tier, place.names, replies.thread_id is not None, function))


@router.my_chat_member()
async def membership(
    event: ChatMemberUpdated,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    world: World,
    replies: Replies,
) -> None:
    """The bot was added, removed, blocked or unblocked."""
    status = event.new_chat_member.status
    if event.chat.type == "private":
        await (duty.left(tx, speaker, now) if status in GONE else people.seen(tx, speaker, now))
        return
    if status in GONE:
        await duty_groups.lost(tx, event.chat.id, "removed_from_group", now)
        return
    if status == "restricted" and getattr(event.new_chat_member, "can_send_messages", True) is False:
        await duty_groups.lost(tx, event.chat.id, "no_rights", now)
        return
    await duty_groups.found(tx, event.chat.id)
    if getattr(event.new_chat_member, "can_manage_topics", False):
        await case_rooms.may_make_topics(tx, event.chat.id)
    if event.old_chat_member.status in GONE and event.chat.type != "channel":
        bound = world.places.get(group.area) if group else None
        name = values.area_name((bound.name, bound.name_hant), language) if bound else ""
        replies.send(screens.say(language, "back-in-group" if bound else "added-to-group", area=name))


async def moves(message: Message, speaker: Speaker) -> bool:
    return message.migrate_to_chat_id is not None


@router.message(moves)
async def moved(message: Message, tx: Transaction, now: datetime) -> None:
    assert message.migrate_to_chat_id is not None
    await duty_groups.moved(tx, message.chat.id, message.migrate_to_chat_id, now)
