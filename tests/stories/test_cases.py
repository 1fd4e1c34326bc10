"""/cases on a busy night: who finds what, the way into a case and its story, and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from storage import people, reports
from storage.tables import Report
from tests.stories.town import Town


async def older(town: Town, number: int, phone: int, area: str = "440118105230", state: str = "closed") -> None:
    """Cases of the years before, written straight into the database."""
    async with town.night.database.transaction() as tx:
        officer = await people.by_telegram(tx, phone)
        assert officer is not None
        for each in range(1, number + 1):
            day = datetime(2025, 5, 1, 12, each % 60, tzinfo=UTC) + timedelta(days=each // 60)
            await reports.add(tx, Report(
                number=f"{'派潭' if area.startswith('440118105') else '荔城'}-2505{each // 60 + 1:02}-{each:02}",
                kind="incident", category="rainstorm_flood", area=area, town=area[:9], reporter_id=officer.id,
                priority="P2",
                state=state, answers={"_form": "incident", "what_happened": f"旧水浸 {each} 号"}, learned_at=day,
                sent_at=day,
            ), reports.Said(officer.id))  # fmt: skip


async def test_a_busy_night_of_cases(town: Town) -> None:
    he, li, chen, zhou, admin = town.he, town.li, town.chen, town.zhou, town.night.admin
    stranger = await town.night.world.add_person("路人")
    await stranger.start("qianshao_bot")
    await stranger.sees("居民可以订阅")
    await older(town, 8, he.id)
    await older(town, 3, li.id, area="440118001001")

    receipt = await town.reports_emergency(he, "滑坡", "有")
    await chen.sees("P0", chat=town.town)
    await he.sends("埋了两个人，榕树边", reply_to=receipt)
    await town.settled()
    await he.sends_album(("photo", "video"), "现场")
    await he.sees("已归入 派潭-")
    await chen.taps("追问", chat=town.town)
    asked = await chen.sees("回复这条消息", chat=town.town)
    await chen.sends("路通吗？", chat=town.town, reply_to=asked)
    question = await he.sees("陈建国 问", "路通吗")
    await he.sends("不通", reply_to=question)
    await he.sees("已回复 陈建国")
    await town.forward(minutes=3)
    await town.night.world.break_next("sendMessage", 1, "403", town.wang.id)
    await town.forward(minutes=3)
    await town.settled()
    await town.forgets()

    # the officer: the open one first, with its clock; the old ones after it, page by page
    await he.sends("/cases")
    page = await he.sees("进行中 1 件", "滑坡", "已过", "下一页")
    assert page.text.index("滑坡") < page.text.index("派潭-250501-08")
    await he.taps("下一页", message=page)
    await he.sees("第 2 页", "派潭-250501-01", "上一页")
    await he.taps("上一页", message=page)
    await he.sees("进行中 1 件", "滑坡")
    [*_, report] = await town.reports()
    await he.taps(report.number, message=page)
    await he.sees("滑坡", "经过", "返回列表")
    await he.taps("经过", message=page)
    story = await he.sees(
        "经过", "何志强 上报", "派潭镇值班群", "照片×1、视频×1", "陈建国 问：路通吗？", "何志强 答：不通"
    )
    assert story.text.index("上报") < story.text.index("照片") < story.text.index("答：不通")
    await he.taps("返回这件", message=page)
    await he.sees("返回列表")
    await he.taps("返回列表", message=page)
    await he.sees("进行中 1 件", "滑坡")

    # found by number, place, category and words; kept on the way into a case and back
    for words in ("派潭滑坡", report.number.replace("-", " "), report.number[3:], "高灘 榕樹", "landslide"):
        await he.sends(f"/cases {words}")
        await he.sees("🔎", "滑坡", report.number)
    await he.sends("/cases 旧水浸")
    found = await he.sees("“旧水浸”（进行中 0 件）", "下一页")
    await he.taps("下一页", message=found)
    await he.sees("“旧水浸”", "第 2 页")
    await he.taps("全部报告", message=found)
    await he.sees("进行中 1 件", "滑坡")
    await he.sends("/cases 龙卷风")
    await he.sees("没有找到“龙卷风”")
    await he.sends("/cases 100%_<b>")
    await he.sees("没有找到“100%_<b>”")

    # the duty room of the town, the district, the administrator; nobody sees another's
    await chen.sends("/cases 荔城")
    await chen.sees("没有找到")
    await chen.sends("/cases", chat=town.town)
    in_group = await chen.sees("进行中 1 件", "滑坡", chat=town.town)
    await chen.taps(report.number, chat=town.town, message=in_group)
    await chen.sees("何志强", "返回列表", chat=town.town)
    await chen.taps("经过", chat=town.town, message=in_group)
    await chen.sees("何志强 上报", "增城区值班群", chat=town.town)
    for phone in (zhou, admin):
        await phone.sends("/cases 荔城")
        await phone.sees("荔城-250501-03")
    await li.sends("/cases")
    hers = await li.sees("荔城-250501-03")
    tap = await li.taps_data(f"e:o:{report.id}:0:0:", None, hers)
    assert "看不到" in tap["text"]
    await stranger.sends("/cases")
    no = await stranger.sees("只有信息员和值班人员看得到")
    for data in (f"e:t:{report.id}:0:0:", "e:l:0:0:0:"):
        assert "看" in (await stranger.taps_data(data, None, no))["text"]
    for data in ("e:x:1:0:0:", "e:o:999999:0:0:", "e:l:0:9999:0:", "e:o:-1:0:0:"):
        assert (await he.taps_data(data, None, page))["text"]

    # a sentence joins the case: edited afterwards, its words now are on the timeline, and the report stays
    said = await he.sends("大树倒了一棵，路被堵住了，没有人死")
    await he.sees("补充已记")
    await he.edits(said, "大树倒了三棵")
    await he.sees("新内容记在 派潭-")
    await town.settled()
    await town.forgets()
    await he.sends("/cases 大树")
    listed = await he.sees("🔎")
    await he.taps(report.number, message=listed)
    await he.sees("返回列表")
    await he.taps("经过", message=listed)
    await he.sees("死亡 未报→0", "何志强 改了 Telegram 里的消息（报告不变）：大树倒了三棵")
    [*_, report] = await town.reports()
    assert "三棵" not in str(report.answers)

    # in English, with the notes of the duty room for the duty room alone
    async with town.night.database.transaction() as tx:
        person = await people.by_telegram(tx, chen.id)
        assert person is not None
        person.language = "en"
    await chen.sends("/cases landslide")
    english = await chen.sees("“landslide” (1 open)", "ago")
    await chen.taps(report.number, message=english)
    await chen.sees("Timeline")
    await chen.taps("Timeline", message=english)
    await chen.sees("Timeline of", "Not delivered to 王国栋", "Back to the report")
    await he.sends("/cases 滑坡")
    mine = await he.sees("🔎")
    await he.taps(report.number, message=mine)
    await he.sees("返回列表")
    await he.taps("经过", message=mine)
    newest = await he.sees("第 2/2 页", "王国栋")
    await he.taps("更早", message=mine)
    oldest = await he.sees("第 1/2 页", "何志强 上报")
    assert "没送到" not in newest.text + oldest.text
    await town.forgets()
