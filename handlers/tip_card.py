"""A tip on an officer's phone: 属实，转为报告 · 已处理，回复 · 不属实."""

from __future__ import annotations

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

from bot.actions import drafts, talks, tip_answers, tips
from bot.actions.tip_answers import Decided
from bot.rules.tip import REPLY_WITHIN
from bot.wording import screens, tip_cards
from bot.wording.outgoing import Saying
from bot.wording.report_taps import TipTap
from handlers import report as forms
from handlers.listens_for import in_talk, no_command, private
from handlers.visit import Visit

router = Router(name="tip_card")
ORDER = 34

VERBS = {"verify": "verify", "answer": "answer", "dismiss": "dismiss", "dismiss_sure": "dismiss", "back": "dismiss"}


@router.callback_query(TipTap.filter())
async def tapped(tap: CallbackQuery, callback_data: TipTap, visit: Visit) -> None:
    verb, tip_id = VERBS.get(callback_data.act), callback_data.tip
    if verb is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
        return
    done = await tip_answers.allowed(visit.tx, visit.speaker, tip_id, verb)
    if _refused(done, visit):
        return
    match callback_data.act:
        case "verify":
            await _to_report(tip_id, visit)
        case "answer":
            await talks.open_talk(visit.tx, visit.speaker, tips.REPLY, {"tip": tip_id}, visit.now)
            visit.replies.send(tip_cards.ask_answer(tip_id, visit.language))
        case "dismiss_sure":
            await tip_answers.dismiss(visit.tx, visit.speaker, tip_id, visit.now)
            visit.replies.answer_tap(screens.note(visit.language, "tip-noted"))
        case _:
            await _show(tip_id, callback_data.act == "dismiss", visit)


def _refused(done: Decided, visit: Visit) -> bool:
    if done.refusal is None:
        return False
    key = {"gone": "tap-stale", "no_right": "tap-no-right"}.get(done.refusal, "tip-over")
    by = done.tip.decided_by_name or "" if done.tip is not None else ""
    visit.replies.answer_tap(screens.note(visit.language, key, by=by), alert=True)
    return True


async def _to_report(tip_id: int, visit: Visit) -> None:
    """A new message each: the tip stays on the screen."""
    done = await tip_answers.verify(visit.tx, visit.world, visit.speaker, tip_id, visit.now)
    if isinstance(done, Decided):
        _refused(done, visit)
        return
    visit.replies.in_place = False
    forms.show(await drafts.begin(visit.tx, visit.world, visit.speaker, done.form, visit.now, done.brought), visit)


async def _show(tip_id: int, asks: bool, visit: Visit) -> None:
    view = await tip_answers.view(visit.tx, tip_id)
    if view is None:
        return
    saying = Saying(visit.language, {}, view, visit.now, visit.world.settings.zone)
    shown = tip_cards.sure(view, saying) if asks else tip_cards.card(saying)
    if shown is not None:
        visit.replies.show(shown)


@router.message(private, in_talk(tips.REPLY), no_command)
async def answered(message: Message, visit: Visit) -> None:
    """The words go to the resident. What comes much later is no answer any more, but whatever it is."""
    talk, language = visit.speaker.talk, visit.language
    if talk.updated_at is None or visit.now - talk.updated_at > REPLY_WITHIN:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        raise SkipHandler
    if screens.way_out(message.text or "") is not None:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(screens.say(language, "cancelled", screens.home_keyboard(visit.speaker)))
        return
    tip_id = int(talk.data["tip"])
    done = await tip_answers.answer(visit.tx, visit.speaker, tip_id, message.text or "", visit.now)
    if done.refusal in ("nothing", "too_long"):
        visit.replies.send(
            screens.say(language, "words-please" if done.refusal == "nothing" else "tip-answer-too-long")
        )
        return
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    key = "tip-answer-sent" if done.refusal is None else "tip-over"
    by = done.tip.decided_by_name or "" if done.tip is not None else ""
    visit.replies.send(screens.say(language, key, screens.home_keyboard(visit.speaker), by=by))
