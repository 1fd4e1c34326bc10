"""提前介入 on an early sign's card: who steps in, by when, who takes it, what came of it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.actions import desk, interventions, talks
from bot.report_types.referrals import load_units
from bot.rules.intervention import LONGEST_UNIT, MOST_DAYS
from bot.wording import duty_screens, screens, sign_cards
from bot.wording.report_taps import SignTap
from handlers.listens_for import in_talk, to_the_bot
from handlers.visit import Visit

router = Router(name="sign_card")
ORDER = 24

UNIT, TAKER, OUTCOME = "intervention_unit", "intervention_taker", "intervention_outcome"
# tap → the right that is checked (bot.actions.interventions), and what is asked for in words
GIVES = ("step_in", "again", "again_menu", "unit", "other", "days")
TYPED = {"other": ("give", UNIT), "taker": ("take", TAKER), "outcome": ("settle", OUTCOME)}


@router.callback_query(SignTap.filter())
async def tapped(tap: CallbackQuery, callback_data: SignTap, visit: Visit) -> None:
    act, replies = callback_data.act, visit.replies
    if act == "close":
        replies.show(screens.say(visit.here, "menu-closed"))
    elif act == "names":
        await _names(callback_data, visit)
    elif act == "take":
        report, refusal = await interventions.take(
            visit.tx, visit.speaker, visit.group, callback_data.report, None, visit.now
        )  # fmt: skip
        _toast(report, refusal, "sign-toast-taken", visit)
    elif act in TYPED:
        await _asks(tap, callback_data, visit)
    elif act in GIVES:
        await _gives(tap, callback_data, visit)
    else:
        replies.answer_tap(screens.note(visit.here, "tap-not-understood"))


def _toast(report: duty_screens.Case | None, refusal: str | None, done: str, visit: Visit) -> None:
    if refusal == "stale":
        visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))
        return
    visit.replies.answer_tap(duty_screens.tap_answer(report, refusal, done, visit.here), alert=bool(refusal))


async def _names(data: SignTap, visit: Visit) -> None:
    case, refusal = await interventions.names_for(visit.tx, visit.world, visit.speaker, visit.group, data.report)
    if case is None:
        visit.replies.answer_tap(duty_screens.tap_answer(None, refusal, "", visit.here), alert=True)
        return
    visit.replies.answer_tap(sign_cards.names_note(case, visit.here), alert=True)


async def _asks(tap: CallbackQuery, data: SignTap, visit: Visit) -> None:
    verb, topic = TYPED[data.act]
    report, refusal = await interventions.allowed(visit.tx, visit.speaker, visit.group, data.report, verb)
    if report is None or refusal:
        _toast(report, refusal, "", visit)
        return
    await talks.open_talk(visit.tx, visit.speaker, topic, {"report": report.id}, visit.now)
    ask = duty_screens.ask_for_words(topic, report.number, visit.speaker, visit.here)
    visit.replies.send(ask, reply_to=tap.message.message_id if tap.message else None)


async def _gives(tap: CallbackQuery, data: SignTap, visit: Visit) -> None:
    report, refusal = await interventions.allowed(visit.tx, visit.speaker, visit.group, data.report, "give")
    case = await desk.view(visit.tx, data.report)
    if report is None or refusal or case is None:
        _toast(report, refusal, "", visit)
    elif data.act in ("step_in", "again"):
        menu = sign_cards.unit_menu(case, visit.here)
        visit.replies.send(menu, reply_to=tap.message.message_id if tap.message else None)
    elif data.act == "again_menu":
        visit.replies.show(sign_cards.unit_menu(case, visit.here))
    elif data.act == "unit" and data.value in load_units():
        name = sign_cards.unit_name(data.value, None, visit.here)
        usual = visit.world.settings.intervention_days
        visit.replies.show(sign_cards.days_menu(report.id, report.number, data.value, name, usual, visit.here))
    elif data.act == "days":
        await _give(data, visit)
    else:
        visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))


async def _give(data: SignTap, visit: Visit) -> None:
    slug, _, number = data.value.partition(".")
    talk = visit.speaker.talk
    mine = talk.topic == UNIT and talk.data.get("report") == data.report
    unit = slug or (str(talk.data.get("unit") or "") if mine else "")
    days = int(number) if number.isdecimal() and len(number) < 4 else 0
    if not unit or not 1 <= days <= MOST_DAYS:
        visit.replies.answer_tap(screens.note(visit.here, "tap-stale"))
        return
    report, refusal = await interventions.give(
        visit.tx, visit.world, visit.speaker, visit.group, data.report, unit, days, visit.now, typed=not slug
    )
    if mine:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if report is None or refusal:
        _toast(report, refusal, "", visit)
        return
    visit.replies.show(sign_cards.given(report.number, slug or None, unit, days, visit.here))


@router.message(in_talk(UNIT, TAKER, OUTCOME), to_the_bot)
async def typed(message: Message, visit: Visit) -> None:
    """The unit, the name of who takes it, or what came of it."""
    topic, case = visit.speaker.talk.topic, int(visit.speaker.talk.data["report"])
    text = (message.text or "").strip()
    if not text or text.startswith("/"):
        visit.replies.send(screens.say(visit.here, "words-please"), reply_to=message.message_id)
        return
    if topic == UNIT:
        await _typed_unit(message, text[:LONGEST_UNIT], case, visit)
        return
    if topic == TAKER:
        done = await interventions.take(visit.tx, visit.speaker, visit.group, case, text, visit.now)
    else:
        done = await interventions.settle(visit.tx, visit.speaker, visit.group, case, text, visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    key = "sign-toast-taken" if topic == TAKER else "sign-settled"
    if done[1] == "stale":
        visit.replies.send(screens.say(visit.here, "tap-stale"), reply_to=message.message_id)
        return
    visit.replies.send(duty_screens.settled(*done, key, visit.here), reply_to=message.message_id)


async def _typed_unit(message: Message, text: str, case: int, visit: Visit) -> None:
    report, refusal = await interventions.allowed(visit.tx, visit.speaker, visit.group, case, "give")
    if report is None or refusal:
        await talks.close_talk(visit.tx, visit.speaker, visit.now)
        visit.replies.send(duty_screens.settled(report, refusal, "", visit.here), reply_to=message.message_id)
        return
    await talks.open_talk(visit.tx, visit.speaker, UNIT, {"report": case, "unit": text}, visit.now)
    usual = visit.world.settings.intervention_days
    menu = sign_cards.days_menu(case, report.number, "", text, usual, visit.here)
    visit.replies.send(menu, reply_to=message.message_id)
