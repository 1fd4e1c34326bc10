"""On-scene command without a Telegram: whoever taps at once, at most one is asked and one commands; nothing is lost."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.actions import scene_answers, scene_command, scene_updates
from bot.actions.scene_command import Chosen
from bot.actions.scene_updates import Update
from bot.rules.command import RUNNING, TABLE
from bot.rules.message import Message, Recipient
from bot.rules.speaker import HeldPost, Speaker
from bot.settings import Settings
from bot.world import World, load_world
from storage import areas, case_log, outbox, people, reports, retention
from storage.case_view import CARD
from storage.database import Database, Transaction
from storage.tables import OutboxRow, Post, Report, SceneCommand

CITY, TOWN, VILLAGE = "440118", "440118105", "440118105230"
START = datetime(2026, 7, 1, 2, 17, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CAST = {
    "何志强": ("officer", VILLAGE, "A"), "李秀英": ("officer", VILLAGE, "B"), "赖村长": ("head", VILLAGE, None),
    "陈建国": ("duty", TOWN, None), "王国栋": ("leader", TOWN, None), "周敏": ("duty", CITY, None),
}  # fmt: skip
TAPS = ("name", "typed", "told", "withdraw", "accept", "refuse", "arrive", "say", "tick")


class Scene:
    """One case in 高滩村, with its card in the town's group."""

    def __init__(self, database: Database) -> None:
        self.database, self.now = database, START
        self.world: World
        self.report = 0
        self.cast: dict[str, Speaker] = {}

    async def begin(self) -> None:
        async with self.database.transaction() as tx:
            for code, name, kind, parent in (
                (CITY, "增城区", "city", None), (TOWN, "派潭镇", "town", CITY), (VILLAGE, "高滩村", "village", TOWN),
            ):  # fmt: skip
                await areas.put(tx, {"code": code, "name": name, "name_hant": name, "kind": kind, "parent": parent})
            for number, (name, (role, area, rank)) in enumerate(CAST.items(), start=1001):
                person = await people.add(tx, name, "zh-Hans", START, number, f"+861380000{number}")
                await people.give_post(tx, person.id, role, area, rank, START)
                posts = (HeldPost(role, area, area),)
                self.cast[name] = Speaker(number, name, "zh-Hans", number, True, person_id=person.id, posts=posts)
            reporter = self.cast["何志强"].person_id or 0
            report = await reports.add(tx, Report(
                number="派潭-260701-01", kind="incident", category="landslide", area=VILLAGE, town=TOWN,
                reporter_id=reporter, priority="P0", state="acknowledged", answers={"_form": "incident"},
                learned_at=START, sent_at=START,
            ), reports.Said(reporter))  # fmt: skip
            self.report = report.id
            card = Message(
                "escalation", Recipient(-700, "zh-Hans"), CARD, {}, subject=f"report:{report.id}", once="card"
            )
            await outbox.put(tx, card, START)
            settings = Settings(_env_file=None, bot_token="1:x", database_url="sqlite://")  # type: ignore[call-arg]
            self.world = await load_world(tx, settings)

    async def does(self, act: str, who: str, whom: str, number: int) -> str | None:
        """One tap of one person; the refusal."""
        if act == "tick":
            await scene_answers.look(self.database, self.world, self.now)
            return None
        async with self.database.transaction() as tx:
            done = await self._taps(tx)[act](self.cast[who], self.cast[whom].person_id or 0, number)
            return done[1]

    def _taps(self, tx: Transaction) -> dict[str, Callable[[Speaker, int, int], Awaitable[scene_command.Done]]]:
        here, now = self.report, self.now

        return {
            "name": lambda who, whom, _: scene_command.name(
                tx, self.world, who, here, Chosen(whom, note="坡上掉石"), now
            ),
            "typed": lambda who, _whom, _n: scene_command.name(
                tx, self.world, who, here, Chosen(None, "张伟", "+8613900000009", "坡上掉石"), now, told=True
            ),
            "told": lambda who, _, number: scene_command.told(tx, who, here, number, now),
            "withdraw": lambda who, _, number: scene_command.withdraw(tx, who, here, number, now),
            "accept": lambda who, _, number: scene_answers.accept(tx, who, number, now),
            "refuse": lambda who, _, number: scene_answers.refuse(tx, who, number, "走不开", now),
            "arrive": lambda who, _, _n: scene_updates.arrive(tx, who, here, now),
            "say": lambda who, _, number: scene_updates.say(
                tx, who, here, "report", Update("撤了", message=number), now
            ),
        }  # fmt: skip

    async def rows(self) -> list[SceneCommand]:
        async with self.database.transaction() as tx:
            return list(await tx.session.scalars(select(SceneCommand).order_by(SceneCommand.id)))

    async def told(self, key: str) -> int:
        async with self.database.transaction() as tx:
            rows = await tx.session.scalars(select(OutboxRow).where(OutboxRow.key == key, OutboxRow.edits.is_(None)))
            return len(list(rows))

    async def log(self) -> list[str]:
        async with self.database.transaction() as tx:
            return [line.verb for line, _ in await case_log.lines(tx, f"report:{self.report}")]


def over(row: SceneCommand) -> tuple[object, ...]:
    return row.state, row.name, row.note, row.reason, row.named_at, row.answered_at, row.ended_at, row.arrived_at


@pytest.fixture
async def scene(database: Database) -> Scene:
    scene = Scene(database)
    await scene.begin()
    return scene


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_whatever_is_tapped_at_once_one_commands_and_history_stays(scene: Scene, seed: int) -> None:
    """Three taps at once, again and again, by anybody, on any naming: old ones, others', none at all."""
    dice, kept, last = random.Random(seed), {}, 0
    for _ in range(40):
        scene.now += MINUTE * dice.choice((0, 1, 3))
        names = list(CAST)
        taps = [
            (dice.choice(TAPS), dice.choice(names), dice.choice(names), dice.randint(max(last - 2, 0), last + 1))
            for _ in range(3)
        ]
        await asyncio.gather(*(scene.does(*tap) for tap in taps))
        rows = await scene.rows()
        assert [row.state for row in rows].count("named") <= 1, taps
        assert [row.state for row in rows].count("standing") <= 1, taps
        assert {row.state for row in rows} <= set(TABLE)
        for row in rows:
            assert kept.get(row.id, over(row)) == over(row), (row.id, taps)
            assert row.state in RUNNING or row.due_at is None
            if row.state not in RUNNING:
                kept[row.id] = over(row)
        assert len(rows) >= last
        last = len(rows)
    assert last > 5
    async with scene.database.transaction() as tx:
        assert (await case_log.verify(tx))[1] is None


async def test_a_successor_is_never_asked_twice_and_the_old_one_stays_until_then(scene: Scene) -> None:
    """Two leaders name at once; the ticks run twice; two answers at once: one of them counts."""
    assert await scene.does("name", "陈建国", "李秀英", 0) is None
    both = await asyncio.gather(*(scene.does(act, "李秀英", "李秀英", 1) for act in ("accept", "refuse", "accept")))
    assert sorted(map(str, both)).count("None") == 1
    if (await scene.rows())[0].state == "refused":
        assert await scene.does("name", "陈建国", "李秀英", 0) is None
        assert await scene.does("accept", "李秀英", "李秀英", 2) is None
    first = len(await scene.rows())
    assert await scene.does("name", "陈建国", "赖村长", 0) == "no_right"  # she commands: it is hers, or the leader's
    await asyncio.gather(scene.does("name", "李秀英", "赖村长", 0), scene.does("name", "王国栋", "何志强", 0))
    rows = await scene.rows()
    assert sorted(row.state for row in rows[first - 1 :]) == ["named", "standing", "withdrawn"]
    scene.now += 5 * MINUTE
    for _ in range(2):
        await asyncio.gather(*(scene.does("tick", "李秀英", "李秀英", 0) for _ in range(2)))
    assert await scene.told("command-again") == 1
    assert await scene.told("command-stay-silent") == 1
    assert (await scene.log()).count("command_silent") == 1
    assert await scene.does("say", "李秀英", "李秀英", 7) is None
    assert await scene.does("say", "何志强", "李秀英", 8) == "no_right"


async def test_a_case_that_is_over_ends_the_command_once_and_takes_nothing(scene: Scene) -> None:
    assert await scene.does("name", "王国栋", "何志强", 0) is None
    assert await scene.does("accept", "何志强", "何志强", 1) is None
    assert await scene.does("name", "王国栋", "李秀英", 0) is None
    async with scene.database.transaction() as tx:
        report = await reports.locked(tx, scene.report)
        assert report is not None
        report.state, report.state_at = "merged", scene.now
    await asyncio.gather(*(scene.does("tick", "何志强", "何志强", 0) for _ in range(3)))
    assert [row.state for row in await scene.rows()] == ["ended", "ended"]
    assert await scene.told("command-over") == 1
    assert await scene.told("command-not-needed-over") == 1
    for act, number in (("accept", 2), ("arrive", 0), ("say", 0), ("name", 0), ("withdraw", 2)):
        assert (
            await scene.does(act, "王国栋" if act in ("name", "withdraw") else "李秀英", "赖村长", number) == "over"
        ), act
    assert (await scene.log()).count("command_ended") == 1


async def test_a_commander_out_of_post_is_told_of_once_and_the_desk_may_replace_them(scene: Scene) -> None:
    assert await scene.does("name", "陈建国", "赖村长", 0) is None
    assert await scene.does("accept", "赖村长", "赖村长", 1) is None
    assert await scene.does("name", "陈建国", "李秀英", 0) == "no_right"
    async with scene.database.transaction() as tx:
        for post in await tx.session.scalars(select(Post).where(Post.role == "head")):
            post.until = scene.now
    scene.cast["赖村长"] = replace(scene.cast["赖村长"], posts=())
    for number in (1, 2):
        assert await scene.does("say", "赖村长", "赖村长", number) == "no_right"
    assert await scene.told("command-news") == 3  # asked, accepted, out of post
    assert await scene.does("name", "陈建国", "李秀英", 0) is None
    assert await scene.does("accept", "李秀英", "李秀英", 2) is None
    assert [row.state for row in await scene.rows()] == ["handed_over", "standing"]


async def test_a_typed_name_and_number_are_erased_after_the_case_and_the_log_stays_whole(scene: Scene) -> None:
    assert await scene.does("typed", "陈建国", "陈建国", 0) is None
    async with scene.database.transaction() as tx:
        report = await reports.locked(tx, scene.report)
        assert report is not None
        report.state, report.state_at = "closed", scene.now
    assert await scene.does("tick", "陈建国", "陈建国", 0) is None
    async with scene.database.transaction() as tx:
        await tx.session.execute(update(OutboxRow).values(state="sent"))
        assert await retention.forget_typed_commanders(tx, scene.now, scene.now + MINUTE) == 0, "not before its time"
        late = scene.now + timedelta(days=181)
        assert await retention.forget_typed_commanders(tx, late - timedelta(days=180), late) == 1
        assert await retention.forget_typed_commanders(tx, late - timedelta(days=180), late) == 0
    (row,) = await scene.rows()
    assert (row.name, row.phone, row.state) == (retention.ERASED_NAME, None, "ended")
    async with scene.database.transaction() as tx:
        assert (await case_log.verify(tx))[1] is None
        lines = await case_log.lines(tx, f"report:{scene.report}")
        letters = list(await tx.session.scalars(select(OutboxRow)))
    assert lines[-1][0].verb == "erased"
    assert not any("张伟" in str(detail.words) for _, detail in lines if detail is not None)
    assert not any("张伟" in str(letter.values) for letter in letters)
