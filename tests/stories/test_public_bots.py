"""Several bots share the residents: each hears alerts from the bot they last started, once; officers are shown away."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from sqlalchemy import select, update

from bot.rules.message import Message, Recipient
from bot.rules.public_bots import for_village
from bot.startup_checks import look_at_public_bots
from practice.phone import Phone, until_true
from storage import bots, outbox, people, subscriptions
from storage.tables import OutboxRow, Person
from tests.stories.crowd import a_crowd, resident
from tests.stories.nights import BOT, TOWN, VILLAGE, Night
from tests.stories.test_alert import approved, copies, finished, with_approver
from tests.stories.test_kill import Process, insist

TOKENS = ("4200011:the-first-public-bot-of-the-tests", "4200012:the-second-public-bot-of-the-tests")
DUTY, ONE, TWO = 4200001, 4200011, 4200012
QUEUE = 100
WISHES = {"kinds": [], "lowest_level": "notice", "quiet_from": None, "quiet_to": None}
FIRST, SECOND = "qianshao_public1_bot", "qianshao_public2_bot"


async def comes_to(night: Night, name: str, bot: str) -> Phone:
    """A resident of the town who has subscribed at this public bot."""
    phone = await night.world.add_person(name)
    await phone.start(bot)
    await phone.sees(name)
    now = night.app.clock.now()
    async with night.database.transaction() as tx:
        row = await people.add(tx, name, "zh-Hans", now, phone.id, bot_id=phone.bot_id)
        await subscriptions.begin(tx, row.id, TOWN, dict(WISHES), now)
    return phone


async def bound(night: Night, phone: Phone) -> tuple[int, str | None]:
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id)
        assert row is not None
        return row.bot_id, row.unreachable_reason


async def on_the_wire_while_they_moved(night: Night, phone: Phone) -> None:
    """A message that their first bot tries to send, though they have moved on."""
    now = night.app.clock.now()
    values = {"name": "某人", "role": "officer", "area": "高滩村", "rank": "A", "reason": "blocked"}
    async with night.database.transaction() as tx:
        row = await people.by_telegram(tx, phone.id)
        to = Recipient(phone.id, "zh-Hans", person_id=row.id)
        number = await outbox.put(tx, Message("notice", to, "person-unreachable", values), now)
        await tx.session.execute(update(OutboxRow).where(OutboxRow.id == number).values(bot_id=ONE))


async def alerts_in(phone: Phone, chat: int) -> int:
    if chat not in {each["chat"]["id"] for each in await phone.chats()}:
        return 0
    return sum("暴雨橙色预警" in words for words in await phone.screen(chat))


async def a_queue_at(night: Night, bot: str) -> list[int]:
    """So many residents of the town who have opened this bot: more than a slow bot warns in half a minute."""
    now, number = night.app.clock.now(), {BOT: 0, FIRST: ONE, SECOND: TWO}[bot]
    ids = await night.world.add_many(QUEUE, bot=bot, told=False)
    async with night.database.transaction() as tx:
        for each in ids:
            row = await people.add(tx, "居民", "zh-Hans", now, each, bot_id=number)
            await subscriptions.begin(tx, row.id, TOWN, dict(WISHES), now)
    return ids


async def waiting_at(night: Night) -> list[int]:
    """The bots at which copies of the alert are still waiting."""
    async with night.database.transaction() as tx:
        query = select(OutboxRow.bot_id).where(OutboxRow.key == "alert", OutboxRow.state == "ready").distinct()
        return list(await tx.session.scalars(query))


async def all_have_begun(night: Night) -> bool:
    async with night.database.transaction() as tx:
        query = select(OutboxRow.bot_id).where(OutboxRow.key == "alert", OutboxRow.state == "sent")
        return {0, ONE, TWO} <= set(await tx.session.scalars(query))


async def alerts_heard(night: Night, who: set[int]) -> Counter[int]:
    """How often each of them was sent the alert."""
    calls = [call for call in await night.world.calls("sendMessage") if call["ok"]]
    texts = [(int(call["params"]["chat_id"]), str(call["params"]["text"])) for call in calls]
    return Counter(chat for chat, text in texts if chat in who and "暴雨橙色预警" in text)


async def test_two_public_bots_and_the_duty_bot_reach_everybody_once(database_url):
    async with a_crowd(database_url, public_bots=TOKENS) as night:
        await with_approver(night)
        li, zhang, chen = night.phones["李区"], night.phones["张帮手"], night.phones["陈值班"]
        officer = await night.enrolled("何志强", "officer", VILLAGE, "A", phone="+8613800000001")
        await officer.start(BOT)
        await officer.sees("应急信息员")

        # from the poster to the first bot; a second one at the second; a third stays with the duty bot
        fong = await night.world.add_person("冯阿姨")
        await fong.start(FIRST, f"area_{VILLAGE}")
        await fong.sees("高滩村", "订阅这里的预警")
        await fong.taps("订阅这里的预警")
        await fong.sees("已订阅", "高滩村")
        await fong.sees("您的订阅")
        second = await comes_to(night, "老石", SECOND)
        third = await resident(night, "老柳", TOWN)
        moves, leaves = await comes_to(night, "阿移", FIRST), await comes_to(night, "阿堵", FIRST)
        assert [await bound(night, each) for each in (fong, second, third)] == [(ONE, None), (TWO, None), (0, None)]

        # those on duty are shown the way; an invitation is for the duty bot, and goes there in one tap
        await li.start(FIRST)
        await li.sees("没有收到任何上报", f"@{BOT}", chat=ONE)
        await li.sends("高滩村滑坡，埋了人")
        await li.sees("没有收到任何上报", chat=ONE)
        await zhang.start(FIRST, await night.invitation("duty", TOWN))
        await zhang.sees("只服务居民", f"t.me/{BOT}?start=", chat=ONE)
        await zhang.sends("/report")
        await zhang.sees("只服务居民", "/subscribe", chat=ONE)
        async with night.database.transaction() as tx:
            assert await people.by_telegram(tx, zhang.id) is None

        # one moves to another bot and blocks the first; one blocks theirs and is noticed
        await moves.start(SECOND)
        await moves.sees("阿移", chat=TWO)
        await moves.blocks(ONE)
        await leaves.blocks(ONE)

        async def noticed() -> bool:
            return (await bound(night, leaves))[1] == "blocked"

        await until_true(noticed)
        await night.settled()
        assert await bound(night, moves) == (TWO, None)
        await on_the_wire_while_they_moved(night, moves)
        await moves.sees("某人", chat=TWO, within=20)
        assert await bound(night, moves) == (TWO, None)

        # a tip with a photo: the officer's bot cannot use the resident's bot's file id, and shows it all the same
        await fong.sends("/tip")
        await fong.sees("别人看不到", "高滩村")
        await fong.sends_photo("屋后山坡有裂缝")
        await fong.sees("还没发出", "1 份")
        await fong.taps("发给信息员")
        await fong.sees("已发给", "高滩村", chat=ONE)
        await officer.sees("居民线索 T1", "裂缝", "属实，转为报告", chat=DUTY)
        shown = await officer.sees("居民线索 T1", chat=DUTY, within=20)
        assert shown.photo, "the photo itself"

        # posters spread over the public bots; doctor looks at each
        await li.sends("/poster 高滩村", chat=DUTY)
        await li.sees("海报", "高滩村", chat=DUTY)
        async with night.database.transaction() as tx:
            values = await tx.session.scalar(select(OutboxRow.values).where(OutboxRow.key == "area-poster"))
        assert values["bot"] == {ONE: FIRST, TWO: SECOND}[for_village(VILLAGE, [ONE, TWO])]
        said = [each.line() for each in await look_at_public_bots(night.app.settings, {0: 9, ONE: 2, TWO: 2, 77: 5})]
        assert [line[0] for line in said] == ["✘", "✔", "✔"], said
        assert "77 (5 residents)" in said[0]
        assert f"@{FIRST}: 2 residents, polling" in said[1]
        async with night.database.transaction() as tx:
            assert await bots.adopt(tx, {ONE}, night.app.clock.now()) == (2, 0)
            assert await bots.adopt(tx, {ONE, TWO}, night.app.clock.now()) == (0, 2)

        # the alert goes out slowly at all bots; an escalation overtakes it; the process is killed in the middle
        many = {bot: await a_queue_at(night, bot) for bot in (BOT, FIRST, SECOND)}
        li.bot_id = DUTY
        await approved(night, level="橙色")
        await night.stop()
        process = Process(
            night, PUBLIC_BOTS=",".join(TOKENS), MESSAGES_PER_SECOND="3", MESSAGES_PER_SECOND_IN_CHAT="99"
        )
        await process.start()
        await insist(lambda: li.taps("发布"), lambda s: until_true(lambda: all_have_begun(night), within=s))
        await officer.taps("紧急上报")
        await officer.sees("发生了什么")
        await officer.taps("滑坡")
        await officer.sees("有人受伤或被困吗")
        await officer.taps("有")
        await chen.sees("滑坡", "接报", chat=night.town)
        waiting = await waiting_at(night)
        assert set(waiting) == {0, ONE, TWO}, f"the card has overtaken every bot's broadcast: {waiting}"
        await process.kill()
        await night.start()
        await finished(night)
        await night.settled()
        held = await copies(night, OutboxRow.state == "held")
        everybody = [fong, second, third, moves]
        got = {each.name: [await alerts_in(each, bot) for bot in (DUTY, ONE, TWO)] for each in everybody}
        heard = await alerts_heard(night, {each.id for each in everybody} | set(chain(*many.values())))
        assert set(heard.values()) == {1}, "nobody hears it twice"
        assert len(heard) + held >= 4 + 3 * QUEUE, f"nobody is lost: {len(heard)} have it, {held} are held and counted"
        assert await copies(night) == 4 + 3 * QUEUE, "whoever has blocked their bot is not written to"
        async with night.database.transaction() as tx:
            query = select(Person.name, Person.bot_id, OutboxRow.bot_id).join(Person, Person.id == OutboxRow.person_id)
            ways = list(await tx.session.execute(query.where(OutboxRow.key == "alert")))
        assert all(bot == way for _, bot, way in ways), ways
        for each, bot in ((fong, ONE), (second, TWO), (third, DUTY), (moves, TWO)):
            if sum(got[each.name]):
                assert got[each.name][(DUTY, ONE, TWO).index(bot)] == 1, got

        # an answer under it goes the way it came; whoever had left comes back at another bot
        if sum(got["老石"]):
            assert (await second.taps("我安全"))["answered"]
        await leaves.start(SECOND)
        await leaves.sees("阿堵", chat=TWO)
        assert await bound(night, leaves) == (TWO, None)
