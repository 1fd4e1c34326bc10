"""A round of 叫应 with everything that its cards, lists and records show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import select

from bot.rules.call_round import Whom
from bot.rules.call_view import Called, CalledVillage, CallView
from storage import areas, calls
from storage.database import Transaction
from storage.tables import CallRound, CallStep, CallVillage, Group, Person

Names = dict[str, tuple[str, str]]


async def load(tx: Transaction, call_id: int) -> CallView | None:
    """The whole round."""
    await tx.session.flush()
    row = await tx.session.get(CallRound, call_id, populate_existing=True)
    if row is None:
        return None
    query = select(CallVillage).where(CallVillage.call_id == call_id).order_by(CallVillage.area)
    villages = list(await tx.session.scalars(query))
    names = await _names(tx, [row], villages)
    return _view(row, await _shown(tx, villages, names), names, await _group(tx, row))


async def load_called(tx: Transaction, village_id: int) -> CallView | None:
    """The round as one village sees it."""
    return (await load_many_called(tx, [village_id])).get(village_id)


async def load_many_called(tx: Transaction, village_ids: Collection[int]) -> dict[int, CallView]:
    """The same for many villages at once: a round is sent to hundreds of them within seconds."""
    await tx.session.flush()
    query = select(CallVillage).where(CallVillage.id.in_(village_ids))
    by_round: dict[int, list[CallVillage]] = defaultdict(list)
    for village in await tx.session.scalars(query, execution_options={"populate_existing": True}):
        by_round[village.call_id].append(village)
    found: dict[int, CallView] = {}
    for call_id, villages in by_round.items():
        row = await tx.session.get(CallRound, call_id, populate_existing=True)
        if row is not None:
            names, group = await _names(tx, [row], villages), await _group(tx, row)
            for each in await _shown(tx, villages, names):
                found[each.village_id] = _view(row, [each], names, group)
    return found


async def _names(tx: Transaction, rounds: Sequence[CallRound], villages: Sequence[CallVillage]) -> Names:
    codes = {village.area for village in villages} | {code for row in rounds for code in row.areas}
    return await areas.names(tx, codes | {code[:9] for code in codes})


async def _group(tx: Transaction, row: CallRound) -> str:
    return await tx.session.scalar(select(Group.title).where(Group.chat_id == row.chat_id)) or ""


def _view(row: CallRound, villages: Sequence[CalledVillage], names: Names, group: str) -> CallView:
    return CallView(
        call_id=row.id, kind=row.kind, level=row.level, text=row.text, drill=row.drill,
        area_names=tuple(names.get(code, (code, code)) for code in row.areas), group=group, by_name=row.by_name,
        wait=calls.span(row), started_at=row.started_at, deadline_at=row.deadline_at, ended_at=row.ended_at,
        ended_by=row.ended_by_name, villages=tuple(villages),
    )  # fmt: skip


async def _shown(tx: Transaction, villages: Sequence[CallVillage], names: Names) -> list[CalledVillage]:
    steps = await calls.steps(tx, [village.id for village in villages])
    known = await calls.people_of(tx, {step.person_id for each in steps.values() for step in each if step.person_id})
    return [
        CalledVillage(
            village_id=each.id, area=each.area, names=names.get(each.area, (each.area, each.area)),
            town_names=names.get(each.area[:9], ("", "")), answered_at=each.answered_at,
            answered_by=each.answered_by_name or "", answered_how=each.answered_how, arrived_at=each.arrived_at,
            pin=(each.lat, each.lon) if each.lat is not None and each.lon is not None else None, people=each.people,
            steps=tuple(_called(step, known) for step in steps.get(each.id, ())),
        )
        for each in villages
    ]  # fmt: skip


def _called(step: CallStep, known: dict[int, Person]) -> Called:
    person = known.get(step.person_id or 0)
    was_called = step.outcome == "called"
    whom: Whom = step.whom  # type: ignore[assignment]
    over = step.outcome in ("called", "answered", "over")
    return Called(
        number=step.number, whom=whom, person_id=step.person_id, name=person.name if person else "",
        phone=person.phone if person else None, due_at=step.due_at, called_at=step.done_at if was_called else None,
        reason=step.lost if over else step.outcome, answered_at=step.answered_at, wrong=step.wrong,
    )  # fmt: skip
