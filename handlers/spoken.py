"""A sentence typed outside of a form, and the buttons that follow from it: 演练 or 真实."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import cases, spoken, zero
from bot.actions.spoken import DRILL_OR_REAL, Said
from bot.rules.hearing import Heard, Way
from bot.rules.reading.script import Line
from bot.wording import case_lists, screens, spoken_screens
from bot.wording.report_taps import SpokenTap
from handlers.listens_for import in_talk, media_of, no_command, private
from handlers.visit import Visit

router = Router(name="spoken")
ORDER = 18

_REAL = ("真", "不是演", "唔系演", "real")


def said_in(message: Message, replied_to: int | None = None) -> Said:
    """A message as words with what came along."""
    item = media_of(message)
    return Said(message.text or message.caption or "", (item,) if item else (), None, replied_to)


async def hear(visit: Visit, said: Said) -> Heard:
    return await spoken.listen(visit.tx, visit.world, visit.speaker, said, visit.now)


async def act(visit: Visit, heard: Heard, said: Said) -> Any:
    """Do it; what confirms a record comes through the outbox, the rest is answered here."""
    done = await spoken.act(visit.tx, visit.world, visit.speaker, heard, said, visit.now)
    if heard.way is Way.DRILL_OR_REAL:
        visit.replies.send(spoken_screens.drill_or_real(visit.language))
    elif heard.way is Way.QUESTION:
        await _answer(visit, heard)
    elif heard.way is Way.ZERO:
        if not await zero.answer(visit.tx, visit.world, visit.speaker, visit.now):
            visit.replies.send(screens.say(visit.language, "zero-heard"))
    elif heard.way is Way.TALK:
        visit.replies.send(screens.say(visit.language, "talk-heard", screens.home_keyboard(visit.speaker)))
    return done


async def _answer(visit: Visit, heard: Heard) -> None:
    """派咗人未: how the case stands, who has answered and when; no new report."""
    view = await cases.of_id(visit.tx, visit.speaker, heard.case) if heard.case else None
    if view is None:
        visit.replies.send(screens.say(visit.language, "question-no-case", screens.home_keyboard(visit.speaker)))
        return
    visit.replies.send(case_lists.status(view, visit.language, visit.world.settings.zone, visit.now))


@router.callback_query(SpokenTap.filter())
async def drill_or_real(tap: CallbackQuery, callback_data: SpokenTap, visit: Visit) -> None:
    if visit.speaker.talk.topic != DRILL_OR_REAL:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    await _settle(callback_data.act == "drill", visit)


async def _settle(drill: bool, visit: Visit) -> None:
    report = await spoken.settle_drill(visit.tx, visit.world, visit.speaker, drill, visit.now)
    label = "button-is-drill" if drill and report is None else "button-is-real"
    visit.replies.show(screens.say(visit.language, label))


@router.message(private, in_talk(DRILL_OR_REAL), no_command)
async def more(message: Message, visit: Visit) -> None:
    """演练 or 真实 in words; anything else waits with what was said before."""
    text = Line.of(message.text or message.caption or "").folded.strip(" 。.!！")
    if text in ("演练", "演习", "是演练", "系演练", "drill") or any(text.startswith(word) for word in _REAL):
        await _settle(not any(text.startswith(word) for word in _REAL), visit)
        return
    said = said_in(message)
    heard = await hear(visit, said)
    if heard.way is Way.TALK and not said.files:
        visit.replies.send(spoken_screens.drill_or_real(visit.language))
        return
    doubtful = heard.way in (Way.ADD, Way.FILE, Way.UNREAD, Way.CATEGORY, Way.DRILL_OR_REAL)
    await act(visit, Heard(Way.DRILL_OR_REAL, heard.reading) if doubtful else heard, said)
