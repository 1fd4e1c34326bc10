"""叫应 without a Telegram: whatever runs twice, at once or late, nobody is called twice and nobody is forgotten."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.actions import call_answers, calls, undelivered
from bot.actions.calls import Asked
from bot.report_types.call_texts import question
from bot.rules.speaker import HeldPost, Speaker
from bot.settings import Settings
from bot.world import World, load_world
from storage import areas, case_log, groups, people
from storage.database import Database
from storage.tables import CallStep, CallVillage, OutboxRow

CITY, TOWN, MINUTE = "440118", "440118105", timedelta(minutes=1)
VILLAGES = [f"44011810520{number}" for number in range(5)]
START = datetime(2026, 7, 1, 2, 17, tzinfo=UTC)
CHEN = Speaker(900, "陈建国", "zh-Hans", -700, False, posts=(HeldPost("duty", TOWN, "派潭镇"),))


class Round:
    """A round in five villages: A, B and head; A and B; B alone; a blocked A; nobody."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, START
        self.world: World
        self.people: dict[str, int] = {}

    async def begin(self, level: str = "orange") -> None:
        async with self.database.transaction() as tx:
            rows = [(CITY, "增城区", "city", None), (TOWN, "派潭镇", "town", CITY)]
            rows += [(code, f"村{code[-1]}", "village", TOWN) for code in VILLAGES]
            for code, name, kind, parent in rows:
                await areas.put(tx, {"code": code, "name": name, "name_hant": name, "kind": kind, "parent": parent})
            held = {"0A": "officer", "0B": "officer", "0h": "head", "1A": "officer", "1B": "officer", "2B": "officer",
                    "3A": "officer"}  # fmt: skip
            for number, (name, role) in enumerate(held.items(), start=1):
                person = await people.add(tx, name, "zh-Hans", START, 1000 + number, f"+86{number}")
                rank = name[1] if role == "officer" else None
                await people.give_post(tx, person.id, role, VILLAGES[int(name[0])], rank, START)
                self.people[name] = person.id
            await people.mark_unreachable(tx, self.people["3A"], "blocked", START)
            await groups.bind(tx, -700, "派潭镇值班群", "town", TOWN, None, "zh-Hans", START, None)
            settings = Settings(_env_file=None, bot_token="1:x", database_url="sqlite://")  # type: ignore[call-arg]
            self.world = await load_world(tx, settings)
            group = await calls_group(tx)
            asked = Asked("rainstorm", level, (TOWN,), "", 120)
            assert await calls.publish(tx, self.world, CHEN, group, asked, "zh-Hans", START)

    async def minutes(self, number: int, ticks: int = 2) -> None:
        """So many minutes, and in each of them `ticks` ticks at once."""
        for _ in range(number):
            self.now += MINUTE
            await asyncio.gather(*(calls.advance_due(self.database, self.world, self.now) for _ in range(ticks)))

    def speaks(self, name: str) -> Speaker:
        return Speaker(1000, name, "zh-Hans", 1000, True, person_id=self.people[name])

    async def village(self, number: int) -> CallVillage:
        async with self.database.transaction() as tx:
            found = await tx.session.scalar(select(CallVillage).where(CallVillage.area == VILLAGES[number]))
            assert found is not None
            return found

    async def called(self) -> Counter[str]:
        """Who was called how often, by the messages that wait."""
        names = {person: name for name, person in self.people.items()}
        async with self.database.transaction() as tx:
            rows = await tx.session.scalars(select(OutboxRow).where(OutboxRow.edits.is_(None)))
            return Counter(names[row.person_id] for row in rows if row.key == "called" and row.person_id)

    async def lost(self, chat: int) -> list[int]:
        """The bot is put out of this group, which the next message to it shows; the rooms told so far."""
        async with self.database.transaction() as tx:
            for row in await tx.session.scalars(select(OutboxRow).where(OutboxRow.chat_id == chat)):
                row.state, row.reason = "failed", "removed_from_group"
        await undelivered.react(self.database, self.world, self.now)
        await self.minutes(1)
        async with self.database.transaction() as tx:
            rows = await tx.session.scalars(select(OutboxRow).order_by(OutboxRow.id))
            return [row.chat_id for row in rows if row.key == "call-town"]

    async def told(self) -> list[list[str]]:
        """The villages of each message to the town's room."""
        async with self.database.transaction() as tx:
            rows = list(await tx.session.scalars(select(OutboxRow).order_by(OutboxRow.id)))
            codes = {each.id: each.area for each in await tx.session.scalars(select(CallVillage))}
            return [[codes[each] for each in row.values["villages"]] for row in rows if row.key == "call-town"]


async def calls_group(tx: Any) -> Any:
    from bot.actions.people import group_place

    return await group_place(tx, -700)


@pytest.fixture
async def round_of_calls(database: Database) -> Round:
    return Round(database)


async def test_ticks_that_run_twice_and_at_once_call_everybody_once_and_in_their_turn(round_of_calls: Round):
    night = round_of_calls
    await night.begin()
    assert await night.called() == Counter(["0A", "1A", "2B"])
    assert await night.told() == [[VILLAGES[3], VILLAGES[4]]]
    await night.minutes(9)
    assert await night.called() == Counter(["0A", "1A", "2B"])
    await night.minutes(1)
    assert await night.called() == Counter(["0A", "1A", "2B", "0B", "1B"])
    assert await night.told() == [[VILLAGES[3], VILLAGES[4]], [VILLAGES[2]]]
    await night.minutes(10)
    assert await night.called() == Counter(["0A", "1A", "2B", "0B", "1B", "0h"])
    await night.minutes(15)
    assert (await night.told())[2:] == [[VILLAGES[1]], [VILLAGES[0]]]
    assert set((await night.called()).values()) == {1}
    await night.minutes(90)  # over the deadline
    async with night.database.transaction() as tx:
        verbs = [line.verb for line, _ in await case_log.lines(tx, "call:1")]
        assert await tx.session.scalar(select(CallStep.id).where(CallStep.done_at.is_(None))) is None
        assert await case_log.verify(tx) == (len(verbs), None)
    assert verbs[0] == "published"
    assert verbs.count("ended") == 1


async def test_after_an_hour_of_silence_of_ours_one_step_at_a_time_is_taken(round_of_calls: Round):
    night = round_of_calls
    await night.begin()
    night.now += timedelta(minutes=59)
    await night.minutes(1)
    assert await night.called() == Counter(["0A", "1A", "2B"]), "answers of that hour come in first"
    await night.minutes(1)
    assert await night.called() == Counter(["0A", "1A", "2B", "0B", "1B"])
    await night.minutes(9)
    assert "0h" not in await night.called()


async def test_a_taken_back_telephone_call_goes_on_where_it_was_and_a_wrong_answer_begins_anew(round_of_calls: Round):
    night = round_of_calls
    await night.begin("red")
    village = (await night.village(0)).id
    async with night.database.transaction() as tx:
        assert await call_answers.by_phone(tx, CHEN, await calls_group(tx), 1, village, night.now) == "done"
    await night.minutes(7)
    assert "0B" not in await night.called()
    async with night.database.transaction() as tx:
        group = await calls_group(tx)
        assert await call_answers.not_by_phone(tx, CHEN, group, 1, village, night.now) == "undone"
    await night.minutes(1)
    assert (await night.called())["0B"] == 1
    asked = question("rainstorm", "red")
    assert asked is not None
    answers = {right: number for number, (right, _) in enumerate(asked.choices(village))}
    async with night.database.transaction() as tx:
        him = night.speaks("0A")
        assert await call_answers.receive(tx, him, 1, village, answers[False], night.now) == "wrong"
        assert await call_answers.receive(tx, him, 1, village, None, night.now) == "choose"
        assert await call_answers.arrive(tx, him, 1, village, night.now) == "answer_first"
    await night.minutes(4)
    assert "0h" not in await night.called()
    async with night.database.transaction() as tx:
        assert await call_answers.receive(tx, him, 1, village, answers[True], night.now) == "done"
        assert await call_answers.receive(tx, him, 1, village, answers[True], night.now) == "again"
        assert await call_answers.say_people(tx, him, 1, village, "none", night.now) == "arrive_first"
        assert await call_answers.arrive(tx, him, 1, village, night.now) == "done"
        assert await call_answers.say_people(tx, him, 1, village, "none", night.now) == "done"
        assert await call_answers.say_people(tx, him, 1, village, "moving", night.now) == "done"
    await night.minutes(20)
    assert "0h" not in await night.called()
    assert (await night.village(0)).people == "moving"


async def test_a_lost_room_hands_its_villages_to_the_district_and_then_the_administrators_hear(round_of_calls: Round):
    night = round_of_calls
    async with night.database.transaction() as tx:
        await people.set_administrators(tx, [9001], "zh-Hans")
    await night.begin()
    async with night.database.transaction() as tx:
        await groups.bind(tx, -800, "增城区值班群", "city", CITY, None, "zh-Hans", START, None)
    assert await night.lost(-700) == [-700, -800]
    assert (await night.told())[1] == [VILLAGES[3], VILLAGES[4]]
    assert await night.lost(-800) == [-700, -800]
    async with night.database.transaction() as tx:
        heard = [row.values for row in await tx.session.scalars(select(OutboxRow)) if row.key == "alarm-call-no-room"]
    assert heard == [{"call": 1, "number": 2, "town": "派潭镇"}]


async def test_whoever_blocks_the_bot_in_between_brings_the_next_one_at_once(round_of_calls: Round):
    night = round_of_calls
    await night.begin()
    async with night.database.transaction() as tx:
        card = await tx.session.scalar(select(OutboxRow).where(OutboxRow.person_id == night.people["0A"]))
        assert card is not None
        card.state, card.reason = "failed", "blocked"
    await undelivered.react(night.database, night.world, night.now)
    await night.minutes(1)
    assert await night.called() == Counter(["0A", "1A", "2B", "0B"])
