"""The lists behind the menu button, as people's phones show them."""

from collections.abc import AsyncIterator

import pytest

from bot.delivery.commands import FOR_ADMINISTRATORS, FOR_LEADERS, IN_GROUPS, IN_PRIVATE, publish_commands
from bot.delivery.pace import Limits, Pace
from bot.delivery.telegram_client import make_bot
from practice.phone import Phone, World
from practice.server import start_server

TOKEN, USERNAME = "7000000000:practice", "qianshao_test_bot"


@pytest.fixture
async def world() -> AsyncIterator[World]:
    server = await start_server()
    async with World(server.base_url) as world:
        await world.add_bot(TOKEN, USERNAME, "前哨")
        yield world
    await server.stop()


async def publish(world: World, *admins: int, leaders: tuple[int, ...] = ()) -> None:
    bot = make_bot(TOKEN, world.base_url, Pace(Limits()))
    try:
        await publish_commands(bot, admins, leaders)
    finally:
        await bot.session.close()


async def shown(phone: Phone, title: str = "前哨") -> dict[str, str]:
    (chat,) = [chat for chat in await phone.chats() if chat["title"] == title]
    return {command["command"]: command["description"] for command in chat["commands"]}


async def test_everybody_reads_the_list_in_the_language_of_their_phone(world: World) -> None:
    officer = await world.add_person("陈秀兰", language_code="zh-hans")
    visitor = await world.add_person("Emma", language_code="en")
    for phone in (officer, visitor):
        await phone.start(USERNAME)
    await publish(world)
    assert tuple(await shown(officer)) == IN_PRIVATE
    assert (await shown(officer))["report"] == "报突发事件"
    assert (await shown(visitor))["report"] == "Report an incident"


async def test_a_duty_group_and_an_administrator_have_lists_of_their_own(world: World) -> None:
    admin = await world.add_person("欧阳静")
    await admin.start(USERNAME)
    await world.add_group("派潭镇值班群", admin, [], [7000000000])
    await publish(world, admin.id)
    assert tuple(await shown(admin)) == FOR_ADMINISTRATORS
    assert tuple(await shown(admin, "派潭镇值班群")) == IN_GROUPS


async def test_a_leader_finds_the_log_and_the_briefings_and_an_administrator_who_leads_keeps_theirs(
    world: World,
) -> None:
    leader, admin = await world.add_person("王国栋"), await world.add_person("欧阳静")
    for phone in (leader, admin):
        await phone.start(USERNAME)
    await publish(world, admin.id, leaders=(leader.id, admin.id))
    assert tuple(await shown(leader)) == FOR_LEADERS
    assert {"log", "pulse"} <= set(FOR_LEADERS)
    assert tuple(await shown(admin)) == FOR_ADMINISTRATORS


async def test_an_administrator_who_has_never_opened_the_bot_holds_nothing_up(world: World) -> None:
    officer = await world.add_person("陈秀兰")
    await officer.start(USERNAME)
    await publish(world, 999, officer.id)
    assert tuple(await shown(officer)) == FOR_ADMINISTRATORS
