"""Evidence is fetched once, whatever is killed on the way, and what lies on the disk is what was sent."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.actions.evidence import Fetching
from bot.actions.inspect_evidence import verify
from bot.delivery.evidence_fetcher import EvidenceFetcher
from bot.rules.evidence_fetching import Kept, Missed, Wanted
from practice.phone import until_true
from storage import areas, case_log, evidence_files, people, reports
from storage.database import Database
from storage.evidence_store import EvidenceStore
from storage.tables import EvidenceFile, OutboxRow, Report
from tests.storage.cast import LEASE, MINUTE, NIGHT, XIULAN

PHOTO = b"\xff\xd8\xff a slope above the school"


def item(unique_id: str, size: int | None = len(PHOTO)) -> dict[str, object]:
    return {"kind": "photo", "file_id": f"id-of-{unique_id}", "unique_id": unique_id, "size": size}


async def reported(database: Database, number: str, *files: str) -> int:
    """A report of 陈秀兰's with these files."""
    async with database.transaction() as tx:
        row = {"code": "440118105230", "name": "高滩村", "name_hant": "高灘村", "kind": "village", "parent": None,
               "lat": None, "lon": None}  # fmt: skip
        if await areas.area(tx, row["code"]) is None:
            await areas.put(tx, row)
        xiulan = await people.by_telegram(tx, XIULAN) or await people.add(tx, "陈秀兰", "zh-Hans", NIGHT, XIULAN)
        report = await reports.add(tx, Report(
            number=number, kind="incident", category="geo_landslide", area="440118105230", reporter_id=xiulan.id,
            priority="P0", answers={}, learned_at=NIGHT, sent_at=NIGHT,
        ), reports.Said(xiulan.id))  # fmt: skip
        await reports.add_evidence(tx, report.id, [item(name) for name in files], NIGHT, xiulan.id)
        return report.id


async def states(database: Database) -> dict[str, tuple[str, str | None]]:
    async with database.transaction() as tx:
        return {row.unique_id: (row.state, row.reason) for row in await tx.session.scalars(select(EvidenceFile))}


class Line:
    """A line to Telegram: `do` is what happens on it. Bytes that arrive are put into the store as the real one does."""

    def __init__(self, store: EvidenceStore, do: Callable[[Wanted, Line], Awaitable[Kept | Missed]]) -> None:
        self.store, self.do, self.asked = store, do, 0

    async def fetch(self, wanted: Wanted) -> Kept | Missed:
        self.asked += 1
        return await self.do(wanted, self)

    def put(self) -> Kept:
        part = self.store.begin()
        part.write(PHOTO)
        return Kept(part.finish(), part.size)


async def arrives(_wanted: Wanted, line: Line) -> Kept | Missed:
    return line.put()


async def run_until(
    database: Database, store: EvidenceStore, line: Line, done: Callable[[], Awaitable[bool]], moment: int = 0
) -> None:
    """The fetching task, killed as soon as `done`."""
    now = NIGHT + moment * MINUTE
    decide = Fetching(database, lambda: now, lambda: now, 20)
    fetcher = EvidenceFetcher(database.bells, store, line, decide.claim, decide.settle)
    task = asyncio.ensure_future(fetcher.run())
    await until_true(done, within=10)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


async def all_kept(database: Database) -> bool:
    return {state for state, _ in (await states(database)).values()} == {"kept"}


@pytest.mark.parametrize("killed", ["before the first byte", "half written", "in its place, not written down"])
async def test_a_fetch_that_was_killed_anywhere_is_made_good_at_the_next_start(
    database: Database, tmp_path: Path, killed: str
) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    report = await reported(database, "派潭-260611-01", "a", "b")
    there = asyncio.Event()

    async def dies(_wanted: Wanted, line: Line) -> Kept | Missed:
        if killed == "half written":
            line.store.begin().write(PHOTO[:5])
        elif killed.startswith("in its place"):
            line.put()
        there.set()
        await asyncio.Event().wait()
        raise AssertionError

    async def died() -> bool:
        return there.is_set()

    await run_until(database, store, Line(store, dies), died)
    assert "fetching" in {state for state, _ in (await states(database)).values()}
    line = Line(store, arrives)
    await run_until(database, store, line, lambda: all_kept(database))
    assert line.asked == 2
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    whole = [file for file in store.folder.rglob("*") if file.is_file()]
    assert whole == [store.path(sha256)], "the same bytes lie there once, and nothing half written is left"
    assert (whole[0].stat().st_mode & 0o777, store.folder.stat().st_mode & 0o777) == (0o600, 0o700)
    async with database.transaction() as tx:
        lines = [detail.words for row, detail in await case_log.lines(tx, f"report:{report}") if detail]
        assert [words["sha256"] for words in lines] == [sha256, sha256]
        assert (await case_log.verify(tx))[1] is None


async def test_a_lease_that_ran_out_is_taken_over_and_the_first_holder_writes_nothing(database: Database) -> None:
    await reported(database, "派潭-260611-01", "a")
    async with database.transaction() as tx:
        first = await evidence_files.claim(tx, NIGHT, NIGHT, LEASE, "first")
        assert first is not None
        assert await evidence_files.claim(tx, NIGHT, NIGHT, LEASE, "second") is None
        later = NIGHT + LEASE + MINUTE
        second = await evidence_files.claim(tx, later, later, LEASE, "second")
        assert second is not None
        assert second.attempts == 2
        assert await evidence_files.settle(tx, first.id, "first", state="gone") is None
        assert await evidence_files.settle(tx, second.id, "second", state="kept", sha256="0" * 64, size=1)


async def test_the_same_file_in_two_reports_is_fetched_once_and_joins_both_logs(
    database: Database, tmp_path: Path
) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    one = await reported(database, "派潭-260611-01", "a")
    two = await reported(database, "派潭-260611-02", "a")
    line = Line(store, arrives)
    await run_until(database, store, line, lambda: all_kept(database))
    assert line.asked == 1
    async with database.transaction() as tx:
        for report in (one, two):
            assert [row.verb for row, _ in await case_log.lines(tx, f"report:{report}")] == ["evidence_kept"]
    assert await verify(database, store) == (1, [])
    place = store.path(hashlib.sha256(PHOTO).hexdigest())
    place.write_bytes(b"another slope")
    assert [fault.what for fault in (await verify(database, store))[1]] == ["changed"]
    place.unlink()
    assert [fault.what for fault in (await verify(database, store))[1]] == ["missing"]


async def test_a_full_disk_is_told_once_and_made_good_when_there_is_room(database: Database, tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    await reported(database, "派潭-260611-01", "a", "b", "c")
    async with database.transaction() as tx:
        await people.set_administrators(tx, (9001,), "zh-Hans")

    async def full(_wanted: Wanted, _line: Line) -> Kept | Missed:
        return Missed("disk_full")

    async def all_waiting() -> bool:
        return set((await states(database)).values()) == {("waiting", "disk_full")}

    await run_until(database, store, Line(store, full), all_waiting)
    async with database.transaction() as tx:
        alarms = list(await tx.session.scalars(select(OutboxRow)))
        assert [(row.key, row.values) for row in alarms] == [("alarm-evidence-disk", {"why": "disk_full"})]
    line = Line(store, arrives)
    await run_until(database, store, line, lambda: all_kept(database), moment=6)
    assert line.asked == 3


async def test_a_refused_file_is_given_up_told_of_and_fetched_when_it_is_sent_again(
    database: Database, tmp_path: Path
) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    report = await reported(database, "派潭-260611-01", "a")

    async def refused(_wanted: Wanted, _line: Line) -> Kept | Missed:
        return Missed("refused")

    for day in range(8):
        tried = day + 1

        async def is_tried(tried: int = tried) -> bool:
            async with database.transaction() as tx:
                row = await tx.session.get(EvidenceFile, 1)
                return row is not None and row.attempts == tried and row.state != "fetching"

        await run_until(database, store, Line(store, refused), is_tried, moment=day * 24 * 60)
    assert await states(database) == {"a": ("gone", "refused")}
    async with database.transaction() as tx:
        told = list(await tx.session.scalars(select(OutboxRow)))
        assert [(row.chat_id, row.key) for row in told] == [(XIULAN, "evidence-gone")]
        await reports.add_evidence(tx, report, [item("a") | {"file_id": "a new one"}], NIGHT, 1)
    line = Line(store, arrives)
    await run_until(database, store, line, lambda: all_kept(database))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError):
        EvidenceStore(tmp_path / "evidence").begin()
