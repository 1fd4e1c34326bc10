"""Fetching the bytes of evidence: what a fetch can end with, and what follows. A table of faults and their pauses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

# A megabyte as Telegram counts it: getFile gives files of up to 20 of them (Bot API, getFile).
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Wanted:
    """A claimed file. `size` is what Telegram says, in bytes, where it does."""

    id: int
    file_id: str
    size: int | None = None


@dataclass(frozen=True)
class Kept:
    """The bytes are on our disk, under their SHA-256 (hexadecimal)."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Missed:
    """Not fetched; `reason` is a word of `FAULTS`."""

    reason: str


@dataclass(frozen=True)
class Fault:
    """`pauses`: seconds before the next try, by the number of tries; the last one repeats.

    `tries`: after so many the file ends as `ends`; None is for ever.
    `disk`: it is our own disk's trouble, of which the administrators are told.
    """

    pauses: tuple[int, ...]
    tries: int | None = None
    ends: str = "gone"
    disk: bool = False


_AWAY = Fault(pauses=(5, 15, 60, 300, 900, 3600))
_DISK = Fault(pauses=(300,), disk=True)

FAULTS: dict[str, Fault] = {
    "telegram_away": _AWAY,
    "flood": Fault(pauses=(60, 300)),
    "cut_short": _AWAY,
    # "wrong file_id or the file is temporarily unavailable": Telegram says both with the same words
    "refused": Fault(pauses=(10, 60, 300, 1800, 3600, 7200), tries=8),
    "too_big": Fault(pauses=(0,), tries=1, ends="big"),
    "not_readable": Fault(pauses=(300, 3600)),
    "disk_full": _DISK,
    "no_permission": _DISK,
    "disk_fault": _DISK,
    "fault": _AWAY,
}


@dataclass(frozen=True)
class Verdict:
    """What becomes of the file: `state` waiting (until `next_at`), big or gone."""

    state: str
    next_at: datetime


def after_a_miss(reason: str, tries: int, now: datetime) -> Verdict:
    """What follows when the `tries`-th try (from 1) has ended with this reason."""
    fault = FAULTS[reason]
    if fault.tries is not None and tries >= fault.tries:
        return Verdict(fault.ends, now)
    pause = fault.pauses[min(max(tries, 1), len(fault.pauses)) - 1]
    return Verdict("waiting", now + timedelta(seconds=pause))
