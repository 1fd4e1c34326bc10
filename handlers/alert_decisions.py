"""On the card of an alert: 批准, 退回, 发布, 紧急发布, 撤回, 修改; then 更新, 解除, 仍有效, 补发; and a look at it."""

from __future__ import annotations

from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import (
    Transaction,
    alert_decisions,
    alert_engine,
    alert_life,
    alert_sending,
    alerts,
    loudspeakers,
    talks,
)
from bot.actions.people import GroupPlace
from bot.rules.alert_approval import NEEDS_REASON
from bot.rules.alert_draft import LANGUAGES
from bot.rules.speaker import Speaker
from bot.wording import alert_cards, alert_progress, alert_screens, screens
from bot.wording.alert_taps import AlertTap
from bot.wording.worded import plain
from bot.world import World
from handlers.alert import correct
from handlers.alert_drafting import Drafting
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.replies import Replies

router = Router(name="alert_decisions")
ORDER = 32

GIVING_REASON = "alert_reason"
DECISIONS = ("approve", "publish", "withdraw", "looked", "edit", *NEEDS_REASON)
FOLLOWING = ("update", "lift")


@router.callback_query(AlertTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: AlertTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    match callback_data.act:
        case "look":
            await _look(callback_data, drafting)
        case "held":
            number = await alert_sending.send_held(tx, speaker, group, callback_data.alert, now)
            key = "tap-no-right" if number is None else "held-sent" if number else "held-none"
            replies.answer_tap(screens.note(language, key, number=str(number)), alert=number is None)
        case act if act in DECISIONS:
            await _decide(tap, callback_data, drafting)
        case act if act in FOLLOWING:
            await _follow(callback_data, drafting)
        case "level":
            await _relevel(callback_data, drafting)
        case act if act in alert_engine.LOGGED:
            refusal = await alert_engine.steer(tx, speaker, group, callback_data.alert, act, now)
            note = alert_cards.refusal(refusal, None, language) if refusal else plain(language, f"alert-toast-{act}")
            replies.answer_tap(note, alert=refusal is not None)
        case "paid":
            on = callback_data.value == "on"
            refusal = await alert_engine.pay(tx, speaker, callback_data.alert, on, now)
            done = plain(language, "alert-toast-paid" if on else "alert-toast-free")
            replies.answer_tap(
                alert_cards.refusal(refusal, None, language) if refusal else done, alert=refusal is not None
            )
        case "record":
            await _record(callback_data, drafting)
        case "played":
            new = await loudspeakers.played(tx, speaker, callback_data.alert, now)
            key = "tap-no-right" if new is None else "script-toast" if new else "script-toast-again"
            replies.answer_tap(screens.note(language, key), alert=new is None)
        case "silent":
            await _silent(callback_data, drafting)
        case "still":
            refusal = await alert_life.still_holds(tx, world, speaker, group, callback_data.alert, now)
            note = alert_cards.refusal(refusal, None, language) if refusal else plain(language, "alert-toast-still")
            replies.answer_tap(note, alert=refusal is not None)
        case _:
            replies.answer_tap(screens.note(language, "tap-not-understood"))


async def _decide(tap: CallbackQuery, tapped: AlertTap, drafting: Drafting) -> None:
    """A verb of the table; one that needs a reason asks for it."""
    tx, now, speaker, language = drafting.tx, drafting.now, drafting.speaker, drafting.language
    act, version = tapped.act, tapped.revision
    done = await alert_decisions.decide(tx, drafting.world, speaker, tapped.alert, act, version, now)
    if done.refusal is not None or done.view is None:
        note = alert_cards.refusal(done.refusal or "gone", done.view, language)
        drafting.replies.answer_tap(note, alert=True)
    elif act in NEEDS_REASON:
        asked = {"alert": tapped.alert, "version": version, "verb": act}
        await talks.open_talk(tx, speaker, GIVING_REASON, asked, now)
        drafting.replies.send(alert_cards.ask_reason(act, speaker, language), reply_to=_message_id(tap))
    elif act == "edit" and done.row is not None:
        await correct(drafting, alerts.draft_of(done.row))
    else:
        drafting.replies.answer_tap(screens.note(language, f"alert-toast-{act}"))


async def _follow(tapped: AlertTap, drafting: Drafting) -> None:
    """更新 opens it as a draft, 解除 a lifting; both are handed in and approved like any other."""
    draft = await alerts.follow(drafting.tx, drafting.speaker, drafting.group, tapped.alert, tapped.act)
    if isinstance(draft, str):
        drafting.replies.answer_tap(alert_cards.refusal(draft, None, drafting.language), alert=True)
    elif await drafting.rights():
        drafting.apart = True
        await drafting.to(draft)
    else:
        drafting.replies.answer_tap(alert_cards.refusal("no_right", None, drafting.language), alert=True)


async def _record(tapped: AlertTap, drafting: Drafting) -> None:
    """What became of the copies, place by place."""
    found = await alert_engine.record(drafting.tx, drafting.speaker, drafting.group, tapped.alert)
    view = await alerts.for_looking(drafting.tx, drafting.speaker, drafting.group, tapped.alert)
    if found is None or view is None:
        drafting.replies.answer_tap(screens.note(drafting.language, "tap-no-right"), alert=True)
        return
    rows = [(each.names, each.sent, each.all, each.troubles) for each in found]
    drafting.replies.send(alert_progress.record(view, rows, drafting.language))


@router.message(Command("why"))
async def why(
    message: Message, command: CommandObject, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """/why 12 陈秀兰: why somebody got an alert, or did not."""
    if not await alerts.may_draft(tx, speaker, group):
        replies.send(screens.say(language, "alert-no-right"), reply_to=message.message_id)
        return
    number, _, who = (command.args or "").strip().partition(" ")
    if not number.isdecimal() or len(number) > 9 or not who.strip():
        replies.send(screens.say(language, "why-how"), reply_to=message.message_id)
        return
    found = await alert_engine.why(tx, speaker, group, int(number), who.strip()[:100])
    if isinstance(found, str):
        replies.send(alert_cards.refused(found, None, language))
        return
    told = [(each.name, each.state, each.reason, each.at) for each in found]
    replies.send(alert_progress.why(told, who.strip()[:40], language, world.settings.zone, now))


async def _silent(tapped: AlertTap, drafting: Drafting) -> None:
    """未播名单: which villages have not said that they read it aloud."""
    view = await alerts.for_looking(drafting.tx, drafting.speaker, drafting.group, tapped.alert)
    if view is None:
        drafting.replies.answer_tap(screens.note(drafting.language, "tap-no-right"), alert=True)
        return
    villages = await loudspeakers.silent(drafting.tx, tapped.alert)
    drafting.replies.send(alert_cards.silent_villages(view, villages, drafting.language))


async def _relevel(tapped: AlertTap, drafting: Drafting) -> None:
    """It went out at the wrong level: one tap hands in the same alert at the right one."""
    done = await alerts.relevel(
        drafting.tx, drafting.world, drafting.speaker, drafting.group, tapped.alert, tapped.value, drafting.language,
        drafting.now,
    )  # fmt: skip
    if done.refusal is not None:
        drafting.replies.answer_tap(alert_cards.refusal(done.refusal, None, drafting.language), alert=True)
        return
    drafting.replies.answer_tap(screens.note(drafting.language, "alert-toast-level"))


def _message_id(tap: CallbackQuery) -> int | None:
    return tap.message.message_id if tap.message else None


async def _look(tap: AlertTap, drafting: Drafting) -> None:
    """Exactly as residents will see it: under the card, or in place of the look before."""
    replies, language = drafting.replies, drafting.language
    view = await alerts.for_looking(drafting.tx, drafting.speaker, drafting.group, tap.alert)
    if view is None or tap.value not in LANGUAGES:
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
        return
    zone = drafting.world.settings.zone
    worded = alert_screens.preview(view, tap.value, language, zone, drafting.now, tap.alert)
    (replies.show if alert_screens.is_preview(replies.tapped) else replies.send)(worded)


@router.message(in_talk(GIVING_REASON), to_the_bot, no_command)
async def reason(
    message: Message, speaker: Speaker, language: str, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    """Why an alert goes back to its drafter, goes out at once, or ought not to have gone out."""
    if screens.way_out(message.text or "") is not None:
        await talks.close_talk(tx, speaker, now)
        replies.send(screens.say(language, "cancelled"))
        return
    if not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
        return
    told = speaker.talk.data
    verb, note = str(told["verb"]), message.text.strip()[:1000]
    done = await alert_decisions.decide(tx, world, speaker, int(told["alert"]), verb, int(told["version"]), now, note)
    await talks.close_talk(tx, speaker, now)
    if done.refusal is not None:
        replies.send(alert_cards.refused(done.refusal, done.view, language))
    else:
        replies.send(screens.say(language, f"alert-toast-{verb}"))
