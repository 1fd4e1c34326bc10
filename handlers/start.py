"""/start, with or without an invitation; the phone number; /help, /language, /cancel."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, enrol, people, reports, talks
from bot.rules.speaker import Speaker
from bot.wording import screens
from bot.wording.form_screens import resume_offer
from bot.wording.taps import LanguageTap
from bot.world import World
from handlers.listens_for import in_group, in_talk, private
from handlers.replies import Replies

router = Router(name="start")
ORDER = 10

ASK_PHONE = "ask_phone"


@router.message(CommandStart(deep_link=True), private)
async def by_link(
    message: Message, command: CommandObject, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    """A deep link: an invitation, or a link whose words another handler knows."""
    word = command.args or ""
    done = await enrol.accept(tx, speaker, word, now)
    replies.send(screens.enrolled(done.outcome, done.role, done.rank, done.area_names, done.town_names, speaker))
    if done.outcome == "welcome" and speaker.phone is None:
        await talks.open_talk(tx, speaker, ASK_PHONE, {}, now)
        replies.send(screens.ask_phone(speaker.language))
    elif done.outcome in ("welcome", "again"):
        replies.send(screens.home(await people.again(tx, speaker)))


@router.message(CommandStart(), private)
async def plainly(message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    """What one can do here; a half-given report is offered first."""
    await people.seen(tx, speaker)
    replies.send(screens.home(speaker))
    held = reports.draft_of(world, speaker)
    if held is not None:
        replies.send(resume_offer(*held, speaker.language))


@router.message(private, in_talk(ASK_PHONE))
async def phone(message: Message, speaker: Speaker, tx: Transaction, now: datetime, replies: Replies) -> None:
    """The person's own contact, or anything else, which means not now."""
    contact = message.contact
    if contact is not None and contact.user_id != speaker.telegram_id:
        replies.send(screens.say(speaker.language, "phone-not-own"))
        replies.send(screens.ask_phone(speaker.language))
        return
    if contact is not None:
        await people.keep_phone(tx, speaker, contact.phone_number)
    await talks.close_talk(tx, speaker, now)
    replies.send(screens.after_phone(speaker, contact is not None))


@router.message(Command("help"))
async def help_(message: Message, speaker: Speaker, language: str, replies: Replies) -> None:
    role = "officer" if speaker.officer else "duty" if speaker.posts or not speaker.private else "resident"
    keyboard = screens.home_keyboard(speaker) if speaker.private else None
    replies.send(screens.say(language, f"help-{role}", keyboard))


@router.message(Command("language"))
async def language_(message: Message, language: str, replies: Replies) -> None:
    replies.send(screens.choose_language(language))


@router.callback_query(LanguageTap.filter())
async def language_tapped(
    tap: CallbackQuery, callback_data: LanguageTap, speaker: Speaker, tx: Transaction, now: datetime, replies: Replies
) -> None:
    language = await people.change_language(tx, speaker, callback_data.language, now)
    if language is None:
        replies.answer_tap(screens.note(speaker.language, "tap-not-understood"))
        return
    replies.show(screens.say(language, "language-changed"))
    if speaker.private and speaker.officer:
        replies.send(screens.home(replace(speaker, language=language)))


@router.message(Command("cancel"))
async def cancel(message: Message, speaker: Speaker, language: str, tx: Transaction, now: datetime, replies: Replies) -> None:  # fmt: skip
    """Out of whatever one is in the middle of."""
    if speaker.talk.topic is None or speaker.talk.topic == reports.SUPPLEMENT:
        await talks.close_talk(tx, speaker, now)
        replies.send(
            screens.say(language, "nothing-to-cancel", screens.home_keyboard(speaker) if speaker.private else None)
        )
        return
    await reports.drop(tx, speaker, now)
    replies.send(screens.say(language, "cancelled", screens.home_keyboard(speaker) if speaker.private else None))


@router.message(Command("start"), in_group)
async def start_in_group(message: Message, language: str, replies: Replies) -> None:
    replies.send(screens.say(language, "start-in-group"))
