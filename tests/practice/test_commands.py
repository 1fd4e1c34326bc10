"""The commands, names and menu buttons a phone shows."""

from typing import Any

from tests.practice.conftest import BOT_NAME, Room


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"做{name}"} for name in names]


async def shown(room: Room, phone: Any, chat: int) -> list[str]:
    (entry,) = [entry for entry in await phone.chats() if entry["chat"]["id"] == chat]
    return [command["command"] for command in entry["commands"]]


async def test_the_narrowest_scope_and_the_phones_language_win(open_room: Room) -> None:
    room, bot = open_room, 123456
    english = await room.world.add_person("Tom", language_code="en")
    await english.start(BOT_NAME)
    await room.api("setMyCommands", commands=commands("start"))
    await room.api("setMyCommands", commands=commands("start", "report"), language_code="zh")
    assert await shown(room, room.officer, bot) == ["start", "report"]
    assert await shown(room, english, bot) == ["start"]
    await room.api("setMyCommands", commands=commands("hazard"), scope={"type": "all_private_chats"})
    assert await shown(room, room.officer, bot) == ["hazard"]
    scope = {"type": "chat", "chat_id": room.officer.id}
    await room.api("setMyCommands", commands=commands("duty"), scope=scope)
    assert await shown(room, room.officer, bot) == ["duty"]
    assert await shown(room, english, bot) == ["hazard"]
    assert await room.api("getMyCommands", scope=scope) == commands("duty")
    assert await room.api("deleteMyCommands", scope=scope)
    assert await shown(room, room.officer, bot) == ["hazard"]


async def test_in_a_group_administrators_may_see_more(room: Room) -> None:
    group = await room.group("supergroup")
    await room.api("setMyCommands", commands=commands("cases"), scope={"type": "all_group_chats"})
    await room.api("setMyCommands", commands=commands("cases", "bind"), scope={"type": "all_chat_administrators"})
    assert await shown(room, room.officer, group.id) == ["cases"]
    assert await shown(room, room.duty, group.id) == ["cases", "bind"]
    one = {"type": "chat_member", "chat_id": group.id, "user_id": room.officer.id}
    await room.api("setMyCommands", commands=commands("drill"), scope=one)
    assert await shown(room, room.officer, group.id) == ["drill"]


async def test_bad_commands_are_refused(room: Room) -> None:
    refusals: list[tuple[dict[str, Any], str]] = [
        ({"commands": commands("Start")}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "d"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x", "description": ""}]}, "command description must be non-empty"),
        ({"commands": [{"command": "x", "description": "d" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": commands(*(f"c{n}" for n in range(101)))}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [], "language_code": "zh-hans"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "village"}}, "can't parse BotCommandScope: Unsupported type specified"),
    ]
    for params, words in refusals:
        assert await room.refused("setMyCommands", **params) == f"400 Bad Request: {words}"


async def test_name_and_descriptions_by_language(room: Room) -> None:
    assert await room.api("getMyName") == {"name": "前哨"}
    await room.api("setMyName", name="Outpost", language_code="en")
    assert await room.api("getMyName", language_code="en") == {"name": "Outpost"}
    await room.api("setMyDescription", description="报灾")
    assert await room.api("getMyDescription", language_code="en") == {"description": "报灾"}
    await room.api("setMyShortDescription", short_description="短")
    assert await room.api("getMyShortDescription") == {"short_description": "短"}
    assert await room.refused("setMyName", name="x" * 65) == "400 Bad Request: name is too long"


async def test_menu_buttons(open_room: Room) -> None:
    room = open_room
    assert await room.api("getChatMenuButton") == {"type": "commands"}
    app = {"type": "web_app", "text": "值班台", "web_app": {"url": "https://example.org"}}
    await room.api("setChatMenuButton", chat_id=room.officer.id, menu_button=app)
    assert await room.api("getChatMenuButton", chat_id=room.officer.id) == app
    (entry,) = await room.officer.chats()
    assert entry["menu_button"] == app
    await room.api("setChatMenuButton", chat_id=room.officer.id)
    assert await room.api("getChatMenuButton", chat_id=room.officer.id) == {"type": "commands"}
