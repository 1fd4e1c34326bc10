"""While the event loop is late fewer bulk messages are on the wire at once; none is left waiting for ever."""

import asyncio

from bot.delivery.bulk_gate import LEAST, MOST, BulkGate


async def test_while_the_loop_is_late_fewer_are_let_in_and_all_come_through() -> None:
    gate, inside, most, done = BulkGate(), 0, 0, 0

    async def send() -> None:
        nonlocal inside, most, done
        async with gate:
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1
        done += 1

    for _ in range(20):
        gate.note(late=0.5)
    assert gate.allowed == LEAST
    await asyncio.gather(*(send() for _ in range(500)))
    assert (most, done) == (LEAST, 500)


async def test_when_the_loop_is_on_time_it_opens_again() -> None:
    gate = BulkGate()
    gate.note(late=0.1)
    assert gate.allowed < MOST
    for _ in range(100):
        gate.note(late=0.0)
    assert gate.allowed == MOST


async def test_one_who_went_away_while_waiting_keeps_no_place() -> None:
    gate = BulkGate()
    for _ in range(20):
        gate.note(late=0.5)
    async with asyncio.timeout(5):
        for _ in range(LEAST):
            await gate.__aenter__()
        waiting = asyncio.ensure_future(gate.__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        for _ in range(LEAST):
            await gate.__aexit__()
        for _ in range(LEAST):
            await gate.__aenter__()
    assert gate.allowed == LEAST
    one_more = asyncio.ensure_future(gate.__aenter__())
    await asyncio.sleep(0)
    assert not one_more.done(), "the places are taken by those inside, and by nobody else"
    one_more.cancel()
