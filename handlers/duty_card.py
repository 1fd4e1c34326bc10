"""The card in the duty room: 接报, 转办, 追问, 误报, 办结. What is typed comes as a reply to the bot's message."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import answer_case, questions, referrals, talks
from bot.actions.answer_case import Answer
from bot.wording import duty_screens, request_screens, screens
from bot.wording.case_taps import CaseTap
from bot.wording.worded import Worded
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="duty_card")
ORDER = 25

ASKING, REFERRING, FALSE_ALARM, CLOSING = "asking", "referring", "false_alarm", "closing"
LONGEST = 1000


@router.callback_query(CaseTap.filter())
async def tapped(tap: CallbackQuery, callback_data: CaseTap, visit: Visit) -> None:
    act = ACTS.get(callback_data.act)
    if act is None:
        visit.replies.answer_tap(screens.note(visit.here, "tap-not-understood"))
        return
    await act(visit, callback_data.report, tap.message.message_id if tap.message else None)


def toast(visit: Visit, answer: Answer, done: str) -> None:
    said = request_screens.answer(answer.report, answer.refusal, done, visit.here)
    visit.replies.answer_tap(said, alert=bool(answer.refusal))


async def acknowledge(visit: Visit, case: int, card: int | None) -> None:
    answer = await answer_case.acknowledge(visit.tx, visit.speaker, visit.group, case, visit.now)
    toast(visit, answer, "toast-acknowledged")


async def refer(visit: Visit, case: int, card: int | None) -> None:
    """To whom? The menu comes under the card; a referral that waits is shown instead."""
    found = await referrals.look(visit.tx, visit.speaker, visit.group, case)
    if found.report is None or found.refusal:
        toast(visit, Answer(found.report, found.refusal), "")
        return
    visit.replies.send(refer_screen(visit, found, more=False), reply_to=card)


def refer_screen(visit: Visit, found: referrals.Choices, more: bool) -> Worded:
    assert found.report is not None
    case = found.report
    if found.waiting is not None:
        zone = visit.world.settings.zone
        return request_screens.refer_waits(case, found.waiting, visit.here, zone, visit.now)
    return request_screens.refer_menu(case, found.functions, more, visit.here)


async def ask_in_words(visit: Visit, case: int, card: int | None, verb: str, topic: str) -> None:
    """The right is checked before anything is typed, and again when it was."""
    answer = await answer_case.allowed(visit.tx, visit.speaker, visit.group, case, verb)
    if answer.refusal or answer.report is None:
        toast(visit, answer, "")
        return
    await talks.open_talk(visit.tx, visit.speaker, topic, {"report": case}, visit.now)
    asked = duty_screens.ask_for_words(topic, answer.report.number, visit.speaker, visit.here)
    visit.replies.send(asked, reply_to=card)


async def ask(visit: Visit, case: int, card: int | None) -> None:
    await ask_in_words(visit, case, card, "ask", ASKING)


async def false_alarm(visit: Visit, case: int, card: int | None) -> None:
    await ask_in_words(visit, case, card, "false_alarm", FALSE_ALARM)


async def false_alarm_for_sure(visit: Visit, case: int, card: int | None) -> None:
    """The second tap. The reason is in the tapper's own conversation: nobody else's tap can use it."""
    talk = visit.speaker.talk
    if talk.topic != FALSE_ALARM or talk.data.get("report") != case or not talk.data.get("reason"):
        visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))
        return
    reason = str(talk.data["reason"])
    answer = await answer_case.call_false(visit.tx, visit.speaker, visit.group, case, reason, visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.show(duty_screens.settled(answer.report, answer.refusal, "false-alarm-done", visit.here))


async def keep(visit: Visit, case: int, card: int | None) -> None:
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.show(screens.say(visit.here, "cancelled"))


async def close(visit: Visit, case: int, card: int | None) -> None:
    """办结 takes a final report, or a reason."""
    answer = await answer_case.close(visit.tx, visit.speaker, visit.group, case, None, visit.now)
    if answer.refusal != "words_due" or answer.report is None:
        toast(visit, answer, "closing-done")
        return
    await talks.open_talk(visit.tx, visit.speaker, CLOSING, {"report": case}, visit.now)
    visit.replies.send(duty_screens.ask_why_closed(answer.report, visit.speaker, visit.here), reply_to=card)


Act = Callable[[Visit, int, int | None], Awaitable[None]]
ACTS: dict[str, Act] = {
    "ack": acknowledge, "refer": refer, "ask": ask, "false": false_alarm, "false_sure": false_alarm_for_sure,
    "keep": keep, "close": close,
}  # fmt: skip


async def _question(visit: Visit, case: int, text: str) -> Answer:
    return await questions.ask(visit.tx, visit.speaker, visit.group, case, text, visit.now)


async def _referral(visit: Visit, case: int, text: str) -> Answer:
    return await answer_case.refer(visit.tx, visit.speaker, visit.group, case, text[:LONGEST], visit.now)


async def _closing(visit: Visit, case: int, text: str) -> Answer:
    return await answer_case.close(visit.tx, visit.speaker, visit.group, case, text[:LONGEST], visit.now)


# what somebody is typing → what is done with the words, and what is said then
TYPED: dict[str, tuple[Callable[[Visit, int, str], Awaitable[Answer]], str]] = {
    ASKING: (_question, "question-sent"),
    REFERRING: (_referral, "referral-done"),
    CLOSING: (_closing, "closing-done"),
}


@router.message(in_talk(*TYPED), to_the_bot)
async def typed(message: Message, visit: Visit) -> None:
    if not message.text:
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    act, done = TYPED[str(visit.speaker.talk.topic)]
    answer = await act(visit, int(visit.speaker.talk.data["report"]), message.text)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if done == "question-sent" and answer.report is not None and answer.report.state == "open":
        done = "question-sent-climbing"
    said = request_screens.answer(answer.report, answer.refusal, done, visit.here)
    visit.replies.send(duty_screens.said(said), reply_to=message.message_id)


@router.message(in_talk(FALSE_ALARM), to_the_bot)
async def reason(message: Message, visit: Visit) -> None:
    """A reason was typed; a second tap makes it so."""
    if not message.text:
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    case = int(visit.speaker.talk.data["report"])
    kept = {"report": case, "reason": message.text[:LONGEST]}
    await talks.open_talk(visit.tx, visit.speaker, FALSE_ALARM, kept, visit.now)
    sure = duty_screens.confirm_false_alarm(case, message.text, visit.here)
    visit.replies.send(sure, reply_to=message.message_id)
