"""One night beside a landslide: the checklist is ticked, grows and is overdue, and experts are asked (会商)."""

from storage import case_log
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
        await chen.taps("时限", chat=town.town, message=card)
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
        await chen.sees("处置清单", "☑ 1", chat=town.town)
        async with town.night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "report:1")]
            assert (await case_log.verify(tx))[1] is None
        for verb in ("ticked", "unticked", "step_set_aside", "steps_added", "steps_overdue"):
            assert verb in verbs
