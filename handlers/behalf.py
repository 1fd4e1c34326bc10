"""/behalf, 代报, 有村民打电话来说 …: who called, when, what they said. /code: one line, keyed in at the duty desk."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import behalf, talks
from bot.actions.people import GroupPlace
from bot.actions.supplements import SUPPLEMENT
from bot.rules.behalf import Call, after_opening, only_a_call, read_call, split
from bot.rules.question import Fault
from bot.rules.speaker import Speaker
from bot.wording import behalf_screens, screens
from bot.wording.report_taps import BehalfTap, CodeTap
from handlers.listens_for import in_talk, media_of, no_command, private, to_the_bot
from handlers.visit import Visit

router = Router(name="behalf")
ORDER = 17

CALLER, WORDS = "behalf_caller", "behalf_words"
ASKS = {CALLER: "behalf-caller-ask", WORDS: "behalf-words"}
AT_REST = (None, SUPPLEMENT)


async def at_rest(message: Message, speaker: Speaker) -> bool:
    """Nobody else is waiting for these words."""
    return speaker.talk.topic in AT_REST


@router.message(Command("behalf"))
async def begin(
    message: Message, command: CommandObject, group: GroupPlace | None, language: str, visit: Visit
) -> None:
    """An officer's villager, or whoever calls the duty desk; what comes with the command is taken at once."""
    args = (command.args or "").strip()
    if behalf.from_officer(visit.speaker):
        await _from_villager(args, visit, explicit=True)
        return
    area = await behalf.desk_area(visit.tx, visit.speaker, group)
    if area is None:
        visit.replies.send(screens.say(language, "behalf-no-right"), reply_to=message.message_id)
        return
    call, words = split(args, visit.local_now) if args else (None, "")
    if call is None:
        await _ask(CALLER, {"area": area, "words": words}, visit, language, message)
    else:
        await _called(call, words, area, message, visit, group, language)


@router.message(private, no_command, at_rest)
async def opened(message: Message, visit: Visit) -> None:
    """代报 or 有村民打电话来说, as the first words."""
    words = after_opening(message.text or "") if message.text else None
    if words is None or not behalf.from_officer(visit.speaker):
        raise SkipHandler
    await _from_villager(words, visit, explicit=not words)


async def _from_villager(text: str, visit: Visit, *, explicit: bool) -> None:
    """What happened goes first, so that nobody waits for a name; who called is asked afterwards."""
    call, words = split(text, visit.local_now) if text else (None, "")
    if not words:
        await _ask(WORDS, _kept(call), visit, visit.language)
        return
    await _file_for_villager(call or Call(), words, visit, explicit=explicit)


def _kept(call: Call | None) -> dict[str, Any]:
    at = call.at.isoformat() if call and call.at else None
    return {"name": call.name, "phone": call.phone, "at": at} if call else {}


async def _file_for_villager(call: Call, words: str, visit: Visit, *, explicit: bool) -> None:
    typed = await behalf.for_villager(visit.tx, visit.world, visit.speaker, call, words, visit.now)
    if typed.again:
        if not explicit:
            raise SkipHandler
        await _ask(WORDS, _kept(call), visit, visit.language, key="behalf-say-what")
        return
    if typed.report is not None and typed.report.origin == "behalf" and not call.says_something:
        data = {"report": typed.report.id, "key": typed.ask, "caller": True}
        await talks.open_talk(visit.tx, visit.speaker, SUPPLEMENT, data, visit.now)
        visit.replies.send(screens.say(visit.language, "behalf-who-after"))


@router.message(private, no_command, in_talk(SUPPLEMENT))
async def caller_after(message: Message, visit: Visit) -> None:
    """A line that names a caller, right after a report for them; anything else is for whoever listens next."""
    data = visit.speaker.talk.data
    call = only_a_call(message.text, visit.local_now) if message.text and data.get("caller") else None
    if call is None:
        raise SkipHandler
    report = await behalf.name_caller(
        visit.tx, visit.world, visit.speaker, int(data["report"]), call, visit.now
    )  # fmt: skip
    if report is None:
        raise SkipHandler
    await talks.open_talk(visit.tx, visit.speaker, SUPPLEMENT, {"report": report.id, "key": data.get("key")}, visit.now)
    visit.replies.send(screens.say(visit.language, "behalf-caller-kept", number=report.number))


async def _ask(
    topic: str, data: dict[str, Any], visit: Visit, language: str, message: Message | None = None, key: str = ""
) -> None:
    """In a group the answer must be a reply, so the question is addressed to whoever typed."""
    await talks.open_talk(visit.tx, visit.speaker, topic, data, visit.now)
    asked = behalf_screens.ask(key or ASKS[topic], visit.speaker, language)
    visit.replies.send(asked, reply_to=message.message_id if message and not visit.speaker.private else None)


@router.message(in_talk(CALLER, WORDS), to_the_bot, no_command)
async def typed(message: Message, visit: Visit, group: GroupPlace | None, language: str) -> None:
    """The caller, or what they said. 取消 ends it, 跳过 leaves the caller open."""
    text, topic, data = (message.text or "").strip(), visit.speaker.talk.topic, dict(visit.speaker.talk.data)
    way = screens.way_out(text)
    if way == "cancel":
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        home = screens.home_keyboard(visit.speaker) if visit.speaker.private else None
        visit.replies.send(screens.say(language, "cancelled", home))
        return
    if not text:
        key = "behalf-words-please" if media_of(message) else "words-please"
        visit.replies.send(screens.say(language, key), reply_to=message.message_id)
        return
    if topic == CALLER:
        call = Call() if way == "skip" else read_call(text, visit.local_now)
        if isinstance(call, Fault):
            visit.replies.send(screens.say(language, call.key, None, **call.values), reply_to=message.message_id)
            return
        await _called(call, str(data.get("words") or ""), str(data["area"]), message, visit, group, language)
        return
    if "area" in data:
        await _key_in(text, data, message, visit, group, language)
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    await _file_for_villager(_call_in(data), text, visit, explicit=True)


def _call_in(data: dict[str, Any]) -> Call:
    at = data.get("at")
    return Call(data.get("name"), data.get("phone"), datetime.fromisoformat(at) if at else None)


async def _called(
    call: Call, words: str, area: str, message: Message, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    """Who called the duty desk: one of the roster, one of several, or somebody else."""
    found = await behalf.officers_called(visit.tx, area, call.name)
    data = {**_kept(call), "area": area, "words": words}
    if len(found) > 1:
        await talks.open_talk(visit.tx, visit.speaker, WORDS, data, visit.now)
        visit.replies.send(behalf_screens.which_officer(found, visit.world.places, language))
        return
    await _next({**data, "officer": found[0][0] if found else None}, message, visit, group, language)


@router.callback_query(BehalfTap.filter())
async def officer_chosen(
    tap: CallbackQuery, callback_data: BehalfTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    talk, area = visit.speaker.talk, await behalf.desk_area(visit.tx, visit.speaker, group)
    if talk.topic != WORDS or area is None or talk.data.get("area") != area:
        visit.replies.answer_tap(screens.note(language, "tap-stale"))
        return
    await _next({**talk.data, "officer": callback_data.person or None}, None, visit, group, language)


async def _next(
    data: dict[str, Any], message: Message | None, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    words = str(data.get("words") or "")
    if words:
        await _key_in(words, data, message, visit, group, language)
    else:
        await _ask(WORDS, data, visit, language, message)


async def _key_in(
    words: str, data: dict[str, Any], message: Message | None, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    """The right is asked anew: posts and groups change between two messages."""
    area = await behalf.desk_area(visit.tx, visit.speaker, group)
    if area is None or area != data.get("area"):
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "behalf-no-right"))
        return
    done = await behalf.key_in(
        visit.tx, visit.world, visit.speaker, group, area, _call_in(data), data.get("officer"), words, visit.now
    )
    if done.report is not None:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    elif done.fault is not None:
        visit.replies.send(screens.say(language, done.fault.key, None, **done.fault.values))
        await _ask(WORDS, {**data, "words": ""}, visit, language, message)
    else:
        await _ask(WORDS, {**data, "words": ""}, visit, language, message, key="behalf-say-what")


@router.message(Command("code"))
async def code(message: Message, command: CommandObject, group: GroupPlace | None, language: str, visit: Visit) -> None:
    """`/code H3 2 0 高滩` files it; alone it shows the table."""
    area = await behalf.desk_area(visit.tx, visit.speaker, group)
    line = (command.args or "").strip()
    if not line:
        visit.replies.send(behalf_screens.code_table("N", language))
        return
    if area is None:
        visit.replies.send(screens.say(language, "behalf-no-right"), reply_to=message.message_id)
        return
    done = await behalf.key_in_code(visit.tx, visit.world, visit.speaker, group, area, line, visit.now)
    if done.fault is not None:
        said = screens.say(language, done.fault.key, None, **done.fault.values)
        visit.replies.send(said, reply_to=message.message_id)


@router.callback_query(CodeTap.filter())
async def code_page(tap: CallbackQuery, callback_data: CodeTap, visit: Visit, language: str) -> None:
    if callback_data.letter not in behalf_screens.LETTERS:
        visit.replies.answer_tap(screens.note(language, "tap-stale"))
        return
    visit.replies.show(behalf_screens.code_table(callback_data.letter, language))
