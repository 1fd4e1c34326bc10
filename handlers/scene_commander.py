"""The named person's private chat: 接受 or 不能; then 到场, 简报, 需要支援, 已控制.

Only a reply to the card, or what follows 简报, is an update; everything else is heard as ever.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

import locales
from bot.actions import Transaction, desk, duty_versions, follow_ups, scene_answers, scene_command, scene_updates, talks
from bot.actions.scene_updates import Update
from bot.rules.command import BRIEFING
from bot.rules.speaker import Speaker
from bot.wording import command_screens, duty_screens, screens
from bot.wording.case_taps import CommandTap
from handlers.listens_for import in_talk, media_of, no_command, private
from handlers.visit import Visit

router = Router(name="scene_commander")
ORDER = 16  # after a reply to a question of the desk, before plain words are read as a report

REFUSE, SUPPORT, BRIEF, HERE = "scene_refuse", "scene_support", "scene_brief", "scene_here"
HELD = "scene_held"
TOPICS = (REFUSE, SUPPORT, BRIEF, HERE, HELD)
TYPED = {REFUSE: "refuse", SUPPORT: "support"}
KEYBOARD = ("button-emergency", "button-report", "button-hazard", "button-sign", "button-my-reports")
ACTS = ("accept", "refuse", "arrive", "brief", "support", "controlled", "send")


async def no_button(message: Message) -> bool:
    """Not one of the buttons under an officer's thumb: those begin something else."""
    return not any((message.text or "").strip() in locales.labels(key) for key in KEYBOARD)


async def in_time(message: Message, speaker: Speaker, now: datetime) -> bool:
    """An officer who was asked for words long ago says something else by now."""
    at = speaker.talk.updated_at
    return speaker.officer is None or (at is not None and now - at <= BRIEFING)


@router.callback_query(CommandTap.filter(), private)
async def tapped(tap: CallbackQuery, callback_data: CommandTap, visit: Visit) -> None:
    act = callback_data.act
    if act in ("accept", "refuse"):
        await _answers(callback_data, visit)
    elif act in ACTS:
        await _commands(callback_data, visit)
    else:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _answers(data: CommandTap, visit: Visit) -> None:
    number = int(data.value) if data.value.isdecimal() and len(data.value) < 10 else 0
    if data.act == "accept":
        report, refusal = await scene_answers.accept(visit.tx, visit.speaker, number, visit.now)
    else:
        report, refusal = await scene_answers.refusable(visit.tx, visit.speaker, number)
    if refusal == "stale":
        visit.replies.answer_tap(screens.note(visit.language, "command-tap-stale"), alert=True)
    elif refusal or report is None or data.act == "accept":
        said = duty_screens.tap_answer(report, refusal, "command-toast-accepted", visit.language)
        visit.replies.answer_tap(said, alert=bool(refusal))
    else:
        await talks.open_talk(visit.tx, visit.speaker, REFUSE, {"report": report.id, "command": number}, visit.now)
        visit.replies.send(duty_screens.ask_for_words(REFUSE, report.number, visit.speaker, visit.language))


async def _commands(data: CommandTap, visit: Visit) -> None:
    tx, speaker, now, language = visit.tx, visit.speaker, visit.now, visit.language
    verb = {"brief": "report", "controlled": "report", "send": "report"}.get(data.act, data.act)
    if data.act == "arrive":
        report, refusal = await scene_updates.arrive(tx, speaker, data.report, now)
    else:
        report, refusal = await scene_updates.allowed(tx, speaker, data.report, verb, now)
    case = await desk.view(tx, data.report) if report is not None else None
    if refusal == "again" and report is not None:
        visit.replies.answer_tap(screens.note(language, "scene-again", number=report.number))
    elif report is None or refusal or case is None:
        visit.replies.answer_tap(duty_screens.tap_answer(report, refusal or "gone", "", language), alert=True)
    elif data.act == "send":
        await _sends_held(report.id, visit)
    elif data.act == "controlled":
        await follow_ups.control(tx, visit.world, speaker, None, report.id, now)
        after = await desk.view(tx, report.id)
        visit.replies.send(command_screens.noted(after or case, "scene-controlled", language))
    elif data.act == "support":
        await talks.open_talk(tx, speaker, SUPPORT, {"report": report.id}, now)
        visit.replies.send(duty_screens.ask_for_words(SUPPORT, report.number, speaker, language))
    elif data.act == "arrive":
        idle = speaker.talk.topic in (None, *TOPICS)  # a form that is open stays
        if idle:
            await talks.open_talk(tx, speaker, HERE, {"report": report.id}, now)
        visit.replies.send(command_screens.noted(case, "scene-here-ask" if idle else "scene-here-noted", language))
    else:
        await talks.open_talk(tx, speaker, BRIEF, {"report": report.id}, now)
        visit.replies.send(command_screens.brief(case, "scene-brief-ask", language))


async def replies_to_a_case(
    message: Message, speaker: Speaker, tx: Transaction, now: datetime
) -> bool | dict[str, Any]:
    """A reply to the commander's card, or to the desk's card in private, by whoever commands there.

    A word like 终报 makes a version of the report, as ever; whoever does not command is told so, unless an officer:
    their words are heard the old way.
    """
    if message.reply_to_message is None:
        return False
    found = await scene_updates.case_replied_to(tx, speaker.chat_id, message.reply_to_message.message_id)
    if found is None or (not found[1] and duty_versions.begins(message.text or "") is not None):
        return False
    _, refusal = await scene_updates.allowed(tx, speaker, found[0], "report", now)
    if refusal and (speaker.officer is not None or not found[1]):
        return False
    return {"about": found[0]}


async def briefs(message: Message, speaker: Speaker, now: datetime) -> bool | dict[str, Any]:
    """Right after 简报; of an album all pictures, of what comes after it none. After 到场 a location alone."""
    talk = speaker.talk
    if talk.topic not in (BRIEF, HERE) or talk.updated_at is None or now - talk.updated_at > BRIEFING:
        return False
    album = talk.data.get("album")
    if (album and message.media_group_id != album) or (talk.topic == HERE and message.location is None):
        return False
    return {"about": int(talk.data["report"])}


@router.message(private, in_talk(*TYPED), no_command, no_button, in_time)
async def typed(message: Message, visit: Visit) -> None:
    """Why not, or what is needed."""
    text, talk, language = (message.text or "").strip(), visit.speaker.talk, visit.language
    if screens.way_out(text) == "cancel":
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "cancelled", screens.home_keyboard(visit.speaker)))
        return
    if not text:
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    if talk.topic == SUPPORT:
        await _update(Update(text, message=message.message_id), int(talk.data["report"]), "support", visit, close=True)
        return
    command = int(talk.data["command"])
    report, refusal = await scene_answers.refuse(visit.tx, visit.speaker, command, text, visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if refusal == "stale":
        visit.replies.send(screens.say(language, "command-tap-stale"))
    else:
        visit.replies.send(duty_screens.settled(report, refusal, "command-refused-kept", language))


@router.message(private, no_command, no_button, replies_to_a_case)
@router.message(private, no_command, no_button, briefs)
async def update(message: Message, about: int, visit: Visit) -> None:
    """Words, a file or a location from the scene."""
    talk, item = visit.speaker.talk, media_of(message)
    text = message.text or message.caption or ""
    if talk.topic in (BRIEF, HERE) and screens.way_out(text) == "cancel":
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(visit.language, "cancelled", screens.home_keyboard(visit.speaker)))
        return
    pin = (message.location.latitude, message.location.longitude) if message.location is not None else None
    said = Update(text, item, pin, message.message_id)
    if said.empty:
        visit.replies.send(screens.say(visit.language, "scene-nothing"), reply_to=message.message_id)
        return
    album = message.media_group_id
    again = bool(album) and talk.topic == BRIEF and talk.data.get("album") == album
    if album and not again and talk.topic in (None, BRIEF, HERE):
        await talks.open_talk(visit.tx, visit.speaker, BRIEF, {"report": about, "album": album}, visit.now)
    close = not album and talk.topic in (BRIEF, HERE)
    await _update(said, about, "report", visit, close=close, quiet=again)


async def _sends_held(about: int, visit: Visit) -> None:
    """One tap sends the words that were no reply; another tap finds nothing."""
    data = visit.speaker.talk.data
    if visit.speaker.talk.topic != HELD or data.get("report") != about:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    pin = (float(data["pin"][0]), float(data["pin"][1])) if data.get("pin") else None
    said = Update(str(data.get("text") or ""), data.get("item"), pin, int(data["message"]))
    await _update(said, about, "report", visit, close=True)


async def _update(
    said: Update, about: int, verb: str, visit: Visit, *, close: bool = False, quiet: bool = False
) -> None:
    report, refusal = await scene_updates.say(visit.tx, visit.speaker, about, verb, said, visit.now)
    if close:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if report is None or refusal:
        key = (
            "command-answer-please"
            if await scene_command.is_asked(visit.tx, visit.speaker, about)
            else "scene-not-commander"
        )
        number = report.number if report is not None else ""
        visit.replies.send(screens.say(visit.language, key, number=number), reply_to=said.message)
        return
    case = await desk.view(visit.tx, report.id)
    if case is not None and not quiet:
        key = "scene-support-sent" if verb == "support" else "scene-sent"
        visit.replies.send(command_screens.noted(case, key, visit.language), reply_to=said.message)
