"""Whatever is sent, tapped or forged: never a crash, never silence in private, and an emergency still goes through."""

from __future__ import annotations

import random
import shutil
import string
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from practice.conversation import inline_texts
from practice.phone import Phone, Refusal
from tests.stories.nights import BOT
from tests.stories.town import Town, a_town

NASTY = (
    "<b>&\"'</b> *bold* _x_ [link](http://x) `code` </b>",
    "𨋢𠮷👨‍👩‍👧‍👦🔥" * 20,
    "🔥" * 2048,
    "字" * 4096,
    "‮反过来‭⁧שלום⁩ مرحبا",
    "​‌‍﻿",
    "\u0000零字节\u0000",
    "\n\n\n",
    "/",
    "/start@someone_else x",
    "9" * 400,
    "-1",
    "1e999",
    "٣",
    "²",
    "NaN",
    "2月30日25:99",
    "公元前3年",
    "{name} { $x } %s {{7*7}}",
    "'; DROP TABLE reports; --",
    "无",
    "不清楚",
    "本村",
    "取消不了",
)

FORGED = (
    "", "f", "f:", "f:0:pick:滑坡", "f:-1:submit:", "f:99999999999999999999999999:cancel:", "f:1:take:99", "f:x:y:z",
    "s:1:dead:3", "s:-1:dead:3", "s:99999999999999999999:dead:3", "s:1:category:other", "s:1:level:general",
    "s:1:place:own_village", "s:1:_form:x", "s:1::", "c:1:ack", "c:1:false_sure", "c:-5:ack", "c:2147483647:ack",
    "c:2147483648:ack", "c:1:nonsense", "g:area:440118", "g:area:\u0000", "l:xx", "l:", "m:drop", "m:add", "m:nonsense",
    "d:0:x:y", "d:99999999999999:in:", "b:1:x:", "a:1:approve:", "a:99999999999:approve:", "u:x:", "u::", "zz:1:2:3",
    "z:on:440118105:0800-3", "z:none:440118105230:1", "z:none::-1", "z:off::9", "z:x::", "t:0:send:",
    "t:0:town:440118105",     "t:1:verify:", "t:1:dismiss_sure:", "t:99999999999:answer:", "t:-1::",
    "k:1:desk:", "k:1:grade_is:I", "k:1:grade_is:V", "k:1:grade_sure:IV", "k:1:text_is:word", "k:1:text_is:x",
    "k:1:why:", "k:1:controlled:", "k:1:no_change:", "k:9999:phoned:", "k:-1:desk:", "k:1::", "k:1:nonsense:",
    "f:1:toggle:" + "x" * 50, "🔥🔥🔥", ":::::", "null", "\u0000\u0001\u0002",
)  # fmt: skip


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with a_town(database_url) as town:
        yield town
        await town.no_update_is_set_aside()


@pytest.fixture
async def sqlite_town(migrated_sqlite: Path, tmp_path: Path) -> AsyncIterator[Town]:
    """For the long walks: one database is enough."""
    file = tmp_path / "walk.sqlite3"
    shutil.copyfile(migrated_sqlite, file)
    async with a_town(f"sqlite:///{file}") as town:
        yield town


async def quiet(town: Town) -> None:
    """Everything has been answered, and read."""
    await town.settled()
    while await town.he.waits_for(1, within=0.3):
        await town.he.forgets()


async def still_reports(town: Town) -> None:
    """After all that, three taps are enough."""
    he = town.he
    await quiet(town)
    before = len(await town.reports())
    await he.sends("/language")
    choice = await he.sees("Choose a language")
    await he.taps("简体中文", message=choice)
    await he.sees("以后用简体中文")
    await quiet(town)
    await he.sends("/cancel")
    await quiet(town)
    await he.sends("紧急上报")
    asked = await he.sees("紧急上报 · 1/2", "溺水")
    await he.taps("溺水", message=asked)
    asked = await he.sees("紧急上报 · 2/2", "有人受伤或被困吗")
    await he.taps("有", message=asked)
    await he.sees("已上报，编号")
    await town.settled()
    reports = await town.reports()
    assert len(reports) == before + 1, await he.conversation()
    assert reports[-1].priority == "P0"
    await town.no_update_is_set_aside()


async def every_question(he: Phone) -> AsyncIterator[str]:
    """Brings the officer to one question after another."""
    await he.sends("/cancel")
    yield "nothing"
    for form, first in (("报事件", "溺水"), ("报隐患", "危房"), ("紧急上报", "溺水")):
        await he.sends("/cancel")
        await he.sends("放弃")
        await he.sends(form)
        yield f"{form}: the first"
        await he.sends("/cancel")
        await he.sends(form)
        await he.waits_for(2)
        await he.taps(first)
        yield f"{form}: the second"
        if form == "紧急上报":
            continue
        await he.sends("本村")
        for step in range(9):
            yield f"{form}: {step + 3}"
            await he.sends("一般" if form == "报隐患" and step == 0 else "跳过")


async def test_nasty_words_at_every_question(sqlite_town: Town) -> None:
    town, dice = sqlite_town, random.Random(7)
    async for where in every_question(town.he):
        await town.settled()
        await town.he.forgets()
        for words in dice.sample(NASTY, 4):
            try:
                await town.he.sends(words)
            except Refusal:  # the practice Telegram, like the real one, takes no such message
                continue
            await town.settled()
            assert await town.he.waits_for(1), f"silence at {where} after {words[:40]!r}"
            await town.he.forgets()
        await town.no_update_is_set_aside()
    await still_reports(town)


async def test_every_kind_of_message_at_every_question(sqlite_town: Town) -> None:
    town = sqlite_town
    he = town.he
    kinds = {
        "sticker": he.sends_sticker,
        "dice": he.sends_dice,
        "poll": lambda: he.sends_poll("去不去", ["去", "不去"]),
        "contact": lambda: he.sends_contact("+8613900000000", "别人"),
        "own contact": he.sends_contact,
        "big video": lambda: he.sends_video(size=60_000_000),
        "big document": lambda: he.sends_document(size=21_000_000, file_name="<b>.exe"),
        "photo": lambda: he.sends_photo("<i>说明</i> & 𨋢"),
        "photo without words": he.sends_photo,
        "far away": lambda: he.sends_location(-33.8, 151.2),
        "pole": lambda: he.sends_location(90, 180),
    }
    dice = random.Random(11)
    async for where in every_question(he):
        await town.settled()
        await he.forgets()
        for name in dice.sample(sorted(kinds), 3):
            await kinds[name]()
            await town.settled()
            assert await he.waits_for(1), f"silence at {where} after a {name}"
            await he.forgets()
        await town.no_update_is_set_aside()
    await still_reports(town)


async def test_forged_taps_get_a_polite_answer_and_change_nothing(town: Town) -> None:
    receipt = await town.reports_emergency(town.he, "暴雨洪涝", "无")
    card = await town.chen.sees("P2", chat=town.town)
    stranger = await town.night.world.add_person("路人")
    await stranger.start(BOT)
    hello = await stranger.sees("居民可以订阅")
    await town.settled()
    dice = random.Random(3)
    noise = ["".join(dice.choices(string.printable + "字🔥", k=dice.randint(1, 15))) for _ in range(10)]
    for data in (*FORGED, *noise):
        data = data.encode()[:64].decode("utf-8", "ignore")
        for phone, message, chat in ((stranger, hello, None), (town.chen, card, town.town), (town.li, 2, None)):
            if phone is town.chen and data.startswith("c:1:"):
                continue  # his own right
            try:
                answer = await phone.taps_data(data, chat, message)
            except Refusal:
                continue
            assert answer["answered"], (phone.name, data)
    await town.settled()
    await town.no_update_is_set_aside()
    [report] = await town.reports()
    assert (report.state, report.version, report.priority) == ("open", 1, "P2")
    # his own report takes a forged answer of the right kind only
    for data in ("s:1:category:other", "s:1:dead:9999999999", "s:1:trapped:x", "s:1:media:1", "s:1:time:unknown"):
        await town.he.taps_data(data, None, receipt)
    await town.settled()
    await town.no_update_is_set_aside()
    [report] = await town.reports()
    assert report.category == "flood" or report.answers["category"] == {"slug": report.category}
    assert "dead" not in report.answers
    await town.forgets()


async def test_names_that_try_to_be_markup(town: Town) -> None:
    for name in ("<b>王&\"'</b>", "‮王大力", "​ㅤ", "𨋢" * 30, "*_`[王](tg://x)"):
        phone = await town.night.world.add_person(name, language_code="zh-hk")
        await phone.start(BOT, await town.night.invitation("officer", "440118105231", None))
        await phone.sees("登記好了")
        await phone.sees("留下手機號碼")
        await phone.sends("緊急上報")
        await phone.sees("發生了甚麼")
        await phone.taps("溺水")
        await phone.sees("有人受傷或被困嗎")
        await phone.taps("有")
        await phone.sees("編號")
        await phone.sees("已上報")
        await phone.sends("我的報告")
        await phone.sees("進行中 1 件")
        card = await town.chen.sees("P0", "溺水", "👤", chat=town.town)
        line = next(line for line in card.text.splitlines() if line.startswith("👤"))
        assert "‮" not in line
        assert "信息员" in line
        await town.zhou.sees("P0", chat=town.district)
    await town.forgets(town.chen, town.zhou)


WORDS = (
    *NASTY[:5], "紧急上报", "报事件", "报隐患", "我的报告", "3", "半小时前", "村口", "返回", "跳过", "提交", "火",
    "/start", "/cancel", "/help", "/language", "/subscribe", "有人受伤了快来",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_monkey_with_a_phone(sqlite_town: Town, seed: int) -> None:
    """Random deeds, one after another; each gets some answer, none is set aside, and the bot still works."""
    town, dice = sqlite_town, random.Random(seed)
    for deed in range(150):
        await town.he.forgets()
        deserves_words = await a_random_deed(town, dice)
        await town.settled()
        heard = not deserves_words or await town.he.waits_for(1, within=2)
        assert heard, f"deed {deed}: silence\n{await town.he.conversation()}"
        if deed % 25 == 0:
            await town.no_update_is_set_aside()
    await town.no_update_is_set_aside()
    await still_reports(town)


async def a_random_deed(town: Town, dice: random.Random) -> bool:
    """A tap, words, something else, time passing or a restart. Whether it deserves an answer in words."""
    he, what = town.he, dice.random()
    if what < 0.5:
        await taps_anything(he, dice)
        return False
    if what < 0.75:
        await he.sends(dice.choice(WORDS))
    elif what < 0.85:
        await dice.choice((he.sends_photo, he.sends_album, he.sends_voice, he.sends_sticker, he.sends_dice))()
    elif what < 0.9:
        await he.sends_contact()
    elif what < 0.95:
        await he.sends_location(*dice.choice(((23.3, 113.8), (0, 0))))
    elif what < 0.98:
        await town.forward(seconds=dice.choice((5, 61, 4000)))
        return False
    else:
        await town.night.restart()
        return False
    return True


async def taps_anything(phone: Phone, dice: random.Random) -> None:
    """Any inline button on the screen, the newest messages more often. Every tap is answered, or the phone says so."""
    view = await phone.view()
    shown = [message for message in view["messages"] if not message["deleted"] and inline_texts(message)]
    if not shown:
        return
    message = dice.choice(shown[-3:] if dice.random() < 0.8 else shown)
    label = dice.choice(inline_texts(message))
    answer = await phone.taps_data(None, None, message["message_id"], button=label)
    assert answer["answered"], (label, await phone.conversation())
