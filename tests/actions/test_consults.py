"""会商 and the checklist without a Telegram: blocked experts, cases that become one, an account that comes later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.actions import (
    checklists,
    consults,
    desk_rounds,
    expert_answers,
    grades,
    merging,
    priorities,
    reports,
    undelivered,
)
from bot.actions.handover_items import items_of
from bot.actions.people import keep_phone
from bot.rules.speaker import HeldPost, Speaker
from bot.settings import Settings
from bot.world import World, load_world
from storage import case_log, commands, experts, groups, people, report_links
from storage import checklists as stored_lists
from storage import consults as stored
from storage.case_log import Actor
from storage.database import Database, Transaction
from storage.tables import ConsultRequest, OutboxRow, Report, SceneCommand
from tests.stories.nights import CITY, TOWN, VILLAGE, load_areas

NIGHT = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
GROUP = -700
CHEN = Speaker(900, "陈建国", "zh-Hans", GROUP, False, posts=(HeldPost("duty", TOWN, "派潭镇"),))


async def begins(database: Database) -> tuple[World, dict[str, int]]:
    """The town's group, an officer, two geologists (one with an account), and a case in 高滩村."""
    await load_areas(database)
    async with database.transaction() as tx:
        world = await load_world(tx, Settings(_env_file=None))  # type: ignore[call-arg]
        await groups.bind(tx, GROUP, "派潭镇值班群", "town", TOWN, None, "zh-Hans", NIGHT, None)
        known = {}
        for name, telegram_id, role, area in (
            ("何志强", 7001, "officer", VILLAGE), ("钟伟", 7002, "expert", CITY), ("冯伯", None, "expert", TOWN),
        ):  # fmt: skip
            phone = f"+861380000000{len(known)}"
            person = await people.add(tx, name, "zh-Hans", NIGHT, telegram_id, phone)
            if role == "officer":
                await people.give_post(tx, person.id, role, area, "A", NIGHT)
            else:
                values = {"fields": ["field:geology"], "employer": None, "until": None, "away": False}
                await experts.put(tx, person.id, [area], values, NIGHT)
            known[name] = person.id
    return world, known


async def files(tx: Transaction, world: World, officer: int, **answers: Any) -> Report:
    speaker = Speaker(7001, "何志强", "zh-Hans", 7001, True, person_id=officer,
                      posts=(HeldPost("officer", VILLAGE, "高滩村"),))  # fmt: skip
    said = {"category": {"slug": "geo_landslide"}, "place": {"kind": "own_village", "area": VILLAGE}, **answers}
    return (await reports.file(tx, world, speaker, "incident", said, NIGHT)).report


async def keys(tx: Transaction, *wanted: str) -> list[str]:
    return list(await tx.session.scalars(select(OutboxRow.key).where(OutboxRow.key.in_(wanted)).order_by(OutboxRow.id)))


async def test_an_expert_whom_telegram_refuses_is_told_of_at_once_and_once(database: Database) -> None:
    world, known = await begins(database)
    async with database.transaction() as tx:
        report = await files(tx, world, known["何志强"], harm="yes")
        asked = await consults.ask(tx, world, CHEN, None, report.id, [known["钟伟"]], "?", NIGHT)
        assert (asked.refusal, asked.written) == (None, ("钟伟",))
        again = await consults.ask(tx, world, CHEN, None, report.id, [known["钟伟"]], "?", NIGHT)
        assert again.refusal == "nobody"
        row = await stored_lists.of_report(tx, report.id)
        assert row is not None
        (asked_step,) = [step for step in row.steps if step["key"] == "geologist"]
        assert (asked_step["state"], asked_step["by"]) == ("done", None), "nobody needs to tick what the system knows"
        failed = update(OutboxRow).where(OutboxRow.key == "consult-asked")
        await tx.session.execute(failed.values(state="failed", reason="deactivated"))
    for _ in range(2):
        await undelivered.react(database, world, NIGHT)
        await desk_rounds.go_round(database, world, NIGHT)
    await desk_rounds.go_round(database, world, NIGHT + 30 * MINUTE)
    async with database.transaction() as tx:
        assert await keys(tx, "consult-other", "consult-reminder") == ["consult-other"]
        told = await tx.session.scalar(select(OutboxRow.values).where(OutboxRow.key == "consult-other"))
        assert (told["by_phone"], told["other_name"]) == (True, "冯伯")
        row = (await tx.session.scalars(select(ConsultRequest))).one()
        assert (row.state, row.by_phone, row.step_at) == ("asked", True, None)


async def test_of_two_reports_that_become_one_nothing_that_was_asked_or_ticked_is_lost(database: Database) -> None:
    world, known = await begins(database)
    async with database.transaction() as tx:
        older = await files(tx, world, known["何志强"], harm="yes")
        newer = await files(tx, world, known["何志强"], harm="yes")
        for number in (1, 2):
            await checklists.tap(tx, world, CHEN, None, newer.id, number, "tick", NIGHT)
        await checklists.tap(tx, world, CHEN, None, older.id, 3, "na", NIGHT, "不用")
        await consults.ask(tx, world, CHEN, None, newer.id, [known["钟伟"], known["冯伯"]], None, NIGHT)
        await consults.ask(tx, world, CHEN, None, older.id, [known["冯伯"]], None, NIGHT)
        link = await report_links.suspected(tx, older.id)
        assert link, "two reports of one village, kind and hour are suspected to be one"
        command = await commands.add(tx, SceneCommand(
            report_id=newer.id, state="standing", name="张伟", phone=None, named_at=NIGHT, named_by_name="陈建国",
        ))  # fmt: skip
        decided = await merging.decide(tx, world, CHEN, None, link[0][0].id, True, NIGHT)
        assert decided.refusal is None
    await desk_rounds.go_round(database, world, NIGHT + MINUTE)
    async with database.transaction() as tx:
        standing = commands.standing(await commands.of_report(tx, older.id))
        assert standing is not None, "whoever commanded goes on in the case that stays"
        assert standing.id == command.id
        assert await keys(tx, "command-news") == ["command-news"]
        left_over = [(item["kind"], item["text"]) for item in await items_of(tx, world, TOWN, NIGHT) if "text" in item]
        assert ("commander", "张伟") in left_over
        assert {("expert", "冯伯"), ("expert", "钟伟")} <= set(left_over)
        row = await stored_lists.of_report(tx, older.id)
        assert row is not None
        states = {step["number"]: step["state"] for step in row.steps}
        assert (states[1], states[2], states[3]) == ("done", "done", "na")
        view = await stored.view(tx, older.id)
        assert view is not None
        assert sorted((each.name, each.state) for each in view.requests) == [("冯伯", "asked"), ("钟伟", "asked")]
        left = await stored.view(tx, newer.id)
        assert left is not None
        assert [(each.name, each.state) for each in left.requests] == [("冯伯", "withdrawn")]
        assert (await case_log.verify(tx))[1] is None


async def test_another_grade_or_priority_brings_its_steps_and_a_milder_one_takes_none_away(database: Database) -> None:
    world, known = await begins(database)

    async def steps(tx: Transaction, report: Report) -> list[str]:
        row = await stored_lists.of_report(tx, report.id)
        assert row is not None
        return [step["key"] for step in row.steps]

    async with database.transaction() as tx:
        report = await files(tx, world, known["何志强"], harm="none", category={"slug": "waterlogging"})
        assert report.priority == "P2"
        first = await steps(tx, report)
        assert "commander" not in first
        by = Actor(CHEN.telegram_id, CHEN.name)
        await priorities.apply(tx, world, report, "P1", by, "水还在涨", NIGHT + MINUTE)
        raised = await steps(tx, report)
        assert raised[: len(first)] == first
        assert "commander" in raised
        await grades.confirm(tx, world, CHEN, None, report.id, "III", "转移上千人", NIGHT + 2 * MINUTE)
        graver = await steps(tx, report)
        assert {"one_voice", "leader_on_site"} <= set(graver) - set(raised)
        await grades.confirm(tx, world, CHEN, None, report.id, "IV", "核实后更正", NIGHT + 3 * MINUTE)
        assert await steps(tx, report) == graver
        lines = [line.verb for line, _ in await case_log.lines(tx, f"report:{report.id}")]
        assert lines.count("steps_added") == 2


async def test_who_was_listed_by_phone_finds_their_entry_and_their_questions(database: Database) -> None:
    world, known = await begins(database)
    async with database.transaction() as tx:
        report = await files(tx, world, known["何志强"], harm="yes")
        await consults.ask(tx, world, CHEN, None, report.id, [known["冯伯"]], None, NIGHT)
        number = (await people.person(tx, known["冯伯"])).phone  # type: ignore[union-attr]
        feng = Speaker(7009, "老冯", "zh-Hans", 7009, True)
        assert await keep_phone(tx, feng, number or "", NIGHT)
    async with database.transaction() as tx:
        person = await people.by_telegram(tx, 7009)
        assert person is not None
        entry = await experts.one(tx, person.id)
        assert entry is not None
        assert (entry.fields, entry.areas, entry.reachable) == (("field:geology",), (TOWN,), True)
        speaker = Speaker(7009, "老冯", "zh-Hans", 7009, True, person_id=person.id,
                          posts=(HeldPost("expert", TOWN, "派潭镇"),))  # fmt: skip
        waiting = await expert_answers.waiting_for(tx, speaker)
        assert len(waiting) == 1
        done = await expert_answers.say_all(tx, speaker, waiting[0], "建议：撤人", NIGHT + 4 * MINUTE)
        assert done.refusal is None
        row = (await tx.session.scalars(select(ConsultRequest))).one()
        assert (row.state, row.action, row.condition, row.minutes) == ("answered", "撤人", None, 4)
        stranger = Speaker(7010, "某人", "zh-Hans", 7010, True, person_id=known["何志强"])
        assert (await expert_answers.mine(tx, stranger, row.id)).refusal == "no_right"
        assert (await expert_answers.mine(tx, speaker, 9999)).refusal == "gone"
