"""Messages are claimed under a lease, urgent first; a dead sender's come back as the table of kinds says."""

import asyncio

import pytest

from bot.rules.message_kinds import MESSAGE_KINDS
from storage import outbox
from storage.database import Database
from storage.outbox import Outcome
from tests.storage.cast import JIANGUO, LEASE, MINUTE, NIGHT, TOWN_GROUP, XIULAN, message

DAY = 24 * 60 * MINUTE


async def claim(database: Database, owner: str = "sender", limit: int = 100, below: int = 100) -> list[int]:
    async with database.transaction() as tx:
        rows = await outbox.claim(tx, limit, NIGHT, NIGHT, LEASE, owner, below)
        return [row.id for row in rows]


async def put(database: Database, *kinds: str) -> list[int]:
    async with database.transaction() as tx:
        return await outbox.put_all(tx, [message(kind) for kind in kinds], NIGHT)


async def state_of(database: Database, row_id: int) -> str:
    async with database.transaction() as tx:
        row = await outbox.row(tx, row_id)
        assert row is not None
        return row.state


async def test_an_escalation_overtakes_a_broadcast_written_before_it(database: Database) -> None:
    alert, broadcast, escalation = await put(database, "alert", "broadcast", "escalation")
    assert await claim(database) == [escalation, broadcast, alert]


async def test_while_bulk_is_on_the_wire_only_urgent_messages_are_claimed(database: Database) -> None:
    _, receipt = await put(database, "alert", "receipt")
    assert await claim(database, below=6) == [receipt]


async def test_no_more_are_claimed_than_were_asked_for(database: Database) -> None:
    """PostgreSQL may look a subquery up again for every row, and then takes a whole broadcast into its hand."""
    await put(database, *["alert"] * 40)
    assert (len(await claim(database, limit=10)), len(await claim(database, limit=5))) == (10, 5)


async def test_a_message_is_not_claimed_before_its_time(database: Database) -> None:
    async with database.transaction() as tx:
        await outbox.put(tx, message("receipt", not_before=NIGHT + MINUTE), NIGHT)
        assert await outbox.next_due(tx, NIGHT) == NIGHT + MINUTE
    assert await claim(database) == []


async def test_two_senders_never_take_the_same_message(database: Database) -> None:
    ids = await put(database, *["receipt"] * 60)
    taken = await asyncio.gather(*(claim(database, f"sender {n}", 10) for n in range(6)))
    assert sorted(row for rows in taken for row in rows) == ids


async def test_writing_the_same_message_again_changes_nothing(database: Database) -> None:
    async with database.transaction() as tx:
        assert await outbox.put(tx, message("receipt", once="case 7"), NIGHT) is not None
        assert await outbox.put(tx, message("receipt", once="case 7"), NIGHT) is None
    assert len(await claim(database)) == 1


@pytest.mark.parametrize("kind", MESSAGE_KINDS)
async def test_a_dead_senders_message_is_sent_again_or_held_as_its_kind_says(database: Database, kind: str) -> None:
    (row,) = await put(database, kind)
    await claim(database, "the dead one")
    async with database.transaction() as tx:
        await outbox.recover(tx, NIGHT, NIGHT + LEASE + MINUTE, "another", alone=False)
    assert await state_of(database, row) == {"resend": "ready", "hold": "held"}[MESSAGE_KINDS[kind].unsure]


async def test_an_edit_in_doubt_is_shown_again_even_where_its_kind_is_held(database: Database) -> None:
    (first,) = await put(database, "broadcast")
    async with database.transaction() as tx:
        edit = await outbox.put(tx, message("broadcast", edits=first), NIGHT)
    assert edit is not None
    await claim(database)
    async with database.transaction() as tx:
        assert await outbox.recover(tx, NIGHT, NIGHT + LEASE + MINUTE, "another", alone=False) == (1, 1)
    assert (await state_of(database, first), await state_of(database, edit)) == ("held", "ready")


async def test_a_moved_practice_clock_ends_no_lease(database: Database) -> None:
    (row,) = await put(database, "receipt")
    await claim(database)
    async with database.transaction() as tx:
        assert await outbox.recover(tx, NIGHT + DAY, NIGHT + LEASE / 2, "another", alone=False) == (0, 0)
    assert await state_of(database, row) == "sending"


async def test_a_sender_that_starts_anew_takes_back_what_its_dead_self_held_at_once(database: Database) -> None:
    (row,) = await put(database, "escalation")
    await claim(database, "my dead self")
    async with database.transaction() as tx:
        assert await outbox.recover(tx, NIGHT, NIGHT, "my new self", alone=True) == (1, 0)
    assert await claim(database, "my new self") == [row]


async def test_a_senders_own_messages_are_never_taken_out_of_its_hands(database: Database) -> None:
    (row,) = await put(database, "escalation")
    await claim(database, "sender")
    async with database.transaction() as tx:
        assert await outbox.recover(tx, NIGHT, NIGHT + DAY, "sender", alone=True) == (0, 0)
    assert await state_of(database, row) == "sending"


async def test_how_a_send_ended_is_written_down_and_a_failure_rings_for_a_reaction(database: Database) -> None:
    sent, failed = await put(database, "receipt", "escalation")
    await claim(database)
    async with database.transaction() as tx:
        outcomes = [Outcome(sent, "sent", NIGHT, message_id=12), Outcome(failed, "failed", NIGHT, reason="blocked")]
        await outbox.settle(tx, outcomes)
        assert tx.rings == {"ticks"}
    async with database.transaction() as tx:
        found = await outbox.row_of_message(tx, XIULAN, 12)
        assert found is not None
        assert found.id == sent
        assert [row.reason for row in await outbox.failures_to_react_to(tx)] == ["blocked"]
        await outbox.mark_reacted(tx, [failed])
        assert await outbox.failures_to_react_to(tx) == []


async def test_what_is_held_is_sent_when_its_sender_says_so(database: Database) -> None:
    async with database.transaction() as tx:
        await outbox.put(tx, message("broadcast", subject="broadcast:3"), NIGHT)
    await claim(database)
    async with database.transaction() as tx:
        await outbox.recover(tx, NIGHT, NIGHT + LEASE + MINUTE, "another", alone=False)
        assert await outbox.counts(tx, "broadcast:3", "receipt") == {("held", "fate_unknown"): 1}
        assert await outbox.release_held(tx, "broadcast:3", NIGHT) == 1
    assert len(await claim(database)) == 1


async def test_what_waits_for_a_group_follows_it_when_it_becomes_a_supergroup(database: Database) -> None:
    async with database.transaction() as tx:
        await outbox.put(tx, message("escalation", chat=-5), NIGHT)
        await outbox.put(tx, message("escalation", chat=JIANGUO), NIGHT)
        await outbox.move_chat(tx, -5, TOWN_GROUP, NIGHT)
    async with database.transaction() as tx:
        rows = await outbox.claim(tx, 10, NIGHT, NIGHT, LEASE, "sender")
    assert [row.chat_id for row in rows] == [TOWN_GROUP, JIANGUO]
