"""The duty roster: planned in chat, swapped, handed over during a P0, with a gap that is told before it is there."""

from __future__ import annotations

import base64
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from practice.phone import until_true
from storage import case_log, duty, people
from tests.stories.nights import BOT, TOKEN, TOWN, VILLAGE
from tests.stories.town import Town, a_town

LADDER = """
[P0]
step = [
  { wait_minutes = 0, whom = ["town_duty"] },
  { wait_minutes = 3, whom = ["on_duty"] },
]
repeat = { wait_minutes = 600, whom = ["on_duty"] }
""" + "".join(
    f"[P{level}]\nstep = [{{ wait_minutes = 0, whom = ['town_duty'], silent = true }}]\n" for level in (1, 2, 3)
)


@pytest.fixture
async def town(database_url, tmp_path):
    table = tmp_path / "ladder.toml"
    table.write_text(LADDER, "utf-8")
    async with a_town(database_url, escalation_table=str(table), wake_list="") as town:
        yield town
        await town.all_is_well()


def local(town: Town) -> datetime:
    app = town.night.app
    return app.clock.now().astimezone(app.settings.zone)


async def until(town: Town, hour: int, minute: int = 0, seconds: int = 1) -> None:
    """Forward to the next time it is so late in 派潭镇."""
    now = local(town)
    goal = datetime.combine(now.date(), time(hour, minute, seconds), tzinfo=now.tzinfo)
    goal += timedelta(days=1) if goal <= now else timedelta()
    await town.forward(seconds=(goal - now).total_seconds())


async def plans(phone, seat: str, kind: str, *people: str) -> None:
    """排轮班 in private, from today on."""
    await phone.sends("/roster")
    await phone.sees("派潭镇 值班表")
    await phone.taps("排轮班")
    await phone.sees("哪个岗")
    await phone.taps(seat)
    await phone.sees("怎么轮")
    await phone.taps(kind)
    await phone.sees("谁轮")
    for number, person in enumerate(people, start=1):
        await phone.taps(person)
        await phone.sees(f"{number}. {person}")
    await phone.taps("完成")
    await phone.sees("从哪天")
    buttons = await phone.buttons()
    await phone.taps(buttons[0])
    await phone.sees("对吗", " → ".join(people))
    await phone.taps("就这样排")
    await phone.sees("派潭镇 值班表", people[0])


async def test_a_roster_is_planned_swapped_handed_over_during_a_p0_and_its_gap_is_told_before(town: Town):
    chen, wang, he, group = town.chen, town.wang, town.he, town.town
    liu = await town.night.enrolled("刘芳", "duty", TOWN, phone="+8613800000008")
    await until(town, 12)
    await town.forgets()

    # without a roster the group as a whole is on duty, and the bot says so; an officer plans nothing
    await chen.sends("/duty")
    await chen.sees("全群一起值班")
    await he.sends("/roster")
    await he.sees("排班归值班员")

    # planned in taps; the group hears of it, and who is on duty now and next
    await plans(chen, "主班", "每天一换", "陈建国", "刘芳")
    await chen.sees("陈建国 排了 主班", "陈建国 → 刘芳", chat=group)
    await chen.sees("派潭镇 值班", "主班：陈建国", "08:30 换班：主班 刘芳", chat=group)
    await chen.sees("您现在当班", "主班")
    await plans(chen, "带班领导", "每周一换", "王国栋")
    await chen.sees("排了 带班领导", chat=group)
    await chen.sees("带班领导：王国栋", chat=group)
    await wang.sees("您现在当班", "带班领导")

    # a note for the next shift; a forged screen of somebody else's is refused
    menu = await chen.sends("/roster")
    menu = await chen.sees("派潭镇 值班表")
    stolen = await he.taps_data(
        f"p:begin:{TOWN}:rotation:{he.id}:0", None, (await he.view())["messages"][-1]["message_id"]
    )
    assert "排班归值班员" in stolen["text"]
    await chen.taps("记交接事项", message=menu)
    await chen.sees("要交给下一班什么事")
    await chen.sends("10 点给区三防回电")
    await chen.sees("记下了")

    # a P0 in the afternoon: the group is called, then the officer on duty
    await town.reports_emergency(he)
    await chen.sees("P0", chat=group)
    await town.forward(minutes=3, seconds=1)
    await chen.sees("P0", "滑坡")
    await town.settled()
    await town.forgets()

    # 08:30: the next one must take over item by item; until then the old one is responsible, and is called
    await until(town, 8, 30)
    await chen.sees("主班：刘芳", "还没交接完", "陈建国 仍然负责", chat=group)
    await chen.sees("交接班", "陈建国 → 刘芳", "2 项", chat=group)
    await liu.sees("您现在当班")
    card = await liu.sees("交接班", "P0", "没人接", "还在叫人", "10 点给区三防回电")
    await chen.sees("刘芳 接完之前仍由您负责")
    await town.settled()
    await town.forgets(he)
    assert "不归您" in (await he.taps_data("y:1:take:0", None, (await he.view())["messages"][-1]["message_id"]))["text"]
    await liu.taps("✓ 2", message=card)
    await liu.sees("还有 1 项没接", "✅ 📝 10 点")

    # refused with a reason: the old one stays, the leader hears
    await liu.taps("不能接班")
    await liu.sees("为什么不能接班")
    await liu.sends("发烧，在医院")
    await liu.sees("记下了")
    for phone, chat in ((chen, None), (chen, group), (wang, None)):
        await phone.sees("刘芳 拒绝接班", "发烧，在医院", "仍由 陈建国 负责", chat=chat)
    await chen.sees("没有接班：发烧", chat=group)
    await liu.sees("没有接班：发烧")
    async with town.night.database.transaction() as tx:
        assert [one.name for one in await duty.on_duty(tx, TOWN, town.night.app.clock.now())] == ["陈建国"]
    # nobody forgets it: fifteen minutes later both are asked again, and then she can
    await town.forward(minutes=15)
    await liu.sees("请接班")
    await chen.sees("刘芳 还没接班", "仍由您负责")
    await liu.taps("✓ 1", message=card)
    await liu.sees("已接班")
    await chen.sees("刘芳 已接班，您可以休息了")
    await chen.sees("交接班", "已接班", chat=group)
    await chen.taps("接报", chat=group)
    await town.settled()
    await town.forgets()

    # a swap: asked by a button, agreed by a button, shown to the group
    await chen.sends("/roster")
    await chen.sees("派潭镇 值班表")
    await chen.taps("我要换班")
    await chen.sees("您要换哪一班")
    await chen.taps((await chen.buttons())[0])
    await chen.sees("和谁的哪一班对换")
    await chen.taps("⇄ 刘芳")
    await chen.sees("对方点", "⇄")
    await chen.taps("去问对方")
    await chen.sees("值班表")
    await liu.sees("陈建国 想和您换班")
    await liu.taps("同意")
    agreed = await liu.sees("您同意换班")
    assert "已经答过" in (await liu.taps_data("x:1:no", None, agreed))["text"]
    assert "问的不是您" in (await chen.taps_data("x:1:yes", None, (await chen.sees("刘芳 同意了"))))["text"]
    await chen.sees("主班 换班", "由 刘芳 替 陈建国", chat=group)
    await town.settled()
    await town.forgets()

    # a table from the office: good lines are taken, the others named; and the file for a calendar
    await chen.sends("/roster")
    await chen.sees("派潭镇 值班表")
    await chen.taps("导入")
    await chen.sees("第一行是")
    day = f"{local(town) + timedelta(days=3):%Y-%m-%d}"
    await chen.sends(f"日期,班次,主班,副班\n{day},夜班,刘芳,陈建国\n{day},白班,李四,\n不知道,,刘芳,")
    told = await chen.sees("新排 2 个班", "没有“李四”", "“不知道”不是日期")
    assert "看不懂 2 处" in told.text
    await chen.sees("导入了 2 个班", chat=group)
    await chen.sees("副班：没有人", chat=group)
    await chen.sends("/roster")
    await chen.sees("派潭镇 值班表")
    await chen.taps("导入")
    await chen.sees("第一行是")
    table = base64.b64encode(f"值班日期,带班领导\n{day},王国栋\n".encode("gb18030")).decode()
    await chen.sends_document(file_name="12月值班表.csv", data_base64=table)
    await chen.sees("收到文件")
    await chen.sees("新排 1 个班")
    await chen.sees("导入了 1 个班", chat=group)
    await chen.sends("/roster")
    await chen.sees("派潭镇 值班表", "副班 陈建国")
    await chen.taps("日历文件")
    calendar = await chen.sees("两个月内")
    assert calendar.document.file_name == f"duty-{TOWN}.ics"
    await chen.sends("/duty")
    await chen.sees("副班：没有人", "换班", "副班没有人")

    # an officer is replaced: the open case stays with the post, and so does the next question about it
    word = await town.night.invitation("officer", VILLAGE, "A")
    newcomer = await town.night.world.add_person("黄志强", phone="+8613800000009")
    await newcomer.start(BOT, word)
    await newcomer.sees("您接的岗位有 1 件没办结")
    await town.settled()
    await town.forgets()
    await chen.taps("追问", chat=group)
    asked = await chen.sees("回复这条消息", chat=group)
    await chen.sends("路通了吗", chat=group, reply_to=asked)
    await newcomer.sees("路通了吗")
    await town.settled()
    await town.forgets()

    # somebody leaves the post: a gap, told once a day before it is there, to the group and to the administrators
    async with town.night.database.transaction() as tx:
        liu_row = await people.by_telegram(tx, liu.id)
        (post,) = [post for person, post in await people.holders(tx, "duty", [TOWN]) if person.id == liu_row.id]
        post.until = town.night.app.clock.now()
    await town.forgets()
    await until(town, 9)
    await chen.sees("现在主班没有人：全群一起值班", chat=group)
    await chen.sees("七天内有空缺", "主班没有人", chat=group)
    await town.night.admin.sees("七天内有空缺")
    await town.settled()
    await town.forgets()

    # a rotation is taken down: the leader has nothing left but the day that was imported
    await chen.sends("/roster")
    await chen.sees("派潭镇 值班表")
    await chen.taps("撤掉轮班")
    await chen.sees("撤掉哪个")
    await chen.taps("带班领导 王国栋")
    await chen.sees("现在起撤掉")
    await chen.taps("就这样排")
    await chen.sees("派潭镇 值班表")
    await chen.sees("撤掉了 带班领导 的轮班", chat=group)
    await chen.sees("派潭镇 值班：现在是", "带班领导：没有人", chat=group)
    await town.settled()
    await town.forgets()

    # another zone setting: the changes move with the wall clock, and nobody is told a change that is none
    town.night.settings["timezone"] = "Asia/Tokyo"
    await town.night.restart()

    async def reckoned_anew() -> bool:
        async with town.night.database.transaction() as tx:
            desk = await duty.desk(tx, TOWN)
            tokyo = desk.next_change_at.astimezone(ZoneInfo("Asia/Tokyo"))
            return desk.zone == "Asia/Tokyo" and f"{tokyo:%H:%M}" == "08:30"

    await until_true(reckoned_anew)
    await chen.sees_nothing_new(chat=group)

    async with town.night.database.transaction() as tx:
        verbs = [line.verb for line, _ in await case_log.lines(tx, f"roster:{TOWN}")]
        for verb in ("handover_begun", "handover_item", "handover_refused", "handover_accepted", "swap_agreed"):
            assert verb in verbs
        assert (await case_log.verify(tx))[1] is None


async def test_villages_that_nobody_would_wake_are_listed_and_the_test_call_at_three_is_a_drill(database_url):
    """高滩村's A has blocked the bot, its B not spoken for long; every other village has nobody."""
    settings = {"wake_list": "mon 09:00", "test_call": "15 03:00", "silent_days": 20}
    async with a_town(database_url, **settings) as town:
        chen, he, li, group = town.chen, town.he, town.li, town.town
        await town.forgets()
        await he.blocks()
        await chen.sees("何志强", "联系不上", chat=group)
        while local(town).weekday() != 0 or local(town).hour < 9:
            await until(town, 9)
        asleep = await chen.sees("派潭镇：今晚叫不醒的村", chat=group)
        assert "只有一个人叫得到的村：1 个" in asleep.text
        assert "没有信息员的 37 个：" in asleep.text
        assert "高滩村：A岗何志强 +8613800000001（屏蔽了机器人）" in asleep.text
        await town.forgets()
        while local(town).day != 15:
            await until(town, 3)
        await li.sees("【演练】", "静默时段测试叫应", "收到请点")
        card = await chen.sees("静默时段测试叫应", chat=group)
        assert card.text.startswith("【演练】")
        await li.taps("收到")
        await li.sees("您 03:00 点了收到")
        await town.forward(minutes=30)
        await chen.sees("签到", "李秀英", chat=group)
        await town.settled()
        await town.forgets()
        # three weeks of silence later she is on the list too: nobody wakes 高滩村
        await town.forward(days=21)
        listed = await chen.sees("派潭镇：今晚叫不醒的村", "李秀英", "20 天没有动静", chat=group)
        assert "只有一个人" not in listed.text
        await town.settled()
        await town.forgets()
        await town.all_is_well()


DEPARTMENT = LADDER.replace('whom = ["town_duty"] }', 'whom = ["town_duty", "function:natural_resources"] }', 1)


async def test_a_department_is_called_for_its_own_cases_and_a_handover_by_telephone_counts(database_url, tmp_path):
    table = tmp_path / "ladder.toml"
    table.write_text(DEPARTMENT, "utf-8")
    async with a_town(database_url, escalation_table=str(table), wake_list="") as town:
        chen, wang, he, admin, group = town.chen, town.wang, town.he, town.night.admin, town.town
        sun = await town.night.world.add_person("孙规资")
        office = await town.night.world.add_group("派潭规资所", admin, [admin, sun], bots=[int(TOKEN.split(":")[0])])
        await admin.sees("我进群了", chat=office)
        await admin.sends("/bind", chat=office)
        await admin.sees("这个群管哪里", chat=office)
        steps = (("某个职能部门", "哪里的部门"), ("派潭镇", "哪个部门"), ("规划和自然资源", "派潭镇 规划和自然资源"))
        for button, seen in steps:
            await admin.taps(button, chat=office)
            await admin.sees(seen, chat=office)
        await until(town, 12)
        await town.forgets()

        # a landslide is theirs; the fire after it is not, and stays out of their /cases
        await town.reports_emergency(he)
        await sun.sees("P0", "滑坡", chat=office)
        await sun.taps("接报", chat=office)
        await chen.sees("孙规资", "接报", chat=group)
        await he.sees("已接报", "孙规资")
        await sun.sends("/cases", chat=office)
        cases = await sun.sees("滑坡", chat=office)
        assert "派潭镇" in cases.text
        await sun.sends("/drill", chat=office)
        await sun.sees("演练由值班群", chat=office)
        await sun.sends("/roster", chat=office)
        await sun.sees("排班归值班员", chat=office)
        await town.settled()
        await town.forgets()

        # 赵敏 has never opened the bot: the group is asked to phone, and only who leads may say that it was done
        async with town.night.database.transaction() as tx:
            now = town.night.app.clock.now()
            zhao = await people.add(tx, "赵敏", "zh-Hans", now, phone="+8613800000077")
            await people.give_post(tx, zhao.id, "duty", TOWN, None, now)
        await plans(chen, "主班", "每天一换", "陈建国", "赵敏")
        await until(town, 8, 30)
        await chen.sees("陈建国 → 赵敏", "叫不到 赵敏", "+8613800000077", chat=group)
        await town.settled()
        assert "不归您" in (await chen.taps("已电话交接", chat=group))["text"]
        await wang.sends("/duty")
        card = await wang.sees("派潭镇 值班", "陈建国 仍然负责")
        async with town.night.database.transaction() as tx:
            assert [one.name for one in await duty.on_duty(tx, TOWN, town.night.app.clock.now())] == ["陈建国", "赵敏"]
        assert "已接班" in (await wang.taps_data("y:1:phone:0", None, card))["text"]
        await chen.sees("已电话交接，王国栋 确认", chat=group)
        await chen.sees("赵敏 已接班")
        async with town.night.database.transaction() as tx:
            assert [one.name for one in await duty.on_duty(tx, TOWN, town.night.app.clock.now())] == ["赵敏"]
        await town.settled()
        await town.forgets()
        await town.all_is_well()
