"""Who receives a public alert and when; and if not, the reason word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.alert_levels import OVERRIDES_QUIET, rank
from bot.rules.area_choice import overlap
from bot.rules.quiet_hours import quiet_until

REASONS = ("unreachable", "unsubscribed", "elsewhere", "untold", "kind", "level", "quiet")
"""Why somebody does not get an alert: cannot be written to; has ended all subscriptions; has subscribed to other
places; was never told of what is lifted; has subscribed to other kinds, higher levels; or it will be over before their
quiet hours are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One subscription. No `kinds` means all; quiet hours are "22:00", "07:00" or nothing."""

    area: str
    kinds: tuple[str, ...] = ()
    lowest_level: str = "notice"
    quiet_from: str | None = None
    quiet_to: str | None = None


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
    """Send `at` this moment (now, or when the quiet ends); or not at all, for this `reason`."""

    at: datetime | None = None
    reason: str | None = None


def verdict(
    wishes: Sequence[Wish], reachable: bool, alert: Warned, now: datetime, zone: ZoneInfo, told: bool = False
) -> Verdict:
    """One copy a person, as early as any of their subscriptions allows. A village is warned of what concerns its town,
    and a town of what concerns any of its villages.

    `told`: they got what this one updates or lifts. They hear how it went on, whatever they have chosen since, but
    for those who have ended all subscriptions, and where nothing has changed for them.
    """
    if not reachable:
        return Verdict(reason="unreachable")
    if not wishes:
        return Verdict(reason="unsubscribed" if told else "elsewhere")
    wanted, reason = _wanted(wishes, alert, told)
    if reason is not None:
        return Verdict(reason=reason)
    at = min(_not_before(wish, alert, now, zone) for wish in wanted)
    over = alert.expires_at is not None and at > now and at >= alert.expires_at
    return Verdict(reason="quiet") if over else Verdict(at)


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
