"""/broadcast: to the officers of chosen areas. Areas, words, a look at it, 发布; then 收到 comes in on a live card."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, broadcasts
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import broadcast_screens, screens, values, writing_screens
from bot.wording.alert_taps import BroadcastTap
from bot.world import World
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.replies import Replies
from handlers.writing import Writing

router = Router(name="broadcast")
ORDER = 30

TOPIC = "broadcast"


async def being_written(tap: CallbackQuery, callback_data: BroadcastTap) -> bool:
    return callback_data.broadcast == 0


class Notice(Writing):
    """A step of writing a notice."""

    TOPIC = TOPIC


@router.message(Command("broadcast"))
async def begin(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    scope = await broadcasts.may_broadcast(tx, speaker, group, ())
    if not scope:
        replies.send(screens.say(language, "broadcast-no-right"), reply_to=message.message_id)
        return
    writing = Notice(speaker, group, language, tx, now, world, replies, scope)
    await writing.keep(areas=[], page="", text="", step="areas", kind="notice", rule={}, at="")
    replies.send(broadcast_screens.choose(writing.choice, language, world.places))


@router.callback_query(BroadcastTap.filter(), being_written)
async def tapped(
    tap: CallbackQuery, callback_data: BroadcastTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    if speaker.talk.topic != TOPIC:
        replies.answer_tap(screens.note(language, "broadcast-not-writing"))
        return
    scope = await broadcasts.may_broadcast(tx, speaker, group, ())
    if not scope:
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    await _step(callback_data, Notice(speaker, group, language, tx, now, world, replies, scope))


async def _step(tap: BroadcastTap, writing: Notice) -> None:
    match tap.act:
        case "area" | "page":
            await writing.choose_area(tap.act, tap.value, broadcast_screens.choose)
        case "done" | "text":
            await _ask_text(writing)
        case "back" if writing.step == "preview":
            await _ask_text(writing)
        case "back" | "areas":
            await writing.keep(step="areas", page="")
            writing.replies.show(broadcast_screens.choose(writing.choice, writing.language, writing.world.places))
        case "keep" | "preview":
            await preview(writing)
        case "edit":
            writing.replies.show(broadcast_screens.what_to_edit(writing.language))
        case "publish":
            await _publish(tap, writing)
        case "cancel":
            await writing.cancel()
        case _:
            writing.note("tap-not-understood")


async def _ask_text(writing: Notice) -> None:
    if not writing.areas:
        writing.note("areas-none")
        return
    await writing.keep(step="text")
    kept, private = str(writing.draft.get("text", "")), writing.speaker.private
    writing.replies.show(broadcast_screens.ask_text(writing.names(), private, writing.language, kept))
    if not private:
        writing.replies.send(writing_screens.reply_here(writing.speaker, writing.language, "broadcast-reply-here"))


async def preview(writing: Notice) -> None:
    text = str(writing.draft.get("text", ""))
    if not text or not writing.areas:
        await _ask_text(writing)
        return
    revision = await writing.keep(step="preview")
    counted = await broadcasts.count(writing.tx, writing.areas)
    title = writing.group.title if writing.group else ""
    writing.replies.show(broadcast_screens.preview(
        writing.names(), text, counted.officers, counted.unsent, revision, writing.speaker, title, writing.language,
        writing.world.settings.zone, writing.now,
    ))  # fmt: skip


async def _publish(tap: BroadcastTap, writing: Notice) -> None:
    """What was read is what goes out: an older preview's button is stale."""
    if writing.step != "preview" or tap.revision != writing.revision:
        writing.stale()
        return
    row = await broadcasts.publish(
        writing.tx, writing.world, writing.speaker, writing.group, writing.areas, str(writing.draft["text"]),
        writing.language, writing.now,
    )  # fmt: skip
    if row is None:
        writing.note("tap-no-right", alert=True)
        return
    await writing.end(screens.say(writing.language, "broadcast-published"))


@router.message(in_talk(TOPIC), to_the_bot, no_command)
async def said(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """The words of the broadcast, or names of areas."""
    scope = await broadcasts.may_broadcast(tx, speaker, group, ())
    writing = Notice(speaker, group, language, tx, now, world, replies, scope)
    if await writing.left(message) or message.text is None:
        return
    if screens.way_out(message.text) == "back":
        await _step(BroadcastTap(broadcast=0, act="back"), writing)
    elif writing.step == "areas":
        await writing.name_areas(message.text, broadcast_screens.choose)
    else:
        await _worded(message.text, writing)


async def _worded(text: str, writing: Notice) -> None:
    text = text.strip()
    fault = writing.fault_of(text, broadcasts.TEXT_LIMIT)
    if fault is not None:
        private = writing.speaker.private
        writing.replies.send(broadcast_screens.ask_text(writing.names(), private, writing.language, fault=fault))
        return
    await writing.keep(text=text)
    await preview(writing)


@router.callback_query(BroadcastTap.filter())
async def on_a_broadcast(
    tap: CallbackQuery, callback_data: BroadcastTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """收到 by an officer; 未收名单 and 补发 on the sender's card."""
    match callback_data.act:
        case "got":
            await _got(callback_data.broadcast, speaker, tx, now, world, replies)
        case "silent":
            view = await broadcasts.for_watcher(tx, speaker, group, callback_data.broadcast)
            if view is None:
                replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
            else:
                replies.send(broadcast_screens.silent_list(view, language))
        case "held":
            number = await broadcasts.send_held(tx, speaker, group, callback_data.broadcast, now)
            key = "tap-no-right" if number is None else "held-sent" if number else "held-none"
            replies.answer_tap(screens.note(language, key, number=str(number)), alert=number is None)
        case _:
            replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _got(
    broadcast_id: int, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    done = await broadcasts.receive(tx, speaker, broadcast_id, now)
    language, zone = speaker.language, world.settings.zone
    if done.view is None or done.at is None:
        replies.answer_tap(screens.note(language, f"broadcast-{done.outcome.replace('_', '-')}"), alert=True)
        return
    at = values.moment(done.at, zone, now)
    replies.answer_tap(screens.note(language, f"broadcast-received-{done.outcome}", at=at))
    replies.show(broadcast_screens.received(done.view, done.at, language, zone, now))
