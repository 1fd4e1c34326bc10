"""On the card of an alert: 批准, 退回 with its reason, 发布, 撤回, 修改, 补发, and a look at it in each language."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, alert_sending, alerts, talks
from bot.actions.people import GroupPlace
from bot.rules.alert_draft import LANGUAGES
from bot.rules.speaker import Speaker
from bot.wording import alert_cards, alert_screens, screens
from bot.wording.taps import AlertTap
from bot.world import World
from handlers.alert import Drafting, correct
from handlers.broadcast import not_a_command
from handlers.listens_for import in_talk, to_the_bot
from handlers.replies import Replies

router = Router(name="alert_decisions")
ORDER = 32

RETURNING = "alert_returning"
DECISIONS = ("approve", "publish", "withdraw")


@router.callback_query(AlertTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: AlertTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    alert, act, version = callback_data.alert, callback_data.act, callback_data.revision
    if act == "look":
        await _look(callback_data, speaker, group, language, tx, now, world, replies)
    elif act == "held":
        number = await alert_sending.send_held(tx, speaker, group, alert, now)
        key = "tap-no-right" if number is None else "held-sent" if number else "held-none"
        replies.answer_tap(screens.note(language, key, number=str(number)), alert=number is None)
    elif act in (*DECISIONS, "return", "edit"):
        done = await alerts.decide(tx, speaker, alert, act, version, now)
        if done.refusal is not None or done.view is None:
            replies.answer_tap(alert_cards.refusal(done.refusal or "gone", done.view, language), alert=True)
        elif act == "return":
            await talks.open_talk(tx, speaker, RETURNING, {"alert": alert, "version": version}, now)
            replies.send(alert_cards.ask_reason(done.view, speaker, language), reply_to=_message_id(tap))
        elif act == "edit" and done.row is not None:
            await correct(Drafting(speaker, group, language, tx, now, world, replies), alerts.draft_of(done.row))
        else:
            replies.answer_tap(screens.note(language, f"alert-toast-{act}"))
    else:
        replies.answer_tap(screens.note(language, "tap-not-understood"))


def _message_id(tap: CallbackQuery) -> int | None:
    return tap.message.message_id if tap.message else None


async def _look(
    tap: AlertTap, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """Exactly as residents will see it: under the card, or in place of the look before."""
    view = await alerts.for_looking(tx, speaker, group, tap.alert)
    if view is None or tap.value not in LANGUAGES:
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    worded = alert_screens.preview(view, tap.value, language, world.settings.zone, now, tap.alert)
    (replies.show if alert_screens.is_preview(replies.tapped) else replies.send)(worded)


@router.message(in_talk(RETURNING), to_the_bot, not_a_command)
async def reason(
    message: Message, speaker: Speaker, language: str, tx: Transaction, now: datetime, replies: Replies
) -> None:
    """Why an alert goes back to its drafter."""
    if screens.way_out(message.text or "") is not None:
        await talks.close_talk(tx, speaker, now)
        replies.send(screens.say(language, "cancelled"))
        return
    if not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    alert, version = int(speaker.talk.data["alert"]), int(speaker.talk.data["version"])
    done = await alerts.decide(tx, speaker, alert, "return", version, now, note=message.text.strip()[:1000])
    await talks.close_talk(tx, speaker, now)
    if done.refusal is not None:
        replies.send(alert_cards.refused(done.refusal, done.view, language))
    else:
        replies.send(screens.say(language, "alert-toast-return"))
