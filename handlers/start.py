"""/start, with or without an invitation; the phone number; /help, /language, /cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, drafts, enrol, people, supplements, talks
from bot.rules.speaker import Speaker
from bot.wording import screens
from bot.wording.form_screens import resume_offer
from bot.wording.posts import help_for
from bot.wording.taps import LanguageTap
from handlers.listens_for import has_contact, in_group, in_talk, label, private
from handlers.replies import Replies
from handlers.visit import Visit

router = Router(name="start")
ORDER = 10

ASK_PHONE = "ask_phone"


@router.message(CommandStart(deep_link=True), private)
async def by_link(message: Message, command: CommandObject, visit: Visit) -> None:
    """A deep link: an invitation, or a link whose words another handler knows."""
    speaker, tx, now, replies = visit.speaker, visit.tx, visit.now, visit.replies
    done = await enrol.accept(tx, speaker, command.args or "", now)
    area, town = done.area_names, done.town_names
    replies.send(screens.enrolled(done.outcome, done.role, done.rank, area, town, speaker, done.function))
    if done.outcome not in ("welcome", "again"):
        return
    if done.outcome == "welcome" and speaker.phone is None:
        await talks.open_talk(tx, speaker, ASK_PHONE, {}, now)
        replies.send(screens.ask_phone(speaker.language))
        return
    replies.send(screens.home(await people.again(tx, speaker)))
    _offer_half_given(visit)


@router.message(CommandStart(), private)
async def plainly(message: Message, visit: Visit) -> None:
    """What one can do here; a half-given report is offered."""
    await people.seen(visit.tx, visit.speaker, visit.now)
    visit.replies.send(screens.home(visit.speaker))
    _offer_half_given(visit)


def _offer_half_given(visit: Visit) -> None:
    held = drafts.draft_of(visit.world, visit.speaker) or drafts.parked_of(visit.world, visit.speaker)
    if held is not None:
        visit.replies.send(resume_offer(*held, visit.language))


@router.message(private, has_contact)
async def phone(message: Message, visit: Visit) -> None:
    """The person's own number, at any time; somebody else's is nobody's business here."""
    speaker, replies = visit.speaker, visit.replies
    assert message.contact is not None
    asked = speaker.talk.topic == ASK_PHONE
    if message.contact.user_id != speaker.telegram_id:
        replies.send(screens.say(speaker.language, "phone-not-own"))
        if asked or not speaker.phone:
            replies.send(screens.ask_phone(speaker.language))
        return
    if not await people.keep_phone(visit.tx, speaker, message.contact.phone_number, visit.now):
        replies.send(screens.home(speaker))
        return
    if asked:
        await _phone_done(visit, True)
        return
    now_known = await people.again(visit.tx, speaker)
    replies.send(screens.say(speaker.language, "phone-kept", screens.home_keyboard(now_known)))
    if now_known.posts != speaker.posts:
        replies.send(screens.home(now_known))
    held = drafts.draft_of(visit.world, speaker)
    if held is not None:
        replies.send(visit.screens(*held).screen())


@router.message(private, in_talk(ASK_PHONE), label("button-skip"))
async def no_phone(message: Message, visit: Visit) -> None:
    await _phone_done(visit, False)


async def _phone_done(visit: Visit, shared: bool) -> None:
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    visit.replies.send(screens.after_phone(visit.speaker, shared))
    if screens.is_expert(visit.speaker):
        visit.replies.send(screens.home(visit.speaker))
    _offer_half_given(visit)


@router.message(private, in_talk(ASK_PHONE))
async def something_else(message: Message, visit: Visit) -> None:
    """Whoever reports instead of answering is reporting: the question of the phone is dropped."""
    await talks.close_talk(visit.tx, visit.speaker, visit.now)
    raise SkipHandler


@router.message(Command("help"))
async def help_(message: Message, speaker: Speaker, language: str, replies: Replies) -> None:
    keyboard = screens.home_keyboard(speaker) if speaker.private else None
    replies.send(screens.say(language, f"help-{help_for(speaker)}", keyboard))


@router.message(Command("language"))
async def language_(message: Message, language: str, replies: Replies) -> None:
    replies.send(screens.choose_language(language))


@router.callback_query(LanguageTap.filter())
async def language_tapped(tap: CallbackQuery, callback_data: LanguageTap, visit: Visit) -> None:
    """The words are in the new language from now on: also the keyboard, and the question that is open."""
    language = await people.change_language(visit.tx, visit.speaker, callback_data.language, visit.now)
    if language is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-not-understood"))
        return
    visit.replies.show(screens.say(language, "language-changed"))
    now_speaks = replace(visit, speaker=replace(visit.speaker, language=language))
    if not visit.speaker.private:
        return
    held = drafts.draft_of(visit.world, visit.speaker)
    if visit.speaker.officer:
        visit.replies.send(screens.home(now_speaks.speaker))
    if held is not None:
        visit.replies.send(now_speaks.screens(*held).screen())


@router.message(Command("cancel"))
async def cancel(
    message: Message, speaker: Speaker, language: str, visit: Visit, tx: Transaction, now: datetime, replies: Replies
) -> None:
    """Out of whatever one is in the middle of; what was parked under it is offered."""
    nothing = speaker.talk.topic in (None, supplements.SUPPLEMENT)
    parked = drafts.parked_of(visit.world, speaker)
    await talks.close_talk(tx, speaker, now)
    key = "nothing-to-cancel" if nothing else "draft-dropped" if speaker.talk.topic == drafts.DRAFT else "cancelled"
    replies.send(screens.say(language, key, screens.home_keyboard(speaker) if speaker.private else None))
    if parked is not None:
        replies.send(resume_offer(*parked, language))


@router.message(Command("start", "report", "hazard"), in_group)
async def start_in_group(message: Message, language: str, replies: Replies) -> None:
    replies.send(screens.say(language, "start-in-group"))
