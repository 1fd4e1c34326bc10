"""The open cases of the domain notes, typed as officers type them, through the practice Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from practice.phone import Group, Phone
from storage import people
from tests.stories.nights import BOT, VILLAGE
from tests.stories.town import Town, a_town

ZONE = ZoneInfo("Asia/Shanghai")


async def at(town: Town, iso: str) -> None:
    """Set the practice clock to a moment of Zengcheng's."""
    assert town.night.app is not None
    goal = datetime.fromisoformat(f"{iso}:00+08:00")
    now = town.night.app.clock.now()
    await town.night.forward(seconds=(goal - now).total_seconds())


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with a_town(database_url) as town:
        yield town
        await town.all_is_well()


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


async def test_a_crack_becomes_imminent_danger_and_then_a_landslide(town: Town) -> None:
    """Case 1: hazard → people out → it comes down at night."""
    he, chen, zhou = town.he, town.chen, town.zhou
    await at(town, "2027-05-20T16:42")
    await he.sends(
        "汇报一下 我村社下社何水生家屋后面那个切坡，今天巡查看到有条裂缝，大概8米长，昨天一指宽，现在快三指宽了，"
        "坡脚流出来的水都浑了。屋里住5个人，有个八十几岁的老人。现在雨还在下"
    )
    receipt = await he.sees("先把5人撤出来", "我不会替您打", "已上报，编号", "人撤出来了吗，撤到哪里", "照片和定位")
    assert len(lines(receipt.text)) == 3
    card = await chen.sees("P0 隐患", "削坡建房", "险情", "威胁人数 5", "老人", "规划和自然资源", chat=town.town)
    assert "何志强" in card.text
    district = await zhou.sees("P0 隐患", "何某家屋后", chat=town.district)
    assert "何水生" not in district.text
    assert "何水生" in card.text
    await at(town, "2027-05-20T17:05")
    await town.forgets()
    await he.sends("5个人全部转到村委会二楼了，老人家属背过来的")
    await he.sees("续报一已记", "已转移 未报→5", "请守住，不要让人擅自返回")
    told = await chen.sees("续报一", "已转移 未报→5", "村委会二楼", chat=town.town)
    assert told.reply_to_message is not None
    [report] = await town.reports()
    assert (report.state, report.answers["evacuated"]["min"], report.answers["shelter"]) == ("open", 5, "村委会二楼")
    await at(town, "2027-05-21T06:31")
    await town.forgets()
    await he.sends("昨晚三点几塌了，泥冲进厨房，房子没倒，冇人伤")
    await he.sees("已上报，编号")
    hazard, incident = await town.reports()
    assert (incident.kind, incident.category, incident.threat_id) == ("incident", "geo_landslide", hazard.id)
    assert incident.occurred_at is not None
    assert incident.occurred_at.astimezone(ZONE).isoformat()[:13] == "2027-05-21T03"
    assert incident.answers["injured"]["max"] == 0
    assert "missing" not in incident.answers
    await chen.sees("滑坡", f"由隐患 {hazard.number} 演变", chat=town.town)
    await town.forgets()


async def test_panic_typing_is_one_fire_and_life_comes_first(town: Town) -> None:
    """Case 2: three messages within a minute are one incident; the first one has called everybody already."""
    he, chen, zhou = town.he, town.chen, town.zhou
    await he.sends("着火啦着火啦!!!快点 东华三街那栋出租屋 楼下电动车烧起来 楼上有人出不来 快快快")
    receipt = await he.sees("马上打 119", "我不会替您打", "离开浓烟", "已上报，编号")
    assert len(lines(receipt.text)) == 3
    assert lines(receipt.text)[0].startswith("☎️")
    await chen.sees("P0 事件", "房屋(厂房、出租屋)火灾", "东华三街", "被困 至少1", "待核", chat=town.town)
    await zhou.sees("P0 事件", chat=town.district)
    await he.sends("三楼")
    await he.sees("补充已记")
    await he.sends("好大眼睁不开 有细路仔")
    again = await he.sees("补充已记")
    assert "死亡" not in again.text  # the same question is not put three times in a minute
    await he.sends("跳过")
    await he.sees("记下了：死亡：待核", "重伤")
    await he.sends("提交")
    await he.sees("房屋(厂房、出租屋)火灾", "无人接报")
    await he.sends("误报")
    await he.sees("确定报错了吗")
    await he.taps("没有报错")
    await he.sees("已取消")
    await chen.sees("补充", "有细路仔", chat=town.town)
    await town.settled()
    [report] = await town.reports()
    assert [one["kind"] for one in report.answers["vulnerable"]] == ["child"]
    assert "三楼" in report.answers["place"]["text"]
    assert "dead" not in report.answers
    assert "跳过" not in report.answers["what_happened"]
    li = town.li  # the other officer of the village has come: adds, answers, but does not take A's report back
    await li.sends("我到现场了，救出一个小孩")
    told = await li.sees("已记", "获救 未报→1", "跳过")
    assert "撤回" not in str(told.reply_markup)
    await li.taps("跳过")
    await li.sees("记下了")
    stranger = await town.night.world.add_person("街坊阿强")
    await stranger.start(BOT)
    await stranger.sends("着火啦 楼上有人")
    heard = await stranger.sees("没有转给任何人", "告诉信息员")
    assert lines(heard.text)[0].startswith("☎️ 有人遇险，马上打 110")
    await town.forgets()


async def test_totals_replace_and_a_death_reaches_the_district(town: Town) -> None:
    """Case 3: two hurt → one dead, three hurt → another one has "gone" four days later."""
    he, chen, zhou = town.he, town.chen, town.zhou
    await at(town, "2027-09-02T19:26")
    await he.sends("刚才七点一刻左右，村口国道路段一辆面包车同摩托车相撞，两人受伤，已经打120同122")
    await he.sees("已上报，编号", "道路交通事故")
    await chen.sees("P1 事件", "道路交通事故", "受伤 2", "死亡 待核", chat=town.town)
    await chen.taps("接报", chat=town.town)
    await he.sees("已接报")
    await town.forgets()
    await at(town, "2027-09-02T19:58")
    await he.sends("续报：医院话其中一个没救到，另外面包车上还有两个也送院，一死三伤，其中重伤一人")
    await he.sees("续报一已记", "死亡 未报→1", "受伤 2→3", "重伤 未报→1")
    await chen.sees("续报一", "死亡 未报→1", "受伤 2→3", chat=town.town)
    await zhou.sees("P1 事件", "死亡 1", chat=town.district)
    [report] = await town.reports()
    assert report.answers["injured_minor"]["max"] == 2
    await town.forgets()
    await at(town, "2027-09-06T10:20")
    await town.forgets()
    await he.sends("中新坑贝那单车祸 重伤嗰个今朝走咗")
    await he.sees("补报已记", "死亡 1→2", "受伤 3→2", "今朝走咗”是指死亡吗")
    await chen.sees("补报", "死亡 1→2", chat=town.town)
    await zhou.sees("补报", chat=town.district)
    await he.sends("村委主任已到医院")
    await he.sees("已记")
    await chen.sees("死亡数待信息员确认", "村委主任已到医院", chat=town.town)  # still asked
    await he.sends("是")
    await he.sees("记下了：是，已死亡")
    [report] = await town.reports()
    assert (report.answers["dead"]["max"], report.answers["injured_serious"]["max"]) == (2, 0)
    assert "_passing" not in report.answers
    await town.forgets()


async def test_waterlogging_in_cantonese_and_a_question_about_it(town: Town) -> None:
    """Case 5: a local clock idiom, a stalled car that is no fire, and 派咗艇未."""
    he, chen = town.he, town.chen
    await he.sends("/language")
    await he.sees("Choose a language")
    await he.taps("繁體中文")
    await he.sees("以後用繁體中文")
    await at(town, "2027-05-22T06:58")
    await he.sends(
        "我哋沙頭條涵洞琴晚十二點搭四開始水浸，而家浸到半個人高，有架私家車死火困咗兩個人喺度，好彩啱啱救返出嚟，"
        "冇事。附近三十幾戶入水，已經叫咗阿伯阿婆上二樓"
    )
    await he.sees("已上報，編號")
    await chen.sees("P1 事件", "内涝积水", "获救 2", "30–39 户", "水深", chat=town.town)
    [report] = await town.reports()
    assert report.occurred_at is not None
    assert report.occurred_at.astimezone(ZONE).strftime("%m-%d %H:%M") == "05-22 00:20"
    await chen.taps("接报", chat=town.town)
    await he.sees("已接報")
    await at(town, "2027-05-22T07:20")
    await he.sends("派咗架艇過嚟未呀")
    await he.sees(report.number, "陈建国", "接報")
    assert len(await town.reports()) == 1
    await town.forgets()


async def test_a_drill_stays_a_drill_and_doubt_is_asked(town: Town) -> None:
    """Case 6: marked words stay in the drill's space; unmarked ones are asked about, and after a minute called out."""
    he, chen, zhou = town.he, town.chen, town.zhou
    await running_drill(town)
    await he.sends("【演练】报告：我村后山发生滑坡，房屋倒塌三间，两人被埋，请求支援！【演练】")
    kept = await he.sees("已转演练组织者")
    assert kept.text.startswith("【演练】")
    assert kept.text.endswith("【演练】")
    copy = await chen.sees("【演练】", "滑坡", "被困 2", "倒塌 3 间", chat=town.town)
    assert copy.text.startswith("【演练】")
    assert copy.text.rstrip().endswith("【演练】")
    await he.sends("又有两人受伤，需要担架")
    await he.sees("这是演练内容还是真实情况")
    await he.taps("演练")
    await he.sees("演练")
    await he.sees("已转演练组织者")
    await chen.sees("【演练】", "需要担架", chat=town.town)
    assert await town.reports() == []
    await he.sends("有人从坡上跌落，流血不止")
    await he.sees("这是演练内容还是真实情况")
    await town.forward(seconds=62)
    await he.sees("已上报，编号")
    await chen.sees("演练时段内，未标注演练，请立即核实", "事件", chat=town.town)
    await he.sends("不是演练！真的有人跌落山，快叫救护车")
    await he.sees("已记")
    assert len(await town.reports()) == 1
    await town.forgets()
    # whoever goes elsewhere without an answer has not taken the words back
    await he.sends("有两个村民晕倒了")
    await he.sees("这是演练内容还是真实情况")
    await he.sends("/cancel")
    await he.sees("已按可能真实转值班室核实")
    await chen.sees("演练时段内，未标注演练，请立即核实", "晕倒", chat=town.town)
    await town.forgets()
    await he.sends("有个老人跌落水塘")
    await he.sees("这是演练内容还是真实情况")
    await he.sends("/report")
    await he.sees("已按可能真实转值班室核实")
    await he.sees("发生了什么")
    await he.sees("已上报，编号")
    await chen.sees("演练时段内，未标注演练，请立即核实", "水塘", chat=town.town)
    await town.forgets()
    assert zhou
    # three taps in a drill's hours call everybody, marked
    await town.forgets()
    await town.reports_emergency(he, "溺水", "有")
    await chen.sees("溺水", "演练时段内，未标注演练，请立即核实", chat=town.town)
    await town.forgets()


async def running_drill(town: Town) -> None:
    """A drill of the village's, registered by the town, that is going on now."""
    from storage import drills
    from storage.tables import Drill

    assert town.night.app is not None
    now = town.night.app.clock.now()
    async with town.night.database.transaction() as tx:
        chen = await people.by_telegram(tx, town.chen.id)
        he = await people.by_telegram(tx, town.he.id)
        assert chen is not None
        assert he is not None
        plan = Drill(
            name="地质灾害避险转移实战演练",
            kind="practical",
            areas=[VILLAGE],
            starts_at=now - timedelta(minutes=5),
            ends_at=now + timedelta(hours=1),
            organiser_id=chen.id,
            chat_id=town.town.id,
            state="running",
            created_at=now,
        )
        drill = await drills.add(tx, plan)
        await drills.invite(tx, drill.id, [(he.id, VILLAGE)])


async def test_what_nobody_can_read_goes_to_a_person(town: Town) -> None:
    """待判读: words and voices that state nothing; what the duty officer types becomes the fields."""
    he, chen, zhou = town.he, town.chen, town.zhou
    await he.sends("【演练】后山滑坡，两人被埋【演练】")
    kept = await he.sees("没有进行中的演练", "不是演练")
    assert not [button for row in kept.reply_markup.inline_keyboard for button in row if button.text == "跳过"]
    await chen.sees("待判读", "标了演练", chat=town.town)
    await town.forward(hours=25)
    await town.forgets()
    await he.sends("那个东西又来了好几次了")
    await he.sees("我没看懂", "已请值班员来判读", "派潭镇值班群")
    card = await chen.sees("待判读", "那个东西又来了", chat=town.town)
    await chen.taps("建事件", chat=town.town, message=card)
    asked = await chen.sees("回复这条消息", "什么事", chat=town.town)
    await chen.sends("有点乱", chat=town.town, reply_to=asked)
    again = await chen.sees("还看不出是哪一类", chat=town.town)
    await chen.sends("野猪下山撞伤一人，送院", chat=town.town, reply_to=again)
    await chen.sees("已建为事件", chat=town.town)
    await he.sees("已判读为事件")
    _, report = await town.reports()
    assert report.kind == "incident"
    assert report.answers["injured"]["max"] == 1
    await town.forgets()
    await town.forward(hours=25)
    await town.forgets()
    await he.sends_voice()
    await he.sees("我听不了", "已请值班员来判读")
    await chen.sees("待判读", chat=town.town)
    await town.forgets()
    await he.sends("早晨，大家辛苦了")
    await he.sees("没有看到要上报的情况")
    await he.sends("谢谢")
    await he.sees("没有看到要上报的情况")
    assert len(await town.reports()) == 3
    await town.forgets(chen, zhou)


async def test_one_landslide_reported_by_two_officers(town: Town) -> None:
    """Case 4: suspected, shown, merged by a person; both sources stay, the later words win, nothing is added up."""
    chen, he = town.chen, town.he
    other = await town.night.enrolled("赖木生", "officer", "440118105231", "A", phone="+8613800000041")
    await other.forgets()
    await at(town, "2027-06-08T09:12")
    await town.forgets()
    await he.sends("高滩村往上九陂方向的村道，山泥冲下来塞住半边路，约有30方，无人受伤，汽车过唔到，摩托可以过")
    await he.sees("已上报，编号")
    await chen.sees("滑坡", "半幅受阻", chat=town.town)
    await at(town, "2027-06-08T09:31")
    await town.forgets()
    await other.sends("我村同高滩交界条路塌方了，泥石大概四五十方，全封了，车同摩托都过唔到，暂时冇见到人受伤")
    await other.sees("已上报，编号")
    await other.sends_location(23.4521, 113.7812)
    await other.sees("地点")
    first, second = await town.reports()
    card = await chen.sees("疑似重复", first.number, "道路全断", chat=town.town)
    await chen.sees("疑似重复", second.number, "半幅受阻", chat=town.town)
    answer = await chen.taps(f"并为一件：{first.number}", chat=town.town, message=card)
    assert "已并入" in answer["text"]
    await other.sees("是同一件", "陈建国 已合并")
    await he.sees("两处来源都保留")
    await chen.sees("已并入本件", second.number, "道路全断", chat=town.town)
    await chen.sees("已并入 " + first.number, chat=town.town)
    first, second = await town.reports()
    assert (second.state, second.merged_into) == ("merged", first.id)
    assert first.answers["road_blocked"] == "full"
    assert first.answers["measurements"]["volume_m3"] == {"min": 40, "max": 50, "exact": False}
    assert (first.answers["injured"]["max"], round(first.answers["place"]["lat"], 4)) == (0, 23.4521)
    await town.forgets()
    await chen.taps("接报", chat=town.town)
    await he.sees("已接报")
    await other.sees("已接报")
    # B's next word goes to the one case that is left
    await other.sends("续报：路面已清出一条车道，摩托可以过")
    await other.sees(first.number, "续报")
    await town.forgets()
    # a form is asked about before it is sent
    await he.taps("报事件")
    await he.sees("发生了什么")
    await he.taps("滑坡")
    await he.sees("在哪里")
    await he.taps("本村")
    await he.sees("什么时候")
    for _ in range(9):
        await he.taps("跳过")
        await town.settled()
    await he.sees("提交")
    await he.taps("提交")
    await he.sees("附近已有一件", first.number, "是同一件吗")
    await he.taps("是，补充到该事件")
    await he.sees(first.number, "已记")
    assert len(await town.reports()) == 2
    await town.forgets()


async def test_half_tapped_half_typed_is_one_report(town: Town) -> None:
    """The form and the sentence share one draft; life at risk goes out as far as it got."""
    he, chen, zhou = town.he, town.chen, town.zhou
    await he.taps("报事件")
    await he.sees("发生了什么")
    await he.sends("两车相撞")  # no category has this name
    await he.sees("从您的话里记下", "类别：道路交通事故")
    await he.sends("/cancel")
    await he.sees("已取消")
    await town.forgets(he)
    await he.taps("报事件")
    await he.sees("发生了什么")
    await he.sends("今早八点村口国道两架摩托相撞，一人轻伤，已送医")
    await he.sees("从您的话里记下", "类别：道路交通事故", "轻伤：1")
    await he.sees("有多少人死亡")
    draft = await town.talk(he)
    assert draft is not None
    assert {"category", "place", "time", "injured_minor"} <= set(draft.data["answers"])
    await he.sends("一个重伤")  # the dead were asked about
    await he.sees("从您的话里记下", "重伤：1")
    await he.sees("有多少人死亡")
    for _ in range(9):
        if "提交" in await he.buttons():
            break
        await he.taps("跳过")
        await town.settled()
    await he.taps("提交")
    await he.sees("已上报，编号")
    await chen.sees("道路交通事故", "轻伤 1", "今早八点村口国道", chat=town.town)
    await town.forgets()
    await town.forward(hours=4)
    await town.forgets()
    # in the middle of a form, somebody cannot get out: no more questions first
    await he.taps("报事件")
    await he.sees("发生了什么")
    await he.sends("着火啦 三楼有人出不来 快啲嚟")
    await he.sees("马上打 119", "已上报，编号")
    await chen.sees("P0", "房屋(厂房、出租屋)火灾", "被困 至少1", chat=town.town)
    await zhou.sees("P0", chat=town.district)
    await town.forgets()
    await town.forward(hours=4)
    await town.forgets()
    await he.taps("紧急上报")
    await he.sees("发生了什么")
    await he.sends("水库坝脚渗水，好浑")
    await he.sees("已上报，编号")
    await chen.sees("水库", chat=town.town)
    await town.forgets()
    assert len(await town.reports()) == 3
    await town.forward(hours=4)
    await town.forgets()
    await he.sends("/subscribe")
    await he.sees("您在哪里")
    await he.sees("或者选镇街")
    await he.sends("着火啦 楼上有人出不来")  # a place was asked for
    await he.sees("马上打 119", "已上报，编号")
    await town.forgets()


async def test_a_place_of_two_names_goes_to_the_right_duty_room(town: Town) -> None:
    """莲塘村 of 荔城 or of 中新: the sender's own town looks at it; the answer in words calls the right one."""
    he, chen = town.he, town.chen
    licheng = await town.night.enrolled("刘荔城", "duty", "440118001")
    group = await town.night.duty_group("荔城街道值班群", "440118001", [licheng])
    await licheng.forgets()
    await he.sends("莲塘村发生车祸，两人受伤")
    await he.sees("是哪一个", "荔城街道 莲塘村", "中新镇 莲塘村")
    await chen.sees("地点待信息员确认", "荔城街道 莲塘村", chat=town.town)
    await he.sends("荔城的莲塘村")
    await he.sees("补充已记", "📍 荔城街道 莲塘村")
    await licheng.sees("道路交通事故", "荔城街道 莲塘村", chat=group)
    [report] = await town.reports()
    assert (report.area, report.town) == ("440118001217", "440118001")
    await town.forgets()


async def test_words_that_could_be_about_two_cases_say_which_was_taken(town: Town) -> None:
    """那个人死了, while a fire and a crash are open: one tap puts the death where it belongs, nothing is lost."""
    he, li, chen = town.he, town.li, town.chen
    await he.sends("村尾民房着火，一人受伤")
    await he.sees("已上报，编号")
    await town.forward(minutes=20)
    await he.sends("村口国道货车和摩托车相撞，两人受伤")
    await he.sees("已上报，编号", "道路交通事故")
    await town.forgets()
    await he.sends("有一个伤者死了")
    told = await he.sees("死亡 未报→1", "记在这一件：道路交通事故", "是另一件")
    fire, crash = await town.reports()
    await he.taps("是另一件：" + fire.number)
    await he.sees("已改记到", fire.number)
    await he.sees(fire.number, "死亡 未报→1")
    await chen.sees("更正", "死亡 1→未报", fire.number, chat=town.town)
    await chen.sees(fire.number, "死亡 未报→1", chat=town.town)
    fire, crash = await town.reports()
    assert fire.answers["dead"]["max"] == 1
    assert "dead" not in crash.answers
    forged = next(b.callback_data for row in told.reply_markup.inline_keyboard for b in row if "另一件" in b.text)
    again = await he.taps_data(forged, None, told)
    assert "后面已经有新内容" in again["text"]
    await town.forgets()
    receipt = await li.sends("到现场了")
    await li.sees("已记")
    answer = await li.taps_data(forged, None, receipt.message_id + 1)
    assert answer["text"]
    # two villagers, two fires: what joined the first is reported by itself with one tap, and called
    await town.forward(hours=25)
    await he.sends("祠堂边着火，烧着一间柴房，没有人受伤")
    await he.sees("已上报，编号")
    await li.sends("祠堂旁边着火了，烧了一间杂物房")
    await li.sees("已记")
    await li.taps("是另一件事")
    third, fourth = (await town.reports())[-2:]
    await li.sees("已改记到", fourth.number)
    await chen.sees(fourth.number, "李秀英", "无人接报", chat=town.town)
    assert third.reporter_id != fourth.reporter_id
    assert "杂物房" in str(fourth.answers["what_happened"])
    await town.forward(hours=25)
    await town.forgets()
    await he.sends("村口翻车，一人当场死亡")  # a death reaches the district with the first report
    await he.sees("已上报，编号")
    await town.zhou.sees("道路交通事故", "死亡 1", chat=town.district)
    await town.forgets()


async def test_the_open_cases_word_for_word_in_their_own_villages(town: Town) -> None:
    """Cases 2 to 5 from the officers whom the domain notes name; the right town's room hears each, and no other."""
    chen, zhou, night = town.chen, town.zhou, town.night
    rooms: dict[str, Group] = {}
    officers: dict[str, Phone] = {}
    for name, village in (
        ("钟东华", "440118101224"), ("黎坑贝", "440118103212"), ("何沙头", "440118102228"),
        ("赖兰溪", "440118104230"), ("赖蒙花", "440118104227"),
    ):  # fmt: skip
        officers[village] = await night.enrolled(name, "officer", village, "A")
        if village[:9] not in rooms:
            rooms[village[:9]] = await night.duty_group(f"{village[:9]}值班群", village[:9], [chen])
    await town.forgets()
    await at(town, "2027-03-14T02:17")
    fire = officers["440118101224"]
    await fire.sends("着火啦着火啦!!!快点 东华三街那栋出租屋 楼下电动车烧起来 楼上有人出不来 快快快")
    await fire.sends("三楼")
    await fire.sends("好大眼睁不开 有细路仔")
    await fire.sees("马上打 119", "已上报，编号 新塘-", "新塘镇 东华村 东华三街")
    await chen.sees("P0 事件", "新塘镇 东华村", "三楼", "儿童", chat=rooms["440118101"])
    await zhou.sees("P0 事件", "新塘镇 东华村", chat=town.district)
    await chen.taps("接报", chat=rooms["440118101"])
    await fire.sees("已接报")
    await town.forgets()
    await at(town, "2027-06-08T09:12")
    await town.forgets()
    first, second = officers["440118104230"], officers["440118104227"]
    await first.sends("兰溪村往蒙花布方向的村道，山泥冲下来塞住半边路，约有30方，无人受伤，汽车过唔到，摩托可以过")
    await first.sees("已上报，编号 正果-")
    await at(town, "2027-06-08T09:31")
    await town.forgets()
    await second.sends("我村同兰溪交界条路塌方了，泥石大概四五十方，全封了，车同摩托都过唔到，暂时冇见到人受伤")
    await second.sees("已上报，编号 正果-")
    await chen.sees("疑似重复", "道路全断", "蒙花布村", chat=rooms["440118104"])
    await town.forgets()
    await at(town, "2027-09-02T19:26")
    await town.forgets()
    crash = officers["440118103212"]
    await crash.sends("刚才七点一刻左右，村口国道路段一辆面包车同摩托车相撞，两人受伤，已经打120同122")
    await crash.sees("已上报，编号 中新-", "道路交通事故", "中新镇 坑贝村")
    await at(town, "2027-09-02T19:58")
    await town.forgets()
    await crash.sends("续报：医院话其中一个没救到，另外面包车上还有两个也送院，一死三伤，其中重伤一人")
    await crash.sees("续报一已记", "死亡 未报→1", "受伤 2→3")
    await zhou.sees("死亡 1", "中新镇 坑贝村", chat=town.district)
    await at(town, "2027-09-06T10:20")
    await town.forgets()
    await crash.sends("中新坑贝那单车祸 重伤嗰个今朝走咗")
    await crash.sees("补报已记", "死亡 1→2", "受伤 3→2", "是指死亡吗")
    await town.forgets()
    flood = officers["440118102228"]
    await flood.sends(
        "我哋沙頭條涵洞琴晚十二點搭四開始水浸，而家浸到半個人高，有架私家車死火困咗兩個人喺度，好彩啱啱救返出嚟，"
        "冇事。附近三十幾戶入水，已經叫咗阿伯阿婆上二樓"
    )
    await flood.sees("已上报，编号 石滩-", "内涝积水", "石滩镇 沙头村 涵洞")
    await chen.sees("P1 事件", "石滩镇 沙头村", "获救 2", "30–39 户", chat=rooms["440118102"])
    await town.settled()
    found = {report.area: report.category for report in await town.reports()}
    assert found == {
        "440118101224": "fire_building", "440118104230": "geo_landslide", "440118104227": "geo_landslide",
        "440118103212": "traffic", "440118102228": "waterlogging",
    }  # fmt: skip
    await town.forgets()
