"""转办, 指派, 升级 and 降级 in the database: who may, what is told, and how the climb follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from bot.actions import (
    answer_case,
    assignments,
    auditor,
    case_requests,
    chain,
    escalate,
    priorities,
    referrals,
    reports,
    request_answers,
)
from bot.actions.handover_items import items_of
from bot.actions.people import GroupPlace
from bot.rules.speaker import HeldPost, Speaker
from bot.settings import Settings
from bot.wording.case_buttons import card_keyboard
from bot.world import World, load_world
from storage import case_log, case_view, escalations, groups, people
from storage import reports as stored
from storage.database import Database, Transaction
from storage.tables import CaseRequest, OutboxRow, Report
from tests.stories.nights import CITY, TOWN, VILLAGE, load_areas

NIGHT = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)
TRAPPED = {"min": 2, "max": 2, "exact": True}
ROOM = GroupPlace(TOWN, "town", "zh-Hans", None, "派潭镇值班群")
OFFICE = GroupPlace(TOWN, "function", "zh-Hans", None, "镇水利所", "water")


def after(minutes: float) -> datetime:
    return NIGHT + timedelta(minutes=minutes)


async def speaker(tx: Transaction, name: str, telegram: int, role: str, area: str, function: str | None = None):
    row = await people.add(tx, name, "zh-Hans", NIGHT, telegram)
    await people.give_post(tx, row.id, role, area, None, NIGHT, function=function)
    post = HeldPost(role, area, area, function=function)
    return Speaker(telegram, name, "zh-Hans", telegram, True, person_id=row.id, posts=(post,))


class Cast:
    """何志强 has reported a flood; 派潭镇值班群 and 镇水利所 are bound."""

    world: World

    async def enter(self, database: Database, harm: str = "none") -> None:
        await load_areas(database)
        async with database.transaction() as tx:
            self.world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
            self.he = await speaker(tx, "何志强", 7001, "officer", VILLAGE)
            self.chen = await speaker(tx, "陈建国", 7002, "duty", TOWN)
            self.zhou = await speaker(tx, "周敏", 7003, "duty", CITY)
            self.wang = await speaker(tx, "王国栋", 7004, "leader", TOWN)
            self.lin = await speaker(tx, "林水务", 7005, "department", CITY, "water")
            await groups.bind(tx, -100, "派潭镇值班群", "town", TOWN, None, "zh-Hans", NIGHT, None)
            await groups.bind(tx, -200, "镇水利所", "function", TOWN, None, "zh-Hans", NIGHT, None, "water")
            answers = {"category": {"slug": "rainstorm_flood"}, "harm": harm, "place": {"kind": "own_village"}}
            await reports.file(tx, self.world, self.he, "incident", answers, NIGHT)

    async def refer(self, tx: Transaction, function: str, now: datetime) -> str | None:
        return (await referrals.refer_to(tx, self.world, self.chen, None, 1, function, now))[1]

    async def priority(self, tx: Transaction, who: Speaker, level: str, now: datetime) -> priorities.Look:
        return await priorities.change(tx, self.world, who, None, 1, level, "水退了", now)


async def told(tx: Transaction, key: str) -> list[int]:
    query = select(OutboxRow.chat_id).where(OutboxRow.key == key, OutboxRow.edits.is_(None)).order_by(OutboxRow.id)
    return list(await tx.session.scalars(query))


async def states(tx: Transaction) -> list[str]:
    return list(await tx.session.scalars(select(CaseRequest.state).order_by(CaseRequest.id)))


async def test_the_towns_own_office_is_asked_and_only_its_people_may_answer(database: Database) -> None:
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        found = await referrals.look(tx, cast.chen, None, 1)
        assert (found.functions.lead, found.functions.others) == (("emergency", "water"), ())
        assert found.functions.reached == {"water"}
        assert await cast.refer(tx, "emergency", NIGHT) == "nobody"
        assert await cast.refer(tx, "no_such", NIGHT) == "stale"
        assert await cast.refer(tx, "water", NIGHT) is None
        assert await told(tx, "case-request") == [-200]
        left = [item for item in await items_of(tx, cast.world, TOWN, NIGHT) if item["kind"] == "request"]
        assert [(item["function"], item["by"]) for item in left] == [("water", "陈建国")]
        assert await cast.refer(tx, "water", NIGHT) == "pending"
        typed = await answer_case.refer(tx, cast.chen, None, 1, "水利所老李", NIGHT)
        assert typed.refusal == "pending"
        for group in (ROOM, replace(OFFICE, function="forestry"), replace(OFFICE, area="440118104")):
            stranger = Speaker(9001, "路人", "zh-Hans", -200, False)
            refused = await request_answers.accept(tx, cast.world, stranger, group, 1, NIGHT)
            assert refused.refusal == "no_right"
        for who in (cast.chen, cast.wang, cast.he):
            assert (await request_answers.accept(tx, cast.world, who, None, 1, NIGHT)).refusal == "no_right"
        member = Speaker(9002, "老李", "zh-Hans", -200, False)
        assert (await request_answers.accept(tx, cast.world, member, OFFICE, 1, after(1))).refusal is None
        again = await request_answers.accept(tx, cast.world, cast.lin, None, 1, after(2))
        assert again.refusal == "answered"
        report = await stored.get(tx, 1)
        climb = await escalations.of_report(tx, 1)
        assert report is not None
        assert climb is not None
        assert (report.state, report.state_by_name, climb.stopped_by) == ("referred", "陈建国", "referred")
        assert "老李" in (report.state_note or "")
        assert await told(tx, "referral-taken") == [7001]
        # a referred case may be referred on; taken back it stays where it was
        assert await cast.refer(tx, "water", after(3)) is None
        assert (await request_answers.withdraw(tx, cast.world, cast.he, None, 2, after(3))).refusal == "no_right"
        assert (await request_answers.withdraw(tx, cast.world, cast.wang, None, 2, after(3))).refusal is None
        assert (await request_answers.withdraw(tx, cast.world, cast.chen, None, 1, after(3))).refusal == "answered"
        assert await states(tx) == ["accepted", "withdrawn"]


async def test_silence_lapses_once_and_a_case_that_is_over_asks_nobody(database: Database) -> None:
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        assert await cast.refer(tx, "water", NIGHT) is None
        minutes = cast.world.settings.referral_minutes_by_priority[(await stored.get(tx, 1)).priority]  # type: ignore[union-attr]
    await case_requests.lapse_due(database, cast.world, after(minutes - 0.1))
    async with database.transaction() as tx:
        assert await states(tx) == ["asked"]
    for late in (0, 1):
        await case_requests.lapse_due(database, cast.world, after(minutes + late))
    async with database.transaction() as tx:
        assert await states(tx) == ["lapsed"]
        assert sorted(await told(tx, "request-told")) == [-100, 7002]
        assert (await escalations.of_report(tx, 1)).stopped_at is None  # type: ignore[union-attr]
        late_tap = await request_answers.accept(tx, cast.world, cast.lin, None, 1, after(minutes + 2))
        assert late_tap.refusal == "answered"
        assert await cast.refer(tx, "water", after(200)) is None
        await answer_case.call_false(tx, cast.chen, None, 1, "水泵试机", after(201))
        assert await states(tx) == ["lapsed", "withdrawn"]
        assert (await request_answers.accept(tx, cast.world, cast.lin, None, 2, after(202))).refusal == "over"


async def test_an_office_that_cannot_be_reached_is_not_waited_for(database: Database) -> None:
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        assert await cast.refer(tx, "water", NIGHT) is None
        sent = update(OutboxRow).where(OutboxRow.key == "case-request").values(state="failed", reason="kicked")
        await tx.session.execute(sent)
        row = (await tx.session.scalars(select(OutboxRow).where(OutboxRow.key == "case-request"))).one()
        await case_requests.not_delivered(tx, row, after(1))
    await case_requests.lapse_due(database, cast.world, after(1))
    async with database.transaction() as tx:
        assert await states(tx) == ["lapsed"]
        assert await cast.refer(tx, "water", after(2)) is None
    # hours of silence of our own: the answer may be on its way, so it waits a moment longer
    await case_requests.lapse_due(database, cast.world, after(200))
    async with database.transaction() as tx:
        assert await states(tx) == ["lapsed", "asked"]
    await case_requests.lapse_due(database, cast.world, after(200.25))
    async with database.transaction() as tx:
        assert await states(tx) == ["lapsed", "lapsed"]


async def test_a_person_is_asked_once_and_may_be_let_go(database: Database) -> None:
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        found = await assignments.look(tx, cast.chen, None, 1, NIGHT)
        assert [one.name for one in found.people] == ["陈建国", "王国栋", "周敏", "林水务"]
        member = Speaker(9002, "帮手", "zh-Hans", -100, False)
        assert (await assignments.look(tx, member, ROOM, 1, NIGHT)).refusal == "no_right"
        asked = await assignments.assign(tx, cast.world, cast.chen, None, 1, cast.lin.person_id, NIGHT)
        assert asked[1:] == (None, "林水务")
        assert (await assignments.assign(tx, cast.world, cast.chen, None, 1, cast.lin.person_id, NIGHT))[1] == "pending"
        assert (await assignments.assign(tx, cast.world, cast.chen, None, 1, cast.he.person_id, NIGHT))[1] == "stale"
        assert (await request_answers.accept(tx, cast.world, cast.wang, None, 1, NIGHT)).refusal == "no_right"
        assert (await request_answers.accept(tx, cast.world, cast.lin, None, 1, NIGHT)).refusal is None
        assert (await stored.get(tx, 1)).state == "open"  # type: ignore[union-attr]
        assert (await request_answers.withdraw(tx, cast.world, cast.chen, None, 1, NIGHT)).refusal is None
        assert await states(tx) == ["withdrawn"]
        for expected in (None, "pending"):
            asked_office = await assignments.assign_office(tx, cast.world, cast.chen, None, 1, "water", NIGHT)
            assert asked_office[1] == expected
        assert (await assignments.assign_office(tx, cast.world, cast.chen, None, 1, "police", NIGHT))[1] == "stale"
        member = Speaker(9003, "老李", "zh-Hans", -200, False)
        assert (await request_answers.accept(tx, cast.world, member, OFFICE, 2, NIGHT)).refusal is None
        assert (await stored.get(tx, 1)).state == "open"  # type: ignore[union-attr]


async def test_raised_it_calls_anew_and_lowered_it_climbs_on_slowly(database: Database) -> None:
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        before = (await stored.get(tx, 1)).priority  # type: ignore[union-attr]
        assert before != "P0"
        member = Speaker(9002, "帮手", "zh-Hans", -100, False)
        raised = await priorities.change(tx, cast.world, member, ROOM, 1, "P0", "水进屋了", after(1))
        assert (raised.refusal, raised.alone) == (None, True)
        climb = await escalations.of_report(tx, 1)
        assert climb is not None
        assert (climb.started_at, climb.steps_done, climb.round, climb.ladder["level"]) == (after(1), 1, 1, "P0")
        assert (await cast.priority(tx, cast.chen, "P0", after(2))).refusal == "same"
        assert (await cast.priority(tx, cast.chen, "P9", after(2))).refusal == "stale"
        refused = await priorities.change(tx, cast.world, member, ROOM, 1, "P2", "没事了", after(2))
        assert refused.refusal == "no_right"
        # a town's duty officer asks a leader to come down from P0; the district's may by themselves
        assert not (await cast.priority(tx, cast.chen, "P2", after(2))).alone
        assert await told(tx, "case-request") == [7004]
        assert (await cast.priority(tx, cast.chen, "P2", after(2))).refusal == "pending"
        assert (await stored.get(tx, 1)).priority == "P0"  # type: ignore[union-attr]
        assert (await request_answers.accept(tx, cast.world, cast.chen, None, 1, after(2))).refusal == "no_right"
        assert (await cast.priority(tx, cast.zhou, "P2", after(3))).alone
        assert await states(tx) == ["withdrawn"]
        climb = await escalations.of_report(tx, 1)
        assert climb is not None
        assert climb.next_step_at is not None
        assert (climb.ladder["level"], climb.steps_done) == ("P2", 1)
        assert climb.next_step_at == after(3) + cast.world.ladder("P2").steps[1].wait
        # as information alone it calls nobody any more, and the auditor finds nothing amiss
        assert (await cast.priority(tx, cast.chen, "P3", after(4))).alone
        climb = await escalations.of_report(tx, 1)
        assert climb is not None
        assert (climb.ladder["level"], climb.next_step_at, climb.stopped_at) == ("P3", None, None)
        assert await auditor.missed(tx, after(300)) == []
        lines = [(line.verb, detail.words) for line, detail in await case_log.lines(tx, "report:1") if detail]
        assert ("priority_lowered", {"before": "P0", "after": "P2", "reason": "水退了"}) in lines


async def test_only_a_leader_lowers_what_holds_somebody_and_news_raises_it_again(database: Database) -> None:
    cast = Cast()
    await cast.enter(database, harm="yes")
    async with database.transaction() as tx:
        assert not (await cast.priority(tx, cast.zhou, "P2", NIGHT)).alone
        assert (await request_answers.refuse(tx, cast.world, cast.wang, None, 1, "还没看到人", NIGHT)).refusal is None
        assert (await stored.get(tx, 1)).priority == "P0"  # type: ignore[union-attr]
        assert not (await cast.priority(tx, cast.zhou, "P1", after(1))).alone
        assert (await request_answers.accept(tx, cast.world, cast.wang, None, 2, after(1))).refusal is None
        assert await states(tx) == ["refused", "accepted"]
        assert (await cast.priority(tx, cast.wang, "P2", after(1))).alone
        report = await stored.locked(tx, 1)
        assert report is not None
        same = {**report.answers, "what_happened": "水还没退"}
        await chain.record(tx, cast.world, cast.he, report, same, after(2))
        assert report.priority == "P2"
        await chain.record(tx, cast.world, cast.he, report, {**same, "trapped": TRAPPED}, after(3))
        assert report.priority == "P0"


async def test_raised_after_somebody_took_it_the_next_tier_sees_it_too(database: Database) -> None:
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        await groups.bind(tx, -300, "增城区值班群", "city", CITY, None, "zh-Hans", NIGHT, None)
        await answer_case.acknowledge(tx, cast.chen, None, 1, after(1))
        assert (await cast.priority(tx, cast.chen, "P0", after(2))).alone
        climb = await escalations.of_report(tx, 1)
        assert climb is not None
        assert (climb.stopped_by, climb.next_step_at) == ("acknowledged", None)
        assert -300 in await told(tx, "case-card")


async def test_whoever_gets_the_card_sees_the_buttons_of_their_rights(database: Database) -> None:
    """水利所's room and 林水务 in private: 接报 and 追问, the list behind 更多处置; the duty room has all."""
    cast = Cast()
    await cast.enter(database)
    async with database.transaction() as tx:
        report = await tx.session.scalar(select(Report))
        assert report is not None
        await escalate.include(tx, cast.world, report, ("function:water", f"person:{cast.lin.person_id}"), NIGHT)
        await escalate.include(tx, cast.world, report, (f"person:{cast.wang.person_id}",), NIGHT)
        case = await case_view.load(tx, report.id)
        assert case is not None
        cards = await tx.session.scalars(select(OutboxRow).where(OutboxRow.key == case_view.CARD))
        buttons = {
            card.chat_id: [tap.text for row in (keyboard.inline_keyboard if keyboard else []) for tap in row]
            for card in cards
            for keyboard in [card_keyboard(case, "zh-Hans", card.values.get("roles"))]
        }
    assert buttons[-200] == buttons[7005] == ["接报", "追问", "更多处置"]
    assert buttons[-100] == buttons[7004] == ["接报", "转办", "追问", "误报", "更多处置"]
