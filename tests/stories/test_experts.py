"""One night beside a landslide: the checklist is ticked, grows and is overdue, and experts are asked (会商)."""

import asyncio

from storage import case_log, experts, people
from tests.stories.nights import BOT, CITY, TOWN, VILLAGE
from tests.stories.test_referral import department
from tests.stories.town import a_town


async def test_a_night_with_a_checklist(database_url):
    async with a_town(database_url, checklists_table="") as town:
        he, chen, zhou, wang = town.he, town.chen, town.zhou, town.wang
        receipt = await town.reports_emergency(he, "滑坡")
        card = await chen.sees("清单 0/7", "无人接报", chat=town.town)
        assert "新增" not in card.text
        await chen.taps("接报", chat=town.town)
        await town.forgets()

        # ticked by name; a second tap and a second person change nothing
        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("清单", chat=town.town)
        listed = await chen.sees(
            "处置清单", "滑坡崩塌", "核清被埋位置人数", "镇值班", "数字清楚后可能增加", chat=town.town
        )
        await chen.taps("☐ 1", chat=town.town, message=listed)
        assert chen.toasts[-1] == "☑ 已勾"
        await chen.sees("☑ 1 核清被埋位置人数", "陈建国", chat=town.town)
        await chen.sees("清单 1/7", chat=town.town)
        again = await chen.taps_data("ck:1:tick:1", town.town, listed)
        assert "陈建国" in again["text"]
        assert "已勾" in again["text"]
        late = await zhou.taps_data("ck:1:tick:1", town.district, card)
        assert "已勾" in late["text"]
        forged = await he.taps_data("ck:1:tick:2", None, receipt)
        assert "没有权限" in forged["text"]
        assert "看不懂" in (await chen.taps_data("ck:1:burn:2", town.town, listed))["text"] or chen.toasts[-1]
        gone = await chen.taps_data("ck:1:tick:77", town.town, listed)
        assert gone["text"]
        await town.forgets()

        # two people at once: one ticks it, the other hears who did
        both = await asyncio.gather(
            chen.taps_data("ck:1:tick:5", town.town, listed), zhou.taps_data("ck:1:tick:5", town.district, card)
        )
        told = [each["text"] for each in both]
        assert sorted(text.removeprefix("☑ ") == "已勾" for text in told) == [False, True], told
        await chen.taps_data("ck:1:undo:5", town.town, listed)
        await town.forgets()

        # 不适用 takes a reason; taken back by a tap
        await chen.taps("不适用", chat=town.town, message=listed)
        await chen.sees("哪一步不适用", chat=town.town)
        await chen.taps("➖ 4", chat=town.town)
        asked = await chen.sees("这一步为什么不适用", chat=town.town)
        await chen.sends("地质队已在现场", chat=town.town, reply_to=asked)
        await chen.sees("➖ 4", "不适用：地质队已在现场（陈建国", chat=town.town)
        await chen.sees("清单 1/6", chat=town.town)
        await chen.taps_data("ck:1:undo:4", town.town, listed)
        await chen.sees("清单 1/7", chat=town.town)
        await town.forgets()

        # a department has the same button on its card in private: it leads to the list, the one thing there it may do
        sun = await department(town.night, "孙规资", "natural_resources", TOWN, "+8613800000021")
        home = (await sun.view())["messages"][-1]["message_id"]
        await sun.taps_data("k:1:desk:", None, home)
        listed = await sun.sees("处置清单", "☐ 2")
        refused = await sun.taps_data("k:1:grade:", None, listed)
        assert "没有权限" in refused["text"]
        assert "请值班员" in refused["text"]
        await he.taps_data("k:1:desk:", None, (await he.view())["messages"][-1]["message_id"])
        assert "没有权限" in he.toasts[-1]
        await town.forgets()

        # what falls due together is one message, and each step is told of once
        await town.forward(minutes=21)
        told = await chen.sees("清单有步骤过了时间", "撤离坡脚", "拉警戒线", chat=town.town)
        assert "核清被埋" not in told.text
        await chen.sees("超时 4：", chat=town.town)
        await zhou.sees("清单有步骤过了时间", chat=town.district)
        await wang.forgets()
        await chen.taps("清单", chat=town.town, message=told)
        await chen.sees("⏰ 2 撤离坡脚", chat=town.town)
        await town.forgets()
        await town.forward(minutes=6)
        await town.settled()
        await chen.sees_nothing_new(chat=town.town)

        # new figures and a graver grade bring further steps; nothing ticked is lost
        await he.sends("还在下雨，公路堵了，失联2人", reply_to=receipt)
        news = await chen.sees("清单 1/", "新增：封路", chat=town.town)
        assert "1/7" not in news.text
        await town.forgets()
        for number in (3, 5):
            await he.taps_data(f"s:1:dead:{number}", None, receipt)
        await chen.sees("清单 1/", "新增", chat=town.town)
        await town.settled()
        keys = [step.key for step in (await town.card(1)).desk.checklist.steps]
        assert {"rain", "close_road", "search_missing", "leader_on_site", "one_voice"} <= set(keys)
        assert keys[0] == "rescue_trapped"
        await town.forgets()

        # a closed case is quiet, and its list can still be read
        await chen.taps_data("c:1:close", town.town, card)
        asked = await chen.sees("办结", chat=town.town)
        await chen.sends("现场已移交", chat=town.town, reply_to=asked)
        await chen.sees("已办结", chat=town.town)
        await town.forgets()
        await town.forward(hours=3)
        await town.settled()
        await chen.sees_nothing_new(chat=town.town)
        over = await chen.taps_data("ck:1:tick:2", town.town, listed)
        assert "办结" in over["text"]
        await chen.taps_data("ck:1:open:0", town.town, listed)
        listed = await chen.sees("处置清单", "☑ 1", chat=town.town)
        assert "⏰" not in listed.text
        async with town.night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert (await case_log.verify(tx))[1] is None
        for verb in ("ticked", "unticked", "step_set_aside", "steps_added", "steps_overdue"):
            assert verb in verbs


async def registers(town, name, fields, area, phone=None, **person):
    """Somebody of the register who has opened the bot; without `person` only a number is known."""
    night = town.night
    told = await night.enrolled(name, "expert", area, phone=phone, **person) if person else None
    async with night.database.transaction() as tx:
        known = await people.by_telegram(tx, told.id) if told else None
        row = known or await people.add(tx, name, "zh-Hans", night.app.clock.now(), None, phone)
        row.phone = phone
        values = {
            "fields": [f"field:{field}" for field in fields],
            "employer": "区地质队",
            "until": None,
            "away": False,
        }
        await experts.put(tx, row.id, [area], values, night.app.clock.now())
    return told


async def test_a_night_with_experts(database_url):
    async with a_town(database_url, checklists_table="") as town:
        he, chen, zhou = town.he, town.chen, town.zhou
        # one comes by invitation and writes her own fields; the others were loaded
        zhong = await town.night.world.add_person("钟伟")
        await zhong.start(BOT, await town.night.invitation("expert", CITY))
        await zhong.sees("登记好了", "专家")
        await zhong.taps("跳过")
        await zhong.sees("您是会商专家")
        await zhong.taps("我的专家资料")
        await zhong.sees("还没有写")
        await zhong.taps("改专业")
        await zhong.sees("请打字写您的专业")
        await zhong.sends("地质、边坡")
        await zhong.sees("专业：地质", "增城区")
        luo = await registers(town, "罗燕", ["geology"], TOWN, "+8613800000031", language_code="zh")
        zheng = await registers(town, "郑强", ["geology"], CITY, "+8613800000032", language_code="zh")
        susan = await registers(town, "苏珊", ["medicine"], CITY, "+8613800000033", language_code="zh")
        await registers(town, "冯伯", ["geology"], CITY, "+8613800000034")

        receipt = await town.reports_emergency(he, "滑坡")
        card = await chen.sees("无人接报", chat=town.town)
        await he.sends("滑坡在村民陈大文家屋后，电话13911112222，失联1人", reply_to=receipt)
        await chen.taps("接报", chat=town.town)
        await town.forgets()

        # nearest first; whoever does not fit is behind 全部专家; a question is typed
        assert "没有权限" in (await he.taps_data("cs:1:open:0", None, receipt))["text"]
        await chen.taps("更多处置", chat=town.town, message=card)
        await chen.sees("要做什么", chat=town.town)
        await chen.taps("会商专家", chat=town.town)
        chosen = await chen.sees("请谁", "罗燕 · 地质 · 本镇", "冯伯 · 地质 · 全区 · ☎", chat=town.town)
        labels = await chen.buttons(town.town)
        assert [label.split(" ")[1] for label in labels[:3]] == ["罗燕", "钟伟", "郑强"]
        assert not any("苏珊" in label for label in labels)
        stolen = await zhou.taps_data("cs:1:pick:1", town.district, card)
        assert "别人打开" in stolen["text"]
        for name in ("罗燕", "钟伟", "冯伯"):
            await chen.taps(f"☐ {name}", chat=town.town, message=chosen)
        await chen.sees("发给 3 位", chat=town.town)
        await chen.taps("写问题", chat=town.town, message=chosen)
        asked = await chen.sees("想问专家什么", chat=town.town)
        await chen.sends("坡体还会动吗？要撤多远？", chat=town.town, reply_to=asked)
        ready = await chen.sees("坡体还会动吗", "发给 3 位", chat=town.town)
        await chen.taps("发给 3 位", chat=town.town, message=ready)
        await chen.sees("已发给 罗燕、钟伟", "冯伯 请打电话", chat=town.town)
        again = await chen.taps_data("cs:1:send:0", town.town, ready)
        assert "别人打开" in again["text"]
        ring = await chen.sees("冯伯", "请打电话：+8613800000034", chat=town.town)
        await chen.sees("会商 0/3 已答 · 等 罗燕、钟伟、冯伯", chat=town.town)

        # what they need, and nobody's name
        told = await zhong.sees("会商", "陈建国", "高滩村", "坡体还会动吗")
        for private in ("陈大文", "13911112222", "何志强"):
            assert private not in told.text
        hers = await luo.sees("会商", "坡体还会动吗")
        assert "没有权限" in (await luo.taps_data("xp:2:answer:", None, hers))["text"]
        await town.forgets()

        # three prompts, one skipped: one block under every card
        await town.forward(minutes=8)
        await zhong.taps("我来回答")
        await zhong.sees("1/3", "情况判断")
        await zhong.sends("坡体仍在蠕动，雨停后还会下来")
        await zhong.sees("2/3", "建议行动")
        await zhong.sends("两侧各撤200米，只留一人看坡")
        await zhong.sees("3/3", "需要什么")
        await zhong.taps("跳过")
        await zhong.sees("已送到值班室", "两侧各撤200米")
        block = await chen.sees("会商 · 钟伟 · 8 分钟", "情况：坡体仍在蠕动", "建议：两侧各撤200米", chat=town.town)
        assert "需要" not in block.text
        await zhou.sees("会商 · 钟伟", chat=town.district)
        await chen.sees("会商 1/3 已答，最慢 8 分钟 · 等 罗燕、冯伯", chat=town.town)
        assert "已经答过" in (await zhong.taps_data("xp:2:answer:", None, told))["text"]
        await zhong.sends("补充：看一下坡顶的水池", reply_to=told)
        thanked = await zhong.sees("已送到值班室", "坡顶的水池")
        assert "蠕动" not in thanked.text
        await chen.sees("会商补充", "坡顶的水池", chat=town.town)
        await town.forgets()

        # one cannot: the next of the register is proposed, and asked with one tap
        await luo.taps("不能答")
        await luo.sees("为什么不能答")
        await luo.taps("不是我的专业")
        await luo.sees("会另请别人")
        other = await chen.sees("罗燕 不能答：不是我的专业", "可以另请：郑强（地质）", chat=town.town)
        await chen.taps("请 郑强", chat=town.town, message=other)
        await zheng.sees("会商", "坡体还会动吗")
        twice = await chen.taps_data(f"cs:1:next:{await person_of(town, zheng)}", town.town, other)
        assert "已经请过" in twice["text"]
        await town.forgets()

        # nobody has rung 冯伯; what he says on the telephone is written down by name
        await town.forward(minutes=3)
        await chen.sees("冯伯", "还没有人打电话", "+8613800000034", chat=town.town)
        await chen.taps("已电话会商", chat=town.town, message=ring)
        asked = await chen.sees("写专家在电话里说的", chat=town.town)
        await chen.sends("情况：裂缝老早就有。建议：封后山小路。", chat=town.town, reply_to=asked)
        await chen.sees("会商 · 冯伯（区地质队） · 11 分钟 · 电话，陈建国 记", "封后山小路", chat=town.town)
        done = await chen.taps_data("cs:1:phoned:3", town.town, ring)
        assert "已经答了" in done["text"]
        await town.forgets()

        # silent, reminded; half an answer is not lost
        await town.forward(minutes=8)
        await zheng.sees("还在等您的意见")
        await zheng.taps("我来回答")
        await zheng.sees("1/3")
        await zheng.sends("先别让人回去")
        await zheng.sees("2/3")
        await town.forward(minutes=11)
        await chen.sees("会商 · 郑强", "先别让人回去", chat=town.town)
        await chen.sees("会商 3/4 已答，最慢", "1 位不能答", chat=town.town)
        await town.forgets()

        # one who has blocked the bot: the room hears at once that they must be rung
        wu = await registers(town, "吴迪", ["geology"], VILLAGE, "+8613800000035", language_code="zh")
        await wu.blocks()
        await chen.taps_data("cs:1:open:0", town.town, card)
        await chen.sees("吴迪 · 地质 · 本村", chat=town.town)
        await chen.taps("☐ 吴迪", chat=town.town)
        await chen.taps("发给 1 位", chat=town.town)
        await chen.sees("吴迪", "请打电话：+8613800000035", chat=town.town)
        await town.forgets()

        # one whose field does not fit is asked all the same; the case ends first
        await chen.taps_data("cs:1:open:0", town.town, card)
        await chen.sees("✅ 钟伟 · 8 分钟", "✖ 罗燕 不能答", chat=town.town)
        await chen.taps("全部专家", chat=town.town)
        await chen.sees("苏珊 · 医疗急救", chat=town.town)
        await chen.taps("☐ 苏珊", chat=town.town)
        await chen.taps("发给 1 位", chat=town.town)
        asked_susan = await susan.sees("会商", "请您看看")
        await susan.taps("请打电话给我")
        await susan.sees("已告诉值班室")
        await chen.sees("苏珊", "请您打电话：+8613800000033", chat=town.town)
        await chen.taps_data("c:1:close", town.town, card)
        asked = await chen.sees("办结", chat=town.town)
        await chen.sends("现场已移交", chat=town.town, reply_to=asked)
        await susan.sees("会商撤回")
        assert "事件已结束" in (await susan.taps_data("xp:6:answer:", None, asked_susan))["text"]
        await town.forgets()

        async with town.night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert (await case_log.verify(tx))[1] is None
            known = {each.name: each for each in await experts.all_of_them(tx)}
        for verb in ("consulted", "expert_answered", "expert_added", "expert_refused", "consult_withdrawn"):
            assert verb in verbs
        assert known["钟伟"].mean_minutes == 8
        assert known["罗燕"].mean_minutes is None
        await town.no_update_is_set_aside()


async def person_of(town, phone):
    async with town.night.database.transaction() as tx:
        return (await people.by_telegram(tx, phone.id)).id
