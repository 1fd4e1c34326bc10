"""The public channel and the village loudspeakers: one post, changed in place; a script, read and counted."""

from __future__ import annotations

from sqlalchemy import select

from bot.documents.spoken_audio import program
from storage.tables import Channel, OutboxRow
from tests.rules.test_alert_reading import A1, A3
from tests.stories.crowd import a_crowd, officers, resident, somebody
from tests.stories.nights import TOKEN, TOWN
from tests.stories.test_alert import finished, with_approver
from tests.stories.test_alert_life import hands_in, published
from tests.stories.test_alert_relay import pasted

ME = int(TOKEN.split(":")[0])
GAOTAN, XIASHI = "440118105230", "440118105231"


async def test_a_channel_is_tied_to_a_town_carries_its_alert_and_villages_say_that_they_read_it(database_url):
    async with a_crowd(database_url, loudspeaker_audio=("cmn",)) as night:
        xu = await with_approver(night)
        li, admin = night.phones["李区"], night.admin
        reader = await somebody(night, "读者")
        first, second = await officers(night, [GAOTAN, XIASHI])
        here = await resident(night, "派潭的人", TOWN)

        channel = await night.world.add_group("派潭发布", admin, [reader], bots=[ME], type="channel")
        await admin.sees("派潭发布", "发哪个地区")
        await admin.taps("选地区")
        await admin.sees("派潭发布", "发哪个地区的预警")
        forged = await reader.taps_data(f"h:1:bind:{TOWN}", None, (await reader.view())["messages"][-1]["message_id"])
        assert forged["show_alert"]
        await admin.taps("派潭镇")
        await admin.sees("派潭发布 → 派潭镇")
        await reader.sends("/channel")
        await reader.sees("只有管理员")

        await pasted(night, A1)
        await li.sees("暴雨红色预警", "123.4毫米")
        await hands_in(li)
        await published(night, 1)
        await reader.sees("暴雨红色预警", "派潭镇", "123.4毫米", chat=channel)
        assert "退订" not in await reader.buttons(channel)
        await here.sees("暴雨红色预警")
        async with night.database.transaction() as tx:
            rows = {row.key: row for row in await tx.session.scalars(select(OutboxRow))}
        assert rows["alert-post"].priority < rows["alert"].priority, "the channel before the private copies"

        await first.sees("🔊", "读两遍", "六月八日八时十五分发布暴雨红色预警", "已播")
        await second.sees("🔊", "已播")
        if program() is not None:  # an extra: where the machine has espeak-ng
            for phone in (first, second):
                await phone.sees("的录音", "普通话", within=12)
        assert "已播" in (await first.taps("已播"))["text"]
        await first.sees("✅ 已播")
        await li.sees("已播 1 / ")
        other = await xu.taps_data("a:1:played::0", None, (await xu.view())["messages"][-1]["message_id"])
        assert other["show_alert"], other
        await li.taps("未播名单")
        names = await li.sees("还有", "没有播")
        assert "高滩村" not in names.text

        assert "等待批准" in (await li.taps("改为🟠"))["text"]
        await li.sees("待审批", "第 2 号", "正文写的是红色，这条是橙色")
        await published(night, 2)
        await reader.sees("暴雨橙色预警（更新）", "由红色改为橙色", chat=channel)
        await reader.sees_nothing_new(chat=channel)
        orange = await here.sees("暴雨橙色预警（更新）")
        assert "停课" not in orange.text, "red closes the schools by itself, orange does not"
        await first.sees("已有新的一条", "这条不要再读", "已播")
        old = await second.sees("已有新的一条", "这条不要再读")
        assert "已播" not in old.text
        script = await first.sees("🔊", "暴雨橙色预警")
        assert "停课" not in script.text
        await second.sees("🔊", "暴雨橙色预警")
        await night.restart()

        await pasted(night, A3.replace("红色", "橙色"))
        await li.sees("暴雨橙色预警已解除")
        await hands_in(li)
        await xu.sees("待审批", "第 3 号")
        await xu.taps("批准")
        await li.sees("许静", "请点", "第 3 号")
        await li.taps("发布")
        await finished(night, 3)
        await reader.sees("暴雨橙色预警已解除", "不要擅自返回", chat=channel)
        await reader.sees("上面那条已更新", chat=channel)
        assert len((await reader.view(channel))["messages"]) == 2, "one post, changed, and one that points to it"
        await here.sees("已解除")
        await first.sees("🔊", "解除", "不要擅自返回")

        await night.world.member(channel, admin, ME, "demote")
        await admin.sees("公共频道发不了")
        async with night.database.transaction() as tx:
            assert (await tx.session.scalar(select(Channel.lost_at))) is not None
