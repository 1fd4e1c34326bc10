"""/broadcast: to the officers of chosen areas. Areas, words, a look at it, 发布; then 收到 comes in on a live card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, broadcasts, talks
from bot.actions.people import GroupPlace
from bot.rules.area_choice import AreaChoice, read_names
from bot.rules.speaker import Speaker
from bot.wording import area_choice, broadcast_screens, screens, values
from bot.wording.taps import BroadcastTap
from bot.wording.worded import words
from bot.world import World
from handlers.listens_for import in_talk, to_the_bot
from handlers.replies import Replies

router = Router(name="broadcast")
ORDER = 30

TOPIC = "broadcast"


async def not_a_command(message: Message) -> bool:
    return not (message.text or "").startswith("/")


async def being_written(tap: CallbackQuery, callback_data: BroadcastTap) -> bool:
    return callback_data.broadcast == 0


@dataclass
class Writing:
    """A step of writing: who, where, and the draft as the conversation keeps it."""

    speaker: Speaker
    group: GroupPlace | None
    language: str
    tx: Transaction
    now: datetime
    world: World
    replies: Replies
    scope: tuple[str, ...]

    def __post_init__(self) -> None:
        talk = self.speaker.talk
        self.draft: Mapping[str, Any] = talk.data if talk.topic == TOPIC else {}
        self.revision = talk.revision

    @property
    def areas(self) -> tuple[str, ...]:
        return tuple(self.draft.get("areas", ()))

    @property
    def choice(self) -> AreaChoice:
        return AreaChoice(self.scope, self.areas, str(self.draft.get("page", "")))

    async def keep(self, **changes: Any) -> int:
        """Keep the draft with these changes; its revision."""
        talk = await talks.open_talk(self.tx, self.speaker, TOPIC, {**self.draft, **changes}, self.now)
        self.draft, self.revision = talk.data, talk.revision
        return talk.revision

    def names(self) -> str:
        pairs = [(area.name, area.name_hant) for code in self.areas if (area := self.world.places.get(code))]
        return area_choice.names(pairs, self.language)


@router.message(Command("broadcast"))
async def begin(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    scope = await broadcasts.may_broadcast(tx, speaker, group, ())
    if not scope:
        replies.send(screens.say(language, "broadcast-no-right"), reply_to=message.message_id)
        return
    writing = Writing(speaker, group, language, tx, now, world, replies, scope)
    await writing.keep(areas=[], page="", text="", step="areas")
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
    await _step(callback_data, Writing(speaker, group, language, tx, now, world, replies, scope))


async def _step(tap: BroadcastTap, writing: Writing) -> None:
    match tap.act:
        case "area" | "page":
            await _choose(tap, writing)
        case "done" | "text":
            await _ask_text(writing)
        case "back" if writing.draft["step"] == "preview":
            await _ask_text(writing)
        case "back" | "areas":
            await writing.keep(step="areas", page="")
            writing.replies.show(broadcast_screens.choose(writing.choice, writing.language, writing.world.places))
        case "keep" | "preview":
            await _preview(writing)
        case "edit":
            writing.replies.show(broadcast_screens.what_to_edit(writing.language))
        case "publish":
            await _publish(tap, writing)
        case "cancel":
            await talks.close_talk(writing.tx, writing.speaker, writing.now)
            writing.replies.show(screens.say(writing.language, "cancelled"))
        case _:
            writing.replies.answer_tap(screens.note(writing.language, "tap-not-understood"))


async def _choose(tap: BroadcastTap, writing: Writing) -> None:
    after = writing.choice.tapped(tap.act, tap.value, writing.world.places)
    if after is None:
        writing.replies.answer_tap(screens.note(writing.language, "tap-not-understood"))
        return
    await writing.keep(step="areas", areas=list(after.chosen), page=after.page)
    writing.replies.show(broadcast_screens.choose(after, writing.language, writing.world.places))


async def _ask_text(writing: Writing) -> None:
    if not writing.areas:
        writing.replies.answer_tap(screens.note(writing.language, "areas-none"))
        return
    await writing.keep(step="text")
    kept, private = str(writing.draft.get("text", "")), writing.speaker.private
    writing.replies.show(broadcast_screens.ask_text(writing.names(), private, writing.language, kept))
    if not private:
        writing.replies.send(broadcast_screens.reply_here(writing.speaker, writing.language, "broadcast-reply-here"))


async def _preview(writing: Writing) -> None:
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


async def _publish(tap: BroadcastTap, writing: Writing) -> None:
    """What was read is what goes out: an older preview's button is stale."""
    if writing.draft.get("step") != "preview" or tap.revision != writing.revision:
        writing.replies.answer_tap(screens.note(writing.language, "tap-stale"))
        return
    row = await broadcasts.publish(
        writing.tx, writing.speaker, writing.group, writing.areas, str(writing.draft["text"]), writing.language,
        writing.now,
    )  # fmt: skip
    if row is None:
        writing.replies.answer_tap(screens.note(writing.language, "tap-no-right"), alert=True)
        return
    await talks.close_talk(writing.tx, writing.speaker, writing.now)
    writing.replies.show(screens.say(writing.language, "broadcast-published"))


@router.message(in_talk(TOPIC), to_the_bot, not_a_command)
async def said(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """The words of the broadcast, or names of areas."""
    scope = await broadcasts.may_broadcast(tx, speaker, group, ())
    writing = Writing(speaker, group, language, tx, now, world, replies, scope)
    way = screens.way_out(message.text or "")
    if way == "cancel" or not writing.scope:
        await talks.close_talk(tx, speaker, now)
        replies.send(screens.say(language, "cancelled"))
    elif not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    elif way == "back":
        await _step(BroadcastTap(broadcast=0, act="back"), writing)
    elif writing.draft["step"] == "areas":
        await _named(message.text, writing)
    else:
        await _worded(message.text, writing)


async def _named(text: str, writing: Writing) -> None:
    read = read_names(text, writing.world.places, writing.scope)
    after = writing.choice.add(*read.clear)
    await writing.keep(areas=list(after.chosen))
    writing.replies.send(broadcast_screens.choose(after, writing.language, writing.world.places, read))


async def _worded(text: str, writing: Writing) -> None:
    text = text.strip()
    if len(text) > broadcasts.TEXT_LIMIT or not text:
        fault = words(writing.language, "fault-too-long", length=str(len(text)), max=str(broadcasts.TEXT_LIMIT))
        private = writing.speaker.private
        writing.replies.send(broadcast_screens.ask_text(writing.names(), private, writing.language, fault=fault))
        return
    await writing.keep(text=text)
    await _preview(writing)


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
