"""A notice to the officers: written, looked at, sent; 收到 counted on one card; who is silent, and why."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from practice.phone import until_true
from storage import case_log
from storage.tables import OutboxRow
from tests.stories.crowd import a_crowd, officers, somebody, villages_of
from tests.stories.nights import TOWN, VILLAGE, Night

TEXT = "今晚八点前查一遍 <b>排水口</b>，查完点收到。𨋢 & 山边也要看"


async def written(night: Night, where: str = "全镇", text: str = TEXT):
    """陈值班 writes a broadcast in the town's group, as far as the preview."""
    chen, group = night.phones["陈值班"], night.town
    await chen.sends("/broadcast", chat=group)
    await chen.sees("发到哪里", chat=group)
    await chen.taps(where, chat=group)
    await chen.sees("已选", chat=group)
    await chen.taps("完成", chat=group)
    await chen.sees("请回复下面那条消息", chat=group)
    asked = await chen.sees("回复这条消息", chat=group)
    await chen.sends(text, chat=group, reply_to=asked.message_id)
    return await chen.sees("预览", chat=group)


async def published(night: Night, **how):
    await written(night, **how)
    chen = night.phones["陈值班"]
    await chen.taps("发布", chat=night.town)
    await chen.sees("已发布", chat=night.town)
    return await chen.sees("已收", chat=night.town)


async def test_forty_one_of_forty_four_have_received_it_and_the_card_names_the_other_three(database_url):
    async with a_crowd(database_url) as night:
        villages = (await villages_of(night, TOWN, 38))[:35] + await villages_of(night, "440118104", 9)
        night.crew = await officers(night, villages)
        li = night.phones["李区"]
        await li.sends("/broadcast")
        await li.sees("发到哪里")
        await li.sends("派潭镇、正果镇")
        await li.sees("已选", "派潭镇", "正果镇")
        await li.taps("完成")
        await li.sees("请写通知内容")
        await li.sends(TEXT)
        preview = await li.sees("预览", "44")
        assert "<b>排水口</b>" in preview.text
        await li.taps("发布")
        await li.sees("已发布")
        card = await li.sees("已收 0/44")
        for phone in night.crew:
            notice = await phone.sees("通知", "𨋢 & 山边", "收到")
            assert "<b>排水口</b>" in notice.text
        for phone in night.crew[:41]:
            answer = await phone.taps("收到")
            assert "已记收到" in answer["text"]
            await phone.sees("✅ 您")
        shown = await li.sees("已收 41/44", within=12)
        assert shown.message_id == card.message_id
        for number in (42, 43, 44):
            assert f"信息员{number}" in shown.text
        await li.taps("未收名单")
        silent = await li.sees("未收 3 人")
        assert "+8613900000044" in silent.text
        assert "+8613900000041" not in silent.text
        edits = await count_rows(night, OutboxRow.key == "broadcast-card", OutboxRow.edits.is_not(None))
        assert edits <= 10, "the card is edited once in a while, not at every tap"
        # twice is once; somebody not addressed hears so
        again = await night.crew[0].taps_data("b:1:got::0", None, notice_id(await night.crew[0].view()))
        assert "已经回过收到" in again["text"]
        stranger = night.phones["张帮手"] = await somebody(night, "路人甲")
        await stranger.sends("你好")
        message = await stranger.sees("没有转给任何人")
        other = await stranger.taps_data("b:1:got::0", None, message)
        assert "不是发给您的" in other["text"]
        gone = await stranger.taps_data("b:77:got::0", None, message)
        assert "没有这条通知" in gone["text"]
        assert "没有权限" in (await stranger.taps_data("b:1:silent::0", None, message))["text"]
        assert "没有权限" in (await stranger.taps_data("b:1:held::0", None, message))["text"]
        await night.settled()
        assert await night.world.unexpected() == []


def notice_id(view) -> int:
    return view["messages"][-1]["message_id"]


async def count_rows(night: Night, *conditions) -> int:
    async with night.database.transaction() as tx:
        return len(list(await tx.session.scalars(select(OutboxRow).where(*conditions))))


async def test_an_officer_with_two_posts_gets_it_once_and_a_blocked_one_is_named_with_the_reason(database_url):
    async with a_crowd(database_url) as night:
        villages = await villages_of(night, TOWN, 3)
        crew = await officers(night, villages)
        from storage import people

        async with night.database.transaction() as tx:
            row = await people.by_telegram(tx, crew[0].id)
            await people.give_post(tx, row.id, "officer", villages[1], "B", night.app.clock.now())
            await people.add(tx, "没开通的人", "zh-Hans", night.app.clock.now(), None, "+8613700000000")
            silent = await people.by_telegram(tx, crew[2].id)
            never = (await people.add(tx, "陈未开通", "zh-Hans", night.app.clock.now(), None, "+8613700000001")).id
            await people.give_post(tx, never, "officer", villages[2], "B", night.app.clock.now())
            assert silent is not None
        await crew[2].blocks()
        await night.settled()
        preview = await written(night)
        assert "共 4 人" in preview.text
        assert "未开通 1" in preview.text
        assert "屏蔽了机器人 1" in preview.text
        chen = night.phones["陈值班"]
        await chen.taps("发布", chat=night.town)
        await chen.sees("已发布", chat=night.town)
        await crew[0].sees("通知")
        await crew[1].sees("通知")
        card = await chen.sees("已收 0/4", "屏蔽了机器人 1", "未开通 1", chat=night.town, within=10)
        assert "陈未开通" in card.text
        await night.settled()
        await crew[0].sees_nothing_new()
        await chen.taps("未收名单", chat=night.town)
        listed = await chen.sees("未收 4 人", chat=night.town)
        assert "陈未开通 +8613700000001 · 未开通" in listed.text


async def test_a_sticker_where_words_are_due_back_edit_and_cancel(database_url):
    async with a_crowd(database_url) as night:
        await officers(night, [VILLAGE])
        li = night.phones["李区"]
        await li.sends("/broadcast")
        await li.sees("发到哪里")
        await li.sends("高滩村、朱村、没有这个地方")
        offered = await li.sees("有几个")
        assert "没有这个地方" in offered.text
        await li.taps("返回")
        await li.sees("已选：高滩村")
        await li.taps("完成")
        await li.sees("请写通知内容")
        await li.sends_sticker()
        await li.sees("请用文字回复")
        await li.sends("x" * 3001)
        await li.sees("太长了：3001")
        await li.sends("第一稿")
        old = await li.sees("第一稿", "预览")
        await li.taps("修改")
        await li.sees("改哪一项")
        await li.taps("内容")
        await li.sees("原来写的：第一稿")
        await li.sends("第二稿")
        await li.sees("第二稿", "预览")
        stale = await li.taps_data("b:0:publish::3", None, old)
        assert "过时" in stale["text"]
        await li.taps("返回")
        await li.sees("请写通知内容")
        await li.taps("返回")
        await li.sees("发到哪里")
        await li.taps("取消")
        await li.sees("已取消")
        late = await li.taps_data("b:0:publish::9", None, old)
        assert "没有在写的通知" in late["text"]
        assert await count_rows(night, OutboxRow.key == "broadcast") == 0


async def test_only_the_duty_room_may_broadcast_and_only_where_its_right_reaches(database_url):
    async with a_crowd(database_url) as night:
        zhang = night.phones["张帮手"]
        await zhang.sends("/broadcast", chat=night.town)
        await zhang.sees("只有值班员", chat=night.town)
        preview = await written(night)
        forged = await zhang.taps_data("b:0:publish::5", night.town, preview)
        assert "没有在写的通知" in forged["text"]
        chen = night.phones["陈值班"]
        outside = await chen.taps_data("b:0:area:+440118104:0", night.town, preview)
        assert "不能用" in outside["text"]
        nonsense = await chen.taps_data("b:0:area:+999:0", night.town, preview)
        assert "不能用" in nonsense["text"]
        await chen.forgets()


@pytest.mark.slow
async def test_after_a_kill_what_may_have_left_is_held_shown_and_sent_again_by_its_sender(database_url):
    async with a_crowd(database_url) as night:
        crew = await officers(night, await villages_of(night, TOWN, 5))
        await published(night)
        for phone in crew:
            await phone.sees("通知")
        await night.settled()
        await night.stop()
        async with night.database.transaction() as tx:  # as a kill between send and mark leaves it
            copies = await tx.session.scalars(select(OutboxRow.id).where(OutboxRow.key == "broadcast").limit(2))
            await tx.session.execute(
                update(OutboxRow)
                .where(OutboxRow.id.in_(list(copies)))
                .values(state="sending", leased_by="dead", leased_until=OutboxRow.created_at)
            )
            from storage.tables import Broadcast

            await tx.session.execute(update(Broadcast).values(finished_at=None))
        await night.start()
        chen = night.phones["陈值班"]
        await chen.sees("2 份不知是否送到", "补发", chat=night.town, within=12)
        for phone in crew:
            await phone.sees_nothing_new()
        answer = await chen.taps("补发", chat=night.town)
        assert "已补发 2 份" in answer["text"]
        for phone in crew[:2]:
            await phone.sees("通知")
        await chen.sees("已收 0/5", chat=night.town, within=12)
        await night.settled()
        for phone in crew:
            await phone.sees_nothing_new()
        async with night.database.transaction() as tx:
            verbs = [line.verb for line, _ in await case_log.lines(tx, "broadcast:1")]
        assert verbs[0] == "published"
        assert verbs[-2:] == ["sent_again", "finished"]


async def test_the_draft_survives_a_restart(database_url):
    async with a_crowd(database_url) as night:
        await officers(night, [VILLAGE])
        await written(night)
        await night.restart()
        chen = night.phones["陈值班"]
        await chen.taps("发布", chat=night.town)
        await chen.sees("已收 0/1", chat=night.town)

        async def finished() -> bool:
            async with night.database.transaction() as tx:
                return [line.verb for line, _ in await case_log.lines(tx, "broadcast:1")][-1:] == ["finished"]

        await until_true(finished)
