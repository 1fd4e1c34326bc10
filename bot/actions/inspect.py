"""What `doctor` and every start read from the database: facts only; what they mean is said in `startup_checks`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.actions import auditor
from storage import case_log, case_topics, escalations, experts, groups, inbox, outbox, people, roster, step_hooks
from storage.case_log import ChainFault
from storage.database import Database, Transaction


@dataclass(frozen=True)
class Roster:
    """Who would be called. Areas are names; villages are (town, village)."""

    cities: int
    towns: int
    villages: int
    groups: tuple[tuple[int, str], ...]
    lost_groups: tuple[tuple[str, str], ...]
    areas_without_group: tuple[str, ...]
    villages_without_a: tuple[tuple[str, str], ...]
    villages_without_b: tuple[tuple[str, str], ...]
    areas_without_leader: tuple[str, ...]
    approvers: int
    administrators: int
    unreachable: tuple[tuple[str, str], ...]
    residents_unreachable: int
    never_opened: tuple[str, ...]
    topics_refused: tuple[str, ...] = ()
    experts: int = 0
    experts_unfit: tuple[str, ...] = ()


@dataclass(frozen=True)
class Work:
    """What waits. Ages are moments since which the oldest waits; None when nothing does."""

    inbox_waiting: int
    inbox_oldest: datetime | None
    set_aside: tuple[tuple[int, str], ...]
    outbox: dict[int, tuple[int, datetime]]
    open_climbs: int
    next_step_at: datetime | None
    missed: tuple[tuple[str, str], ...] = ()
    hooks_failed: int = 0


async def read_roster(tx: Transaction) -> Roster:
    places = await roster.count_places(tx)
    bound = await groups.bound(tx)
    unreachable, listed = await roster.unreachable(tx), await experts.all_of_them(tx)
    return Roster(
        cities=places.cities,
        towns=places.towns,
        villages=places.villages,
        groups=tuple((group.chat_id, group.title) for group in bound if group.lost_at is None),
        lost_groups=tuple((group.title, group.lost_reason or "") for group in bound if group.lost_at is not None),
        areas_without_group=tuple(area.name for area in await roster.areas_without_group(tx)),
        villages_without_a=tuple(await roster.villages_without_officer(tx, "A")),
        villages_without_b=tuple(await roster.villages_without_officer(tx, "B")),
        areas_without_leader=tuple(area.name for area in await roster.areas_without(tx, "leader", ("city", "town"))),
        approvers=await roster.count_holders(tx, ("approver", "leader")),
        administrators=len(await people.administrators(tx)),
        unreachable=tuple((person.name, person.unreachable_reason or "") for person, in_post in unreachable if in_post),
        residents_unreachable=sum(not in_post for _, in_post in unreachable),
        never_opened=tuple(await roster.in_post_without_telegram(tx)),
        topics_refused=tuple(await case_topics.without_right(tx)),
        experts=len(listed),
        experts_unfit=tuple(each.name for each in listed if not each.fields or not (each.reachable or each.phone)),
    )


async def read_work(tx: Transaction, now: datetime) -> Work:
    state = await inbox.state(tx)
    climbs, next_step_at = await escalations.open_count(tx)
    return Work(
        inbox_waiting=state.waiting,
        inbox_oldest=state.oldest,
        set_aside=tuple((row.update_id, row.fault or "") for row in await inbox.set_aside_updates(tx)),
        outbox=await outbox.waiting(tx),
        open_climbs=climbs,
        next_step_at=next_step_at,
        missed=tuple((miss.number, miss.why) for miss in await auditor.missed(tx, now)),
        hooks_failed=await step_hooks.failed(tx),
    )


# Some twenty seconds' worth; of a longer log the newest lines are walked, and the bot walks all of it every hour.
MOST_LINES = 1_000_000


async def read_chain(database: Database) -> tuple[int, int, ChainFault | None]:
    """The case log walked in short transactions: the first line looked at, the last one, and the first fault."""
    return await case_log.verify_in_pieces(database, MOST_LINES)
