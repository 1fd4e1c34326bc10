"""The page of phones in a real browser: two people, one scripted bot, everything live."""

import asyncio
import contextlib
import re
import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

from practice.phone import Phone
from tests.practice.conftest import BOT_ID, BOT_NAME, Room, a_room

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

# One browser for all: tests and fixtures share a loop. Every test has a practice Telegram and a window of its own.
pytestmark = [
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (Debian: apt install chromium)"),
]

# The suite may share its cores with other tests.
expect.set_options(timeout=15_000)

KEYBOARD = {
    "keyboard": [
        [{"text": "紧急上报", "style": "danger"}],
        [{"text": "发送定位", "request_location": True}, {"text": "手机号", "request_contact": True}],
    ],
    "resize_keyboard": True,
}
CHOICES = {
    "inline_keyboard": [
        [
            {"text": "接报", "callback_data": "take", "style": "success"},
            {"text": "误报", "callback_data": "false", "style": "danger"},
        ],
        [{"text": "复制编号", "copy_text": {"text": "PT-001"}}],
    ]
}
NOT_NARROWER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WIDER_THAN_SCREEN = """() => [...document.querySelectorAll('body *')]
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .filter((node) => node.checkVisibility() && !node.closest('.switcher'))
  .map((node) => node.className || node.tagName)"""


class ScriptedBot:
    """Answers what the tests say; everything goes through the Bot API, as with a real bot."""

    def __init__(self, room: Room) -> None:
        self.room = room

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.room.api("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.tapped(update["callback_query"])
                elif "message" in update:
                    await self.heard(update["message"])

    async def say(self, chat_id: int, text: str, **more: Any) -> None:
        await self.room.api("sendMessage", chat_id=chat_id, text=text, **more)

    async def heard(self, message: dict[str, Any]) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if message["chat"]["type"] != "private":
            return
        if text.startswith("/start"):
            await self.say(chat, f"欢迎 {text.removeprefix('/start').strip() or '没有口令'}", reply_markup=KEYBOARD)
        elif text == "紧急上报":
            await self.say(chat, "请选择", reply_markup=CHOICES)
        elif text == "问我":
            await self.say(
                chat, "几个人受困？", reply_markup={"force_reply": True, "input_field_placeholder": "只写数字"}
            )
        elif text == "样子":
            await self.say(
                chat, '<b>重要</b> <a href="https://t.me/qianshao_bot?start=abc">开门</a> &lt;i&gt;', parse_mode="HTML"
            )
        elif text:
            await self.say(chat, f"收到：{text}")
        elif "location" in message:
            await self.say(chat, f"位置 {message['location']['latitude']:.3f}")
        elif "contact" in message:
            await self.say(chat, f"号码 {message['contact']['phone_number']}")
        elif "photo" in message:
            await self.say(chat, f"照片 {message.get('caption', '')}")

    async def tapped(self, query: dict[str, Any]) -> None:
        data, message = query["data"], query["message"]
        alert = data == "false"
        await self.room.api("answerCallbackQuery", callback_query_id=query["id"], text=f"已选 {data}", show_alert=alert)
        if not alert:
            where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await self.room.api("editMessageText", text="已接报", **where)


@pytest_asyncio.fixture(loop_scope="module")
async def room() -> AsyncIterator[Room]:
    async with a_room() as room:
        yield room


@pytest_asyncio.fixture(loop_scope="module")
async def bot(room: Room) -> AsyncIterator[ScriptedBot]:
    scripted = ScriptedBot(room)
    await room.api("setMyCommands", commands=[{"command": "report", "description": "上报"}])
    task = asyncio.create_task(scripted.run())
    yield scripted
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(room: Room, bot: ScriptedBot, browser: Browser) -> AsyncIterator[Page]:
    async with opened(room, browser, 1280, 860) as page:
        yield page


@contextlib.asynccontextmanager
async def opened(room: Room, browser: Browser, width: int, height: int, query: str = "") -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = await context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    await page.goto(f"{room.server.base_url}/{query}")
    await expect(page.locator(".phone").first).to_be_attached()
    yield page
    await context.close()
    assert faults == []


def phone_of(page: Page, person: Phone) -> Locator:
    return page.locator(f'.phone[data-person="{person.id}"]')


async def started(page: Page, person: Phone) -> Locator:
    """The person's phone with the bot open and /start pressed."""
    phone = phone_of(page, person)
    await phone.get_by_role("button", name="开始", exact=True).click()
    await expect(phone.get_by_role("log")).to_contain_text("欢迎 没有口令")
    return phone


async def write(phone: Locator, text: str) -> None:
    await phone.get_by_role("textbox", name="消息").fill(text)
    await phone.get_by_role("textbox", name="消息").press("Enter")


async def test_two_people_write_and_the_bot_answers_live(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    duty = await started(page, room.duty)
    await write(officer, "水涨了")
    await expect(officer.get_by_role("log")).to_contain_text("收到：水涨了")
    await expect(duty.get_by_role("log")).not_to_contain_text("收到：水涨了")
    # Nobody touches the page: the message arrives by itself.
    await room.api("sendMessage", chat_id=room.duty.id, text="请接报")
    await expect(duty.get_by_role("log")).to_contain_text("请接报")


async def test_reply_keyboard_and_inline_button_with_toast_and_alert(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await officer.get_by_role("button", name="紧急上报").click()
    await expect(officer.get_by_role("button", name="接报")).to_have_class(re.compile("style-success"))
    await officer.get_by_role("button", name="误报").click()
    await expect(officer.get_by_role("dialog")).to_contain_text("已选 false")
    await officer.get_by_role("button", name="好", exact=True).click()
    await officer.get_by_role("button", name="接报").click()
    await expect(officer.locator(".toast")).to_contain_text("已选 take")
    await expect(officer.get_by_role("log")).to_contain_text("已接报")
    await expect(officer.get_by_role("log")).to_contain_text("已编辑")
    await expect(officer.locator(".inline-key")).to_have_count(0)


async def test_sends_location_contact_and_photo(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await officer.get_by_role("button", name="发送定位").click()
    await expect(officer.get_by_label("纬度")).to_have_value("23.502")
    await officer.get_by_role("dialog").get_by_role("button", name="发送", exact=True).click()
    await expect(officer.get_by_role("log")).to_contain_text("位置 23.502")
    await expect(officer.locator(".place")).to_contain_text("23.50200, 113.77800")
    await officer.get_by_role("button", name="手机号").click()
    await officer.get_by_role("dialog").get_by_role("button", name="发送", exact=True).click()
    await expect(officer.get_by_role("log")).to_contain_text("号码 +8613800000001")
    await officer.get_by_role("button", name="附件").click()
    await officer.get_by_role("button", name="照片", exact=True).click()
    await officer.get_by_label("说明文字").fill("漫过桥面")
    await officer.get_by_role("dialog").get_by_role("button", name="发送", exact=True).click()
    await expect(officer.get_by_role("log")).to_contain_text("照片 漫过桥面")
    # The picture's own bytes are shown, not the drawn stand-in.
    await expect(officer.locator(".picture img")).to_have_js_property("naturalWidth", 320)


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        ("相册（多张）", ".album .picture >> nth=2"),
        ("视频", ".video"),
        ("语音", ".voice-bar"),
        ("文件", ".file-name"),
        ("我的名片", ".file-name"),
        ("贴纸", ".sticker"),
        ("骰子", ".dice-value"),
    ],
)
async def test_every_attachment(room: Room, page: Page, item: str, shown: str) -> None:
    officer = await started(page, room.officer)
    await officer.get_by_role("button", name="附件").click()
    await officer.get_by_role("button", name=item, exact=True).click()
    if item not in ("我的名片", "贴纸", "骰子"):
        await officer.get_by_role("dialog").get_by_role("button", name="发送", exact=True).click()
    await expect(officer.locator(f".message.own {shown}")).to_be_visible()


async def test_force_reply_opens_the_reply_bar_and_answers_to_it(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await write(officer, "问我")
    await expect(officer.locator(".reply-bar")).to_contain_text("几个人受困？")
    await expect(officer.get_by_role("textbox", name="消息")).to_have_attribute("placeholder", "只写数字")
    await write(officer, "三个")
    await expect(officer.locator(".message.own .quote")).to_contain_text("几个人受困？")
    await expect(officer.locator(".reply-bar")).to_be_hidden()


async def test_edit_and_delete_of_an_own_message(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await write(officer, "三户")
    await expect(officer.get_by_role("log")).to_contain_text("收到：三户")
    mine = officer.locator(".message.own").last
    await mine.click(button="right")
    await officer.get_by_role("button", name="编辑", exact=True).click()
    await write(officer, "四户")
    await expect(mine).to_contain_text("四户")
    await expect(mine).to_contain_text("已编辑")
    await mine.hover()
    await mine.get_by_role("button", name="这条消息可以做什么").click()
    await officer.get_by_role("button", name="删除", exact=True).click()
    await expect(mine).to_contain_text("已删除")
    await expect(mine.locator(".text")).to_have_css("text-decoration-line", "line-through")


async def test_a_link_to_the_bot_opens_it_with_its_payload(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await write(officer, "样子")
    await expect(officer.locator(".message strong")).to_have_text("重要")
    await expect(officer.locator(".message .text").last).to_contain_text("<i>")
    await officer.get_by_role("link", name="开门").click()
    await expect(officer.get_by_role("log")).to_contain_text("欢迎 abc")
    await officer.get_by_role("button", name="返回聊天列表").click()
    await officer.get_by_role("button", name="打开机器人链接").click()
    await officer.get_by_role("dialog").get_by_role("textbox").fill(f"https://t.me/{BOT_NAME}?start=invite_7")
    await officer.get_by_role("dialog").get_by_role("button", name="打开", exact=True).click()
    await expect(officer.get_by_role("log")).to_contain_text("欢迎 invite_7")


async def test_typing_a_slash_lists_the_commands(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await officer.get_by_role("textbox", name="消息").press_sequentially("/re")
    await expect(officer.get_by_role("listbox", name="命令").get_by_role("option")).to_have_text(["/report上报"])
    await officer.get_by_role("textbox", name="消息").press("Enter")
    await expect(officer.get_by_role("log")).to_contain_text("收到：/report")


async def test_blocking_the_bot_and_starting_again(room: Room, page: Page) -> None:
    officer = await started(page, room.officer)
    await officer.locator(".phone-top").get_by_role("button", name="手机设置").click()
    await officer.get_by_role("button", name="屏蔽机器人").click()
    await expect(officer.get_by_role("button", name="解除屏蔽并重新开始")).to_be_visible()
    assert "403" in await room.refused("sendMessage", chat_id=room.officer.id, text="在吗")
    await officer.get_by_role("button", name="解除屏蔽并重新开始").click()
    await expect(officer.get_by_role("textbox", name="消息")).to_be_visible()
    await room.api("sendMessage", chat_id=room.officer.id, text="又在了")
    await expect(officer.get_by_role("log")).to_contain_text("又在了")


async def test_a_new_group_with_the_bot_is_upgraded_on_the_page(room: Room, page: Page) -> None:
    duty = phone_of(page, room.duty)
    await duty.get_by_role("button", name="返回聊天列表").click()
    await duty.get_by_role("button", name="新建群组").click()
    await duty.get_by_label("群组名称").fill("派潭镇值班群")
    await duty.get_by_label("何志强").check()
    await duty.get_by_role("group", name="机器人").get_by_role("checkbox").check()
    await duty.get_by_role("button", name="建立").click()
    await expect(duty.get_by_role("log")).to_contain_text("陈丽华 把 前哨 加进群组")
    (group,) = (await room.world.world())["groups"]
    await room.api("sendMessage", chat_id=group["id"], text="🔴 山洪", reply_markup=CHOICES)
    await expect(duty.get_by_role("button", name="接报")).to_be_visible()
    officer = phone_of(page, room.officer)
    await officer.get_by_role("button", name="返回聊天列表").click()
    await expect(officer.locator(".chat-row", has_text="派潭镇值班群").locator(".badge")).to_be_visible()
    await duty.get_by_role("button", name="群组管理").click()
    await duty.get_by_role("button", name="升级为超级群").click()
    await expect(duty.get_by_role("log")).to_contain_text("由普通群升级而来")
    (group,) = (await room.world.world())["groups"]
    assert group["type"] == "supergroup"
    assert sorted(group["members"]) == sorted([BOT_ID, room.duty.id, room.officer.id])


async def test_topics_are_tabs(room: Room, page: Page) -> None:
    group = await room.world.add_group("区值班群", room.duty, [room.officer], [BOT_ID], is_forum=True)
    thread = await room.world.add_topic(group, "汛情")
    await room.api("sendMessage", chat_id=group.id, message_thread_id=thread, text="水位两米")
    await room.api("sendMessage", chat_id=group.id, text="大家好")
    duty = phone_of(page, room.duty)
    await duty.get_by_role("button", name="返回聊天列表").click()
    await duty.locator(".chat-row", has_text="区值班群").click()
    await expect(duty.get_by_role("log")).to_contain_text("大家好")
    await duty.get_by_role("button", name="汛情").click()
    await expect(duty.get_by_role("log")).to_contain_text("水位两米")
    await expect(duty.get_by_role("log")).not_to_contain_text("大家好")
    await write(duty, "收到")
    await expect(duty.get_by_role("log")).to_contain_text("收到")
    messages = (await room.world.call("GET", f"/phones/{room.duty.id}/chats/{group.id}"))["messages"]
    assert messages[-1]["message_thread_id"] == thread


async def test_fast_forward_moves_the_clock(room: Room, page: Page) -> None:
    before = await room.world.clock()
    await page.locator(".clock-steps").get_by_role("button", name="快进 3 分钟").click()
    await expect(page.locator(".clock-ahead")).to_have_text("比真实时间快 3 分钟")
    await page.locator(".clock-steps").get_by_role("button", name="其他时长").click()
    await page.get_by_label("数量").fill("2")
    await page.get_by_label("单位").select_option("3600")
    await page.get_by_role("button", name="快进这么久").click()
    await expect(page.locator(".clock-ahead")).to_have_text("比真实时间快 2 小时 3 分钟")
    after = await room.world.clock()
    assert round(after["offset_seconds"] - before["offset_seconds"]) == 7380


async def test_faults_are_injected_and_cleared(room: Room, page: Page) -> None:
    await page.get_by_role("button", name="故障").click()
    panel = page.get_by_role("dialog")
    await panel.get_by_label("怎么坏").select_option("429")
    await panel.get_by_label("哪个调用").select_option("sendMessage")
    await panel.get_by_label("哪个聊天").select_option(str(room.duty.id))
    await panel.get_by_label("retry_after").fill("7")
    await panel.get_by_role("button", name="注入故障").click()
    await expect(panel).to_contain_text("429")
    (fault,) = (await room.world.call("GET", "/faults"))["faults"]
    assert (fault["kind"], fault["chat_id"], fault["retry_after"]) == ("429", room.duty.id, 7)
    await panel.get_by_role("button", name="清除全部故障").click()
    await expect(panel).to_contain_text("现在没有故障")


async def test_names_and_texts_are_shown_as_they_are(room: Room, page: Page) -> None:
    name = "<b>王</b>\u202e\u05d0\u05d1\u200b"
    odd = await room.world.add_person(name)
    await page.get_by_role("button", name="添加手机").click()
    await page.get_by_role("dialog").locator(".row-button").filter(has_text="<b>王</b>").click()
    phone = phone_of(page, odd)
    assert await phone.locator(".person-picker option:checked").text_content() == name
    await phone.get_by_role("button", name="开始", exact=True).click()
    await expect(phone.get_by_role("log")).to_contain_text("欢迎")
    text = '<img src=x onerror="document.title=1"> 𨋢 \u05d0\u05d1 abc'
    await write(phone, text)
    await expect(phone.locator(".message.own .text").last).to_have_text(text)
    assert await phone.locator(".messages img, .messages b").count() == 0


async def test_add_person_and_switch_language_of_page_and_phone(room: Room, page: Page) -> None:
    officer = phone_of(page, room.officer)
    await officer.locator(".person-picker").select_option("add")
    await page.get_by_label("姓名").fill("李小村")
    await page.get_by_label("手机语言").last.select_option("en")
    await page.get_by_role("dialog").get_by_role("button", name="添加", exact=True).click()
    await expect(page.locator(".phone").first.locator(".language-code")).to_have_text("en")
    added = (await room.world.world())["people"][-1]
    assert (added["first_name"], added["language_code"]) == ("李小村", "en")
    await page.get_by_role("button", name="Switch to English").click()
    await expect(page.locator(".phone").first.get_by_role("button", name="Start", exact=True)).to_be_visible()
    first = page.locator(".phone").first
    await first.locator(".phone-top").get_by_role("button", name="Phone settings").click()
    await first.get_by_label("Phone language").last.select_option("zh-hant")
    await expect(first.locator(".language-code")).to_have_text("zh-hant")


@pytest.mark.parametrize("width", [360, 390])
async def test_phone_width_has_one_phone_and_no_sideways_scroll(
    room: Room, bot: ScriptedBot, browser: Browser, width: int
) -> None:
    await room.officer.start(BOT_NAME)
    long = "长" * 60 + "x" * 200
    await room.api("sendMessage", chat_id=room.officer.id, text=long, reply_markup=CHOICES)
    async with opened(room, browser, width, 780) as page:
        officer = phone_of(page, room.officer)
        await expect(officer.get_by_role("log")).to_contain_text("长长长")
        await expect(page.locator(".phone:visible")).to_have_count(1)
        assert await page.evaluate(NOT_NARROWER) == 0
        assert await page.evaluate(WIDER_THAN_SCREEN) == []
        await page.get_by_role("navigation", name="人物").get_by_role("button", name=room.duty.name).click()
        await expect(phone_of(page, room.duty)).to_be_visible()
        await expect(officer).to_be_hidden()
        await page.get_by_text("快进", exact=True).click()
        assert await page.evaluate(NOT_NARROWER) == 0
        assert await page.evaluate(WIDER_THAN_SCREEN) == []


async def test_the_address_chooses_people_and_chat(room: Room, bot: ScriptedBot, browser: Browser) -> None:
    group = await room.world.add_group("派潭镇值班群", room.duty, [room.officer], [BOT_ID])
    async with opened(room, browser, 1280, 860, f"?people={room.duty.id}&chat={group.id}") as page:
        await expect(page.locator(".phone")).to_have_count(1)
        await expect(phone_of(page, room.duty).locator(".chat-head")).to_contain_text("派潭镇值班群")


async def test_keys_alone_start_the_bot_write_and_tap(room: Room, page: Page) -> None:
    officer = phone_of(page, room.officer)
    await officer.get_by_role("button", name="开始", exact=True).focus()
    await page.keyboard.press("Enter")
    await expect(officer.get_by_role("textbox", name="消息")).to_be_focused()
    await page.keyboard.type("紧急上报")
    await page.keyboard.press("Enter")
    await officer.get_by_role("button", name="接报").focus()
    await page.keyboard.press("Enter")
    await expect(officer.locator(".toast")).to_contain_text("已选 take")
    await officer.get_by_role("button", name="附件").focus()
    await page.keyboard.press("Enter")
    await expect(officer.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(officer.get_by_role("dialog")).to_have_count(0)
    await expect(officer.get_by_role("button", name="附件")).to_be_focused()


async def test_the_page_comes_back_after_the_server_does(room: Room, page: Page) -> None:
    await started(page, room.officer)
    await page.context.set_offline(True)
    room.server.world.events.close()
    await expect(page.locator(".offline")).to_be_visible()
    room.server.world.events.closed = False
    await page.context.set_offline(False)
    await expect(page.locator(".offline")).to_be_hidden(timeout=10_000)
    await room.api("sendMessage", chat_id=room.officer.id, text="还在")
    await expect(phone_of(page, room.officer).get_by_role("log")).to_contain_text("还在")
