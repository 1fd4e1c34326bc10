"""While an alert goes out: pause it, let it go on, stop it; afterwards the record, by place and by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.actions import alert_life, alert_sending
from bot.actions.people import GroupPlace
from bot.rules.paid_broadcast import price
from bot.rules.speaker import Speaker
from storage import alert_counts, alerts, areas, case_log, digests, people, roster
from storage.alerts import subject
from storage.case_log import Actor
from storage.database import Transaction
from storage.tables import Alert, Person

# (verb, sending now) → sending afterwards. Stopping takes a pause first: nobody stops a warning by a slip of the thumb.
STEPS = {("pause", "going"): "paused", ("resume", "paused"): "going", ("stop", "paused"): "stopped"}
LOGGED = {"pause": "paused", "resume": "resumed", "stop": "stopped"}


async def steer(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int, verb: str, now: datetime
) -> str | None:
    """pause, resume or stop the sending. The reason why not, or None."""
    row = await alerts.get(tx, alert_id)
    if row is None or row.published_at is None:
        return "gone"
    after = STEPS.get((verb, row.sending))
    if after is None or row.finished_at is not None:
        return "over"
    if not await alert_life.may_follow(tx, speaker, group, row):
        return "no_right"
    row.sending, row.next_look_at = after, now
    number = await _do(tx, row, verb, now)
    actor = Actor(speaker.telegram_id, speaker.name)
    await case_log.append(tx, subject(row.id), LOGGED[verb], now, actor, {"copies": number})
    await alert_sending.show_progress(tx, row, now)
    tx.ring("ticks")
    return None


async def _do(tx: Transaction, row: Alert, verb: str, now: datetime) -> int:
    match verb:
        case "pause":
            return await alerts.hold_back(tx, row.id)
        case "resume":
            return await alerts.let_go(tx, row.id)
        case _:
            return await alerts.drop_unsent(tx, [row.id], now, "stopped")


async def pay(tx: Transaction, speaker: Speaker, alert_id: int, on: bool, now: datetime) -> str | None:
    """An administrator's choice before it goes out: 1,000 a second for Stars, or not. The reason why not, or None."""
    row = await alerts.get(tx, alert_id)
    if row is None:
        return "gone"
    if not speaker.admin:
        return "admins_only"
    if row.state not in ("draft", "approved"):
        return "over"
    if row.paid != on:
        row.paid = on
        words = {"stars": price(row.audience)}
        actor = Actor(speaker.telegram_id, speaker.name)
        await case_log.append(tx, subject(row.id), "paid_broadcast" if on else "free_broadcast", now, actor, words)
        await alert_life.refresh_cards(tx, row, now)
    return None


@dataclass
class PlaceRecord:
    """What became of the copies of one place. `names`: zh-Hans and zh-Hant."""

    names: tuple[str, str]
    sent: int = 0
    waiting: int = 0
    unsure: int = 0
    lost: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def troubles(self) -> dict[str, int]:
        """By reason word, those whose fate is unknown among them."""
        return dict(self.lost) | ({"fate_unknown": self.unsure} if self.unsure else {})

    @property
    def all(self) -> int:
        return self.sent + self.waiting + self.unsure + sum(self.lost.values())


async def record(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int
) -> list[PlaceRecord] | None:
    """Place by place; None for whoever may not see it."""
    row = await alerts.get(tx, alert_id)
    if row is None or row.published_at is None or not await alert_life.may_follow(tx, speaker, group, row):
        return None
    counted = await alert_counts.by_place(tx, row)
    names = await areas.names(tx, [area for area, *_ in counted])
    places: dict[str, PlaceRecord] = {}
    for area, state, reason, number in counted:
        place = places.setdefault(area, PlaceRecord(names.get(area, (area, area))))
        match state:
            case "sent":
                place.sent += number
            case "held":
                place.unsure += number
            case "failed" | "dropped":
                place.lost[reason or "refused"] += number
            case _:
                place.waiting += number
    return list(places.values())


@dataclass(frozen=True)
class Why:
    """What became of one person's copy: `state` is a copy's, or skipped, or none (nothing was ever meant for them)."""

    name: str
    state: str
    reason: str | None = None
    at: datetime | None = None


async def why(tx: Transaction, speaker: Speaker, group: GroupPlace | None, alert_id: int, who: str) -> list[Why] | str:
    """Why somebody (by name, phone or Telegram number) got it or did not; or the reason why it is not told."""
    row = await alerts.get(tx, alert_id)
    if row is None or row.published_at is None:
        return "gone"
    if not await alert_life.may_follow(tx, speaker, group, row):
        return "no_right"
    return [await _why(tx, row, person) for person in await _people(tx, who)]


async def _people(tx: Transaction, who: str) -> list[Person]:
    digits = "".join(letter for letter in who if letter.isdecimal())
    if digits and digits == who.lstrip("+@# "):
        known = await people.by_telegram(tx, int(digits)) if len(digits) <= 15 else None
        return [known] if known else [*await roster.by_phone(tx, f"+{digits}"), *await roster.by_phone(tx, digits)]
    return (await roster.by_name(tx, who))[:5]


async def _why(tx: Transaction, row: Alert, person: Person) -> Why:
    found: Mapping[str, object] | None = await digests.fate_of(tx, row.id, person.id)
    if found is None:
        return Why(person.name, "unreachable" if person.unreachable_since else "none")
    at = found["at"]
    reason = found["reason"]
    return Why(
        person.name, str(found["state"]), str(reason) if reason else None, at if isinstance(at, datetime) else None
    )
