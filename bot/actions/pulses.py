"""态势简报: composed and sent at its time, once; every leader chooses when. It shows what they may see anyway."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.actions import desk
from bot.actions.approvers import approvers
from bot.actions.one_by_one import one_by_one
from bot.rules import pulse as rule
from bot.rules.grading import GRADES
from bot.rules.message import Message, Recipient
from bot.rules.pulse import Decision, Pulse
from bot.rules.roles import areas_of, covers
from bot.rules.speaker import HeldPost, Speaker
from bot.world import World
from storage import alerts as stored_alerts
from storage import areas, outbox, people
from storage import pulses as stored
from storage.database import Database, Transaction
from storage.tables import Person, PulseRow

PULSE = "pulse"
# A set time that was missed by more is not made good: what it would have told is in the next one.
GRACE = timedelta(hours=2)
Codes = Sequence[str]
Find = Callable[[Transaction, World, Codes, int, datetime], Awaitable[Iterable[Decision]]]


@dataclass(frozen=True)
class Choice:
    """When somebody gets it: their times, whether in between while it is serious; `own`: they chose it themselves."""

    times: tuple[str, ...]
    urgent: bool
    own: bool
    offered: tuple[str, ...]


async def go_out(database: Database, world: World, now: datetime) -> None:
    """Every leader whose pulse is due, a transaction each: what is told and up to when it was told go together."""
    settings = world.settings
    async with database.transaction() as tx:
        new = await stored.leaders_without(tx)
        waiting = await stored.due(tx, now, settings.timezone, settings.pulse_times)

    async def one(tx: Transaction, person_id: int) -> None:
        row, person = await stored.add(tx, person_id, now), await people.person(tx, person_id)
        if person is not None:
            await look_at(tx, world, row, person, now)

    await one_by_one(database, dict.fromkeys([*new, *waiting]), one)


async def look_at(tx: Transaction, world: World, row: PulseRow, person: Person, now: datetime) -> None:
    if row.reckoned != _reckoned(row, world):
        _reckon(row, world, now)
        return
    at_set_time = row.next_at is not None and now - GRACE <= row.next_at <= now
    _move_on(row, world, now)
    codes = _leads_in(await people.posts_of(tx, person.id))
    if not codes or not person.telegram_id or person.unreachable_since is not None:
        return
    if not at_set_time and not await stored.urgent_is_open(tx, codes):
        return
    pulse = await _composed(tx, world, codes, person.id, row.since_at, now)
    if rule.due(pulse, at_set_time):
        row.since_at = now
        values = await _shown(tx, codes, pulse, now)
        to, once = Recipient(person.telegram_id, person.language, person_id=person.id), f"pulse:{person.id}:{now}"
        await outbox.put(tx, Message("notice", to, PULSE, values, once=once), now)


def _reckoned(row: PulseRow, world: World) -> str:
    return f"{world.settings.timezone} {_times(row, world)}"


def _times(row: PulseRow, world: World) -> str:
    return world.settings.pulse_times if row.times is None else row.times


def _hours(row: PulseRow, world: World) -> int:
    return 0 if row.urgent is False else world.settings.pulse_urgent_hours


def _reckon(row: PulseRow, world: World, now: datetime) -> None:
    """All its times anew: it is a new row, or a setting or a choice has changed."""
    row.reckoned = _reckoned(row, world)
    row.next_at = rule.next_set_time(_times(row, world), now, world.settings.zone)
    row.look_at = rule.next_look(now, _hours(row, world)) if row.next_at is not None else None


def _move_on(row: PulseRow, world: World, now: datetime) -> None:
    """What was due is over; the looks in between count from the last set time."""
    if row.next_at is not None and row.next_at <= now:
        _reckon(row, world, now)
    elif row.look_at is not None and row.look_at <= now:
        row.look_at = rule.next_look(now, _hours(row, world))


def _leads_in(posts: Iterable[HeldPost]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(post.area for post in posts if post.role == "leader"))


async def _composed(
    tx: Transaction, world: World, codes: Codes, person_id: int, since: datetime, now: datetime
) -> Pulse:
    follow_up_after = world.deadlines.follow_ups.group_after
    stale = now - timedelta(days=world.settings.stale_hazard_days)
    decisions = [each for find in DECISIONS for each in await find(tx, world, codes, person_id, now)]
    return rule.compose(
        since, await stored.open_counts(tx, codes), await stored.changes(tx, codes, since),
        await stored.late(tx, codes, now, follow_up_after, stale), decisions,
    )  # fmt: skip


async def _approvals(tx: Transaction, world: World, codes: Codes, person_id: int, now: datetime) -> list[Decision]:
    """Public alerts that this leader may approve, and those that one leader alone has published."""
    found = []
    for row in await stored.alerts_waiting(tx):
        theirs = person_id in (row.drafted_by, row.decided_by if row.look_open else None)
        if theirs or not covers(codes, row.areas):
            continue
        kind, at = ("look", row.published_at) if row.look_open else ("approve", row.drafted_at)
        found.append(Decision(kind, row.id, at or now, str(row.id), row.level))
    return found


async def _grades(tx: Transaction, world: World, codes: Codes, person_id: int, now: datetime) -> list[Decision]:
    """Open incidents with a proposal that nobody has confirmed: the serious ones, and whatever is above the lowest."""
    found = []
    for report in await stored.ungraded(tx, codes):
        proposed = desk.case_grade(world, report)
        grade = proposed.proposal.grade
        if grade and not proposed.social and (grade in GRADES[:3] or report.priority in stored.URGENT):
            found.append(Decision("grade", report.id, report.sent_at, report.number, grade))
    return found


async def _requests(tx: Transaction, world: World, codes: Codes, person_id: int, now: datetime) -> list[Decision]:
    """What somebody was asked for in a case and has not answered: referrals, assignments, a lower priority."""
    return [
        Decision(row.kind, row.report_id, row.asked_at, number, row.level or row.names)
        for row, number in await stored.requests_waiting(tx, codes)
    ]


DECISIONS: tuple[Find, ...] = (_approvals, _requests, _grades)
"""Where decisions that wait are found; another kind is a line here and its words."""


async def _shown(tx: Transaction, codes: Codes, pulse: Pulse, now: datetime) -> dict[str, Any]:
    """As the row of the outbox keeps it: what was so when it was due."""
    names = await areas.names(tx, codes)
    kept: dict[str, Any] = asdict(pulse) | {"at": now, "calm": pulse.calm}
    kept["area_names"] = [list(names.get(code, (code, code))) for code in codes]
    return dict(_plain(kept))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


# --- what a leader does with it ---


async def look_now(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> dict[str, Any] | None:
    """What the next one would tell, without counting as one. None for whoever leads nowhere."""
    codes = areas_of(speaker, "pulse")
    if not codes or speaker.person_id is None:
        return None
    row = await stored.add(tx, speaker.person_id, now)
    return await _shown(tx, codes, await _composed(tx, world, codes, speaker.person_id, row.since_at, now), now)


async def choice(tx: Transaction, world: World, speaker: Speaker, now: datetime) -> Choice | None:
    """When this leader gets it. None for whoever leads nowhere."""
    if not areas_of(speaker, "pulse") or speaker.person_id is None:
        return None
    row = await stored.add(tx, speaker.person_id, now)
    times = rule.read_times(_times(row, world))
    offered = tuple(sorted({*rule.OFFERED, *times, *rule.read_times(world.settings.pulse_times)}))
    return Choice(times, bool(_hours(row, world)), row.times is not None or row.urgent is not None, offered)


async def choose(
    tx: Transaction, world: World, speaker: Speaker, what: str, value: str, now: datetime
) -> Choice | None:
    """time (`value`: an hour that is turned on or off), urgent (on, off), none, usual."""
    before = await choice(tx, world, speaker, now)
    if before is None or speaker.person_id is None:
        return None
    row = await stored.add(tx, speaker.person_id, now)
    match what:
        case "time" if rule.read_times(value):
            row.times = rule.switched(_times(row, world), value)
        case "urgent":
            row.urgent = value == "on"
        case "none":
            row.times, row.urgent = "", False
        case "usual":
            row.times = row.urgent = None
    _reckon(row, world, now)
    return await choice(tx, world, speaker, now)


async def show_alert(tx: Transaction, speaker: Speaker, alert_id: int, now: datetime) -> bool:
    """The card of an alert once more, for whoever may decide on it. False for anybody else."""
    row = await stored_alerts.get(tx, alert_id)
    if row is None:
        return False
    able = {person.id: leads for person, leads in await approvers(tx, row, row.drafted_by)}
    if speaker.person_id not in able:
        return False
    values: dict[str, Any] = {"version": row.version, "person": speaker.person_id, "leads": able[speaker.person_id]}
    to = Recipient(speaker.telegram_id, speaker.language, person_id=speaker.person_id)
    about = stored_alerts.subject(row.id)
    shown = values | ({"look": True} if row.look_open else {})
    await outbox.put(tx, Message("question", to, stored_alerts.CARD, shown, about), now)
    return True
