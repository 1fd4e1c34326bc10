"""The buttons under an alert: 我安全, 需要帮助, 帮我看看家人. A request is looked at, then sent as a case."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import help as helping
from bot.actions import talks
from bot.rules.help import ANSWERS, HelpDraft, phone_in
from bot.rules.reading.script import clean
from bot.wording import area_choice, help_screens, screens
from bot.wording.alert_taps import HelpTap
from bot.wording.worded import words
from handlers.listens_for import in_talk, no_command, private
from handlers.visit import Visit

router = Router(name="help")
ORDER = 9  # before the phone number of an enrolment: one that is shared here goes with the request alone


@router.callback_query(HelpTap.filter())
async def tapped(tap: CallbackQuery, callback_data: HelpTap, visit: Visit) -> None:
    act, number = callback_data.act, callback_data.number
    if not visit.speaker.private:
        visit.replies.answer_tap(screens.note(visit.language, "subscribe-preview"))
    elif act in ANSWERS:
        await _answer(act, number, visit)
    elif act == "go":
        outcome = await helping.going(visit.tx, visit.speaker, number, visit.now)
        key = {"going": "help-toast-going", "no_right": "tap-no-right", "over": "help-toast-over"}.get(
            outcome, "tap-stale"
        )
        visit.replies.answer_tap(screens.note(visit.language, key), alert=outcome != "going")
    elif visit.speaker.talk.topic != helping.TOPIC or _draft(visit).alert != number:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
    elif act == "send":
        await _send(visit)
    elif act == "cancel":
        await _cancel(visit)
    else:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))


async def _answer(word: str, alert: int, visit: Visit) -> None:
    done = await helping.answer(visit.tx, visit.speaker, alert, word, visit.now)
    if done.draft is None:
        key = "subscribe-preview" if done.outcome == "preview" else f"help-toast-{done.outcome}"
        visit.replies.answer_tap(screens.note(visit.language, key), alert=done.outcome != "safe")
        return
    await _keep(done.draft, visit)
    visit.replies.send(help_screens.ask(done.draft, visit.language, visit.world.settings.help_keep_days))
    _preview(done.draft, visit)


def _draft(visit: Visit) -> HelpDraft:
    return HelpDraft.of(visit.speaker.talk.data)


async def _keep(draft: HelpDraft, visit: Visit) -> None:
    await talks.open_talk(visit.tx, visit.speaker, helping.TOPIC, draft.as_data(), visit.now)


def _preview(draft: HelpDraft, visit: Visit, fault: str | None = None) -> None:
    area = visit.world.places.get(draft.area)
    name = area_choice.name(area, visit.language) if area is not None else draft.area
    said = words(visit.language, fault) if fault else None
    visit.replies.send(help_screens.preview(draft, name, visit.language, said))


async def _send(visit: Visit) -> None:
    """What confirms it comes by the outbox; here only why it did not go."""
    outcome = await helping.send(visit.tx, visit.world, visit.speaker, _draft(visit), visit.now)
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    if outcome == "sent":
        visit.replies.show(screens.say(visit.language, "help-sending"))
    else:
        key = "subscribe-preview" if outcome == "preview" else f"help-toast-{outcome}"
        visit.replies.send(help_screens.over(key, visit.speaker))


@router.message(Command("cancel"), private, in_talk(helping.TOPIC))
async def cancel(message: Message, visit: Visit) -> None:
    await _cancel(visit)


async def _cancel(visit: Visit) -> None:
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.send(help_screens.over("help-cancelled", visit.speaker))


@router.message(private, in_talk(helping.TOPIC), no_command)
async def said(message: Message, visit: Visit) -> None:
    """A location, one's own number (shared or typed), words: in any order."""
    if screens.way_out(message.text or "") is not None:
        await _cancel(visit)
        return
    grown = _grown(message, _draft(visit), visit)
    if isinstance(grown, str):
        _preview(_draft(visit), visit, grown)
        return
    await _keep(grown, visit)
    _preview(grown, visit)


def _grown(message: Message, draft: HelpDraft, visit: Visit) -> HelpDraft | str:
    """The draft with what this message says, or the key of why it cannot."""
    if message.location is not None:
        lat, lon = message.location.latitude, message.location.longitude
        outside = visit.world.places.outside_city(lat, lon)
        return "fault-outside-city" if outside else replace(draft, place={"lat": lat, "lon": lon})
    if message.contact is not None:
        own = message.contact.user_id == visit.speaker.telegram_id
        digits = "".join(digit for digit in message.contact.phone_number if digit.isdecimal())
        return replace(draft, phone=f"+{digits}"[:20]) if own and digits else "phone-not-own"
    text = clean(message.text or message.caption or "").strip()
    if phone := phone_in(text):
        return replace(draft, phone=phone)
    return draft.saying(text) if text else "help-not-usable"
