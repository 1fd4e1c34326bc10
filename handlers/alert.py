"""/alert: a public alert is drafted, one question at a time, looked at, and handed in for approval."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, alerts, cap_imports, talks
from bot.actions.cap_sources import may_fetch
from bot.actions.people import GroupPlace
from bot.report_types.alert_templates import load_issuers
from bot.rules import alert_draft
from bot.rules.alert_draft import AlertDraft, Unfit
from bot.rules.alert_where import settled
from bot.rules.area_choice import AreaChoice
from bot.rules.speaker import Speaker
from bot.wording import alert_cards, alert_screens, screens
from bot.wording.alert_taps import AlertTap
from bot.wording.worded import plain, shortened
from bot.world import World
from handlers.alert_drafting import TOPIC, Drafting
from handlers.alert_words import relay
from handlers.replies import Replies

router = Router(name="alert")
ORDER = 31


async def being_drafted(tap: CallbackQuery, callback_data: AlertTap) -> bool:
    return callback_data.alert == 0


@router.message(Command("alert"))
async def begin(
    message: Message, command: CommandObject, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    """A new alert; the official text of a warning may follow the command at once."""
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    if not await drafting.rights():
        replies.send(screens.say(language, "alert-no-right"), reply_to=message.message_id)
        return
    if command.args and command.args.startswith(("https://", "http://")):
        await _fetch(command.args.strip(), drafting)
    elif not (command.args and await relay(command.args, drafting)):
        await drafting.to(AlertDraft())


async def _fetch(url: str, drafting: Drafting) -> None:
    """A CAP message by its address, if that is on the list."""
    language, settings = drafting.language, drafting.world.settings
    if len(url) > 1000 or not may_fetch(url, settings.cap_sources):
        drafting.replies.send(screens.say(language, "cap-not-on-the-list"))
        return
    await cap_imports.hand_in(drafting.tx, drafting.speaker, drafting.group, language, drafting.now, url=url)
    drafting.replies.send(screens.say(language, "cap-fetching"))


async def correct(drafting: Drafting, draft: AlertDraft) -> None:
    """A returned alert is opened again, as it was, for its drafter."""
    drafting.apart = True
    if await drafting.rights():
        await drafting.to(draft)


@router.callback_query(AlertTap.filter(), being_drafted)
async def tapped(
    tap: CallbackQuery, callback_data: AlertTap, speaker: Speaker, group: GroupPlace | None, language: str,
    tx: Transaction, now: datetime, world: World, replies: Replies,
) -> None:  # fmt: skip
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    if speaker.talk.topic != TOPIC:
        replies.answer_tap(screens.note(language, "alert-not-drafting"))
    elif not await drafting.rights():
        replies.answer_tap(screens.note(language, "tap-no-right"), alert=True)
    else:
        try:
            await _step(callback_data, drafting)
        except Unfit:
            replies.answer_tap(screens.note(language, "tap-stale"))


async def _step(tap: AlertTap, drafting: Drafting) -> None:
    draft = drafting.draft
    match tap.act:
        case "area" | "page":
            await _choose(tap, drafting)
        case "done":
            await drafting.to(alert_draft.with_areas(settled(draft), drafting.own))
        case "take":
            await drafting.to(alert_draft.take(draft, tap.value, drafting.own))
        case "issuer" | "issued":
            await drafting.to(alert_draft.take(draft, _quick(tap, drafting), drafting.own))
        case "words" if draft.step == "text":
            await drafting.to(alert_draft.with_text(draft, ""))
        case "write":
            await drafting.to(alert_draft.write(draft, tap.value))
        case "advice":
            await drafting.to(alert_draft.advice_switched(draft))
        case "urgency" | "certainty":
            await drafting.keep(alert_draft.how_sure(draft, tap.act, tap.value))
            await drafting.hand_in(in_place=True)
        case "look" if draft.step == "preview" and tap.value in alert_draft.LANGUAGES:
            await drafting.preview(tap.value)
        case "edit":
            drafting.replies.show(alert_screens.what_to_edit(draft, drafting.language))
        case "ask":
            await drafting.to(alert_draft.ask(draft, tap.value))
        case "preview" | "back":
            await drafting.to(alert_draft.go_on(draft) if tap.act == "preview" else alert_draft.back(draft))
        case "submit":
            await _submit(tap, drafting)
        case "cancel":
            await drafting.close()
        case _:
            raise Unfit(tap.act)


def _quick(tap: AlertTap, drafting: Drafting) -> str:
    """The usual issuers by their number; minutes ago as a moment."""
    if tap.act != drafting.draft.step or not tap.value.isdecimal():
        raise Unfit(tap.act)
    if tap.act == "issued":
        return (drafting.now - timedelta(minutes=min(int(tap.value), 1440))).isoformat()
    known = load_issuers().get(drafting.draft.kind, ())
    if int(tap.value) >= len(known):
        raise Unfit(tap.value)
    return known[int(tap.value)]


async def _choose(tap: AlertTap, drafting: Drafting) -> None:
    draft = drafting.draft
    after = AreaChoice(drafting.scope, draft.areas, draft.page).tapped(tap.act, tap.value, drafting.world.places)
    if after is None:
        drafting.replies.answer_tap(screens.note(drafting.language, "tap-not-understood"))
        return
    await drafting.to(replace(draft, step="areas", areas=after.chosen, page=after.page))


async def _submit(tap: AlertTap, drafting: Drafting) -> None:
    """What was read is what is handed in: the button of an older preview is stale."""
    if tap.revision != drafting.revision or drafting.draft.step != "preview":
        raise Unfit("submit")
    done = await alerts.submit(
        drafting.tx, drafting.world, drafting.speaker, drafting.group, drafting.draft, drafting.language, drafting.now
    )
    if done.refusal is not None:
        drafting.replies.answer_tap(alert_cards.refusal(done.refusal, None, drafting.language), alert=True)
        return
    following = alert_draft.next_in_row(drafting.draft)
    await talks.close_talk(drafting.tx, drafting.speaker, drafting.now)
    names = plain(drafting.language, "list-comma").join(shortened(name, 30) for name in done.approvers)
    key = "alert-handed-in" if names else "alert-nobody-approves"
    drafting.replies.show(screens.say(drafting.language, key, names=names))
    if following is not None:  # the next change of the same official text
        drafting.apart = True
        await drafting.to(following)
