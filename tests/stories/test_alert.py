"""A public alert: drafted, approved by a second person, published, sent; and the ways in which it must not go out."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from practice.phone import Phone, until_true
from storage import case_log
from storage.tables import Alert, AlertSkip, OutboxRow
from tests.stories.crowd import a_crowd, resident, somebody
from tests.stories.nights import CITY, TOWN, VILLAGE, Night

TEXT = "过去三小时雨量已达 100 毫米，<b>山边</b>的人马上走。𨋢 & 低洼处也是"


async def as_far_as_text(phone: Phone, where: str = "派潭镇", level: str = "红色") -> None:
    """The district's duty member relays a rainstorm signal, in private, as far as the text."""
    await phone.sends("/alert")
    await phone.sees("公众预警", "发到哪里")
    await phone.taps(where)
    await phone.sees("已选")
    await phone.taps("完成")
    await phone.sees("哪一类")
    await phone.taps("天气")
    await phone.sees("哪一种信号")
    await phone.taps("暴雨")
    await phone.sees("什么级别")
    await phone.taps(level)
    if level != "提示":
        await phone.sees("谁发布的")
        await phone.taps("增城区气象台")
        await phone.sees("什么时候发布的")
        await phone.taps("10 分钟前")
    await phone.sees("预警内容")


async def as_far_as_preview(phone: Phone, text: str = TEXT, **how: str):
    await as_far_as_text(phone, **how)
    await phone.sends(text)
    await phone.sees("有效多久")
    await phone.taps("6 小时")
    shown = await phone.sees("暴雨", "退订")
    await phone.sees("居民看到的就是上面这条")
    return shown


async def handed_in(phone: Phone, **how: str):
    await as_far_as_preview(phone, **how)
    await phone.taps("提交审批")
    await phone.sees("已提交，等待审批")
    return await phone.sees("待审批", "第 1 号")


async def approved(night: Night, **how: str) -> tuple[Phone, Phone]:
    li, xu = night.phones["李区"], night.phones["许静"]
    await handed_in(li, **how)
    await xu.sees("待审批", "第 1 号")
    assert "已批准" in (await xu.taps("批准"))["text"]
    await li.sees("许静", "请点", "发布")
    await li.sees("许静", "还没有发布")
    await xu.sees("还没有发布")
    return li, xu


async def with_approver(night: Night) -> Phone:
    return await night.enrolled("许静", "approver", CITY)


async def copies(night: Night, *conditions) -> int:
    async with night.database.transaction() as tx:
        query = select(func.count()).select_from(OutboxRow).where(OutboxRow.key == "alert", *conditions)
        return int(await tx.session.scalar(query) or 0)


async def finished(night: Night, number: int = 1) -> None:
    async def is_so() -> bool:
        async with night.database.transaction() as tx:
            return (await tx.session.scalar(select(Alert.finished_at).where(Alert.id == number))) is not None

    await until_true(is_so, within=15)


async def test_a_red_rainstorm_is_relayed_approved_published_and_reaches_the_town_and_its_villages(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        here = await resident(night, "镇上的人", TOWN)
        village = await resident(night, "高滩的人", VILLAGE)
        whole = await resident(night, "全区的人", CITY, language_code="zh-hant")
        elsewhere = await resident(night, "正果的人", "440118104")
        english = await resident(night, "John", VILLAGE, language_code="en")
        li, xu = await approved(night)
        await li.taps("发布")
        await li.sees("发完：送出 4 / 4", within=12)
        for phone in (here, village):
            got = await phone.sees("🔴", "暴雨红色预警", "增城区气象台", "怎么做", "地图", "退订")
            assert "mlat=23.50200" in (got.text_html or "")
            assert "<b>山边</b>" in got.text, "what was typed is text, not markup"
            assert "𨋢 & 低洼处" in got.text
            assert "有效至" in got.text
        hant = await whole.sees("暴雨紅色預警", "簡體原文", "怎樣做", "增城區氣象台")
        assert "馬上轉移" in hant.text
        told = await english.sees("Rainstorm: Red warning", "Paitan 派潭镇", "What to do", "The original, in Chinese")
        assert "Issued by Zengcheng Meteorological Observatory" in told.text
        assert "Do not wait" in told.text
        await li.sees("已发布")
        await xu.sees("已发布")
        await elsewhere.sees_nothing_new()
        async with night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "alert:1")]
        assert verbs == ["drafted", "approved", "published", "finished"]
        over = await xu.taps_data("a:1:publish::1", None, (await xu.view())["messages"][-1]["message_id"])
        assert "已经发布" in over["text"]


async def test_whoever_drafted_it_cannot_approve_it_and_nobody_else_can_publish_it(database_url):
    async with a_crowd(database_url) as night:
        xu = await with_approver(night)
        await night.enrolled("王区长", "leader", CITY)
        wang = night.phones["王区长"]
        zhang = night.phones["张帮手"]
        card = await handed_in(xu)
        assert "撤回" in await xu.buttons()
        own = await xu.taps_data("a:1:approve::1", None, card)
        assert "另一个人" in own["text"]
        await zhang.start("qianshao_bot")
        home = await zhang.sees("张帮手")
        for act in ("approve", "return", "publish", "withdraw", "edit", "look"):
            forged = await zhang.taps_data(f"a:1:{act}:zh-Hans:1", None, home)
            assert forged["show_alert"], act
        early = await xu.taps_data("a:1:publish::1", None, card)
        assert "还没有批准" in early["text"]
        await wang.sees("待审批")
        await wang.taps("批准")
        await xu.sees("王区长", "请点")
        li = night.phones["李区"]
        start = (await li.view())["messages"][-1]["message_id"]
        assert "只有起草人和批准人" in (await li.taps_data("a:1:publish::1", None, start))["text"]
        again = await wang.taps_data("a:1:approve::1", None, start_of(await wang.view()))
        assert "已由 王区长 批准" in again["text"]
        await wang.taps("发布")
        await xu.sees("发完：送出 0 / 0", within=12)


def start_of(view) -> int:
    return view["messages"][-1]["message_id"]


async def test_it_is_returned_with_a_reason_corrected_and_nobody_approves_the_old_text(database_url):
    async with a_crowd(database_url) as night:
        xu = await with_approver(night)
        here = await resident(night, "镇上的人", TOWN)
        li = night.phones["李区"]
        await handed_in(li)
        old = await xu.sees("待审批")
        await xu.taps("退回")
        await xu.sees("写明为什么退回")
        await xu.sends_sticker()
        await xu.sees("请用文字回复")
        await xu.sends("没写<安置点>")
        await xu.sees("已退回")
        await xu.sees("退回：没写<安置点>")
        await li.sees("许静", "退回了", "没写<安置点>")
        await li.sees("退回：没写<安置点>")
        await li.taps("修改")
        await li.sees("暴雨", "退订")
        await li.sees("居民看到的就是上面这条")
        await li.taps("修改")
        await li.sees("改哪一项")
        await li.taps("内容")
        await li.sees("预警内容", "原来写的")
        await li.sends("马上到派潭中学")
        await li.sees("派潭中学", "退订")
        await li.sees("居民看到的就是上面这条")
        await li.taps("提交审批")
        await li.sees("已提交")
        await li.sees("待审批", "派潭中学")
        await xu.sees("内容已改")
        await xu.sees("待审批", "派潭中学")
        stale = await xu.taps_data("a:1:approve::1", None, old)
        assert "内容已经改过" in stale["text"]
        await xu.taps("批准")
        await li.sees("许静", "请点")
        await li.taps("发布")
        await here.sees("派潭中学")
        await finished(night)


async def test_a_town_issues_uncoloured_notices_only(database_url):
    async with a_crowd(database_url) as night:
        await night.enrolled("刘镇长", "leader", TOWN)
        chen, group = night.phones["陈值班"], night.town
        await chen.sends("/alert", chat=group)
        await chen.sees("发到哪里", chat=group)
        await chen.taps("高滩村", chat=group)
        await chen.sees("已选", chat=group)
        await chen.taps("完成", chat=group)
        await chen.sees("哪一类", chat=group)
        await chen.taps("防汛", chat=group)
        asked = await chen.sees("不带颜色的提示", chat=group)
        forged = await chen.taps_data("a:0:take:red:0", group, asked)
        assert "过时" in forged["text"]
        await chen.taps("提示", chat=group)
        await chen.sees("预警内容", chat=group)
        reply = await chen.sees("回复这条消息", chat=group)
        await chen.sends("别的闲话", chat=group)
        await chen.sends("水库今晚放水，不要下河", chat=group, reply_to=reply.message_id)
        await chen.sees("有效多久", chat=group)
        await chen.sees("回复这条消息", chat=group)
        await chen.taps("直到另行通知", chat=group)
        shown = await chen.sees("防汛提示", "退订", chat=group)
        assert "派潭镇应急值班室" in shown.text
        await chen.sees("将发给 0 人", chat=group)
        await chen.taps("English", chat=group)
        english = await chen.sees("Flood: Notice", chat=group)
        assert "Keep away from rivers" in english.text
        assert "水库今晚放水" in english.text
        await chen.taps("提交审批", chat=group)
        await chen.sees("刘镇长", chat=group)
        await chen.sees("待审批", "批准", chat=group)
        liu = night.phones["刘镇长"]
        await liu.sees("待审批")
        await liu.taps("👀 English")
        await liu.sees("Flood: Notice", "Unsubscribe")
        # a member of the group without the right taps on the group's card
        card = (await chen.view(group))["messages"][-1]["message_id"]
        zhang = night.phones["张帮手"]
        assert "没有权限" in (await zhang.taps_data("a:1:approve::1", group, card))["text"]


async def test_languages_typed_or_left_fall_back_and_the_preview_says_so(database_url):
    async with a_crowd(database_url) as night:
        li = night.phones["李区"]
        await as_far_as_text(li, level="提示")
        await li.sends("x" * 3001)
        await li.sees("太长了：3001")
        await li.sends(TEXT)
        await li.sees("有效多久")
        await li.sends("一百年")
        await li.sees("1 到 72")
        await li.sends("8小时")
        await li.sees("暴雨提示", "退订")
        asked = await li.sees("居民看到的就是上面这条", "English：没有写，用审定指引", "繁體：没有写")
        await li.taps("✏️ 写 English")
        await li.sees("English 的内容")
        await li.sends("Leave the slopes <now>.")
        await li.sees("暴雨提示", "退订")
        await li.sees("繁體：没有写，用审定指引")
        await li.taps("不附指引")
        await li.sees("暴雨提示", "退订")
        last = await li.sees("繁體：没有写，用中文原文")
        assert "English" not in last.text.replace("写 English", "")
        await li.taps("English")
        english = await li.sees("Leave the slopes <now>.", "退订".replace("退订", "Unsubscribe"))
        assert "原文" not in english.text
        stale = await li.taps_data("a:0:submit::2", None, asked)
        assert "过时" in stale["text"]
        await li.taps("返回")
        await li.sees("有效多久")
        await li.sends("取消")
        await li.sees("已取消")


async def test_quiet_hours_hold_a_yellow_alert_till_they_end_and_every_skip_has_its_reason(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        now = night.app.clock.now().astimezone(night.app.settings.zone)
        start = f"{now:%H:%M}"
        end = f"{(now.hour + 5) % 24:02}:{now:%M}"
        sleeper = await resident(night, "早睡的人", TOWN, quiet_from=start, quiet_to=end)
        awake = await resident(night, "夜猫子", TOWN)
        picky = await resident(night, "只要红色", TOWN, lowest_level="red")
        fire = await resident(night, "只要火灾", TOWN, kinds=["fire"])
        gone = await resident(night, "走了的人", TOWN)
        await gone.blocks()
        await night.settled()
        li, _ = await approved(night, level="黄色")
        await li.taps("发布")
        await awake.sees("暴雨黄色预警")
        progress = await li.sees("1 人在免打扰时段", within=12)
        for reason in ("联系不上 1", "没订这一类 1", "级别不到 1"):
            assert reason in progress.text
        for phone in (sleeper, picky, fire):
            await phone.sees_nothing_new()
        await night.forward(hours=5, minutes=1)
        await sleeper.sees("暴雨黄色预警")
        await li.sees("发完：送出 2 / 2", within=12)
        async with night.database.transaction() as tx:
            reasons = list(await tx.session.scalars(select(AlertSkip.reason).order_by(AlertSkip.reason)))
        assert reasons == ["kind", "level", "unreachable"]


async def test_somebody_who_blocked_the_bot_is_counted_marked_and_not_written_to_again_until_they_are_back(
    database_url,
):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        stays = await resident(night, "在的人", TOWN)
        leaves = await resident(night, "走的人", TOWN)
        await leaves.blocks()
        await night.settled()
        async with night.database.transaction() as tx:  # the bot has not heard of it yet
            from storage import people

            await people.mark_reachable(tx, leaves.id)
        li, _ = await approved(night)
        await li.taps("发布")
        await stays.sees("暴雨红色预警")
        await li.sees("发完：送出 1 / 2", "屏蔽了机器人 1", within=12)
        await leaves.unblocks()
        await leaves.start("qianshao_bot")
        await leaves.sees("走的人")
        await leaves.sends("/subscribe")
        card = await leaves.sees("您的订阅")
        assert "派潭镇" in card.text


@pytest.mark.slow
async def test_a_restart_in_the_middle_of_the_fan_out_and_of_the_sending_gives_nobody_two(database_url, monkeypatch):
    from bot.actions import alert_sending

    monkeypatch.setattr(alert_sending, "CHUNK", 4)
    async with a_crowd(database_url) as night:
        await with_approver(night)
        crowd = [await resident(night, f"居民{number}", TOWN) for number in range(10)]
        li, _ = await approved(night, level="黄色")
        now = night.app.clock.now()
        await night.stop()
        async with night.database.transaction() as tx:  # published, and killed before the tick came to it
            await tx.session.execute(
                update(Alert).values(state="published", published_at=now, next_look_at=now, progress={})
            )
        # the first chunk is written, then the process dies; the next one carries on after the last person
        await alert_sending._fan_out(night.database, night.app.world, 1, now)
        async with night.database.transaction() as tx:
            written = list(await tx.session.scalars(select(OutboxRow.id).where(OutboxRow.key == "alert")))
            assert len(written) == 4
            await tx.session.execute(  # one of them was on the wire
                update(OutboxRow)
                .where(OutboxRow.id == written[0])
                .values(state="sending", leased_by="dead", leased_until=now)
            )
        await night.start()
        for phone in crowd[1:]:
            await phone.sees("暴雨黄色预警")
        await finished(night)
        await night.restart()
        await night.settled()
        await crowd[0].sees_nothing_new()
        assert await copies(night, OutboxRow.state == "sent") == 9
        assert await copies(night, OutboxRow.state == "held") == 1
        # no progress card was asked for here, so the drafter asks by the button's own data
        held = await li.taps_data("a:1:held::1", None, start_of(await li.view()))
        assert "已补发 1 份" in held["text"]
        await crowd[0].sees("暴雨黄色预警")
        await finished(night)
        for phone in crowd:
            await phone.sees_nothing_new()


@pytest.mark.slow
async def test_killed_while_it_goes_out_nobody_gets_two_and_what_is_unknown_is_shown_with_a_button(database_url):
    async with a_crowd(database_url) as night:
        await with_approver(night)
        crowd = [await resident(night, f"居民{number}", TOWN) for number in range(12)]
        li, _ = await approved(night, level="橙色")
        night.settings["messages_per_second"] = 4
        await night.restart()
        await li.taps("发布")

        async def some_are_out() -> bool:
            return await copies(night, OutboxRow.state == "sent") >= 3

        await until_true(some_are_out, within=20)
        await night.drop()
        night.settings["messages_per_second"] = 2000
        await night.start()
        card = await li.sees("份不知是否送到", "发完", "补发", within=20)
        sent, held = await copies(night, OutboxRow.state == "sent"), await copies(night, OutboxRow.state == "held")
        assert sent + held == 12
        assert held > 0
        assert f"送出 {sent} / 12" in card.text
        got = [sum("暴雨橙色预警" in words for words in await phone.screen()) for phone in crowd]
        assert max(got) == 1, "nobody got two"
        await li.taps("补发")
        await finished_again(night)
        for phone in crowd:
            assert any("暴雨橙色预警" in words for words in await phone.screen())


async def finished_again(night: Night) -> None:
    async def is_so() -> bool:
        return await copies(night, OutboxRow.state == "sent") == 12

    await until_true(is_so, within=15)


async def test_with_nobody_to_approve_the_drafter_hears_so(database_url):
    async with a_crowd(database_url) as night:
        li = night.phones["李区"]
        await as_far_as_preview(li)
        await li.taps("提交审批")
        await li.sees("没有能联系上的审批人")
        await li.sees("待审批")
        await li.taps("撤回")
        await li.sees("已撤回")


async def test_a_sticker_a_wrong_time_and_words_where_a_button_is_due(database_url):
    async with a_crowd(database_url) as night:
        li = night.phones["李区"]
        await somebody(night, "路人")
        await night.phones["路人"].sends("/alert")
        await night.phones["路人"].sees("只有值班员")
        await li.sends("/alert")
        await li.sees("发到哪里")
        await li.sends_sticker()
        await li.sees("请用文字回复")
        await li.sends("派潭镇")
        await li.sees("已选")
        await li.taps("完成")
        await li.sees("哪一类")
        await li.sends("下大雨")
        await li.sees("没看懂“下大雨”")
        await li.taps("地质灾害")
        await li.sees("什么级别")
        await li.taps("橙色")
        await li.sees("谁发布的")
        await li.sends("广东省自然资源厅")
        await li.sees("什么时候发布的")
        await li.sends("明天早上八点")
        await li.sees("还没到")
        await li.sends("半小时前")
        await li.sees("预警内容")
        await li.taps("只用审定指引")
        await li.sees("有效多久")
        await li.taps("24 小时")
        shown = await li.sees("地质灾害橙色预警", "广东省自然资源厅")
        assert "全部转移" in shown.text
        await li.sees("居民看到的就是上面这条")
