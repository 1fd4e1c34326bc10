"""/alert: a public alert is drafted, one question at a time, looked at, and handed in for approval."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
from bot.rules.alert_reading import drafts_of, read_official
from bot.rules.area_choice import AreaChoice, NamesRead, read_names
from bot.rules.reading.numbers import read_number
from bot.rules.reading.times import Problem, read_time
from bot.rules.speaker import Speaker
from bot.wording import alert_cards, alert_screens, screens
from bot.wording.alert_screens import TYPED_STEPS
from bot.wording.broadcast_screens import reply_here
from bot.wording.taps import AlertTap
from bot.wording.worded import Html, Worded, plain, shortened, words
from bot.world import World
from handlers.broadcast import not_a_command
from handlers.listens_for import in_talk, to_the_bot
from handlers.replies import Replies

router = Router(name="alert")
ORDER = 31

TOPIC = "alert"


async def being_drafted(tap: CallbackQuery, callback_data: AlertTap) -> bool:
    return callback_data.alert == 0


@dataclass
class Drafting:
    """A step of drafting: who, where, and the draft as the conversation keeps it."""

    speaker: Speaker
    group: GroupPlace | None
    language: str
    tx: Transaction
    now: datetime
    world: World
    replies: Replies
    scope: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    apart: bool = False
    """Shown as a message of its own: the one that was tapped is a card, and stays."""

    def __post_init__(self) -> None:
        talk = self.speaker.talk
        self.draft = AlertDraft.from_json(talk.data) if talk.topic == TOPIC else AlertDraft()
        self.revision = talk.revision

    async def rights(self) -> bool:
        """Look up where the speaker may draft; False when nowhere."""
        self.scope = await alerts.may_draft(self.tx, self.speaker, self.group)
        self.own = await alerts.own_areas(self.tx, self.speaker)
        return bool(self.scope)

    async def keep(self, draft: AlertDraft) -> None:
        talk = await talks.open_talk(self.tx, self.speaker, TOPIC, draft.to_json(), self.now)
        self.draft, self.revision = draft, talk.revision

    async def show(self, fault: Html | None = None, read: NamesRead | None = None) -> None:
        """The open question, or the preview."""
        draft, language = self.draft, self.language
        if draft.step == "areas":
            self._put(alert_screens.choose_areas(draft, self.scope, language, self.world.places, read))
        elif draft.step == "preview":
            await self.preview("zh-Hans")
            view = await alerts.preview(self.tx, self.world, draft, self.now)
            self.replies.send(alert_screens.hand_in(view, draft, self.revision, language))
        else:
            levels = alert_draft.levels(draft, self.own) if draft.step == "level" else ()
            self._put(alert_screens.question(draft, levels, self.speaker.private, language, fault))
            if draft.step in TYPED_STEPS and not self.speaker.private:
                self.replies.send(reply_here(self.speaker, language, "alert-reply-here"))

    async def preview(self, shown: str) -> None:
        view = await alerts.preview(self.tx, self.world, self.draft, self.now)
        self._put(alert_screens.preview(view, shown, self.language, self.world.settings.zone, self.now))

    def _put(self, worded: Worded) -> None:
        (self.replies.send if self.apart else self.replies.show)(worded)

    async def to(self, draft: AlertDraft) -> None:
        await self.keep(draft)
        await self.show()

    async def close(self) -> None:
        await talks.close_talk(self.tx, self.speaker, self.now)
        self.replies.show(screens.say(self.language, "cancelled"))


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
    elif not (command.args and await _relay(command.args, drafting)):
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
            await drafting.to(alert_draft.with_areas(draft, drafting.own))
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


@router.message(in_talk(TOPIC), to_the_bot, not_a_command)
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
        case "areas" if await _relay(text, drafting):
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


async def _relay(text: str, drafting: Drafting) -> bool:
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
