"""会商 at the desk: choose experts, a question if there is one, send; write down what was said on the telephone."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import consults, talks
from bot.actions.consults import Looked
from bot.actions.people import GroupPlace
from bot.wording import consult_screens, duty_screens, screens
from bot.wording.case_taps import ConsultTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="consult")
ORDER = 24

CHOOSING, QUESTION, PHONED = "consult", "consult_question", "consult_phoned"


@router.callback_query(ConsultTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: ConsultTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    act = callback_data.act
    if act == "open":
        await _opens(callback_data, visit, group, language)
    elif act == "next":
        await _asks_another(callback_data, visit, group, language)
    elif act == "phoned":
        await _was_phoned(tap, callback_data, visit, group, language)
    elif act in ("pick", "all", "ask", "send"):
        await _chooses(tap, callback_data, visit, group, language)
    else:
        visit.replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _looked(
    data: ConsultTap, visit: Visit, group: GroupPlace | None, language: str, everybody: bool = False
) -> Looked | None:
    """None, and the reason said, where this speaker may not."""
    looked = await consults.look(
        visit.tx, visit.world, visit.speaker, group, data.report, visit.now, everybody=everybody
    )  # fmt: skip
    if looked.refusal or looked.report is None:
        visit.replies.answer_tap(duty_screens.tap_answer(looked.report, looked.refusal, "", language), alert=True)
        return None
    return looked


async def _opens(data: ConsultTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    looked = await _looked(data, visit, group, language)
    if looked is None:
        return
    kept = {"report": data.report, "chosen": [], "question": "", "all": False}
    await talks.open_talk(visit.tx, visit.speaker, CHOOSING, kept, visit.now)
    _show(looked, kept, visit, language)


def _show(looked: Looked, kept: dict[str, Any], visit: Visit, language: str) -> None:
    assert looked.report is not None
    screen = consult_screens.choose(
        looked.report.id, looked.report.number, looked.proposals, looked.asked, kept["chosen"], kept["question"],
        kept["all"], language, visit.now,
    )  # fmt: skip
    visit.replies.show(screen)


def _kept(visit: Visit, report: int) -> dict[str, Any] | None:
    """What this person has chosen so far; None where they are choosing nothing for this case."""
    talk = visit.speaker.talk
    if talk.topic not in (CHOOSING, QUESTION) or talk.data.get("report") != report:
        return None
    return {key: talk.data[key] for key in ("report", "chosen", "question", "all")}


async def _chooses(tap: CallbackQuery, data: ConsultTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    kept = _kept(visit, data.report)
    if kept is None:  # a screen that somebody else opened, or one of before
        visit.replies.answer_tap(screens.note(language, "consult-not-yours"), alert=True)
        return
    looked = await _looked(data, visit, group, language, everybody=kept["all"] or data.act == "all")
    if looked is None or looked.report is None:
        return
    if data.act == "send":
        await _sends(data, kept, visit, group, language)
        return
    if data.act == "ask":
        await talks.open_talk(visit.tx, visit.speaker, QUESTION, kept, visit.now)
        ask = duty_screens.ask_for_words(QUESTION, looked.report.number, visit.speaker, language)
        visit.replies.send(ask, reply_to=tap.message.message_id if tap.message else None)
        return
    if data.act == "pick":
        free = {each.expert.person_id for each in looked.proposals}
        chosen = [each for each in kept["chosen"] if each != data.value]
        if data.value in free and data.value not in kept["chosen"]:
            chosen.append(data.value)
        kept["chosen"] = chosen
    else:
        kept["all"] = True
    await talks.open_talk(visit.tx, visit.speaker, CHOOSING, kept, visit.now)
    _show(looked, kept, visit, language)


async def _sends(data: ConsultTap, kept: dict[str, Any], visit: Visit, group: GroupPlace | None, language: str) -> None:
    asked = await consults.ask(
        visit.tx, visit.world, visit.speaker, group, data.report, kept["chosen"], kept["question"], visit.now
    )
    if asked.refusal == "nobody" or asked.report is None:
        visit.replies.answer_tap(screens.note(language, "consult-nobody-chosen"), alert=True)
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.show(consult_screens.sent(asked.report.number, asked.written, asked.to_phone, language))


async def _asks_another(data: ConsultTap, visit: Visit, group: GroupPlace | None, language: str) -> None:
    asked = await consults.ask_another(
        visit.tx, visit.world, visit.speaker, group, data.report, data.value, visit.now
    )  # fmt: skip
    if asked.refusal == "nobody":
        visit.replies.answer_tap(screens.note(language, "consult-asked-already"), alert=True)
    elif asked.refusal or asked.report is None:
        visit.replies.answer_tap(duty_screens.tap_answer(asked.report, asked.refusal, "", language), alert=True)
    else:
        visit.replies.answer_tap(screens.note(language, "toast-consulted"))


async def _was_phoned(
    tap: CallbackQuery, data: ConsultTap, visit: Visit, group: GroupPlace | None, language: str
) -> None:
    report, row, refusal = await consults.request_for_phone(visit.tx, visit.speaker, group, data.value)
    if refusal in ("answered", "withdrawn"):
        visit.replies.answer_tap(screens.note(language, f"consult-is-{refusal}"), alert=True)
    elif refusal or report is None or row is None:
        visit.replies.answer_tap(duty_screens.tap_answer(report, refusal, "", language), alert=True)
    else:
        await talks.open_talk(visit.tx, visit.speaker, PHONED, {"request": row.id}, visit.now)
        ask = duty_screens.ask_for_words(PHONED, report.number, visit.speaker, language)
        visit.replies.send(ask, reply_to=tap.message.message_id if tap.message else None)


@router.message(in_talk(QUESTION, PHONED), to_the_bot)
async def typed(message: Message, visit: Visit, group: GroupPlace | None, language: str) -> None:
    text = (message.text or "").strip()
    if not text or text.startswith("/"):
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    elif visit.speaker.talk.topic == QUESTION:
        await _question(message, text, visit, group, language)
    else:
        await _what_was_said(message, text, visit, group, language)


async def _question(message: Message, text: str, visit: Visit, group: GroupPlace | None, language: str) -> None:
    kept = _kept(visit, int(visit.speaker.talk.data["report"]))
    assert kept is not None
    kept["question"] = text[: consults.LONGEST_QUESTION]
    looked = await consults.look(
        visit.tx, visit.world, visit.speaker, group, kept["report"], visit.now, everybody=kept["all"]
    )  # fmt: skip
    if looked.report is None or looked.refusal:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        refused = duty_screens.settled(looked.report, looked.refusal, "", language)
        visit.replies.send(refused, reply_to=message.message_id)
        return
    await talks.open_talk(visit.tx, visit.speaker, CHOOSING, kept, visit.now)
    _show(looked, kept, visit, language)


async def _what_was_said(message: Message, text: str, visit: Visit, group: GroupPlace | None, language: str) -> None:
    request = int(visit.speaker.talk.data["request"])
    report, refusal = await consults.phoned(visit.tx, visit.speaker, group, request, text, visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if refusal in ("answered", "withdrawn"):
        visit.replies.send(screens.say(language, f"consult-is-{refusal}"), reply_to=message.message_id)
    elif refusal == "empty":
        visit.replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    else:
        done = duty_screens.settled(report, refusal, "consult-phone-kept", language)
        visit.replies.send(done, reply_to=message.message_id)
