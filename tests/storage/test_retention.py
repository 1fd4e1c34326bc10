"""Messages that are out go after a while, in small pieces; nothing that still counts or still runs does."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from bot.rules.message import Message, Recipient
from storage import areas, outbox, people, reports, retention
from storage.database import Database, Transaction
from storage.tables import OutboxRow, Report
from tests.storage.cast import NIGHT

LATER = NIGHT + timedelta(days=401)
BEFORE = LATER - timedelta(days=400)
VILLAGE = "440118105230"


async def a_case(tx: Transaction, number: str, state: str) -> int:
    person = await people.add(tx, "何志强", "zh-Hans", NIGHT, 7000 + int(number[-2:]))
    await areas.put(tx, {"code": VILLAGE, "name": "高滩村", "name_hant": "高灘村", "kind": "village", "parent": None})
    report = Report(
        number=number, kind="incident", category="landslide", area=VILLAGE, town=VILLAGE[:9], reporter_id=person.id,
        priority="P0", state=state, answers={}, learned_at=NIGHT, sent_at=NIGHT,
    )  # fmt: skip
    return (await reports.add(tx, report, reports.Said(person.id))).id


async def put(tx: Transaction, key: str, subject: str | None, state: str = "sent", **more: Any) -> int:
    to = Recipient(-100, "zh-Hans")
    row = await outbox.put(tx, Message("notice", to, key, {}, subject, once=f"{key}:{subject}:{state}"), NIGHT)
    assert row is not None
    await tx.session.execute(update(OutboxRow).where(OutboxRow.id == row).values(state=state, **more))
    return row


async def test_old_messages_go_in_pieces_and_what_counts_or_runs_stays(database: Database) -> None:
    async with database.transaction() as tx:
        over, running = await a_case(tx, "派潭-01", "closed"), await a_case(tx, "派潭-02", "acknowledged")
        card = await put(tx, "case-card", f"report:{running}")
        gone = [
            await put(tx, "case-card", f"report:{over}"),
            await put(tx, "case-request", "request:7", "dropped"),
            await put(tx, "alarm", None),
            await put(tx, "notice", "zero:3", "failed", reacted=True),
            await put(tx, "alert-card", "alert:5", edits=card),
        ]
        stays = [
            card,
            await put(tx, "alert-copy", "alert:5"),
            await put(tx, "drill-invitation", "drill:2"),
            await put(tx, "notice", "zero:4", "held"),
            await put(tx, "notice", "zero:5", "ready"),
            await put(tx, "notice", "zero:6", "failed"),
            await put(tx, "new", f"report:{over}", created_at=LATER - timedelta(days=1)),
        ]
    after, removed = 0, 0
    for _ in range(20):
        async with database.transaction() as tx:
            walked = await retention.forget_letters(tx, after, BEFORE, 2)
        after, removed = walked.after, removed + walked.gone
        if walked.ended:
            break
    async with database.transaction() as tx:
        left = set(await tx.session.scalars(select(OutboxRow.id)))
    assert removed == len(gone)
    assert left == set(stays)
    async with database.transaction() as tx:
        assert (await retention.forget_letters(tx, 0, BEFORE, 500)).gone == 0
