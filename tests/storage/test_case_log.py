"""The case log: a change anywhere shows, and words can still be erased by law."""

from typing import Any

from sqlalchemy import delete, text, update

from storage import case_log
from storage.case_log import Actor
from storage.database import Database
from storage.tables import CaseLogDetail, CaseLogLine
from tests.storage.cast import MINUTE, NIGHT, XIULAN

OFFICER = Actor(XIULAN, "陈秀兰")


async def three_lines(database: Database) -> None:
    async with database.transaction() as tx:
        await case_log.append(tx, "report:1", "reported", NIGHT, OFFICER, {"text": "东华三街着火"})
        await case_log.append(tx, "report:1", "acknowledged", NIGHT + MINUTE, Actor(7, "刘建国"), {})
        await case_log.append(tx, "report:2", "reported", NIGHT + 2 * MINUTE, OFFICER, {"text": "𨋢槽有烟"})


async def verify(database: Database) -> tuple[int, str | None]:
    async with database.transaction() as tx:
        lines, fault = await case_log.verify(tx)
        return lines, fault.what if fault else None


async def tamper(database: Database, statement: Any) -> None:
    async with database.transaction() as tx:
        await tx.session.execute(statement.execution_options(synchronize_session=False))


async def test_an_empty_log_is_whole(database: Database) -> None:
    assert await verify(database) == (0, None)


async def test_an_untouched_log_is_whole(database: Database) -> None:
    await three_lines(database)
    assert await verify(database) == (3, None)


async def test_a_changed_time_shows(database: Database) -> None:
    await three_lines(database)
    await tamper(database, update(CaseLogLine).where(CaseLogLine.id == 2).values(at=NIGHT))
    assert await verify(database) == (2, "the line was changed")


async def test_changed_words_show(database: Database) -> None:
    await three_lines(database)
    await tamper(database, update(CaseLogDetail).where(CaseLogDetail.line_id == 1).values(words={"text": "无事"}))
    assert await verify(database) == (1, "the words were changed")


async def test_another_name_shows(database: Database) -> None:
    await three_lines(database)
    await tamper(database, update(CaseLogDetail).where(CaseLogDetail.line_id == 2).values(actor_name="别人"))
    assert await verify(database) == (2, "the words were changed")


async def test_a_line_taken_out_of_the_middle_shows(database: Database) -> None:
    await three_lines(database)
    await tamper(database, delete(CaseLogDetail).where(CaseLogDetail.line_id == 2))
    await tamper(database, delete(CaseLogLine).where(CaseLogLine.id == 2))
    assert await verify(database) == (2, "a line is missing")


async def test_a_line_taken_off_the_end_shows(database: Database) -> None:
    await three_lines(database)
    await tamper(database, delete(CaseLogDetail).where(CaseLogDetail.line_id == 3))
    await tamper(database, delete(CaseLogLine).where(CaseLogLine.id == 3))
    assert await verify(database) == (2, "the last lines are missing")


async def test_erasing_the_words_of_a_case_leaves_the_chain_whole_and_is_itself_a_line(database: Database) -> None:
    await three_lines(database)
    async with database.transaction() as tx:
        assert await case_log.erase(tx, "report:1", NIGHT + 3 * MINUTE, "突发事件应对法 art. 85") == 2
    assert await verify(database) == (4, None)
    async with database.transaction() as tx:
        lines = await case_log.lines(tx, "report:1")
        left = (await tx.session.execute(text("SELECT words FROM case_log_details"))).scalars().all()
    assert [(line.verb, detail is None) for line, detail in lines] == [
        ("reported", True), ("acknowledged", True), ("erased", False),
    ]  # fmt: skip
    assert "东华" not in str(left)


async def test_a_line_tells_who_did_what(database: Database) -> None:
    await three_lines(database)
    async with database.transaction() as tx:
        ((line, detail),) = await case_log.lines(tx, "report:2")
    assert detail is not None
    assert (line.at, line.verb, detail.actor_name, detail.words) == (
        NIGHT + 2 * MINUTE, "reported", "陈秀兰", {"text": "𨋢槽有烟"},
    )  # fmt: skip
