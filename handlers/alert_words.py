"""What is typed into an alert that is being drafted: names of areas, the source, its time, the text, for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from aiogram import Router
from aiogram.types import Message

from bot.actions import Transaction, alerts
from bot.actions.people import GroupPlace
from bot.rules import alert_draft
from bot.rules.alert_reading import drafts_of, read_official
from bot.rules.area_choice import AreaChoice, read_names
from bot.rules.reading.numbers import read_number
from bot.rules.reading.times import Problem, read_time
from bot.rules.speaker import Speaker
from bot.wording import screens
from bot.wording.worded import Html, shortened, words
from bot.world import World
from handlers.alert_drafting import TOPIC, Drafting
from handlers.listens_for import in_talk, no_command, to_the_bot
from handlers.replies import Replies

router = Router(name="alert_words")
ORDER = 31


@router.message(in_talk(TOPIC), to_the_bot, no_command)
async def said(
    message: Message, speaker: Speaker, group: GroupPlace | None, language: str, tx: Transaction, now: datetime,
    world: World, replies: Replies,
) -> None:  # fmt: skip
    """What is typed: names of areas, the source, its time, the text, for how long."""
    drafting = Drafting(speaker, group, language, tx, now, world, replies)
    way = screens.way_out(message.text or "")
    if way == "cancel" or not await drafting.rights():
        await drafting.close()
    elif not message.text:
        replies.send(screens.say(language, "words-please"), reply_to=message.message_id)
    elif way == "back":
        await drafting.to(alert_draft.back(drafting.draft))
    else:
        await _typed(message.text.strip(), drafting)


async def _typed(text: str, drafting: Drafting) -> None:
    draft, language = drafting.draft, drafting.language
    match draft.step:
        case "areas" if await relay(text, drafting):
            return
        case "areas":
            read = read_names(text, drafting.world.places, drafting.scope)
            chosen = AreaChoice(drafting.scope, draft.areas).add(*read.clear).chosen
            await drafting.keep(replace(draft, areas=chosen))
            await drafting.show(read=read)
        case "text":
            await _text(text, drafting)
        case "issuer" if len(text) <= alert_draft.ISSUER_LIMIT:
            await drafting.to(alert_draft.take(draft, text, drafting.own))
        case "issued":
            await _issued(text, drafting)
        case "valid":
            await _valid(text, drafting)
        case "issuer":
            await drafting.show(_too_long(text, alert_draft.ISSUER_LIMIT, language))
        case _:
            await drafting.show(words(language, "fault-button-due", text=shortened(text, 40)))


async def relay(text: str, drafting: Drafting) -> bool:
    """The official text of a warning is read into a draft for each change; False for a text that is none."""
    sent_at = drafting.now.astimezone(drafting.world.settings.zone)
    changes = read_official(text, drafting.world.places, sent_at)
    drafts = drafts_of(text, changes)
    if not drafts or alert_draft.units(text) > alert_draft.TEXT_LIMIT:
        return False
    language = drafting.language
    fit, known = await alerts.to_relay(drafting.tx, drafts, drafting.scope, drafting.own)
    for number in known:
        drafting.replies.send(screens.say(language, "alert-relay-known", number=str(number)))
    if len(fit) + len(known) < len(drafts):
        drafting.replies.send(screens.say(language, "alert-relay-city-only"))
    if not fit:
        return True
    await drafting.to(alert_draft.in_a_row(fit))
    return True


def _too_long(text: str, limit: int, language: str) -> Html:
    return words(language, "fault-too-long", length=str(alert_draft.units(text)), max=str(limit))


async def _text(text: str, drafting: Drafting) -> None:
    if alert_draft.units(text) > alert_draft.TEXT_LIMIT:
        await drafting.show(_too_long(text, alert_draft.TEXT_LIMIT, drafting.language))
        return
    await drafting.to(alert_draft.with_text(drafting.draft, text))


async def _issued(text: str, drafting: Drafting) -> None:
    sent_at = drafting.now.astimezone(drafting.world.settings.zone)
    reading = read_time(text, sent_at)
    if reading.at is None or reading.problem is not None:
        key = "fault-time-future" if reading.problem is Problem.FUTURE_DATE else "fault-time-not-understood"
        example = f"{sent_at - timedelta(hours=1):%H:%M}"
        await drafting.show(words(drafting.language, key, text=shortened(text, 40), example=example))
        return
    await drafting.to(alert_draft.take(drafting.draft, reading.at.isoformat(), drafting.own))


async def _valid(text: str, drafting: Drafting) -> None:
    figure = read_number(text.removesuffix("小时").removesuffix("小時").removesuffix("hours").strip())
    if figure is None or not figure.exact or not 0 < (figure.min or 0) <= alert_draft.LONGEST_VALID_HOURS:
        await drafting.show(words(drafting.language, "alert-fault-valid", max=str(alert_draft.LONGEST_VALID_HOURS)))
        return
    await drafting.to(alert_draft.take(drafting.draft, str(figure.min), drafting.own))
