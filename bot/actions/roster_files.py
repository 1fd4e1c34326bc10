"""A duty table sent as a file: fetched like evidence, read when it is there, answered in the chat it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.actions.people import who_speaks
from bot.actions.roster import allowed
from bot.actions.roster_import import Imported, from_rows
from bot.rules.message import Message, Recipient
from bot.rules.roster_tables import Row
from bot.rules.speaker import Speaker
from bot.world import World
from storage import evidence_files, outbox, roster_files
from storage.database import Transaction
from storage.tables import RosterFile

LOOK_AGAIN, GIVEN_UP = timedelta(seconds=2), timedelta(hours=1)


@dataclass(frozen=True)
class Waiting:
    """A file whose turn it is: where its bytes are (their hash), or why there are none."""

    id: int
    name: str
    sha256: str | None
    reason: str | None = None


async def take(
    tx: Transaction, speaker: Speaker, area: str, item: dict[str, Any], thread_id: int | None, language: str,
    now: datetime,
) -> bool:  # fmt: skip
    """Keep a file that was sent as the roster of an area. False without the right."""
    if not allowed(speaker, area):
        return False
    await evidence_files.want(tx, [item], now)
    tx.session.add(RosterFile(
        area=area, unique_id=item["unique_id"], name=_name(item), chat_id=speaker.chat_id,
        thread_id=thread_id, language=language, by_id=speaker.telegram_id, by_name=speaker.name, sent_at=now,
        next_at=now,
    ))  # fmt: skip
    return True


def _name(item: dict[str, Any]) -> str:
    return str(item.get("name") or "roster.csv")[-255:]


async def waiting(tx: Transaction, now: datetime) -> list[Waiting]:
    """The files that can be read now, or never; the others are looked at again soon."""
    found = []
    for row, file in await roster_files.waiting(tx, now):
        if file is not None and file.state == "kept":
            found.append(Waiting(row.id, row.name, file.sha256))
        elif file is None or file.state in ("big", "gone") or now - row.sent_at > GIVEN_UP:
            found.append(Waiting(row.id, row.name, None, file.reason if file and file.reason else "not_there"))
        else:
            row.next_at = now + LOOK_AGAIN
    return found


async def settle(
    tx: Transaction, world: World, file_id: int, table: tuple[Sequence[str], Sequence[Row]] | str, now: datetime
) -> None:
    """A file was read into `table`, or not (a reason word); its sender hears what became of it."""
    row = await roster_files.locked(tx, file_id)
    if row is None or row.state != "waiting":
        return
    done: Imported | str | None = table if isinstance(table, str) else None
    if not isinstance(table, str):
        admins = frozenset(world.settings.bot_admins)
        private = row.chat_id == row.by_id
        speaker = await who_speaks(tx, row.by_id, row.by_name, None, row.chat_id, private, row.language, admins)
        done = await from_rows(tx, world, speaker, row.area, *table, now)
    row.state, row.reason = ("read", None) if isinstance(done, Imported) else ("failed", str(done or "no_right"))
    values: dict[str, Any] = {"name": row.name, "reason": row.reason}
    if isinstance(done, Imported):
        faults = [[fault.line, fault.what, fault.cell] for fault in done.faults]
        values |= {"new": done.new, "same": done.same, "faults": faults}
    to = Recipient(row.chat_id, row.language, row.thread_id)
    await outbox.put(tx, Message("receipt", to, "roster-file-read", values, once=f"roster-file:{row.id}"), now)
