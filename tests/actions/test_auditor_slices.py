"""Every open case is looked at once, however many there are."""

import asyncio
from datetime import UTC, datetime

from bot.actions import auditor
from storage import open_cases


async def test_whoever_asks_for_every_miss_gets_an_answer_when_the_last_slice_is_full(monkeypatch):
    """As with 200 open cases: behind a full slice the slices begin anew."""

    class Full:
        async def scalars(self, _query, bounds):
            return [number for number in (1, 2) if number > bounds["after"]]

    class Tx:
        session = Full()

    monkeypatch.setattr(open_cases, "SLICE", 2)

    async def nothing(*_):
        return []

    monkeypatch.setattr(auditor.escalations, "late", nothing)
    monkeypatch.setattr(auditor.escalations, "odd", nothing)
    async with asyncio.timeout(5):
        assert await auditor.missed(Tx(), datetime.now(UTC)) == []
