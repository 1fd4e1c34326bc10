"""A CAP message or an area's file handed in by duty staff: fetched and read elsewhere, then shown to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.actions.people import GroupPlace
from bot.rules.alert_draft import AlertDraft
from bot.rules.alert_shape import Shape
from bot.rules.message import Message, Recipient
from bot.rules.speaker import Speaker
from storage import alerts, cap_files, outbox
from storage.database import Database, Transaction
from storage.tables import CapFile

READ, AREA_READ = "cap-read", "area-file-read"
ATTEMPTS, AGAIN = 5, timedelta(seconds=20)


@dataclass(frozen=True)
class Wanted:
    """One to be fetched: by Telegram's file id, or by its address."""

    number: int
    file_id: str | None
    url: str | None
    about: str = "cap"


async def hand_in(
    tx: Transaction, speaker: Speaker, group: GroupPlace | None, language: str, now: datetime,
    file_id: str | None = None, url: str | None = None, about: str = "cap",
) -> None:  # fmt: skip
    """It will be fetched as soon as can be; the answer comes by the outbox."""
    row = CapFile(
        by_telegram_id=speaker.telegram_id, chat_id=speaker.chat_id, thread_id=group.thread_id if group else None,
        language=language, file_id=file_id, url=url, created_at=now, next_at=now, about=about,
    )  # fmt: skip
    await cap_files.add(tx, row)


class Importing:
    """What the fetching task takes, and what it brings."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database, self._now = database, now

    async def claim(self) -> Wanted | None:
        async with self._database.transaction() as tx:
            row = await cap_files.next_waiting(tx, self._now())
            return Wanted(row.id, row.file_id, row.url, row.about) if row is not None else None

    async def later(self, number: int, reason: str) -> None:
        """It could not be fetched just now; after a few times it is given up."""
        async with self._database.transaction() as tx:
            row = await cap_files.get(tx, number)
            if row is None or row.state != "waiting":
                return
            row.attempts, row.next_at = row.attempts + 1, self._now() + AGAIN
            if row.attempts >= ATTEMPTS:
                await _ended(tx, row, "refused", reason, {}, self._now())

    async def refused(self, number: int, reason: str) -> None:
        await self._end(number, "refused", reason, {})

    async def read(self, number: int, draft: AlertDraft) -> None:
        await self._end(number, "read", None, draft.to_json())

    async def area(self, number: int, shape: Shape) -> None:
        """The polygons of an area file."""
        await self._end(number, "read", None, shape.to_json())

    async def _end(self, number: int, state: str, reason: str | None, draft: Mapping[str, Any]) -> None:
        async with self._database.transaction() as tx:
            row = await cap_files.get(tx, number)
            if row is not None and row.state == "waiting":
                await _ended(tx, row, state, reason, draft, self._now())


async def _ended(
    tx: Transaction, row: CapFile, state: str, reason: str | None, draft: Mapping[str, Any], now: datetime
) -> None:
    row.state, row.reason, row.draft = state, reason, dict(draft)
    to = Recipient(row.chat_id, row.language, row.thread_id)
    values = {"number": row.id, "reason": reason} | _about(row.about, draft)
    key = READ if row.about == "cap" else AREA_READ
    await outbox.put(tx, Message("acknowledgement", to, key, values, once=f"cap:{row.id}"), now)


def _about(about: str, draft: Mapping[str, Any]) -> dict[str, Any]:
    if about == "cap":
        return {"identifier": _identifier(draft)}
    rings = draft.get("polygons", ())
    return {"polygons": len(rings), "points": sum(len(ring.split()) for ring in rings)}


def _identifier(draft: Mapping[str, Any]) -> str:
    return str(draft.get("details", {}).get("cap", {}).get("identifier", ""))[:120]


async def draft_of(tx: Transaction, speaker: Speaker, number: int) -> AlertDraft | None:
    """What it says, for whoever handed it in. An update or a lifting follows what came from there before."""
    row = await cap_files.get(tx, number)
    if row is None or row.state != "read" or row.about != "cap" or row.by_telegram_id != speaker.telegram_id:
        return None
    draft = AlertDraft.from_json(row.draft)
    known = await alerts.known_as(tx, [each[1] for each in draft.details["cap"]["references"]])
    return AlertDraft.from_json(draft.to_json() | {"follows": known})


async def shape_of(tx: Transaction, speaker: Speaker, number: int) -> Shape | None:
    """The polygons of an area file, for whoever handed it in."""
    row = await cap_files.get(tx, number)
    if row is None or row.state != "read" or row.about != "area" or row.by_telegram_id != speaker.telegram_id:
        return None
    return Shape.from_json(row.draft)


async def known_already(tx: Transaction, draft: AlertDraft) -> int | None:
    """The alert that this message was made into before."""
    known = await alerts.known_as(tx, [str(draft.details["cap"]["identifier"])])
    return known[-1] if known else None
