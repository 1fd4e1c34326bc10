"""The ways back under a receipt: 修改, 撤回."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import said_elsewhere, supplements, withdrawals
from bot.rules.question import Fault
from bot.wording import receipt_screens, screens
from bot.wording.report_taps import ReceiptTap
from handlers.visit import Visit

router = Router(name="receipt")
ORDER = 26


@router.callback_query(ReceiptTap.filter())
async def tapped(tap: CallbackQuery, callback_data: ReceiptTap, visit: Visit) -> None:
    if callback_data.act == "other":
        await _meant_other(callback_data, visit)
        return
    takes_back = callback_data.act.startswith("withdraw")
    may_touch = supplements.own_report if takes_back else supplements.asked_report
    report = await may_touch(visit.tx, visit.speaker, callback_data.report)
    if report is None:
        visit.replies.answer_tap(screens.note(visit.language, "fault-not-your-report"), alert=True)
        return
    form = supplements.form_of(visit.world, report)
    match callback_data.act:
        case "edit":
            visit.replies.send(receipt_screens.fields(form, report.answers, report.id, report.number, visit.language))
        case "field" if (question := form.question(callback_data.value)) is not None:
            await supplements.wait_for(visit.tx, visit.speaker, report, question.key, visit.now, correcting=True)
            visit.replies.show(receipt_screens.ask(question, report.answers, report.id, visit.language))
        case "withdraw":
            visit.replies.send(receipt_screens.withdraw_sure(report.id, report.number, visit.language))
        case "withdraw_sure":
            await withdrawals.ask(visit.tx, visit.speaker, report, visit.now)
            visit.replies.show(screens.say(visit.language, "withdraw-done", number=report.number))
        case "keep":
            visit.replies.show(screens.say(visit.language, "cancelled"))
        case _:
            visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _meant_other(tapped: ReceiptTap, visit: Visit) -> None:
    """The words just taken down were about another open case, or about none."""
    version, _, other = tapped.value.partition(".")
    if not (version.isdecimal() and other.isdecimal()):
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
        return
    done = await said_elsewhere.meant_other(
        visit.tx, visit.world, visit.speaker, tapped.report, int(version), int(other), visit.now
    )
    if isinstance(done, Fault):
        visit.replies.answer_tap(screens.note(visit.language, done.key), alert=True)
        return
    visit.replies.show(screens.say(visit.language, "words-moved", number=done.number))
