"""紧急上报, 报事件, 报隐患: taps and words become answers; the rules decide what comes next."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import Transaction, reports
from bot.actions.reports import DRAFT, Step
from bot.rules import report_form
from bot.rules.question import Fault
from bot.rules.report_form import Draft, Form
from bot.rules.roles import may
from bot.rules.speaker import Speaker
from bot.rules.typed_answer import Choices, value_from_tap, value_from_text
from bot.wording import screens
from bot.wording.form_screens import FormScreens, resume_offer
from bot.wording.taps import FormTap
from bot.world import World
from handlers.listens_for import in_talk, label, media_of, private
from handlers.replies import Replies

router = Router(name="report")
ORDER = 20

BUTTONS = {"button-emergency": "emergency", "button-report": "incident", "button-hazard": "hazard"}


async def begin(
    form_name: str, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    """Begin, unless a half-given report is there: then it is offered first, so that nothing typed is lost.

    An emergency never waits for an old draft of another kind: it takes its place.
    """
    if not may(speaker, "report"):
        replies.send(screens.officers_only(speaker))
        return
    held = reports.draft_of(world, speaker)
    if held is not None and (form_name != "emergency" or held[1].form == "emergency") and held[1].answers:
        replies.send(resume_offer(*held, speaker.language))
        return
    step = await reports.begin(tx, world, speaker, form_name, now)
    show(step, speaker, now, world, replies)


@router.message(private, label("button-emergency"))
async def emergency(message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    await begin("emergency", speaker, tx, now, world, replies)


@router.message(Command("report"), private)
@router.message(private, label("button-report"))
async def incident(message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    await begin("incident", speaker, tx, now, world, replies)


@router.message(Command("hazard"), private)
@router.message(private, label("button-hazard"))
async def hazard(message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    await begin("hazard", speaker, tx, now, world, replies)


def show(step: Step, speaker: Speaker, now: datetime, world: World, replies: Replies, page: str = "first") -> None:
    """The next question, the summary, or (sent) nothing: the receipt comes through the outbox."""
    if step.report_id is not None:
        replies.show(screens.sending(speaker.language))
        return
    replies.show(_screens(step.form, step.draft, speaker, now, world).screen(page, step.fault))


def _screens(form: Form, draft: Draft, speaker: Speaker, now: datetime, world: World) -> FormScreens:
    own = speaker.officer.area_name if speaker.officer else ""
    return FormScreens(form, draft, speaker.language, own, world.settings.zone, now)


@router.callback_query(FormTap.filter())
async def tapped(
    tap: CallbackQuery, callback_data: FormTap, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    held = reports.draft_of(world, speaker)
    if held is None:
        replies.answer_tap(screens.note(speaker.language, "tap-no-draft"))
        return
    form, draft = held
    if callback_data.act == "keep":
        replies.show(_screens(form, draft, speaker, now, world).screen())
        return
    if report_form.stale(draft, callback_data.revision):
        replies.answer_tap(screens.note(speaker.language, "tap-stale"))
        replies.send(_screens(form, draft, speaker, now, world).screen())
        return
    await _act(callback_data, form, draft, speaker, tx, now, world, replies)


async def _act(
    tap: FormTap, form: Form, draft: Draft, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    if tap.act in ("cancel", "drop"):
        await reports.drop(tx, speaker, now)
        replies.show(screens.dropped(speaker.language))
        return
    if tap.act in ("page", "stay"):
        page = tap.value if tap.act == "page" else "first"
        replies.show(_screens(form, draft, speaker, now, world).screen(page))
        return
    if tap.act == "submit":
        await _submit(form, draft, speaker, tx, now, world, replies)
        return
    step = await reports.take(tx, world, speaker, _result(tap, form, draft, speaker, now, world), now)
    show(step, speaker, now, world, replies)


def _result(tap: FormTap, form: Form, draft: Draft, speaker: Speaker, now: datetime, world: World) -> Draft | Fault:
    """What a tap does to the draft; a forged one is a fault."""
    question = form.question(draft.current or "")
    match tap.act:
        case "edit":
            return report_form.edit(form, draft, tap.value)
        case "back":
            return report_form.back(form, draft)
        case "skip" | "done":
            return report_form.skip(form, draft)
        case "take" if tap.value.isdecimal():
            return report_form.take(form, draft, int(tap.value))
        case "toggle" if question is not None:
            return report_form.toggle(form, draft, question.key, tap.value)
        case "pick" if question is not None:
            value = value_from_tap(question, tap.value, now.astimezone(world.settings.zone), _own_area(speaker))
            return value if isinstance(value, Fault) else report_form.answer(form, draft, question.key, value)
        case _:
            return Fault("fault-question-over")


def _own_area(speaker: Speaker) -> str | None:
    return speaker.officer.area if speaker.officer else None


async def _submit(
    form: Form, draft: Draft, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:
    if not may(speaker, "report"):
        replies.answer_tap(screens.note(speaker.language, "tap-no-right"), alert=True)
        return
    if not report_form.finished(form, draft):
        replies.show(_screens(form, draft, speaker, now, world).screen())
        return
    await reports.submit(tx, world, speaker, form, draft, now)
    replies.show(screens.sending(speaker.language))


@router.message(private, in_talk(DRAFT))
async def said(message: Message, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies) -> None:  # fmt: skip
    """Words, a location or a file while a question is open."""
    held = reports.draft_of(world, speaker)
    if held is None:
        return
    form, draft = held
    item = media_of(message)
    if item is not None:
        await _keep_file(item, form, draft, speaker, tx, now, world, replies)
        return
    result = _answer_of(message, form, draft, speaker, now, world)
    if isinstance(result, Choices):
        await _offer(result, form, draft, speaker, tx, now, world, replies)
        return
    if result == "cancel":
        await reports.drop(tx, speaker, now)
        replies.send(screens.dropped_for_officer(speaker))
        return
    assert not isinstance(result, str)
    step = await reports.take(tx, world, speaker, result, now)
    question = form.question(draft.current or "")
    if question is not None and question.kind == "place" and step.fault is None and step.report_id is None:
        replies.send(screens.noted_with_keyboard(speaker))  # the location button gives way to the usual ones
    show(step, speaker, now, world, replies)


def _answer_of(
    message: Message, form: Form, draft: Draft, speaker: Speaker, now: datetime, world: World
) -> Draft | Fault | Choices | str:
    question = form.question(draft.current or "")
    if question is None:
        return Fault("fault-summary-button-due")
    text = message.text
    if message.location is not None:
        return _pinned(message, form, draft, world)
    if text is None:
        return Fault("fault-not-usable")
    way = screens.way_out(text)
    if way == "back":
        return report_form.back(form, draft)
    if way == "skip":
        return report_form.skip(form, draft)
    if way == "cancel":
        return "cancel"
    read = value_from_text(
        question, text, now.astimezone(world.settings.zone), world.places, _own_area(speaker), world.categories,
        answers=draft.answers,
    )  # fmt: skip
    if isinstance(read, Fault | Choices):
        return read
    return report_form.answer(form, draft, question.key, read)


def _pinned(message: Message, form: Form, draft: Draft, world: World) -> Draft | Fault:
    """A shared location answers the place, whatever is being asked; one outside the city is asked again."""
    assert message.location is not None
    lat, lon = message.location.latitude, message.location.longitude
    if world.places.outside_city(lat, lon):
        return Fault("fault-outside-city")
    place: dict[str, Any] = {"kind": "pin", "lat": lat, "lon": lon}
    before = draft.answers.get("place")
    if isinstance(before, dict) and before.get("area"):
        place["area"] = before["area"]
    return report_form.answer(form, draft, "place", place)


async def _offer(
    choices: Choices, form: Form, draft: Draft, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    offered = report_form.offer(form, draft, draft.current or "", [option.value for option in choices.options])
    step = await reports.take(tx, world, speaker, offered, now)
    if step.fault is not None:
        show(step, speaker, now, world, replies)
        return
    replies.send(_screens(form, step.draft, speaker, now, world).choose(choices.options))


async def _keep_file(
    item: dict[str, object], form: Form, draft: Draft, speaker: Speaker, tx: Transaction, now: datetime, world: World, replies: Replies
) -> None:  # fmt: skip
    """A photo, video or voice is kept whenever it comes; an album, which comes in parts, is answered once."""
    kept = report_form.add_media(form, draft, dict(item))
    if isinstance(kept, Fault):
        # an emergency has no question for files; they wait and go with the report
        step = await reports.hold_file(tx, world, speaker, item, now)
        replies.send(_screens(form, step.draft, speaker, now, world).screen(fault=Fault("noted-file")))
        return
    before = draft.answers.get("media")
    album = item.get("group")
    known = isinstance(before, list) and any(each.get("group") == album for each in before) if album else False
    step = await reports.take(tx, world, speaker, kept, now)
    if not known:
        replies.send(_screens(form, step.draft, speaker, now, world).screen(fault=Fault("noted-file")))
