"""/log: a leader and an administrator read what was done; a row that was tampered with is found."""

from __future__ import annotations

import io

from aiohttp import ClientSession
from openpyxl import load_workbook
from sqlalchemy import update

from bot.actions import chain_look
from bot.startup_checks import examine
from storage import case_log
from storage.tables import CaseLogDetail, CaseLogLine
from tests.stories.town import Town


async def test_the_log_is_read_and_a_changed_row_is_found(town: Town) -> None:
    he, chen, wang, admin = town.he, town.chen, town.wang, town.night.admin
    await town.reports_emergency(he)
    await chen.taps("接报", chat=town.town)
    await town.forgets()
    [report] = await town.reports()

    # the leader of the town: newest first, the chain is whole; looking is itself a line, which is not of his town
    await wang.sends("/log")
    page = await wang.sees("日志", "链完整", "陈建国 接报", report.number, "何志强 上报")
    assert "查看日志" not in page.text
    await wang.sends("/log 陈建国")
    by_name = await wang.sees("🔎 陈建国", "接报")
    assert "上报" not in by_name.text.replace("🔎", "")
    await wang.sends(f"/log {report.number[-9:]} 今天")
    await wang.sees("🔎", "何志强 上报")
    await wang.sends("/log 2020-01-01")
    await wang.sees("没有找到")
    # not for an officer, a duty officer or a district's approver, and not in a group
    for phone in (he, chen, town.xu):
        await phone.sends("/log")
        no = await phone.sees("只有带班领导和管理员")
        for data in ("lg:p:0:", "lg:x:0:"):
            assert "只有带班领导" in (await phone.taps_data(data, None, no))["text"]
    await chen.sends("/log", chat=town.town)
    await chen.sees("在私聊里看", chat=town.town)
    for data in ("lg:q:0:", "lg:p:9999:"):
        assert (await wang.taps_data(data, None, page))["text"]

    # the administrator reads all of it, who looked too; pages; a table
    for _ in range(3):
        await admin.sends("/log 何志强")
        await admin.sees("何志强 上报")
    await admin.sends("/log")
    newest = await admin.sees("链完整", "王国栋 查看日志")
    await admin.taps("更早", message=newest)
    await admin.sees("日志", "更晚")
    await admin.sends(f"/log {report.number}")
    listed = await admin.sees(f"🔎 {report.number}")
    await admin.taps("导出", message=listed)
    assert "马上" in admin.toasts[-1]
    sent = await admin.sees("打印号")
    address = f"{town.night.base_url}/practice/files/{sent.document.file_id}"
    async with ClientSession() as session, session.get(address) as answer:
        sheet = load_workbook(io.BytesIO(await answer.read())).worksheets[0]
    told = [[str(cell.value) for cell in row] for row in sheet.iter_rows()]
    assert ("打印人" in told[0][0], told[1][0]) == (True, "序号")
    assert {row[2] for row in told[2:]} == {report.number}
    assert any(row[3:5] == ["陈建国", "acknowledged"] for row in told[2:])
    await admin.taps("导出", message=listed)
    assert "刚才已经" in admin.toasts[-1] or "马上" in admin.toasts[-1], "once a minute of the clock"
    await town.forgets(admin)

    # what the law erases stays a line, and the chain whole
    now = town.night.app.clock.now()
    async with town.night.database.transaction() as tx:
        await case_log.erase(tx, f"report:{report.id}", now, "依法")
    await admin.sends(f"/log {report.number}")
    erased = await admin.sees("链完整", "已依法删除（acknowledged）")
    assert "陈建国" not in erased.text

    # somebody changes a name in the database: the reader sees at which line, the administrators hear of it, doctor too
    async with town.night.database.transaction() as tx:
        looks = [line.id for line, _ in await case_log.lines(tx, "log")]
        changed = update(CaseLogDetail).where(CaseLogDetail.line_id == looks[0]).values(actor_name="别人")
        await tx.session.execute(changed.execution_options(synchronize_session=False))
    await town.forgets()
    await wang.sends("/log")
    await wang.sees(f"链在第 {looks[0]} 条断了", "内容被改过")
    await admin.sees("日志链", f"第 {looks[0]} 条", "比对")
    [finding] = [each for each in await examine(town.night.app.settings) if "case log" in each.what]
    assert (finding.ok, finding.what) == (False, f"case log: broken at line {looks[0]}: the words were changed")

    # and the hourly walk finds what nobody has looked at
    async with town.night.database.transaction() as tx:
        moved = update(CaseLogLine).where(CaseLogLine.id == looks[0] - 1).values(verb="closed")
        await tx.session.execute(moved.execution_options(synchronize_session=False))
    await town.forward(hours=1, minutes=1)
    await chain_look.look(town.night.database, town.night.app.world, town.night.app.clock.now())
    await admin.sees("日志链", f"第 {looks[0] - 1} 条", "被改过")
    await town.forgets()
