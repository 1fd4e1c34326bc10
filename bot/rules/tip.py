"""A resident's tip to the officers of a village: its states, how many a person may send, and who is reminded.

Residents never reach the duty group: what an officer finds true, the officer reports.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

MOST_WORDS = 1000
MOST_FILES = 5
# Soon after it is sent: has it reached anybody at all?
FIRST_LOOK = timedelta(minutes=1)
# What an officer types after 已处理，回复 goes to the resident for so long; later words are like any other.
REPLY_WITHIN = timedelta(minutes=10)

# state → what an officer may still do
TAKES: dict[str, frozenset[str]] = {
    "sent": frozenset({"verify", "answer", "dismiss"}),
    "verified": frozenset({"verify", "answer", "dismiss"}),
    "reported": frozenset(),
    "answered": frozenset(),
    "dismissed": frozenset(),
    "unreached": frozenset(),
}


@dataclass(frozen=True, slots=True)
class TipDraft:
    """What a resident has put together so far. `place` is {"lat", "lon"}; `album` the last one that came in parts."""

    village: str
    words: str = ""
    files: tuple[Mapping[str, Any], ...] = ()
    place: Mapping[str, float] | None = None
    phone: str | None = None
    album: str | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> TipDraft:
        return cls(
            str(data.get("village") or ""), str(data.get("words") or ""), tuple(data.get("files") or ()),
            data.get("place"), data.get("phone"), data.get("album"),
        )  # fmt: skip

    def as_data(self) -> dict[str, Any]:
        return {
            "village": self.village, "words": self.words, "files": [dict(item) for item in self.files],
            "place": dict(self.place) if self.place else None, "phone": self.phone, "album": self.album,
        }  # fmt: skip

    @property
    def says_something(self) -> bool:
        return bool(self.words or self.files)

    def with_words(self, words: str) -> TipDraft | None:
        """These words too; None when it grows too long."""
        joined = "\n".join(part for part in (self.words, words.strip()) if part)
        return replace(self, words=joined) if len(joined) <= MOST_WORDS else None

    def with_file(self, item: Mapping[str, Any]) -> TipDraft | None:
        """This file too; None when there are enough."""
        album = item.get("group")
        if any(each["unique_id"] == item["unique_id"] for each in self.files):
            return self
        return replace(self, files=(*self.files, item), album=album) if len(self.files) < MOST_FILES else None


def wait_until(sent: Sequence[datetime], now: datetime, per_hour: int, per_day: int) -> datetime | None:
    """When the next one may be sent, for a person who sent theirs at these moments; None: now."""
    times = sorted(sent)
    waits = [now]
    for span, most in ((timedelta(hours=1), per_hour), (timedelta(days=1), per_day)):
        within = [at for at in times if at > now - span]
        if len(within) >= most:
            waits.append(within[-most] + span)
    return max(waits) if len(waits) > 1 else None


@dataclass(frozen=True, slots=True)
class TipOfficer:
    """An officer of the village. `rank` is A or B; `reachable`: the bot can write to them."""

    person_id: int
    rank: str | None
    reachable: bool


def whom_to_remind(officers: Sequence[TipOfficer], reminded: int) -> tuple[TipOfficer, ...]:
    """First the officer in charge (post A, else whoever there is), then the other post; nobody a third time."""
    there = sorted((each for each in officers if each.reachable), key=lambda each: each.rank or "Z")
    if reminded == 0:
        return tuple(there[:1])
    return tuple(there[1:]) if reminded == 1 else ()


# Looks at an unanswered tip: A is reminded, the other post is reminded, its resident hears that nobody has answered.
LOOKS = 3


def next_look(sent_at: datetime, reminded: int, remind_after: timedelta, now: datetime) -> datetime | None:
    """When to look at an unanswered tip again; None once everything has been tried."""
    if reminded >= LOOKS:
        return None
    due = sent_at + remind_after * (reminded + 1)
    return max(due, now + FIRST_LOOK)


@dataclass(frozen=True, slots=True)
class TipView:
    """A tip as its officers see it. `words`, `name` and `phone` are empty once they are erased."""

    tip_id: int
    village: tuple[str, str]
    words: str
    files: int
    place: Mapping[str, float]
    name: str | None
    phone: str | None
    sent_at: datetime
    state: str
    decided_by: str | None
    decided_at: datetime | None
    answer: str | None
    report_number: str | None
    erased: bool
