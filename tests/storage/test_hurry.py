"""What can wait keeps still while somebody is answered, but not for ever."""

from __future__ import annotations

import asyncio
import time

from storage.hurry import PATIENCE_SECONDS, Hurry


async def test_what_can_wait_goes_on_when_the_last_one_has_been_answered():
    hurry, order = Hurry(), []

    async def broadcast() -> None:
        await hurry.over()
        order.append("broadcast")

    with hurry.under_way():
        with hurry.under_way():
            waiting = asyncio.create_task(broadcast())
            await asyncio.sleep(0)
        await asyncio.sleep(0)
        order.append("answered")
    await waiting
    assert order == ["answered", "broadcast"]


async def test_however_many_are_answered_nothing_is_kept_for_ever():
    hurry = Hurry()
    with hurry.under_way():
        begun = time.monotonic()
        await hurry.over()
        assert time.monotonic() - begun >= PATIENCE_SECONDS * 0.9


async def test_an_answer_that_fails_lets_the_others_go_on():
    hurry = Hurry()
    try:
        with hurry.under_way():
            raise ValueError
    except ValueError:
        pass
    async with asyncio.timeout(1):
        await hurry.over()
