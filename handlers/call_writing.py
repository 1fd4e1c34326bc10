"""/call: level, kind, where; the ready words or others; a look at it; 发布."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, calls, talks
from bot.actions.calls import Asked
from bot.actions.people import GroupPlace
from bot.report_types.call_texts import KINDS_OFFERED, LEVELS_OFFERED, ready_text
from bot.rules.area_choice import AreaChoice, read_names
from bot.rules.speaker import Speaker
from bot.wording import area_choice, call_screens, screens, values
from bot.wording.taps import CallTap
from bot.wording.worded import words
from bot.world import World
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.replies import Replies

router = Router(name="call_writing")
ORDER = 30

TOPIC = "call"
LONGEST_MINUTES = 1440


async def being_written(tap: CallbackQuery, callback_data: CallTap) -> bool:
    return callback_data.call == 0


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

    @property
    def step(self) -> str:
        return str(self.draft.get("step", ""))

    @property
    def has_words(self) -> bool:
        kind, level = str(self.draft.get("kind", "")), str(self.draft.get("level", ""))
        return bool(self.draft.get("text")) or ready_text(kind, level) is not None

    async def keep(self, **changes: Any) -> int:
        """Keep the draft with these changes; its revision."""
        talk = await talks.open_talk(self.tx, self.speaker, TOPIC, {**self.draft, **changes}, self.now)
        self.draft, self.revision = talk.data, talk.revision
        return talk.revision

    def names(self) -> str:
        pairs = [(area.name, area.name_hant) for code in self.areas if (area := self.world.places.get(code))]
        return area_choice.names(pairs, self.language)

    def stale(self) -> None:
        self.replies.answer_tap(screens.note(self.language, "tap-stale"))


@router.message(Command("call"))
async def begin(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    scope = await calls.may_call(tx, speaker, group, ())
    if not scope:
        replies.send(screens.say(language, "call-no-right"), reply_to=message.message_id)
        return
    writing = Writing(speaker, group, language, tx, now, world, replies, scope)
    minutes = world.settings.call_minutes
    await writing.keep(level="", kind="", areas=[], page="", text="", minutes=minutes, drill=False, step="level")
    replies.send(call_screens.choose_level(language))


@router.callback_query(CallTap.filter(), being_written)
async def tapped(
    tap: CallbackQuery, callback_data: CallTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    if speaker.talk.topic != TOPIC:
        replies.answer_tap(screens.note(language, "call-not-writing"))
        return
    scope = await calls.may_call(tx, speaker, group, ())
    if not scope:
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    await _step(callback_data, Writing(speaker, group, language, tx, now, world, replies, scope))


async def _step(tap: CallTap, writing: Writing) -> None:
    match tap.act:
        case "level" | "kind":
            await _what(tap, writing)
        case "area" | "page":
            await _choose(tap, writing)
        case "done" | "keep" | "preview":
            await _preview(writing)
        case "back":
            await _back(writing)
        case "edit":
            writing.replies.show(call_screens.what_to_edit(writing.language))
        case "levels" | "areas" | "text" | "until":
            await _show_step({"levels": "level"}.get(tap.act, tap.act), writing)
        case "minutes" | "drill":
            await _set(tap, writing)
        case "publish":
            await _publish(tap, writing)
        case "cancel":
            await talks.close_talk(writing.tx, writing.speaker, writing.now)
            writing.replies.show(screens.say(writing.language, "cancelled"))
        case _:
            writing.replies.answer_tap(screens.note(writing.language, "tap-not-understood"))


async def _what(tap: CallTap, writing: Writing) -> None:
    """Level, then kind; then the areas, or the preview when they are chosen already."""
    offered = LEVELS_OFFERED if tap.act == "level" else KINDS_OFFERED
    if tap.value not in offered:
        writing.replies.answer_tap(screens.note(writing.language, "tap-not-understood"))
        return
    await writing.keep(**{tap.act: tap.value})
    if tap.act == "level":
        await _show_step("kind", writing)
    elif writing.areas:
        await _preview(writing)
    else:
        await _show_step("areas", writing)


BEFORE = {"level": "level", "kind": "level", "areas": "kind", "text": "areas", "until": "preview", "preview": "areas"}


async def _back(writing: Writing) -> None:
    await _show_step(BEFORE.get(writing.step, "level"), writing)


async def _show_step(step: str, writing: Writing) -> None:
    language, show = writing.language, writing.replies.show
    if step == "preview":
        await _preview(writing)
        return
    await writing.keep(step=step, page="")
    match step:
        case "kind":
            show(call_screens.choose_kind(language))
        case "areas":
            show(call_screens.choose_areas(writing.choice, language, writing.world.places))
        case "text":
            kept = str(writing.draft.get("text", "")) or _ready(writing)
            show(call_screens.ask_text(writing.names(), writing.speaker.private, language, kept))
            if not writing.speaker.private:
                writing.replies.send(call_screens.reply_here(writing.speaker, language))
        case "until":
            show(call_screens.choose_minutes(language))
        case _:
            show(call_screens.choose_level(language))


def _ready(writing: Writing) -> str:
    ready = ready_text(str(writing.draft["kind"]), str(writing.draft["level"]))
    return values.name_of(ready, writing.language) if ready else ""


async def _choose(tap: CallTap, writing: Writing) -> None:
    after = writing.choice.tapped(tap.act, tap.value, writing.world.places)
    if after is None:
        writing.replies.answer_tap(screens.note(writing.language, "tap-not-understood"))
        return
    await writing.keep(step="areas", areas=list(after.chosen), page=after.page)
    writing.replies.show(call_screens.choose_areas(after, writing.language, writing.world.places))


async def _set(tap: CallTap, writing: Writing) -> None:
    if tap.act == "drill":
        await writing.keep(drill=not writing.draft.get("drill"))
    elif tap.value.isdecimal() and 1 <= int(tap.value[:5]) <= LONGEST_MINUTES:
        await writing.keep(minutes=int(tap.value))
    await _preview(writing)


async def _preview(writing: Writing) -> None:
    """What is missing is asked for; else it is shown as it will go out, with whom it calls."""
    draft = writing.draft
    missing = next((step for step in ("level", "kind", "areas") if not draft.get(step)), None)
    if missing == "areas" and writing.step == "areas":
        writing.replies.answer_tap(screens.note(writing.language, "areas-none"))
        return
    if missing or not writing.has_words:
        await _show_step(missing or "text", writing)
        return
    revision = await writing.keep(step="preview")
    counted = await calls.count(writing.tx, writing.areas)
    places = writing.world.places
    without = [area_choice.name(area, writing.language) for code in counted.without if (area := places.get(code))]
    writing.replies.show(call_screens.preview(
        writing.draft, writing.names(), (counted.villages, counted.people, counted.unsent), without,
        writing.world.settings.call_wait(str(draft["level"])), revision, writing.language,
    ))  # fmt: skip


async def _publish(tap: CallTap, writing: Writing) -> None:
    """What was read is what goes out: an older preview's button is stale."""
    draft = writing.draft
    if writing.step != "preview" or tap.revision != writing.revision:
        writing.stale()
        return
    asked = Asked(
        str(draft["kind"]), str(draft["level"]), writing.areas, str(draft["text"]), int(draft["minutes"]),
        bool(draft["drill"]),
    )  # fmt: skip
    row = await calls.publish(
        writing.tx, writing.world, writing.speaker, writing.group, asked, writing.language, writing.now
    )
    if row is None:
        writing.replies.answer_tap(screens.note(writing.language, "tap-no-right"), alert=True)
        return
    await talks.close_talk(writing.tx, writing.speaker, writing.now)
    writing.replies.show(screens.say(writing.language, "call-published"))


@router.message(in_talk(TOPIC), to_the_bot, no_command)
async def said(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """Typed in the middle of it: names of areas, the words, or a number of minutes."""
    writing = Writing(speaker, group, language, tx, now, world, replies, await calls.may_call(tx, speaker, group, ()))
    way = screens.way_out(message.text or "")
    if way == "cancel" or not writing.scope:
        await talks.close_talk(tx, speaker, now)
        replies.send(screens.say(language, "cancelled"))
    elif not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    elif way == "back":
        await _back(writing)
    elif writing.step == "areas":
        await _named(message.text, writing)
    elif writing.step == "until" and message.text.strip().isdecimal():
        await _set(CallTap(call=0, act="minutes", value=message.text.strip()[:6]), writing)
    elif writing.step in ("text", "preview"):
        await _worded(message.text.strip(), writing)
    else:
        await _show_step(writing.step or "level", writing)


async def _named(text: str, writing: Writing) -> None:
    read = read_names(text, writing.world.places, writing.scope)
    after = writing.choice.add(*read.clear)
    await writing.keep(areas=list(after.chosen))
    writing.replies.send(call_screens.choose_areas(after, writing.language, writing.world.places, read))


async def _worded(text: str, writing: Writing) -> None:
    if len(text) > calls.TEXT_LIMIT or not text:
        fault = words(writing.language, "fault-too-long", length=str(len(text)), max=str(calls.TEXT_LIMIT))
        private = writing.speaker.private
        writing.replies.send(call_screens.ask_text(writing.names(), private, writing.language, fault=fault))
        return
    await writing.keep(text=text)
    await _preview(writing)
