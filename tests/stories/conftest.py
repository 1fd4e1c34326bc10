"""A town to tell stories about. Every story ends with all phones read and no update that could not be handled."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.stories.town import Town, a_town


@pytest.fixture
def database_url(place: str) -> str:
    """Every story puts its own database here, a copy of one that is kept."""
    return place


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with a_town(database_url) as town:
        yield town
        await town.all_is_well()
