"""Who receives a public alert and when; and if not, the reason word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.alert_levels import OVERRIDES_QUIET, rank
from bot.rules.area_choice import overlap
from bot.rules.digest import USUAL_DIGEST, next_digest
from bot.rules.quiet_hours import quiet_until

REASONS = ("unreachable", "unsubscribed", "elsewhere", "untold", "kind", "level", "quiet", "digest")
"""Why somebody does not get an alert: cannot be written to; has ended all subscriptions; has subscribed to other
places; was never told of what is lifted; has subscribed to other kinds, higher levels; or it will be over before their
quiet hours are, or before their daily message comes."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One subscription. No `kinds` means all; quiet hours are "22:00", "07:00" or nothing.

    Levels below `digest_below` wait for the daily message at `digest_at`.
    """

    area: str
    kinds: tuple[str, ...] = ()
    lowest_level: str = "notice"
    quiet_from: str | None = None
    quiet_to: str | None = None
    digest_below: str | None = None
    digest_at: str | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """As much of an alert as the audience depends on.

    `lifting`: it says that something is over; `lifts`: of what went out from here; `remains`: where that still holds.
    """

    areas: tuple[str, ...]
    kind: str
    level: str
    expires_at: datetime | None = None
    lifting: bool = False
    lifts: bool = False
    remains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Send `at` this moment (now, or when the quiet ends); or not at all, for this `reason`.

    `digest`: at this moment together with others. `followed`: only because they follow this event.
    """

    at: datetime | None = None
    reason: str | None = None
    digest: bool = False
    followed: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody has to do with what an alert updates or lifts: `told` of it by itself, `digested`: in a daily
    message; `follows`: wants to hear how it goes on, whatever they have subscribed to."""

    told: bool = False
    digested: bool = False
    follows: bool = False


UNHEARD = Heard()


def verdict(
    wishes: Sequence[Wish], reachable: bool, alert: Warned, now: datetime, zone: ZoneInfo, heard: Heard = UNHEARD
) -> Verdict:
    """One copy a person, as early as any of their subscriptions allows. A village is warned of what concerns its town,
    and a town of what concerns any of its villages.

    Whoever got what this one updates or lifts hears how it went on, whatever they have chosen since, but for those who
    have ended all subscriptions, and where nothing has changed for them. What was told by itself goes on by itself;
    only the rest may wait for the daily message, orange and red never.
    """
    if not reachable:
        return Verdict(reason="unreachable")
    told = heard.told or heard.digested
    wanted, reason = _wanted(wishes, alert, told) if wishes else ((), "unsubscribed" if told else "elsewhere")
    if reason is not None and not heard.follows:
        return Verdict(reason=reason)
    followed = reason is not None
    waits = not (followed or heard.told or heard.follows)
    times = [_when(wish, alert, now, zone, waits) for wish in (wishes if followed else wanted)]
    at, digest = min(times, default=(now, False))
    if at > now and _over_by(alert, at):
        return Verdict(reason="digest" if digest else "quiet")
    return Verdict(at, digest=digest, followed=followed)


def _when(wish: Wish, alert: Warned, now: datetime, zone: ZoneInfo, waits: bool) -> tuple[datetime, bool]:
    """When this subscription lets it through, and whether that is with the daily message."""
    if waits and _waits(wish, alert):
        return next_digest(now, wish.digest_at or USUAL_DIGEST, zone), True
    return _not_before(wish, alert, now, zone), False


def _over_by(alert: Warned, at: datetime) -> bool:
    return alert.expires_at is not None and at >= alert.expires_at


def _waits(wish: Wish, alert: Warned) -> bool:
    """Whether this subscription leaves it to the daily message."""
    below = wish.digest_below is not None and rank(alert.level) < rank(wish.digest_below)
    return below and alert.level not in OVERRIDES_QUIET


def _wanted(wishes: Sequence[Wish], alert: Warned, told: bool) -> tuple[Sequence[Wish], str | None]:
    """The subscriptions that ask for it, or the reason why none does."""
    here = [wish for wish in wishes if any(overlap(wish.area, area) for area in alert.areas)]
    if told:
        goes_on = not here and any(overlap(wish.area, area) for wish in wishes for area in alert.remains)
        return (here or wishes), "elsewhere" if goes_on else None
    if not here:
        return (), "elsewhere"
    if alert.lifts:
        return (), "untold"
    of_kind = [wish for wish in here if not wish.kinds or alert.kind in wish.kinds]
    if not of_kind:
        return (), "kind"
    high_enough = [wish for wish in of_kind if rank(alert.level) >= rank(wish.lowest_level)]
    return high_enough, None if high_enough else "level"


def _not_before(wish: Wish, alert: Warned, now: datetime, zone: ZoneInfo) -> datetime:
    if alert.level in OVERRIDES_QUIET and not alert.lifting:
        return now
    return quiet_until(now, wish.quiet_from, wish.quiet_to, zone) or now
