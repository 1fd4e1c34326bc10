"""同时叫应: from the card of an alert that an issuer gave at orange or red to a 叫应 that is filled in already."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.actions import Transaction, alerts, calls
from bot.actions.people import GroupPlace
from bot.report_types.call_texts import KINDS_OFFERED, LEVELS_OFFERED
from bot.rules.roles import contains
from bot.rules.speaker import Speaker
from bot.wording import alert_cards, screens
from bot.wording.alert_taps import AlertTap
from bot.world import World
from handlers.alert_drafting import TOPIC
from handlers.call_writing import Round, preview
from handlers.replies import Replies

router = Router(name="alert_call")
ORDER = 31


async def to_call(tap: CallbackQuery, callback_data: AlertTap) -> bool:
    return callback_data.act == "call"


@router.callback_query(AlertTap.filter(), to_call)
async def tapped(
    tap: CallbackQuery, callback_data: AlertTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """Nothing is called yet: the round is looked at and published like any other."""
    view = await alerts.for_looking(tx, speaker, group, callback_data.alert)
    scope = await calls.may_call(tx, speaker, group, ())
    areas = [code for code in view.areas if any(contains(area, code) for area in scope)] if view else []
    if view is None or not areas:
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
    elif not alert_cards.calls_for_call(view) or view.state in ("cancelled", "returned", "updated", "lifted"):
        replies.answer_tap(alert_cards.refusal("over", None, language), alert=True)
    elif speaker.talk.topic == TOPIC:  # the next change of the same text is open: it must not be lost
        replies.answer_tap(screens.note(language, "call-draft-first"), alert=True)
    else:
        kind = view.event or view.kind
        writing = Round(speaker, group, language, tx, now, world, replies, scope)
        replies.in_place = False
        await writing.keep(
            level=view.level if view.level in LEVELS_OFFERED else "orange", areas=areas, page="", text="",
            kind=kind if kind in KINDS_OFFERED else "other", minutes=world.settings.call_minutes, drill=view.drill,
            step="",
        )  # fmt: skip
        await preview(writing)
