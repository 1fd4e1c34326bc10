"""今晚叫不醒的村: the villages where a call at night would reach nobody, and those with one officer only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

RANKS = ("A", "B")


@dataclass(frozen=True)
class Holder:
    """An officer of a village. `heard_at`: when they last tapped or wrote; `known_since` when they were entered."""

    area: str
    rank: str | None
    name: str
    phone: str | None
    unreachable: str | None
    opened: bool
    heard_at: datetime | None
    known_since: datetime


@dataclass(frozen=True)
class Trouble:
    """A post that would not answer. `why`: vacant, never_started, silent, or the reason a message was refused."""

    rank: str
    why: str
    name: str = ""
    phone: str | None = None


@dataclass(frozen=True)
class Village:
    """`asleep`: nobody there would answer."""

    area: str
    asleep: bool
    troubles: tuple[Trouble, ...]


def wake_list(villages: Iterable[str], holders: Iterable[Holder], now: datetime, silent: timedelta) -> list[Village]:
    """The villages with a trouble, those that nobody wakes first. A village's order is kept otherwise."""
    by_area: dict[str, list[Holder]] = {}
    for holder in holders:
        by_area.setdefault(holder.area, []).append(holder)
    found = [_village(area, by_area.get(area, []), now, silent) for area in villages]
    return sorted((each for each in found if each.troubles), key=lambda each: not each.asleep)


def _village(area: str, holders: list[Holder], now: datetime, silent: timedelta) -> Village:
    whys = [(holder, why_not(holder, now, silent)) for holder in holders]
    troubles = [Trouble(one.rank or "", why, one.name, one.phone) for one, why in whys if why]
    taken = {holder.rank for holder in holders}
    troubles += [Trouble(rank, "vacant") for rank in RANKS if rank not in taken]
    awake = any(why is None for _, why in whys)
    return Village(area, not awake, tuple(sorted(troubles, key=lambda each: each.rank)))


def why_not(holder: Holder, now: datetime, silent: timedelta) -> str | None:
    """Why a call would not be heard, as far as one can tell; None when there is no sign of it."""
    if holder.unreachable is not None:
        return holder.unreachable
    if not holder.opened:
        return "never_started"
    return "silent" if now - (holder.heard_at or holder.known_since) > silent else None
