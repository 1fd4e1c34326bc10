"""Words that must not end in the wrong conversation: those that wait for 演练 or 真实, and life at risk in a screen."""

from __future__ import annotations

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import CallbackQuery, Message

import locales
from bot.actions import spoken, talks
from bot.actions.spoken import DRILL_OR_REAL
from bot.rules.hearing import Way
from bot.wording import screens
from bot.wording.taps import MenuTap
from handlers.listens_for import a_command, has_text, in_talk, no_command, officer, private
from handlers.spoken import act, said_in
from handlers.start import ASK_PHONE
from handlers.subscribe import QUIET, WHERE
from handlers.visit import Visit

router = Router(name="never_swallowed")
ORDER = 5

STAYS = ("/start", "/help", "/language", "/cases")
"""Commands that leave the question 演练 or 真实 where it is."""
FORMS = ("button-emergency", "button-report", "button-hazard")


async def leaves(message: Message) -> bool:
    """A command or a button under the thumb that begins something else."""
    text = (message.text or "").strip()
    begins = any(text in locales.labels(key) for key in FORMS)
    return begins or (await a_command(message) and text.split("@")[0].split()[0] not in STAYS)


@router.message(private, in_talk(DRILL_OR_REAL), leaves)
async def goes_elsewhere(message: Message, visit: Visit) -> None:
    """Doubt is never silent: without an answer, what was said goes to the duty room as possibly real, at once."""
    await _forward(visit)
    if (message.text or "").startswith("/cancel"):
        return
    raise SkipHandler


@router.callback_query(MenuTap.filter(), private, in_talk(DRILL_OR_REAL))
async def taps_elsewhere(tap: CallbackQuery, visit: Visit) -> None:
    await _forward(visit)
    raise SkipHandler


async def _forward(visit: Visit) -> None:
    await spoken.settle_drill(visit.tx, visit.world, visit.speaker, None, visit.now)
    visit.replies.send(screens.say(visit.language, "drill-doubt-forwarded"))


@router.message(officer, in_talk(WHERE, QUIET, ASK_PHONE), has_text, no_command)
async def life_at_risk(message: Message, visit: Visit) -> None:
    """着火啦 楼上有人出不来, typed where a place was asked for: it is a report."""
    said = said_in(message)
    heard = await spoken.listen(visit.tx, visit.world, visit.speaker, said, visit.now)
    stated = heard.reading.people or heard.reading.weight
    if heard.way not in (Way.FILE, Way.ADD) or not stated:
        raise SkipHandler
    if heard.way is Way.FILE and not spoken.life_at_risk(visit.world, heard.reading, visit.now):
        raise SkipHandler
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    await act(visit, heard, said)
