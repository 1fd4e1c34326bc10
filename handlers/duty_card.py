"""The card in the duty room: 接报, 已转办, 追问, 误报. What is typed comes as a reply to the bot's message."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, answer_case, talks
from bot.actions.answer_case import Answer
from bot.actions.people import GroupPlace
from bot.rules.speaker import Speaker
from bot.wording import duty_screens, screens
from bot.wording.taps import CaseTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.replies import Replies

router = Router(name="duty_card")
ORDER = 25

ASKING, REFERRING, FALSE_ALARM, CLOSING = "asking", "referring", "false_alarm", "closing"
# tap → the verb whose right is checked, and what the tapper is asked to type
TYPED = {"ask": ("ask", ASKING), "refer": ("refer", REFERRING), "false": ("false_alarm", FALSE_ALARM)}


@router.callback_query(CaseTap.filter())
async def tapped(
    tap: CallbackQuery,
    callback_data: CaseTap,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    replies: Replies,
) -> None:
    case, act = callback_data.report, callback_data.act
    if act == "ack":
        answer = await answer_case.acknowledge(tx, speaker, group, case, now)
        replies.answer_tap(
            duty_screens.tap_answer(answer.report, answer.refusal, "toast-acknowledged", language),
            alert=bool(answer.refusal),
        )
        return
    if act == "false_sure":
        await _false_alarm_for_sure(speaker, group, language, case, tx, now, replies)
        return
    if act == "keep":
        await talks.close_talk(tx, speaker, now)
        replies.show(screens.say(language, "cancelled"))
        return
    if act == "close":
        await _close(tap, case, None, speaker, group, language, tx, now, replies)
        return
    if act not in TYPED:
        replies.answer_tap(screens.note(language, "tap-not-understood"))
        return
    verb, topic = TYPED[act]
    answer = await answer_case.allowed(tx, speaker, group, case, verb)
    if answer.refusal or answer.report is None:
        replies.answer_tap(duty_screens.tap_answer(answer.report, answer.refusal, "", language), alert=True)
        return
    await talks.open_talk(tx, speaker, topic, {"report": case}, now)
    replies.send(duty_screens.ask_for_words(topic, answer.report.number, speaker, language), reply_to=_message_id(tap))


def _message_id(tap: CallbackQuery) -> int | None:
    return tap.message.message_id if tap.message else None


async def _false_alarm_for_sure(
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    case: int,
    tx: Transaction,
    now: datetime,
    replies: Replies,
) -> None:
    """The second tap. The reason is in the tapper's own conversation: nobody else's tap can use it."""
    talk = speaker.talk
    if talk.topic != FALSE_ALARM or talk.data.get("report") != case or not talk.data.get("reason"):
        replies.answer_tap(screens.note(language, "tap-stale"))
        return
    answer = await answer_case.call_false(tx, speaker, group, case, str(talk.data["reason"]), now)
    await talks.close_talk(tx, speaker, now)
    replies.show(duty_screens.settled(answer.report, answer.refusal, "false-alarm-done", language))


async def _close(
    tap: CallbackQuery,
    case: int,
    reason: str | None,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    replies: Replies,
) -> None:
    """办结 takes a final report, or a reason."""
    answer = await answer_case.close(tx, speaker, group, case, reason, now)
    if answer.refusal == "words_due" and answer.report is not None:
        await talks.open_talk(tx, speaker, CLOSING, {"report": case}, now)
        asked = duty_screens.ask_for_words(CLOSING, answer.report.number, speaker, language)
        replies.send(asked, reply_to=_message_id(tap))
        return
    toast = duty_screens.tap_answer(answer.report, answer.refusal, "closing-done", language)
    replies.answer_tap(toast, alert=bool(answer.refusal))


@router.message(in_talk(CLOSING), to_the_bot)
async def closing(
    message: Message,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    replies: Replies,
) -> None:
    if not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    case = int(speaker.talk.data["report"])
    answer = await answer_case.close(tx, speaker, group, case, message.text[:1000], now)
    await talks.close_talk(tx, speaker, now)
    done = duty_screens.settled(answer.report, answer.refusal, "closing-done", language)
    replies.send(done, reply_to=message.message_id)


@router.message(in_talk(ASKING), to_the_bot)
async def question(
    message: Message,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    replies: Replies,
) -> None:
    if not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    answer = await answer_case.ask(tx, speaker, group, int(speaker.talk.data["report"]), message.text, now)
    await talks.close_talk(tx, speaker, now)
    replies.send(
        duty_screens.settled(answer.report, answer.refusal, "question-sent", language), reply_to=message.message_id
    )


@router.message(in_talk(REFERRING), to_the_bot)
async def referral(
    message: Message,
    speaker: Speaker,
    group: GroupPlace | None,
    language: str,
    tx: Transaction,
    now: datetime,
    replies: Replies,
) -> None:
    if not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    where = message.text[:1000]
    answer: Answer = await answer_case.refer(tx, speaker, group, int(speaker.talk.data["report"]), where, now)
    await talks.close_talk(tx, speaker, now)
    replies.send(
        duty_screens.settled(answer.report, answer.refusal, "referral-done", language), reply_to=message.message_id
    )


@router.message(in_talk(FALSE_ALARM), to_the_bot)
async def reason(
    message: Message, speaker: Speaker, language: str, tx: Transaction, now: datetime, replies: Replies
) -> None:
    """A reason was typed; a second tap makes it so."""
    if not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    case = int(speaker.talk.data["report"])
    await talks.open_talk(tx, speaker, FALSE_ALARM, {"report": case, "reason": message.text[:1000]}, now)
    replies.send(duty_screens.confirm_false_alarm(case, message.text, language), reply_to=message.message_id)
