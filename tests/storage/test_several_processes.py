"""Several processes on one database: nothing is lost between reading and writing back."""

import asyncio
import multiprocessing

from storage import case_log, conversations, reports
from storage.database import Database
from tests.storage.cast import NIGHT, XIULAN

PROCESSES, TIMES = 3, 12


def write_lines(url: str) -> None:
    async def write() -> None:
        database = Database(url)
        for _ in range(TIMES):
            async with database.transaction() as tx:
                await case_log.append(tx, "report:1", "asked", NIGHT)
                await reports.next_number(tx, "440118105", NIGHT.date())
        await database.close()

    asyncio.run(write())


def test_three_processes_write_every_line_and_number_once(database_url: str) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_lines, args=(database_url,)) for _ in range(PROCESSES)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0] * PROCESSES

    async def look() -> tuple[int, object, int]:
        database = Database(database_url)
        async with database.transaction() as tx:
            lines, fault = await case_log.verify(tx)
            number = await reports.next_number(tx, "440118105", NIGHT.date())
        await database.close()
        return lines, fault, number

    assert asyncio.run(look()) == (PROCESSES * TIMES, None, PROCESSES * TIMES + 1)


async def test_eight_words_at_once_in_one_conversation_are_all_counted(database: Database) -> None:
    async def speak() -> None:
        async with database.transaction() as tx:
            talk = await conversations.load(tx, XIULAN, XIULAN)
            said = [*talk.data.get("said", []), "x"]
            await asyncio.sleep(0.01)
            await conversations.save(tx, XIULAN, XIULAN, "report", {"said": said}, NIGHT)

    await speak()
    await asyncio.gather(*(speak() for _ in range(7)))
    async with database.transaction() as tx:
        talk = await conversations.load(tx, XIULAN, XIULAN)
    assert (talk.revision, len(talk.data["said"])) == (8, 8)
