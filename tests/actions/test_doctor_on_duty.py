"""`doctor` on rosters: gaps of the next days, who would not hear a call, handovers and invitations that lie still."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.actions.inspect_duty import read_duty
from bot.settings import Settings
from bot.startup_checks import look_at_duty
from storage import areas, groups, handovers, invitations, people
from storage.database import Database
from storage.tables import Handover, ShiftOverride

CITY, TOWN, VILLAGE = "440118", "440118105", "440118105230"
NOW = datetime(2026, 7, 1, 6, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def test_doctor_names_the_gap_the_silent_officer_the_forgotten_handover_and_the_lost_invitation(
    database: Database,
) -> None:
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    async with database.transaction() as tx:
        rows = [(CITY, "增城区", "city", None), (TOWN, "派潭镇", "town", CITY), (VILLAGE, "高滩村", "village", TOWN)]
        for code, name, kind, parent in rows:
            await areas.put(tx, {"code": code, "name": name, "name_hant": name, "kind": kind, "parent": parent})
        for number, (area, tier) in enumerate({TOWN: "town", CITY: "city"}.items()):
            await groups.bind(tx, -700 - number, "值班群", tier, area, None, "zh-Hans", NOW, None)
        before = await read_duty(tx, NOW, settings.zone)
        assert (before.planned, before.without, before.gaps) == (0, ("增城区", "派潭镇"), ())
        assert [finding.ok for finding in look_at_duty(before, settings)] == [None, True, True, True, True]

        chen = await people.add(tx, "陈建国", "zh-Hans", NOW, 1003, None)
        liu = await people.add(tx, "刘芳", "zh-Hans", NOW, None, "+8613800000008")
        for person in (chen, liu):
            await people.give_post(tx, person.id, "duty", TOWN, None, NOW)
        for begins, ends, person in ((-1, 2, chen), (3, 9, liu)):
            tx.session.add(ShiftOverride(
                area=TOWN, seat="main", starts_at=NOW + begins * DAY, ends_at=NOW + ends * DAY, person_id=person.id,
                made_at=NOW,
            ))  # fmt: skip
        await handovers.add(tx, Handover(
            area=TOWN, seat="main", from_person=chen.id, to_person=liu.id, at=NOW - 3 * HOUR, items=[], remind_at=NOW,
        ))  # fmt: skip
        for role, area in (("officer", VILLAGE), ("duty", TOWN)):
            await invitations.create(tx, role, area, None, DAY, 1, NOW - 2 * DAY, None)
    async with database.transaction() as tx:
        duty = await read_duty(tx, NOW, settings.zone)
    found = [finding.line() for finding in look_at_duty(duty, settings)]
    assert "增城区" in found[0]
    for line, words in zip(
        found[1:],
        ("派潭镇 duty officer from 07-03 14:00", "刘芳 (never_started)", "派潭镇: 陈建国 → 刘芳", "officer 高滩村"),
        strict=True,
    ):
        assert line.startswith("✘"), line
        assert words in line
    assert "duty 派潭镇" not in found[-1]  # somebody holds that one
