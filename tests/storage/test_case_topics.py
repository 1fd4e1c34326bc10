"""Which topics may be made: not where Telegram has just said no, and not so many that a storm's cards would wait."""

from datetime import timedelta

from storage import case_topics, groups
from storage.database import Database
from storage.tables import Area, CaseTopic, Person, Report
from tests.storage.cast import MINUTE, NIGHT, TOWN_GROUP


async def a_forum(database: Database, cases: int) -> None:
    async with database.transaction() as tx:
        tx.session.add(Area(code="440118105", name="派潭镇", name_hant="派潭鎮", kind="town"))
        tx.session.add(Person(name="何志强", created_at=NIGHT))
        await tx.session.flush()
        (await groups.bind(tx, TOWN_GROUP, "论坛", "town", "440118105", 2, "zh-Hans", NIGHT, None)).forum = True
        for number in range(1, cases + 1):
            tx.session.add(
                Report(number=f"派潭-260610-{number:02d}", kind="incident", category="other", area="440118105",
                       reporter_id=1, priority="P0", learned_at=NIGHT, sent_at=NIGHT)
            )  # fmt: skip


async def test_a_storm_of_grave_cases_gets_five_topics_a_minute(database: Database) -> None:
    await a_forum(database, cases=6)
    async with database.transaction() as tx:
        [group] = (await case_topics.forums(tx, [TOWN_GROUP, 1])).values()
        for number in range(1, 6):
            assert await case_topics.may_be_made(tx, group, NIGHT)
            await case_topics.keep(tx, number, TOWN_GROUP, 100 + number, NIGHT)
        assert not await case_topics.may_be_made(tx, group, NIGHT + timedelta(seconds=59))
        assert await case_topics.may_be_made(tx, group, NIGHT + MINUTE)


async def test_a_refusal_is_remembered_for_an_hour_or_until_a_promotion(database: Database) -> None:
    await a_forum(database, cases=1)
    async with database.transaction() as tx:
        await case_topics.refused(tx, TOWN_GROUP, NIGHT)
    async with database.transaction() as tx:
        [group] = (await case_topics.forums(tx, [TOWN_GROUP])).values()
        assert list(await case_topics.without_right(tx)) == ["论坛"]
        assert not await case_topics.may_be_made(tx, group, NIGHT + 59 * MINUTE)
        assert await case_topics.may_be_made(tx, group, NIGHT + 60 * MINUTE)
        await case_topics.refused(tx, TOWN_GROUP, None)
    async with database.transaction() as tx:
        [group] = (await case_topics.forums(tx, [TOWN_GROUP])).values()
        assert await case_topics.may_be_made(tx, group, NIGHT + MINUTE)


async def test_two_senders_that_make_the_same_topic_keep_one(database: Database) -> None:
    await a_forum(database, cases=1)
    async with database.transaction() as tx:
        first = await case_topics.keep(tx, 1, TOWN_GROUP, 101, NIGHT)
        second = await case_topics.keep(tx, 1, TOWN_GROUP, 102, NIGHT)
        assert (first.id, second.thread_id) == (second.id, 101)
        assert isinstance(first, CaseTopic)
