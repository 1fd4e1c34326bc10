"""紧急上报, 报事件, 报隐患, 报苗头: begun, and answered by taps (words: `report_words`). The rules decide."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.actions import drafts, spoken
from bot.actions.drafts import Step
from bot.actions.supplements import Brought
from bot.actions.talks import says_something
from bot.rules import report_form
from bot.rules.question import Fault
from bot.rules.report_form import Draft, Form
from bot.rules.roles import may
from bot.rules.typed_answer import value_from_tap
from bot.wording import duplicate_cards, screens
from bot.wording.form_screens import resume_offer
from bot.wording.report_taps import FormTap
from handlers.listens_for import label, private
from handlers.visit import Visit

router = Router(name="report")
ORDER = 20


async def begin(form_name: str, visit: Visit) -> None:
    """Begin, unless a half-given report is there: then it is offered first, so that nothing typed is lost.

    An emergency never waits: a draft of another kind is parked under it and offered again once it is sent.
    What was said before, outside of any form, goes into the report that is begun now.
    """
    speaker, world, replies = visit.speaker, visit.world, visit.replies
    brought = drafts.brought_by(speaker)
    if not may(speaker, "report"):
        replies.send(screens.officers_only(speaker))
        return
    held = drafts.draft_of(world, speaker)
    if form_name == "emergency":
        await _emergency(visit, held, brought)
        return
    waiting = held if held and says_something(speaker.talk.data) else drafts.parked_of(world, speaker)
    if waiting is not None and brought is None:
        replies.send(resume_offer(*waiting, speaker.language))
        return
    show(await drafts.begin(visit.tx, world, speaker, form_name, visit.now, brought), visit)


async def _emergency(visit: Visit, held: tuple[Form, Draft] | None, brought: Brought | None) -> None:
    """Tapped twice, it is the same emergency: its question is shown again, nothing is asked about it."""
    if held is not None and held[0].name == "emergency":
        show(Step(*held), visit)
        return
    parked = drafts.parked_of(visit.world, visit.speaker)
    if parked is not None and parked[0].name == "emergency":
        step = await drafts.take_up(visit.tx, visit.world, visit.speaker, visit.now)
        if step is not None:
            show(step, visit)
            return
    show(await drafts.begin(visit.tx, visit.world, visit.speaker, "emergency", visit.now, brought), visit)


@router.message(private, label("button-emergency"))
async def emergency(message: Message, visit: Visit) -> None:
    await begin("emergency", visit)


@router.message(Command("report"), private)
@router.message(private, label("button-report"))
async def incident(message: Message, visit: Visit) -> None:
    await begin("incident", visit)


@router.message(Command("hazard"), private)
@router.message(private, label("button-hazard"))
async def hazard(message: Message, visit: Visit) -> None:
    await begin("hazard", visit)


@router.message(Command("sign"), private)
@router.message(private, label("button-sign"))
async def sign(message: Message, visit: Visit) -> None:
    await begin("sign", visit)


def show(step: Step, visit: Visit, page: str = "first") -> None:
    """The next question, the summary, or (sent) a word only: the receipt comes through the outbox."""
    if step.report_id is not None:
        visit.replies.show(screens.sending(visit.language))
        return
    visit.replies.show(visit.screens(step.form, step.draft).screen(page, step.fault))


@router.callback_query(FormTap.filter())
async def tapped(tap: CallbackQuery, callback_data: FormTap, visit: Visit) -> None:
    held = drafts.draft_of(visit.world, visit.speaker)
    if held is None:
        await _about_parked(callback_data, visit)
        return
    form, draft = held
    if callback_data.act == "keep":
        visit.replies.show(visit.screens(form, draft).screen())
        return
    if report_form.stale(draft, callback_data.revision):
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        visit.replies.send(visit.screens(form, draft).screen())
        return
    await _act(callback_data, form, draft, visit)


async def _about_parked(tap: FormTap, visit: Visit) -> None:
    """No draft is under way: the tap takes up or gives up the parked one, or comes too late."""
    parked = drafts.parked_of(visit.world, visit.speaker)
    if parked is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-no-draft"))
    elif tap.act == "keep":
        step = await drafts.take_up(visit.tx, visit.world, visit.speaker, visit.now)
        if step is not None:
            show(step, visit)
    elif tap.act == "drop" and not report_form.stale(parked[1], tap.revision):
        await drafts.drop_parked(visit.tx, visit.speaker, visit.now)
        visit.replies.show(screens.dropped(visit.language))
    else:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        visit.replies.send(resume_offer(*parked, visit.language))


async def _act(tap: FormTap, form: Form, draft: Draft, visit: Visit) -> None:
    if tap.act in ("cancel", "drop"):
        visit.replies.show(screens.dropped(visit.language))
        await give_up(visit)
    elif tap.act in ("page", "stay"):
        visit.replies.show(visit.screens(form, draft).screen(tap.value if tap.act == "page" else "first"))
    elif tap.act in ("submit", "other"):
        await _submit(form, draft, visit, sure=tap.act == "other")
    elif tap.act == "same":
        await _join(tap, form, draft, visit)
    else:
        step = await drafts.take(visit.tx, visit.world, visit.speaker, _result(tap, form, draft, visit), visit.now)
        if tap.act in ("pick", "take") and step.fault is None and step.report_id is None:
            _show_answered(draft, step, visit)
        else:
            show(step, visit)


def _show_answered(before: Draft, step: Step, visit: Visit) -> None:
    """Where the next question cannot take the place of this one (the location button is a keyboard of its own)."""
    on_screen = visit.screens(step.form, step.draft)
    asked = step.form.question(step.draft.current or "")
    leaves_place = usual_keyboard_due(before, step)
    if before.current is None or not (leaves_place or (asked is not None and asked.kind == "place")):
        show(step, visit)
        return
    visit.replies.show(on_screen.noted(before.current))
    if leaves_place:
        visit.replies.send(on_screen.place_left(visit.speaker))
    visit.replies.send(on_screen.screen())


async def give_up(visit: Visit) -> None:
    """The draft goes; one that was parked under it is offered."""
    parked = drafts.parked_of(visit.world, visit.speaker)
    await drafts.drop(visit.tx, visit.speaker, visit.now)
    if parked is not None:
        visit.replies.send(resume_offer(*parked, visit.language))


def usual_keyboard_due(before: Draft, step: Step) -> bool:
    """The question of the place is over, and its keyboard gives way to the usual one."""
    asked, now_asked = step.form.question(before.current or ""), step.form.question(step.draft.current or "")
    was, is_ = asked is not None and asked.kind == "place", now_asked is not None and now_asked.kind == "place"
    return was and not is_ and step.report_id is None


def _result(tap: FormTap, form: Form, draft: Draft, visit: Visit) -> Draft | Fault:
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
            value = value_from_tap(question, tap.value, visit.local_now, visit.own_area)
            return value if isinstance(value, Fault) else report_form.answer(form, draft, question.key, value)
        case _:
            return Fault("fault-question-over")


async def _submit(form: Form, draft: Draft, visit: Visit, sure: bool = False) -> None:
    if not may(visit.speaker, "report"):
        visit.replies.answer_tap(screens.note(visit.language, "tap-no-right"), alert=True)
        return
    if not report_form.finished(form, draft):
        visit.replies.show(visit.screens(form, draft).screen())
        return
    if form.name == "incident" and not sure and await _asked_whether_same(draft, visit):
        return
    await drafts.send(visit.tx, visit.world, visit.speaker, form, draft, visit.now)
    visit.replies.show(screens.sending(visit.language))


async def _asked_whether_same(draft: Draft, visit: Visit) -> bool:
    """An open case nearby that may be the same is shown before the form is sent."""
    found = await drafts.repeats(visit.tx, visit.world, visit.speaker, draft, visit.now)
    if found is None:
        return False
    zone = visit.world.settings.zone
    visit.replies.show(duplicate_cards.same_or_other(found, draft.revision, visit.language, zone, visit.now))
    return True


async def _join(tap: FormTap, form: Form, draft: Draft, visit: Visit) -> None:
    """补充到该事件: what is in the draft becomes a follow-up of that case."""
    report_id = int(tap.value) if tap.value.isdecimal() else 0
    if await spoken.join(visit.tx, visit.world, visit.speaker, form, draft, report_id, visit.now) is None:
        visit.replies.answer_tap(screens.note(visit.language, "tap-stale"))
        return
    visit.replies.show(screens.sending(visit.language))
