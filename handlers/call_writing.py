"""/call: level, kind, where; the ready words or others; a look at it; 发布."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, calls
from bot.actions.calls import Asked
from bot.actions.people import GroupPlace
from bot.report_types.call_texts import KINDS_OFFERED, LEVELS_OFFERED, ready_text
from bot.rules.speaker import Speaker
from bot.wording import area_choice, call_screens, screens, values, writing_screens
from bot.wording.duty_taps import CallTap
from bot.world import World
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.replies import Replies
from handlers.writing import Writing

router = Router(name="call_writing")
ORDER = 30

TOPIC = "call"
LONGEST_MINUTES = 1440


async def being_written(tap: CallbackQuery, callback_data: CallTap) -> bool:
    return callback_data.call == 0


class Round(Writing):
    """A step of writing a round."""

    TOPIC = TOPIC

    @property
    def has_words(self) -> bool:
        kind, level = str(self.draft.get("kind", "")), str(self.draft.get("level", ""))
        return bool(self.draft.get("text")) or ready_text(kind, level) is not None


@router.message(Command("call"))
async def begin(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    scope = await calls.may_call(tx, speaker, group, ())
    if not scope:
        replies.send(screens.say(language, "call-no-right"), reply_to=message.message_id)
        return
    writing = Round(speaker, group, language, tx, now, world, replies, scope)
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
    await _step(callback_data, Round(speaker, group, language, tx, now, world, replies, scope))


async def _step(tap: CallTap, writing: Round) -> None:
    match tap.act:
        case "level" | "kind":
            await _what(tap, writing)
        case "area" | "page":
            await writing.choose_area(tap.act, tap.value, call_screens.choose_areas)
        case "done" | "keep" | "preview":
            await preview(writing)
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
            await writing.cancel()
        case _:
            writing.note("tap-not-understood")


async def _what(tap: CallTap, writing: Round) -> None:
    """Level, then kind; then the areas, or the preview when they are chosen already."""
    offered = LEVELS_OFFERED if tap.act == "level" else KINDS_OFFERED
    if tap.value not in offered:
        writing.note("tap-not-understood")
        return
    await writing.keep(**{tap.act: tap.value})
    if tap.act == "level":
        await _show_step("kind", writing)
    elif writing.areas:
        await preview(writing)
    else:
        await _show_step("areas", writing)


BEFORE = {"level": "level", "kind": "level", "areas": "kind", "text": "areas", "until": "preview", "preview": "areas"}


async def _back(writing: Round) -> None:
    await _show_step(BEFORE.get(writing.step, "level"), writing)


async def _show_step(step: str, writing: Round) -> None:
    language, show = writing.language, writing.replies.show
    if step == "preview":
        await preview(writing)
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
                writing.replies.send(writing_screens.reply_here(writing.speaker, language, "call-reply-here"))
        case "until":
            show(call_screens.choose_minutes(language))
        case _:
            show(call_screens.choose_level(language))


def _ready(writing: Round) -> str:
    ready = ready_text(str(writing.draft["kind"]), str(writing.draft["level"]))
    return values.name_of(ready, writing.language) if ready else ""


async def _set(tap: CallTap, writing: Round) -> None:
    if tap.act == "drill":
        await writing.keep(drill=not writing.draft.get("drill"))
    elif tap.value.isdecimal() and 1 <= int(tap.value[:5]) <= LONGEST_MINUTES:
        await writing.keep(minutes=int(tap.value))
    await preview(writing)


async def preview(writing: Round) -> None:
    """What is missing is asked for; else it is shown as it will go out, with whom it calls."""
    draft = writing.draft
    missing = next((step for step in ("level", "kind", "areas") if not draft.get(step)), None)
    if missing == "areas" and writing.step == "areas":
        writing.note("areas-none")
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


async def _publish(tap: CallTap, writing: Round) -> None:
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
        writing.note("tap-no-right", alert=True)
        return
    await writing.end(screens.say(writing.language, "call-published"))


@router.message(in_talk(TOPIC), to_the_bot, no_command)
async def said(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """Typed in the middle of it: names of areas, the words, or a number of minutes."""
    writing = Round(speaker, group, language, tx, now, world, replies, await calls.may_call(tx, speaker, group, ()))
    if await writing.left(message) or message.text is None:
        return
    if screens.way_out(message.text) == "back":
        await _back(writing)
    elif writing.step == "areas":
        await writing.name_areas(message.text, call_screens.choose_areas)
    elif writing.step == "until" and message.text.strip().isdecimal():
        await _set(CallTap(call=0, act="minutes", value=message.text.strip()[:6]), writing)
    elif writing.step in ("text", "preview"):
        await _worded(message.text.strip(), writing)
    else:
        await _show_step(writing.step or "level", writing)


async def _worded(text: str, writing: Round) -> None:
    fault = writing.fault_of(text, calls.TEXT_LIMIT)
    if fault is not None:
        private = writing.speaker.private
        writing.replies.send(call_screens.ask_text(writing.names(), private, writing.language, fault=fault))
        return
    await writing.keep(text=text)
    await preview(writing)
