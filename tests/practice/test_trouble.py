"""Flood limits and broken calls: what a bot must live with on a bad night."""

import asyncio
import time

import aiohttp
import pytest

from tests.practice.conftest import BOT_NAME, Room


async def statuses(room: Room, number: int, chat: int, method: str = "sendMessage", **params: object) -> list[int]:
    """200 or the error code of `number` sends in a row."""
    answers = [await room.raw(method, chat_id=chat, text=f"{n}", **params) for n in range(number)]
    return [200 if answer["ok"] else answer["error_code"] for answer in answers]


async def test_one_chat_takes_a_short_burst_and_then_one_a_second(open_room: Room) -> None:
    await open_room.world.limits(True)
    assert await statuses(open_room, 6, open_room.officer.id) == [200] * 5 + [429]
    answer = await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x")
    assert answer["description"] == "Too Many Requests: retry after 1"
    assert answer["parameters"] == {"retry_after": 1}
    assert await statuses(open_room, 1, open_room.duty.id) == [200]
    await asyncio.sleep(1.05)
    assert await statuses(open_room, 2, open_room.officer.id) == [200, 429]


async def test_a_group_takes_twenty_sends_and_edits_a_minute(room: Room) -> None:
    await room.world.limits(True)
    group = await room.group()
    sent = await room.api("sendMessage", chat_id=group.id, text="卡")
    assert await statuses(room, 10, group.id) == [200] * 10
    assert await statuses(room, 10, group.id, "editMessageText", message_id=sent["message_id"]) == [200] * 9 + [429]
    answer = await room.raw("sendMessage", chat_id=group.id, text="x")
    assert 55 <= answer["parameters"]["retry_after"] <= 60
    # Reading, answering taps and deleting are free.
    assert (await room.raw("getChat", chat_id=group.id))["ok"]
    assert (await room.raw("deleteMessage", chat_id=group.id, message_id=sent["message_id"]))["ok"]


async def test_thirty_messages_a_second_overall_by_a_sliding_window(room: Room) -> None:
    phones = [await room.world.add_person(f"村民{n}") for n in range(40)]
    for phone in phones:
        await phone.start(BOT_NAME)
    await room.world.limits(True)
    answers = await asyncio.gather(*(room.raw("sendMessage", chat_id=phone.id, text="预警") for phone in phones))
    assert sum(answer["ok"] for answer in answers) == 30
    paid = await room.raw("sendMessage", chat_id=phones[-1].id, text="付费", allow_paid_broadcast=True)
    assert paid["ok"]


async def test_the_practice_clock_does_not_move_the_limits(open_room: Room) -> None:
    await open_room.world.limits(True)
    await statuses(open_room, 5, open_room.officer.id)
    await open_room.world.forward_clock(3600)
    assert await statuses(open_room, 1, open_room.officer.id) == [429]


async def test_limits_can_be_set_and_switched_off(open_room: Room) -> None:
    await open_room.world.limits(True, per_chat_burst=1)
    assert await statuses(open_room, 2, open_room.officer.id) == [200, 429]
    await open_room.world.limits(False)
    assert await statuses(open_room, 50, open_room.officer.id) == [200] * 50


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("500", 500, "Internal Server Error"),
        ("502", 502, "Bad Gateway"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
        ("400", 400, "Bad Request: chat not found"),
        ("429", 429, "Too Many Requests: retry after 7"),
    ],
)
async def test_the_next_call_fails_and_then_all_is_well(open_room: Room, kind: str, code: int, words: str) -> None:
    await open_room.world.break_next("sendMessage", 1, kind, retry_after=7)
    answer = await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x")
    assert (answer["error_code"], answer["description"]) == (code, words)
    assert answer.get("parameters") == ({"retry_after": 7} if kind == "429" else None)
    assert (await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x"))["ok"]


async def test_a_fault_may_hit_one_chat_alone(open_room: Room) -> None:
    await open_room.world.break_next("*", 1, "500", chat_id=open_room.duty.id)
    assert (await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x"))["ok"]
    assert not (await open_room.raw("sendMessage", chat_id=open_room.duty.id, text="x"))["ok"]


@pytest.mark.parametrize(("kind", "arrives"), [("drop", False), ("drop_after", True)])
async def test_a_dropped_connection_leaves_the_bot_in_doubt(open_room: Room, kind: str, arrives: bool) -> None:
    await open_room.world.break_next("sendMessage", 1, kind)
    with pytest.raises(aiohttp.ClientError):
        await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="到了吗")
    assert ("到了吗" in await open_room.officer.screen()) is arrives


async def test_a_call_that_hangs(open_room: Room) -> None:
    await open_room.world.break_next("sendMessage", 1, "hang")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x")
    await open_room.world.break_next("sendMessage", 1, "hang_after")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="到了")
    assert "到了" in await open_room.officer.screen()
    began = time.monotonic()
    await open_room.world.break_next("sendMessage", 1, "hang", seconds=0.1)
    with pytest.raises(aiohttp.ClientError):
        await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x")
    assert time.monotonic() - began < 2


async def test_faults_can_be_taken_back(open_room: Room) -> None:
    await open_room.world.break_next("*", 100, "500")
    await open_room.world.mend()
    assert (await open_room.raw("getMe"))["ok"]


async def test_unknown_methods_and_tokens(room: Room) -> None:
    assert await room.refused("sendTelegram") == "404 Not Found: method not found"
    assert await room.refused("getMe", token="1:wrong") == "401 Unauthorized"


async def test_methods_are_found_whatever_their_case_and_by_get(open_room: Room) -> None:
    url = f"{open_room.server.base_url}/bot123456:practice/sendmessage"
    async with open_room.session.get(url, params={"chat_id": open_room.officer.id, "text": "一+二 &三"}) as answer:
        assert (await answer.json())["result"]["text"] == "一+二 &三"
    async with open_room.session.post(url, data={"chat_id": open_room.officer.id, "text": "一+二 &三%"}) as answer:
        assert (await answer.json())["result"]["text"] == "一+二 &三%"


async def test_calls_are_listed_with_what_the_bot_misspelt(open_room: Room) -> None:
    await open_room.world.clear_calls()
    await open_room.raw("sendMessage", chat_id=open_room.officer.id, text="x", reply_makrup={})
    await open_room.raw("sendMessage", chat_id=42, text="x")
    good, bad = await open_room.world.calls("sendmessage")
    assert good["unknown_params"] == ["reply_makrup"]
    assert (good["ok"], good["params"]["text"]) == (True, "x")
    assert (bad["ok"], bad["error_code"]) == (False, 400)
    assert "unknown_params" not in bad
    assert await open_room.world.calls(after=bad["n"]) == []
