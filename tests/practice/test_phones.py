"""The phones that the story tests hold, and the control door behind them."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from practice.phone import Refusal, World
from tests.practice.conftest import BOT_ID, BOT_NAME, Room

ROOT = Path(__file__).resolve().parents[2]


async def test_a_phone_sees_what_it_waits_for_once(open_room: Room) -> None:
    chat = open_room.officer.id
    waiting = asyncio.ensure_future(open_room.officer.sees("P1", "高滩村"))
    await asyncio.sleep(0.02)
    await open_room.api("sendMessage", chat_id=chat, text="收到您的报告")
    await open_room.api("sendMessage", chat_id=chat, text="P1 派潭镇高滩村")
    assert (await waiting).text == "P1 派潭镇高滩村"
    assert await open_room.world.unexpected() == ["何志强: 收到您的报告"]
    with pytest.raises(AssertionError, match="did not see 'P1'"):
        await open_room.officer.sees("P1", within=0.05)


async def test_a_failure_prints_the_whole_conversation(open_room: Room) -> None:
    keys = {"inline_keyboard": [[{"text": "有", "callback_data": "y"}, {"text": "无", "callback_data": "n"}]]}
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="有人受伤吗？", reply_markup=keys)
    with pytest.raises(AssertionError) as failure:
        await open_room.officer.sees("受伤几人", within=0.05)
    for piece in ("何志强: /start", "前哨: 有人受伤吗？", '["有", "无"]'):
        assert piece in str(failure.value)


async def test_an_edit_is_seen_like_a_message_and_replaces_what_it_edits(open_room: Room) -> None:
    sent = await open_room.api("sendMessage", chat_id=open_room.officer.id, text="等待接报")
    where = {"chat_id": open_room.officer.id, "message_id": sent["message_id"]}
    await open_room.api("editMessageText", **where, text="陈丽华已接报")
    await open_room.officer.sees("陈丽华已接报")
    assert await open_room.officer.unexpected() == []
    await open_room.api(
        "editMessageReplyMarkup",
        **where,
        reply_markup={"inline_keyboard": [[{"text": "追问", "callback_data": "q"}]]},
    )
    await open_room.officer.sees_nothing_new(for_seconds=0.05)
    await open_room.officer.sees("追问")


async def test_a_message_nobody_expected_fails_the_phone(open_room: Room) -> None:
    await open_room.officer.sees_nothing_new(for_seconds=0.02)
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="误发")
    with pytest.raises(AssertionError, match="误发"):
        await open_room.officer.sees_nothing_new(for_seconds=0.02)
    await open_room.officer.forgets()
    await open_room.officer.sees_nothing_new(for_seconds=0.02)


async def test_people_in_a_group_see_each_other_and_outsiders_see_nothing(room: Room) -> None:
    outsider = await room.world.add_person("路人")
    group = await room.group()
    await room.duty.sends("我在现场", chat=group)
    await room.officer.sees("我在现场", chat=group)
    with pytest.raises(AssertionError):
        await outsider.sees("我在现场", within=0.05)
    assert await room.officer.unexpected() == []


async def test_a_tap_finds_the_newest_button_with_this_text(open_room: Room) -> None:
    for number in (1, 2):
        keys = {"inline_keyboard": [[{"text": "✅ 接报", "callback_data": f"ack:{number}"}]]}
        await open_room.api("sendMessage", chat_id=open_room.officer.id, text=f"{number}", reply_markup=keys)
    await open_room.officer.taps("接报", wait=0)
    (update,) = await open_room.updates()
    assert update["callback_query"]["data"] == "ack:2"
    assert await open_room.officer.buttons() == ["✅ 接报"]


async def test_the_list_of_chats_is_newest_first(open_room: Room) -> None:
    group = await open_room.group()
    assert [entry["title"] for entry in await open_room.officer.chats()] == ["派潭镇值班群", "前哨"]
    await open_room.officer.sends("喂")
    assert [entry["title"] for entry in await open_room.officer.chats()] == ["前哨", "派潭镇值班群"]
    (_, second) = await open_room.officer.chats()
    assert second["chat"]["id"] == group.id
    assert second["last"]["new_chat_members"][0]["id"] == BOT_ID


async def test_the_world_lists_everybody(room: Room) -> None:
    group = await room.group("supergroup", is_forum=True)
    await room.world.add_topic(group, "派潭镇")
    world = await room.world.world()
    assert [bot["username"] for bot in world["bots"]] == [BOT_NAME]
    assert [person["first_name"] for person in world["people"]] == ["何志强", "陈丽华"]
    assert world["people"][0]["phone"] == "+8613800000001"
    (shown,) = world["groups"]
    assert sorted(shown["members"]) == sorted([room.duty.id, room.officer.id, BOT_ID])
    assert shown["topics"][0]["name"] == "派潭镇"
    assert world["clock"]["offset_seconds"] == 0


async def test_adding_again_changes_nothing_or_updates(room: Room) -> None:
    again = await room.world.add_bot("123456:practice", "other_bot", "别名")
    assert again["username"] == BOT_NAME
    await room.world.call("POST", "/people", {"id": room.officer.id, "language_code": "en"})
    (officer, _) = (await room.world.world())["people"]
    assert (officer["first_name"], officer["language_code"]) == ("何志强", "en")


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/people", {}, "needs a first_name"),
        ("/bots", {"token": "x", "username": "y_bot"}, "a token looks like"),
        ("/bots", {"token": "5:x", "username": "nobody"}, "ends in bot"),
        ("/groups", {"title": "t", "creator": 1}, "no person 1"),
        ("/groups", {"title": "t", "creator": "1"}, "creator must be int"),
        ("/clock", {}, "forward_seconds"),
        ("/faults", {"kind": "boom"}, "kind must be one of"),
        ("/limits", {"per_hour": 3}, "unknown limit"),
        ("/phones/1/start", {"bot": BOT_NAME}, "no person 1"),
    ],
)
async def test_the_control_door_says_what_is_wrong(room: Room, path: str, body: dict[str, object], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        await room.world.call("POST", path, body)


async def test_events_stream_as_they_happen(open_room: Room) -> None:
    url = f"{open_room.server.base_url}/practice/events"
    after = await open_room.world.last_event()
    headers = {"Accept": "text/event-stream"}
    params = {"person": str(open_room.officer.id), "after": str(after)}
    async with open_room.session.get(url, params=params, headers=headers) as stream:
        await open_room.api("sendMessage", chat_id=open_room.duty.id, text="给别人的")
        await open_room.api("sendMessage", chat_id=open_room.officer.id, text="给您的")
        async with asyncio.timeout(3):
            while not (line := (await stream.content.readline()).decode()).startswith("data:"):
                pass
    event = json.loads(line.removeprefix("data:"))
    assert (event["type"], event["chat_id"], event["message"]["text"]) == ("message", BOT_ID, "给您的")


async def test_the_clock_and_typing_are_events_too(open_room: Room) -> None:
    after = await open_room.world.last_event()
    await open_room.world.forward_clock(60)
    await open_room.api("sendChatAction", chat_id=open_room.officer.id, action="typing")
    answer = await open_room.world.call("GET", "/events", after=after, person=open_room.officer.id)
    assert [event["type"] for event in answer["events"]] == ["clock", "action"]
    assert answer["events"][0]["offset_seconds"] == 60
    assert (await open_room.world.set_clock(0))["offset_seconds"] == 0


async def test_two_worlds_hold_the_same_people(open_room: Room) -> None:
    async with World(open_room.server.base_url) as second:
        phone = await second.phone_of(open_room.officer.id)
        await phone.sends("从另一处", chat=BOT_ID)
    (update,) = await open_room.updates()
    assert update["message"]["text"] == "从另一处"


async def test_a_town_full_of_residents_opens_the_bot_at_once(room: Room) -> None:
    told = await room.world.add_many(3, bot=BOT_NAME)
    silent = await room.world.add_many(200, bot=BOT_NAME, told=False)
    assert [update["message"]["from"]["id"] for update in await room.updates()] == told
    assert await room.api("sendMessage", chat_id=silent[-1], text="预警")


async def test_the_practice_telegram_runs_alone_and_says_where() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "practice", stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    assert process.stdout is not None
    address = (await process.stdout.readline()).decode().strip()
    async with World(address) as world:
        assert (await world.world())["bots"] == []
    process.terminate()
    assert await process.wait() == 0


async def test_the_page_is_served_and_nothing_beside_it(room: Room) -> None:
    async with room.session.get(f"{room.server.base_url}/page/..%2Fserver.py") as answer:
        assert answer.status == 404
    async with room.session.get(f"{room.server.base_url}/page/nothing.js") as answer:
        assert answer.status == 404
