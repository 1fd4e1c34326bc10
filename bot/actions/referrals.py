"""转办 to a function: its group or its people must accept or refuse. One with nobody here is written in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.actions import answer_case, case_requests, escalate
from bot.actions.case_requests import Wish
from bot.actions.people import GroupPlace
from bot.report_types import load_categories, load_functions, load_hazard_types
from bot.rules.case_request import Functions, RequestView
from bot.rules.escalation import FUNCTION
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from bot.world import World
from storage import case_requests as stored
from storage import outbox
from storage.case_view import CARD
from storage.database import Transaction
from storage.duty import above
from storage.tables import Report


@dataclass(frozen=True)
class Choices:
    """`refusal` as in `answer_case`. `waiting`: a referral that nobody has answered yet."""

    report: Report | None
    refusal: str | None = None
    waiting: RequestView | None = None
    functions: Functions = field(default_factory=Functions)


async def look(tx: Transaction, speaker: Speaker, group: GroupPlace | None, report_id: int) -> Choices:
    """To whom it may be referred, or the referral that waits."""
    answer = await answer_case.allowed(tx, speaker, group, report_id, "refer")
    report = answer.report
    if report is None or answer.refusal:
        return Choices(report, answer.refusal)
    waiting = await case_requests.waiting(tx, report.id, "referral")
    category = load_categories().get(report.category) or load_hazard_types().get(report.category)
    lead = tuple(category.lead_functions) if category else ()
    reached = await stored.functions_reached(tx, above(report.area)[-2:])
    others = tuple(slug for slug in load_functions() if slug in reached and slug not in lead)
    return Choices(report, None, stored.view(waiting) if waiting else None, Functions(lead, others, frozenset(reached)))


async def menu_shown(
    tx: Transaction, speaker: Speaker, language: str, choices: Choices, message_id: int, now: datetime
) -> None:
    """The menu under the card shows what waits; when it is answered, the menu shows that."""
    if choices.report is None or choices.waiting is None:
        return
    cards = await outbox.rows_about(tx, f"report:{choices.report.id}", CARD)
    district = any(card.chat_id == speaker.chat_id and card.values.get("district") for card in cards)
    to, about = Recipient(speaker.chat_id, language), f"request:{choices.waiting.id}"
    once = f"{about}:menu:{speaker.chat_id}:{message_id}"
    await outbox.adopt(
        tx, Message("card", to, case_requests.MENU, {"district": district}, about, once=once), message_id, now
    )


async def menu_left(tx: Transaction, speaker: Speaker, message_id: int) -> None:
    await outbox.leave(tx, speaker.chat_id, message_id, case_requests.MENU)


async def refer_to(
    tx: Transaction, world: World, speaker: Speaker, group: GroupPlace | None, report_id: int, function: str,
    now: datetime,
) -> tuple[Report | None, str | None]:  # fmt: skip
    """Ask it of the function. `pending`: one waits already; `nobody`: no account and no group to ask."""
    found = await look(tx, speaker, group, report_id)
    if found.report is None or found.refusal:
        return found.report, found.refusal
    if found.waiting is not None:
        return found.report, "pending"
    if function not in load_functions():
        return found.report, "stale"
    called = await escalate.recipients_of(tx, world, found.report, (f"{FUNCTION}{function}",), now)
    if not called:
        return found.report, "nobody"
    await case_requests.ask(tx, world, speaker, found.report, Wish("referral", called, function), now)
    return found.report, None
