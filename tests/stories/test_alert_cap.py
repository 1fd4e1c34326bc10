"""A CAP message, handed in as a file or by its address, becomes a draft, is approved, and goes out as CAP."""

from __future__ import annotations

import base64

from aiohttp import web
from sqlalchemy import select

from bot.actions import cap_feed
from bot.documents import cap_words, cap_xml
from storage.tables import Alert
from tests.documents.test_cap import SAMPLE, XXE, ZONE, valid
from tests.stories.crowd import a_crowd, resident, somebody
from tests.stories.nights import CITY, TOWN, Night
from tests.stories.test_alert import with_approver
from tests.stories.test_alert_life import hands_in, published

RED = SAMPLE.replace("派潭镇有强降雨", "增城区气象台发布派潭镇暴雨红色预警信号").replace(
    "<area>", "<description>&lt;山边&gt;的人马上转移</description><area>"
)
REFERENCE = "KSTO@NWS,KSTO1055887203,2026-06-08T08:15:00+08:00"
CANCEL = (
    RED.replace("KSTO1055887203<", "KSTO1055887999<")
    .replace("<msgType>Alert", "<msgType>Cancel")
    .replace("</scope>", f"</scope><references>{REFERENCE}</references>")
)


def the_file(text: str, name: str = "alert.xml") -> dict[str, str]:
    return {"file_name": name, "data_base64": base64.b64encode(text.encode()).decode()}


async def goes_out_as_cap(night: Night, number: int) -> cap_xml.CapMessage:
    """As another machine would read it; the schema holds."""
    found = await cap_feed.one(night.database, number)
    assert found is not None
    body = cap_xml.write(cap_words.cap_of(found.view, found.before, found.city, "q@example.org", ZONE))
    valid(body)
    return cap_xml.read(body)


async def test_a_file_is_read_drafted_approved_sent_and_lifted_and_what_is_dangerous_is_refused(database_url):
    pages = web.Application()
    pages.router.add_get("/cap/lift.xml", _lifting)
    pages.router.add_get("/cap/away.xml", _redirect)
    runner = web.AppRunner(pages)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    home = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with a_crowd(database_url, cap_sources=(f"{home}/cap",)) as night:
            await with_approver(night)
            li = night.phones["李区"]
            here = await resident(night, "派潭的人", TOWN)
            nobody = await somebody(night, "路人")
            await nobody.sends_document(**the_file(RED))
            await nobody.forgets()

            await li.sends_document(**the_file(XXE))
            await li.sees("正在读")
            await li.sees("不能用", "DOCTYPE")
            await li.sends_document(**the_file("<alert/>"))
            await li.sees("正在读")
            await li.sees("不是 CAP 1.2")

            await li.sends_document(**the_file(RED))
            await li.sees("正在读")
            await li.sees("读好了", "KSTO1055887203", "还没有发布")
            forged = await nobody.taps_data("xc:3", None, (await nobody.view())["messages"][-1]["message_id"])
            assert forged["show_alert"], "somebody else's draft"
            await here.sees_nothing_new()
            await li.taps("看草稿")
            await li.sees("暴雨红色预警", "派潭镇", "增城区气象台", "<山边>的人马上转移")
            await hands_in(li)
            await night.restart()
            await published(night, 1)
            await here.sees("暴雨红色预警", "<山边>的人马上转移")
            message = await goes_out_as_cap(night, 1)
            assert (message.msg_type, message.infos[0].parameter("CN-Color")) == ("Alert", "Red")

            await li.sends_document(**the_file(RED))
            await li.sees("正在读")
            await li.sees("读好了")
            assert "第 1 号就是" in (await li.taps("看草稿"))["text"]

            await li.sends("/alert https://evil.example/cap/lift.xml")
            await li.sees("不在允许的名单")
            await li.sends(f"/alert {home}/cap/away.xml")
            await li.sees("正在读")
            await li.sees("不能用", "这个网址上没有")
            await li.sends(f"/alert {home}/cap/lift.xml")
            await li.sees("正在读")
            await li.sees("读好了", "KSTO1055887999")
            await li.taps("看草稿")
            await li.sees("暴雨红色预警已解除")
            await li.sees("接着第 1 号")
            await hands_in(li)
            await published(night, 2)
            await here.sees("✅", "暴雨红色预警已解除")
            lifted = await goes_out_as_cap(night, 2)
            assert (lifted.msg_type, [each[1] for each in lifted.references]) == ("Cancel", [f"qianshao-{CITY}-1"])
            async with night.database.transaction() as tx:
                states = list(await tx.session.scalars(select(Alert.state).order_by(Alert.id)))
            assert states == ["lifted", "published"]
    finally:
        await runner.cleanup()


async def _lifting(_: web.Request) -> web.Response:
    return web.Response(text=CANCEL, content_type="application/cap+xml")


async def _redirect(_: web.Request) -> web.Response:
    raise web.HTTPFound("http://127.0.0.1:9/secret")
