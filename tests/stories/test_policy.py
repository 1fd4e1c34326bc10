"""The rules of escalation at night: acknowledgements that lapse, copies in private, policies, the auditor."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import func, select

from bot.actions import auditor
from bot.actions import reports as reporting
from bot.rules.speaker import Speaker
from bot.rules.step_hook import signature
from practice.phone import Group, Phone, until_true
from storage import case_log, escalations, people, reports
from storage.tables import OutboxRow, Report, ShiftOverride, StepHook
from tests.stories.nights import TOWN, Night
from tests.stories.test_escalation import emergency, paitan


async def on_the_roster(night: Night, name: str, seat: str = "main") -> None:
    """Somebody sits at the town's desk tonight and tomorrow."""
    async with night.database.transaction() as tx:
        person = await people.by_telegram(tx, night.phones[name].id)
        now = night.app.clock.now()
        tx.session.add(
            ShiftOverride(
                area=TOWN, seat=seat, starts_at=now - timedelta(hours=1), ends_at=now + timedelta(days=2),
                person_id=person.id, made_at=now,
            )
        )  # fmt: skip


async def test_an_acknowledgement_without_progress_lapses_and_those_on_duty_hear_it_in_private(database_url):
    async with paitan(database_url, acknowledgement_lapses=True) as night:
        town, city, leader = night.phones["陈值班"], night.phones["李区"], night.phones["王带班"]
        await on_the_roster(night, "陈值班")
        number = await emergency(night)
        await city.sees(number, "P0", chat=night.city)
        card = await town.sees(number, "P0", chat=night.town)
        copy = await town.sees(number, "P0", "无人接报")
        assert not getattr(copy, "disable_notification", False)
        # the other seat of the district is nobody's: the district hears it in its group alone
        await city.sees_nothing_new()
        await town.taps("接报", message=copy)
        await town.sees("陈值班", "接报", chat=night.town)
        await town.sees("陈值班", "接报")
        await night.forward(minutes=15)
        await town.taps("追问", chat=night.town, message=card)
        prompt = await town.sees("回复这条消息", chat=night.town)
        await town.sends("路通吗", chat=night.town, reply_to=prompt)
        await town.sees("问题已发给", chat=night.town)
        await night.forward(minutes=15)  # a question is progress: the time runs anew
        await night.settled()
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "acknowledged"
        await night.stop()  # nobody is there at the moment when it lapses
        await night.forward(minutes=6)
        await night.start()
        for phone, chat in ((town, night.town), (town, None), (city, night.city)):
            await phone.sees(number, "陈值班", "20 分钟没有进展", "接报失效", chat=chat, within=15)
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "open"
            climb = await escalations.of_report(tx, 1)
            assert (climb.stopped_at, climb.round, climb.lapse_at) == (None, 1, None)
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert verbs.count("lapsed") == 1
        await night.forward(minutes=3, seconds=1)
        await town.sees("无人接报", number, chat=night.town)
        await night.forward(minutes=3, seconds=1)
        await leader.sees(number, "P0")
        # by their own rules: no P0 in private any more, the group is called as before
        await town.sends("/copies", chat=night.town)
        await town.sees("私聊里", chat=night.town)
        await town.sends("/copies")
        await town.sees("另发一份")
        await town.taps("P0")
        await night.settled()
        await night.forward(minutes=5, seconds=1)
        await town.sees("无人接报", number, chat=night.town)
        await night.settled()
        async with night.database.transaction() as tx:
            assert (await people.by_telegram(tx, town.id)).copies == "P1"
        officer = night.phones["何志强"]
        await officer.sends("/copies")
        await officer.sees("只有值班")
        # and somebody takes it once more; a note under the card is progress, and stays in the room
        await town.taps("接报", chat=night.town, message=card)
        await night.settled()
        await officer.forgets()
        await night.forward(minutes=15)
        await town.sends("林业站的人已经出发", chat=night.town, reply_to=card)
        await town.sees("已记入", number, chat=night.town)
        await night.forward(minutes=15)
        await night.settled()
        await officer.sees_nothing_new()
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "acknowledged"


async def reports_come_in(night: Night, many: int, grave: int) -> None:
    """So many reports within a moment, from every village of the town; `grave` of them are P0."""
    world = night.app.world
    villages = [code for code in sorted(world.places.by_code) if code.startswith(TOWN) and len(code) == 12]
    async with night.database.transaction() as tx:
        officer = await people.by_telegram(tx, night.phones["何志强"].id)
        posts = await people.posts_of(tx, officer.id)
    speaker = Speaker(officer.telegram_id, officer.name, "zh-Hans", officer.telegram_id, True, officer.id, posts=posts)
    every = many // grave
    for number in range(many):
        is_grave = number % every == 0 and number // every < grave
        place = {"kind": "area", "area": villages[number % len(villages)]}
        harm, slug = ("yes", "geo_landslide") if is_grave else ("none", "waterlogging")
        answers = {"_form": "emergency", "category": {"slug": slug}, "harm": harm, "place": place}
        async with night.database.transaction() as tx:
            now, told = night.app.clock.now(), reporting.Source(told=False)
            await reporting.file(tx, world, speaker, "incident", answers, now, source=told)


async def cards_in(night: Night, phone: Phone, group: Group) -> str:
    return "\n".join(str(message.get("text")) for message in (await phone.view(group))["messages"])


async def test_a_storm_of_two_hundred_reports_is_bundled_and_every_p0_can_be_taken(database_url):
    async with paitan(database_url) as night:
        town, city = night.phones["陈值班"], night.phones["李区"]
        await on_the_roster(night, "陈值班")
        await reports_come_in(night, many=200, grave=40)
        async with night.database.transaction() as tx:
            grave = list(await tx.session.scalars(select(Report).where(Report.priority == "P0").order_by(Report.id)))
            assert len(grave) == 40
            for chat in (night.town.id, night.city.id):
                written = select(func.count()).select_from(OutboxRow).where(OutboxRow.chat_id == chat)
                assert await tx.session.scalar(written.where(OutboxRow.edits.is_(None))) <= 20
        await night.forward(seconds=13)

        async def on_a_card() -> bool:
            shown = [await cards_in(night, town, night.town), await cards_in(night, city, night.city)]
            return all(case.number in text for case in grave for text in shown)

        # what is within 20 messages a minute waits for nobody; on a slow machine the last of it is the 21st
        await until_true(on_a_card, within=90)
        refused = [call for call in await night.world.calls("sendMessage") if call.get("error_code") == 429]
        refused += [call for call in await night.world.calls("editMessageText") if call.get("error_code") == 429]
        assert refused == []
        shown = await cards_in(night, town, night.town)
        assert "短时间内报告很多" in shown
        assert "P2×" in shown
        # each can be taken: from a line of a list, from a card of its own, and by a tap that comes late
        for case in (grave[20], grave[-1]):
            assert case.number in (await town.taps(f"接报 {case.number}", chat=night.town))["text"]
        some_card = (await town.view(night.town))["messages"][-1]["message_id"]
        for case in grave:
            answer = await town.taps_data(f"c:{case.id}:ack", night.town, some_card)
            assert case.number in answer["text"]
        async with night.database.transaction() as tx:
            states = await tx.session.scalars(select(Report.state).where(Report.priority == "P0"))
            assert set(states) == {"acknowledged"}
        # the calls again of everything that is left are few
        before = await calls_into(night, night.town.id)
        await night.forward(minutes=31)
        assert 0 < await calls_into(night, night.town.id) - before <= 20


async def calls_into(night: Night, chat: int) -> int:
    async with night.database.transaction() as tx:
        calls = select(func.count()).select_from(OutboxRow).where(OutboxRow.chat_id == chat, OutboxRow.edits.is_(None))
        return int(await tx.session.scalar(calls.where(OutboxRow.kind == "escalation")))


async def test_an_administrator_types_a_policy_sees_the_night_and_the_next_case_follows_it(database_url):
    async with paitan(database_url) as night:
        town, city, leader, officer = (night.phones[name] for name in ("陈值班", "李区", "王带班", "何志强"))
        first = await emergency(night)  # begun before: it keeps the ladder it began with
        for phone, chat in ((town, night.town), (city, night.city)):
            await phone.sees(first, "P0", chat=chat)
        await officer.sends("/policy")
        await officer.sees("只有管理员")
        await night.admin.sends("/policy")
        await night.admin.sees("还没有另定的规则")
        await night.admin.taps("写一条")
        await night.admin.sees("把规则发给我")
        await night.admin.sends("P0 派潭镇 滑坡\n0 镇群\n2 火星")
        await night.admin.sees("不认得“火星”")
        await night.admin.sends("P0 派潭镇 滑坡\n0 镇群\n2 @王带班\n重复 4 镇群 领导")
        shown = await night.admin.sees("若 02:17 派潭镇 发生 P0 滑坡")
        for line in ("02:17 镇群", "02:19 王带班", "02:23 镇群、领导", "02:27 镇群、领导", "之后每 4 分钟"):
            assert line in shown.text
        await night.admin.taps("保存")
        await night.admin.sees("P0 派潭镇 滑坡")
        stale = await night.admin.taps_data("po:save:0:1", None, shown)
        assert stale["answered"]
        some_message = (await officer.view())["messages"][-1]["message_id"]
        forged = await officer.taps_data("po:end_sure:1:0", None, some_message)
        assert "管理员" in forged["text"]
        await town.taps("接报", chat=night.town)
        await night.settled()
        for phone in (town, city, leader):
            await phone.forgets()
        second = await emergency(night)
        await town.sees(second, "P0", chat=night.town)
        await night.forward(minutes=2, seconds=1)
        await leader.sees(second, "P0")
        assert not any(f"P0 事件 {second}" in text for text in await city.screen(night.city))
        await night.forward(minutes=4, seconds=1)
        await town.sees("无人接报", second, chat=night.town)
        async with night.database.transaction() as tx:
            kept = [(await escalations.of_report(tx, number)).ladder for number in (1, 2)]
            assert [len(ladder["steps"]) for ladder in kept] == [3, 2]
        # taken down, the built-in ladder holds again
        await night.admin.taps("P0 派潭镇 滑坡")
        await night.admin.sees("第 1 版")
        await night.admin.taps("停用")
        await night.admin.taps("确定停用")
        await night.admin.sees("还没有另定的规则")
        # what held before can be looked at, with who made it and who ended it
        await night.admin.taps("🕘 旧版本")
        await night.admin.sees("旧版本", "最近停用的在前")
        await night.admin.taps("P0 派潭镇 滑坡 第 1 版")
        old = await night.admin.sees("已不用", "管理员", "替换或停用")
        assert "02:19 王带班" in old.text
        await night.admin.taps("返回")
        await night.admin.sees("旧版本", "最近停用的在前")


async def posts(night: Night) -> list[dict]:
    return (await night.world.call("GET", "/hook"))["posts"]


async def test_every_step_is_posted_to_the_second_channel_and_the_auditor_sees_a_climb_that_stands_still(database_url):
    hook = {"step_hook_url": "{practice}/practice/hook?refuse=1", "step_hook_secret": "a secret of the town"}
    async with paitan(database_url, **hook) as night:
        town, leader = night.phones["陈值班"], night.phones["王带班"]
        number = await emergency(night)
        await town.sees(number, "P0", chat=night.town)

        async def refused() -> bool:
            return len(await posts(night)) == 1

        await until_true(refused, within=10)
        assert (await posts(night))[0]["refused"]  # the gateway was away: tried again, with the same id
        await night.stop()
        await night.forward(minutes=1)
        await night.start()

        async def again() -> bool:
            return len(await posts(night)) == 2

        await until_true(again, within=15)
        await night.forward(minutes=2, seconds=1)
        await night.forward(minutes=3, seconds=1)
        await leader.sees(number, "P0")

        async def all_three() -> bool:
            return len({post["body"]["id"] for post in await posts(night)}) == 3

        await until_true(all_three, within=15)
        told = await posts(night)
        assert [post["body"]["step"] for post in told] == [1, 1, 2, 3]
        assert told[0]["body"] == told[1]["body"]
        assert told[-1]["body"]["called"] == [{"kind": "person", "name": "王带班", "phone": None}]
        assert (told[-1]["body"]["case"]["number"], told[-1]["body"]["whom"]) == (number, ["leader"])
        for post in told:
            body = json.dumps(post["body"], ensure_ascii=False, sort_keys=True).encode()
            signed = signature("a secret of the town", post["Timestamp"], body)
            assert post["Signature"] == f"sha256={signed}"
        await night.settled()
        async with night.database.transaction() as tx:
            rows = list(await tx.session.scalars(select(StepHook).order_by(StepHook.id)))
            assert [(row.state, row.status, row.attempts) for row in rows] == [
                ("sent", 204, 2), ("sent", 204, 1), ("sent", 204, 1),
            ]  # fmt: skip
        # a climb that lost its due time (a fault of ours): seen twice, it is told once
        async with night.database.transaction() as tx:
            climb = await escalations.of_report(tx, 1)
            climb.next_step_at = None
        second_look = auditor.Auditor()
        now = night.app.clock.now()
        for _ in range(4):
            await second_look.look(night.database, night.app.world, now)
        await night.admin.sees(number, "没有按规则往上叫", "没有下一次的时间")
        await night.settled()
        await night.admin.sees_nothing_new()
