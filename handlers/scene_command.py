"""现场指挥 behind a card: who commands, whom to ask, a telephone call. The commander hands over by the same screens."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import desk, scene_command, scene_updates, talks
from bot.actions.scene_command import Chosen
from bot.rules.case_view import CaseView
from bot.rules.command import LONGEST_NOTE, typed_person
from bot.wording import command_screens, duty_screens, screens
from bot.wording.case_taps import CommandTap
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.scene_commander import TOPICS as COMMANDER_TOPICS
from handlers.scene_commander import in_time, no_button
from handlers.visit import Visit

router = Router(name="scene_command")
ORDER = 16  # before plain words are read as a report

PERSON, NOTE, VOICE = "scene_person", "scene_note", "scene_voice"
WAITING = (PERSON, NOTE, VOICE, *COMMANDER_TOPICS)
LOOKS = ("open", "menu", "back", "choose", "hand")
ACTS = (*LOOKS, "close", "keep", "pick", "typed", "told", "told_new", "withdraw", "arrived")


async def of_the_desk(tap: CallbackQuery, callback_data: CommandTap) -> bool:
    return callback_data.act in ACTS


@router.callback_query(CommandTap.filter(), of_the_desk)
async def tapped(tap: CallbackQuery, callback_data: CommandTap, visit: Visit, language: str) -> None:
    act, replies = callback_data.act, visit.replies
    if act in ("close", "keep"):
        if visit.speaker.talk.topic in WAITING and act == "keep":
            await talks.close_talk(visit.tx, visit.speaker, visit.now)
        replies.show(screens.say(language, "cancelled" if act == "keep" else "menu-closed"))
        return
    report, refusal = await scene_command.allowed(visit.tx, visit.speaker, callback_data.report)
    case = await desk.view(visit.tx, callback_data.report) if report is not None else None
    if report is None or refusal or case is None:
        replies.answer_tap(duty_screens.tap_answer(report, refusal or "gone", "", language), alert=True)
    elif act in LOOKS:
        await _looks(tap, callback_data, report, case, visit, language)
    elif act == "typed":
        await _asks(PERSON, {"report": report.id}, case, visit, language, _message_id(tap))
    elif act == "pick":
        await _picked(tap, callback_data, report, case, visit, language)
    else:
        await _settles(callback_data, case, visit, language)


async def _looks(
    tap: CallbackQuery, data: CommandTap, report: scene_command.Report, case: CaseView, visit: Visit, language: str
) -> None:
    """From screen to screen. From a message that must stay (a card, a note under it) a new one is opened."""
    zone = visit.world.settings.zone
    if data.act in ("open", "menu", "back"):
        worded = command_screens.how_it_stands(case, visit.speaker.private, language, zone, visit.now)
    else:
        page = int(data.value) if data.value.isdecimal() and len(data.value) < 4 else 0
        worded = command_screens.whom(case, await scene_command.offered(visit.tx, report), page, language)
    if data.act in ("open", "hand"):
        visit.replies.send(worded, reply_to=_message_id(tap))
    else:
        visit.replies.show(worded)


async def _picked(
    tap: CallbackQuery, data: CommandTap, report: scene_command.Report, case: CaseView, visit: Visit, language: str
) -> None:
    number = int(data.value) if data.value.isdecimal() and len(data.value) < 10 else 0
    who = await scene_command.candidate(visit.tx, report, number)
    if who is None:
        visit.replies.answer_tap(screens.note(language, "command-already", number=case.number), alert=True)
        return
    await _goes_on(
        {"report": case.report_id, "person": who.person}, case, visit, language, _message_id(tap), tapped=True
    )


async def _goes_on(
    draft: dict[str, Any], case: CaseView, visit: Visit, language: str, reply_to: int | None, *, tapped: bool = False
) -> None:
    """The note first, where somebody hands over; then the question, or the telephone."""
    if await scene_command.needs_note(visit.tx, case.report_id) and not draft.get("note"):
        await _asks(NOTE, draft, case, visit, language, reply_to)
        return
    chosen = _chosen(draft)
    report, refusal = await scene_command.name(visit.tx, visit.world, visit.speaker, case.report_id, chosen, visit.now)
    if refusal == "voice":
        await talks.open_talk(visit.tx, visit.speaker, VOICE, draft, visit.now)
        who = await scene_command.candidate(visit.tx, report, chosen.person) if report and chosen.person else None
        name, phone = (who.name, who.phone) if who else (chosen.name, chosen.phone)
        worded = command_screens.by_telephone(case, name, phone, language)
    else:
        await _forgets(visit)
        after = await desk.view(visit.tx, case.report_id)
        waiting = after.command.waiting if after else None
        if refusal or waiting is None:
            _says_no(report, refusal or "stale", visit, language, reply_to, tapped=tapped)
            return
        minutes = visit.world.settings.commander_wait_minutes
        worded = command_screens.named(case, waiting.name, minutes, language)
    if tapped:
        visit.replies.show(worded)
    else:
        visit.replies.send(worded, reply_to=reply_to)


def _says_no(
    report: scene_command.Report | None,
    refusal: str,
    visit: Visit,
    language: str,
    reply_to: int | None,
    *,
    tapped: bool,
) -> None:
    stale = refusal == "stale"
    if tapped:
        said = screens.note(language, "command-tap-stale") if stale else None
        visit.replies.answer_tap(said or duty_screens.tap_answer(report, refusal, "", language), alert=True)
    elif stale:
        visit.replies.send(screens.say(language, "command-tap-stale"), reply_to=reply_to)
    else:
        visit.replies.send(duty_screens.settled(report, refusal, "", language), reply_to=reply_to)


def _chosen(draft: dict[str, Any]) -> Chosen:
    person = int(draft["person"]) if draft.get("person") else None
    return Chosen(person, str(draft.get("name") or ""), draft.get("phone"), draft.get("note"))


async def _forgets(visit: Visit) -> None:
    if visit.speaker.talk.topic in (PERSON, NOTE, VOICE):
        await talks.close_talk(visit.tx, visit.speaker, visit.now)


async def _asks(
    topic: str, draft: dict[str, Any], case: CaseView, visit: Visit, language: str, reply_to: int | None
) -> None:
    await talks.open_talk(visit.tx, visit.speaker, topic, draft, visit.now)
    visit.replies.send(duty_screens.ask_for_words(topic, case.number, visit.speaker, language), reply_to=reply_to)


async def _settles(data: CommandTap, case: CaseView, visit: Visit, language: str) -> None:
    """已电话告知, of whoever is asked (`value`) or was chosen just now; 他说已到场; nobody is asked any more."""
    tx, speaker, now = visit.tx, visit.speaker, visit.now
    number = int(data.value) if data.value.isdecimal() and len(data.value) < 10 else 0
    waiting = case.command.waiting
    name = waiting.name if waiting else ""
    if data.act == "withdraw":
        report, refusal = await scene_command.withdraw(tx, speaker, case.report_id, number, now)
        key = "command-withdrawn-done"
    elif data.act == "arrived":
        report, refusal = await scene_updates.arrived_by_telephone(tx, speaker, case.report_id, now)
        key = "command-arrived-done"
    elif data.act == "told":
        report, refusal = await scene_command.told(tx, speaker, case.report_id, number, now)
        key = "command-told-done"
    else:
        draft = dict(speaker.talk.data)
        if speaker.talk.topic != VOICE or draft.get("report") != case.report_id:
            visit.replies.answer_tap(screens.note(language, "tap-stale"))
            return
        chosen = _chosen(draft)
        report, refusal = await scene_command.name(tx, visit.world, speaker, case.report_id, chosen, now, told=True)
        await _forgets(visit)
        after = await desk.view(tx, case.report_id)
        name, key = after.command.standing.name if after and after.command.standing else "", "command-told-done"
    if refusal:
        _says_no(report, refusal, visit, language, None, tapped=True)
        return
    visit.replies.show(screens.say(language, key, number=case.number, name=name))


@router.message(in_talk(PERSON, NOTE), to_the_bot, no_command, no_button, in_time)
async def typed(message: Message, visit: Visit, language: str) -> None:
    """A name and a number, or what is handed over. 取消 ends it."""
    text, topic, draft = (message.text or "").strip(), visit.speaker.talk.topic, dict(visit.speaker.talk.data)
    if screens.way_out(text) == "cancel":
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "cancelled"), reply_to=message.message_id)
        return
    if not text:
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    report, refusal = await scene_command.allowed(visit.tx, visit.speaker, int(draft["report"]))
    case = await desk.view(visit.tx, report.id) if report is not None else None
    if report is None or refusal or case is None:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(duty_screens.settled(report, refusal or "gone", "", language), reply_to=message.message_id)
        return
    if topic == NOTE:
        draft["note"] = text[:LONGEST_NOTE]
    else:
        found = typed_person(text)
        if found is None:
            visit.replies.send(screens.say(language, "command-typed-again"), reply_to=message.message_id)
            return
        draft["name"], draft["phone"] = found
        draft["person"] = await scene_command.person_of_phone(visit.tx, report, found[1])
    await _goes_on(draft, case, visit, language, message.message_id)


def _message_id(tap: CallbackQuery) -> int | None:
    return tap.message.message_id if tap.message else None
