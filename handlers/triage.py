"""待判读 in the duty room: 建事件, 建隐患, 苗头, 非事件, 演练."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import talks, triage
from bot.actions.people import GroupPlace
from bot.wording import duty_screens, screens, values
from bot.wording.report_taps import TriageTap
from bot.wording.worded import plain
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="triage")
ORDER = 24
TRIAGE = "triage"


@router.callback_query(TriageTap.filter())
async def tapped(tap: CallbackQuery, callback_data: TriageTap, visit: Visit, group: GroupPlace | None) -> None:
    language = visit.language if visit.speaker.private else group.language if group else visit.language
    kind, case = callback_data.kind, callback_data.report
    if kind in triage.CLOSING:
        answer = await triage.close(visit.tx, visit.speaker, group, case, kind, visit.now)
        if answer.report is None or answer.refusal:
            _refuse(answer.report, answer.refusal, language, visit)
            return
        named = plain(language, f"kind-{kind}")
        visit.replies.answer_tap(screens.note(language, "triage-closed", number=answer.report.number, kind=named))
        return
    answer = await triage.allowed(visit.tx, visit.speaker, group, case)
    if answer.report is None or answer.refusal or kind not in triage.KINDS:
        _refuse(answer.report, answer.refusal or "gone", language, visit)
        return
    await talks.open_talk(visit.tx, visit.speaker, TRIAGE, {"report": case, "kind": kind}, visit.now)
    asked = duty_screens.ask_for_words(TRIAGE, answer.report.number, visit.speaker, language)
    visit.replies.send(asked, reply_to=tap.message.message_id if tap.message else None)


def _refuse(report: duty_screens.Case | None, refusal: str | None, language: str, visit: Visit) -> None:
    visit.replies.answer_tap(duty_screens.tap_answer(report, refusal, "", language), alert=True)


@router.message(in_talk(TRIAGE), to_the_bot)
async def typed(message: Message, visit: Visit, group: GroupPlace | None) -> None:
    language = visit.language if visit.speaker.private else group.language if group else visit.language
    data, reply_to = visit.speaker.talk.data, message.message_id
    if not message.text:
        visit.replies.send(screens.say(language, "words-please"), reply_to=reply_to)
        return
    answer, clear = await triage.make(
        visit.tx, visit.world, visit.speaker, group, int(data["report"]), str(data["kind"]), message.text, visit.now
    )  # fmt: skip
    if not clear:
        visit.replies.send(screens.say(language, "triage-unclear"), reply_to=reply_to)
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if answer.report is None or answer.refusal:
        visit.replies.send(duty_screens.settled(answer.report, answer.refusal, "", language), reply_to=reply_to)
        return
    kind = plain(language, f"kind-{answer.report.kind}")
    category = values.category_name(answer.report.category, language)
    done = screens.say(language, "triage-done", number=answer.report.number, kind=kind, category=category)
    visit.replies.send(done, reply_to=reply_to)
