"""The duty room at night: cards, 接报, 已转办, 追问, 误报, and the climb until somebody answers."""

from __future__ import annotations

import contextlib

import pytest

from storage import case_log, escalations, reports
from tests.stories.nights import CITY, TOWN, VILLAGE, Night, a_night


async def cast(night: Night) -> None:
    """派潭镇 with its officer, two groups and a leader."""
    await night.enrolled("何志强", "officer", VILLAGE, "A", phone="+8613800000001")
    town_duty = await night.enrolled("陈值班", "duty", TOWN)
    city_duty = await night.enrolled("李区", "duty", CITY)
    await night.enrolled("王带班", "leader", TOWN)
    helper = night.phones["张帮手"] = await night.world.add_person("张帮手")
    await night.duty_group("派潭镇值班群", TOWN, [town_duty, helper])
    await night.duty_group("增城区值班群", CITY, [city_duty])


@contextlib.asynccontextmanager
async def paitan(database_url: str, **settings):
    """The night with `.phones` by name, and the two groups."""
    async with a_night(database_url, cast, **settings) as night:
        night.town, night.city = night.groups["派潭镇值班群"], night.groups["增城区值班群"]
        yield night


async def emergency(night: Night, category: str = "滑坡", harm: str = "有") -> str:
    officer = night.phones["何志强"]
    await officer.sends("紧急上报")
    await officer.sees("发生了什么")
    await officer.taps(category)
    await officer.sees("受伤或被困")
    await officer.taps(harm)
    receipt = await officer.sees("已上报")
    await officer.sees("发出了")
    return receipt.text.split("编号 ")[1].split()[0]


async def nothing_unexpected(night: Night) -> None:
    assert await night.world.unexpected() == []


async def test_nobody_answers_so_the_call_climbs_until_somebody_does(database_url):
    async with paitan(database_url) as night:
        officer, town, city, leader = (night.phones[name] for name in ("何志强", "陈值班", "李区", "王带班"))
        helper = night.phones["张帮手"]
        number = await emergency(night)
        for phone, group in ((town, night.town), (helper, night.town), (city, night.city)):
            card = await phone.sees(number, "P0", "无人接报", chat=group)
        assert "+8613800000001" in card.text
        assert "待核" in card.text
        await night.forward(minutes=3, seconds=1)
        for phone, group in ((town, night.town), (helper, night.town), (city, night.city)):
            await phone.sees("3 分钟无人接报", number, chat=group)
        await night.forward(minutes=3, seconds=1)
        await leader.sees(number, "P0")
        await night.forward(minutes=5, seconds=1)
        for phone, chat in ((town, night.town), (helper, night.town), (city, night.city), (leader, None)):
            await phone.sees("11 分钟无人接报", number, chat=chat)
        # somebody who holds no post at all, but is a member of the group, answers by name
        tapped = await helper.taps("接报", chat=night.town)
        assert number in tapped["text"]
        told = await officer.sees("已接报", "张帮手")
        assert number in told.text
        for phone, chat, copies in (
            (town, night.town, 3),
            (helper, night.town, 3),
            (city, night.city, 3),
            (leader, None, 2),
        ):
            for _ in range(copies):
                await phone.sees("张帮手", "接报", chat=chat)
        await night.forward(hours=2)
        await night.settled()
        await nothing_unexpected(night)


async def test_the_second_tap_hears_who_was_first(database_url):
    async with paitan(database_url) as night:
        town, city = night.phones["陈值班"], night.phones["李区"]
        number = await emergency(night)
        card = await town.sees(number, chat=night.town)
        other = await city.sees(number, chat=night.city)
        await town.taps("接报", chat=night.town)
        await city.sees("陈值班", "接报", chat=night.city)
        again = await town.taps_data(f"c:{1}:ack", chat=night.town, message=card)
        late = await city.taps_data(f"c:{1}:ack", chat=night.city, message=other)
        for answer in (again, late):
            assert "陈值班" in answer["text"]
            assert "接报" in answer["text"]
        async with night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert verbs.count("acknowledged") == 1


async def test_an_ordinary_incident_waits_longer_and_the_district_hears_at_ten_minutes(database_url):
    async with paitan(database_url) as night:
        town, city = night.phones["陈值班"], night.phones["李区"]
        number = await emergency(night, "内涝积水", "不清楚")
        card = await town.sees(number, "P1", chat=night.town)
        assert "不清楚" in card.text
        await city.sees_nothing_new(chat=night.city)
        await night.forward(minutes=5, seconds=1)
        await town.sees("5 分钟无人接报", chat=night.town)
        await city.sees_nothing_new(chat=night.city)
        await night.forward(minutes=5, seconds=1)
        await city.sees(number, "P1", chat=night.city)


async def test_after_downtime_the_overdue_steps_come_as_one_message_each(database_url):
    async with paitan(database_url) as night:
        town, city, leader = night.phones["陈值班"], night.phones["李区"], night.phones["王带班"]
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await city.sees(number, chat=night.city)
        await night.stop()
        await night.forward(hours=3)
        await night.start()
        await town.sees("无人接报", number, chat=night.town)
        await city.sees("无人接报", number, chat=night.city)
        await leader.sees(number, "P0")
        await night.settled()
        for phone, chat in ((town, night.town), (city, night.city), (leader, None)):
            await phone.sees_nothing_new(chat=chat)


async def test_a_question_goes_to_the_officer_and_the_answer_comes_back_under_the_card(database_url):
    async with paitan(database_url) as night:
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        number = await emergency(night)
        card = await town.sees(number, chat=night.town)
        await town.taps("追问", chat=night.town)
        prompt = await town.sees("陈值班", "回复这条消息", chat=night.town)
        await town.sends("屋里有几个人？", chat=night.town, reply_to=prompt)
        await town.sees("问题已发给", chat=night.town)
        question = await officer.sees("屋里有几个人", "陈值班")
        await officer.sends_voice(reply_to=question)
        answer = await town.sees("何志强", chat=night.town)
        assert answer.voice is not None
        assert answer.reply_to_message.message_id == card.message_id
        await officer.sees("已回复")
        # without replying, the next word answers too, while a question is open
        await town.taps("追问", chat=night.town, message=card)
        prompt = await town.sees("回复这条消息", chat=night.town)
        await town.sends("路通吗", chat=night.town, reply_to=prompt)
        question = await officer.sees("路通吗")
        await officer.sends_location(23.5021, 113.7781)
        await night.settled()
        view = await town.view(night.town)
        assert any(message.get("location") for message in view["messages"])
        # a figure in an answer is on the card, and not asked for again
        await officer.sends("两个人被困", reply_to=question)
        await town.sees("答“路通吗”", "两个人被困", chat=night.town)
        await town.sees("P0", "被困 2", chat=night.town)
        # asking is not answering: the climb goes on
        async with night.database.transaction() as tx:
            climb = await escalations.of_report(tx, 1)
            assert climb.stopped_at is None


async def test_talk_in_the_duty_room_stays_there(database_url):
    """A duty member who was asked to type a question, and first says something else to a colleague."""
    async with paitan(database_url) as night:
        officer, town = night.phones["何志强"], night.phones["陈值班"]
        await night.world.member(night.town, town, 4200001, "promote")  # an administrator bot hears everything
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await town.taps("追问", chat=night.town)
        await town.sees("回复这条消息", chat=night.town)
        await town.sends("谁有空过去看看", chat=night.town)
        await night.settled()
        await officer.sees_nothing_new()


async def test_a_referral_names_who_sent_it_where_and_stops_the_climb(database_url):
    async with paitan(database_url) as night:
        officer, town, city = night.phones["何志强"], night.phones["陈值班"], night.phones["李区"]
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await city.sees(number, chat=night.city)
        await town.taps("转办", chat=night.town)
        await town.sees("转办给谁", chat=night.town)
        await town.taps("写给别人", chat=night.town)
        prompt = await town.sees("转给了谁", chat=night.town)
        await town.sends("<规资所> 李所长 & 住建", chat=night.town, reply_to=prompt)
        await town.sees("陈值班", "已转办", "<规资所> 李所长 & 住建", chat=night.town)
        await city.sees("陈值班", "已转办", chat=night.city)
        await officer.sees("已转办", "<规资所>")
        async with night.database.transaction() as tx:
            assert (await escalations.of_report(tx, 1)).stopped_by == "referred"


async def test_a_false_alarm_takes_a_duty_post_a_reason_and_a_second_tap(database_url):
    async with paitan(database_url) as night:
        officer, town, helper = night.phones["何志强"], night.phones["陈值班"], night.phones["张帮手"]
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await helper.sees(number, chat=night.town)
        refused = await helper.taps("误报", chat=night.town)
        assert "没有权限" in refused["text"]
        await town.taps("误报", chat=night.town)
        prompt = await town.sees("为什么是误报", chat=night.town)
        await town.sends("是演习的烟", chat=night.town, reply_to=prompt)
        await town.sees("确定是误报吗", "是演习的烟", chat=night.town)
        stolen = await helper.taps("确定是误报", chat=night.town)
        assert stolen["text"]
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "open"
        await town.taps("确定是误报", chat=night.town)
        await officer.sees("误报", "是演习的烟")
        async with night.database.transaction() as tx:
            report = await reports.get(tx, 1)
            assert (report.state, report.state_note) == ("false_alarm", "是演习的烟")
            assert report.answers["category"] == {"slug": "geo_landslide"}


async def test_a_stranger_with_a_forged_button_gets_nowhere(database_url):
    async with paitan(database_url) as night:
        number = await emergency(night)
        await night.phones["陈值班"].sees(number, chat=night.town)
        stranger = await night.world.add_person("路人")
        await stranger.start("qianshao_bot")
        home = await stranger.sees("前哨")
        for data in (
            "c:1:ack",
            "c:1:ask",
            "c:1:refer",
            "c:1:false",
            "c:1:false_sure",
            "c:999999:ack",
            "c:-1:ack",
            "c:x:ack",
            "zz",
        ):
            answer = await stranger.taps_data(data, None, home)
            assert answer["answered"], data
            assert answer["text"], data
        async with night.database.transaction() as tx:
            assert (await reports.get(tx, 1)).state == "open"


async def test_the_bot_thrown_out_of_the_town_group_mid_climb_pulls_the_district_forward(database_url):
    async with paitan(database_url) as night:
        town, city = night.phones["陈值班"], night.phones["李区"]
        number = await emergency(night, "内涝积水", "不清楚")
        await town.sees(number, chat=night.town)
        await night.world.member(night.town, town, 4200001, "remove")
        alarm = await night.admin.sees("派潭镇值班群", "联系不上")
        assert "1 件" in alarm.text
        await city.sees(number, "P1", chat=night.city)


async def test_with_nobody_to_call_the_administrator_is_called(database_url):
    async with a_night(database_url) as night:
        officer = await night.enrolled("何志强", "officer", VILLAGE, "A")
        await officer.sends("紧急上报")
        await officer.sees("发生了什么")
        await officer.taps("滑坡")
        await officer.sees("受伤或被困")
        await officer.taps("有")
        receipt = await officer.sees("已上报")
        assert "没有联系上值班群" in receipt.text
        await night.admin.sees("没有任何人可以叫")


async def test_a_leader_who_blocked_the_bot_is_marked_and_the_climb_does_not_wait(database_url):
    async with paitan(database_url) as night:
        town, leader = night.phones["陈值班"], night.phones["王带班"]
        await leader.blocks()
        number = await emergency(night)
        await town.sees(number, chat=night.town)
        await night.forward(minutes=3, seconds=1)
        await town.sees("3 分钟无人接报", chat=night.town)
        await night.forward(minutes=3, seconds=1)
        await town.sees("6 分钟无人接报", chat=night.town)  # the repeat, at once instead of five minutes later


async def test_a_group_that_became_a_supergroup_goes_on_hearing(database_url):
    async with paitan(database_url) as night:
        town = night.phones["陈值班"]
        upgraded = await night.world.upgrade(night.town)
        number = await emergency(night)
        await town.sees(number, "P0", chat=upgraded)


async def test_supplements_show_on_every_card_and_a_worse_figure_raises_the_priority(database_url):
    async with paitan(database_url) as night:
        officer, town, city = night.phones["何志强"], night.phones["陈值班"], night.phones["李区"]
        number = await emergency(night, "内涝积水", "无")
        await town.sees(number, "P2", chat=night.town)
        await city.sees_nothing_new(chat=night.city)
        await officer.sends("桥洞底下困了一架车")
        await officer.sees("记")
        await town.sees("困了一架车", chat=night.town)


@pytest.mark.parametrize("fault", ["500", "drop", "hang", "429"])
async def test_telegram_in_trouble_delays_a_card_but_never_loses_it(database_url, fault):
    async with paitan(database_url) as night:
        town = night.phones["陈值班"]
        await night.world.break_next("sendMessage", 2, fault, chat_id=night.town.id, retry_after=2, seconds=1)
        number = await emergency(night)
        await town.sees(number, "P0", chat=night.town, within=25)


async def test_a_card_refused_for_an_unknown_reason_keeps_the_timetable_and_tells_the_administrator(database_url):
    async with paitan(database_url) as night:
        city = night.phones["李区"]
        await night.world.break_next(
            "sendMessage", 1, "400", chat_id=night.town.id, description="Bad Request: SOMETHING_NEW"
        )
        await emergency(night, "内涝积水", "不清楚")
        await night.admin.sees("派潭镇值班群", "被拒收", within=10)
        await city.sees_nothing_new(chat=night.city, for_seconds=2.5)
        async with night.database.transaction() as tx:
            assert (await escalations.of_report(tx, 1)).steps_done == 1
