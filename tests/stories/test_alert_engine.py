"""While it goes out: paused, killed, let go on, stopped; who is warned first; the record; why somebody got nothing."""

from __future__ import annotations

from sqlalchemy import func, select

from practice.phone import until_true
from storage.tables import OutboxRow, Person, Report
from tests.stories.crowd import a_crowd, resident
from tests.stories.nights import TOWN, VILLAGE, Night
from tests.stories.test_alert import approved, copies, with_approver


async def a_hazard(night: Night) -> None:
    """On record in 高滩村, and not closed."""
    now = night.app.clock.now()
    async with night.database.transaction() as tx:
        person = await tx.session.scalar(select(Person.id).limit(1))
        tx.session.add(
            Report(
                number="Z-1", kind="hazard", category="cut_slope_house", area=VILLAGE, town=TOWN, reporter_id=person,
                priority="P3", learned_at=now, sent_at=now,
            )
        )  # fmt: skip


async def test_paused_killed_let_go_on_and_the_record_says_what_became_of_every_copy(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        town = [await resident(night, f"镇民{number}", TOWN) for number in range(20)]
        village = [await resident(night, f"高滩{number}", VILLAGE) for number in range(3)]
        picky = await resident(night, "只要红色", TOWN, lowest_level="red")
        await a_hazard(night)
        li, _ = await approved(night, level="橙色")
        night.settings["messages_per_second"] = 2
        await night.restart()
        await li.taps("发布")

        async def some_are_out() -> bool:
            return await copies(night, OutboxRow.state == "sent") >= 1

        await until_true(some_are_out, within=20)
        assert "已暂停" in (await li.taps("暂停"))["text"]
        await li.sees("已暂停", "份等着", within=10)
        await night.stop()
        await night.start()
        await night.settled()
        paused = await copies(night, OutboxRow.state == "paused")
        assert 0 < paused < 23
        again = await li.taps_data("a:1:pause::1", None, (await li.view())["messages"][-1]["message_id"])
        assert "现在不能" in again["text"]
        await li.sends("/why 1 镇民19")
        await li.sees("镇民19", "暂停了")

        night.settings["messages_per_second"] = 2000
        await night.restart()
        outsider = night.phones["张帮手"]
        await outsider.start("qianshao_bot")
        start = (await outsider.sees("张帮手")).message_id
        for act in ("pause", "resume", "stop", "record"):
            assert (await outsider.taps_data(f"a:1:{act}::1", None, start))["show_alert"], act
        await li.taps("继续")
        await li.sees("发完", "记录", within=12)
        got = [sum("暴雨橙色预警" in words for words in await phone.screen()) for phone in (*town, *village)]
        held = await copies(night, OutboxRow.state == "held")
        assert max(got) == 1, "nobody got two"
        assert sum(got) >= 23 - held
        assert await copies(night) == 23, "a copy is written once, whichever pass comes to it"
        async with night.database.transaction() as tx:
            query = select(func.max(OutboxRow.id)).where(OutboxRow.key == "alert", OutboxRow.person_id.in_(
                select(Person.id).where(Person.name.like("高滩%"))))  # fmt: skip
            last_of_village = await tx.session.scalar(query)
            query = select(func.min(OutboxRow.id)).where(OutboxRow.key == "alert", OutboxRow.person_id.in_(
                select(Person.id).where(Person.name.like("镇民%"))))  # fmt: skip
            assert last_of_village < await tx.session.scalar(query), "where a hazard is on record, they hear first"

        await li.taps("记录")
        record = await li.sees("记录", "派潭镇", "高滩村")
        assert "派潭镇 20/20" in record.text or held
        for who, said in (
            ("只要红色", "级别不到"),
            ("许静", "没有订阅"),
            ("查无此人", "没有找到"),
            ("镇民19", "送达"),
        ):
            await li.sends(f"/why 1 {who}")
            await li.sees(who, said)
        await li.sends(f"/why 1 {picky.id}")
        await li.sees("只要红色", "级别不到")
        await li.sends("/why")
        await li.sees("/why 12")
        await outsider.sends("/why 1 镇民7")
        await outsider.sees("只有值班员")


async def test_stopped_in_the_middle_nobody_else_gets_it(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        for number in range(18):
            await resident(night, f"居民{number}", TOWN)
        li, _ = await approved(night, level="黄色")
        night.settings["messages_per_second"] = 2
        await night.restart()
        await li.taps("发布")

        async def one_is_out() -> bool:
            return await copies(night, OutboxRow.state == "sent") >= 1

        await until_true(one_is_out, within=20)
        early = await li.taps_data("a:1:stop::1", None, (await li.view())["messages"][-1]["message_id"])
        assert "现在不能" in early["text"], "one pauses before one stops"
        await li.taps("暂停")
        await li.sees("已暂停", within=10)
        await li.taps("停止")
        await li.sees("已停止", "记录", within=12)
        night.settings["messages_per_second"] = 2000
        await night.restart()
        await night.settled()
        assert await copies(night, OutboxRow.state == "dropped", OutboxRow.reason == "stopped") > 0
        assert await copies(night, OutboxRow.state.in_(("ready", "paused", "sending"))) == 0
