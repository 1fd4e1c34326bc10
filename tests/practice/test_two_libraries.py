"""aiogram and python-telegram-bot, two independent readings of the Bot API, against every method the bot uses.

Neither may send a parameter that the practice Telegram does not know, and each must understand every answer.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiogram.types as a
import pytest
import telegram as t
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramForbiddenError, TelegramMigrateToChat, TelegramRetryAfter
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from practice.bot_api import METHODS
from practice.pictures import jpeg
from tests.practice.conftest import BOT_ID, TOKEN, Room

PICTURE = jpeg(1)


@dataclass
class Libraries:
    """The same bot through both."""

    bot: Bot
    ptb: t.Bot


@pytest.fixture
async def both(room: Room) -> AsyncIterator[Libraries]:
    base = room.server.base_url
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))
    async with t.Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as ptb:
        yield Libraries(bot, ptb)
    await bot.session.close()


class Night:
    """What both libraries do in one night: one group, one forum, one private chat."""

    def __init__(self, room: Room, both: Libraries, group: int, forum: int, said: t.Message, query: str) -> None:
        self.both = both
        self.room, self.group, self.forum, self.said, self.query = room, group, forum, said, query
        self.chat = room.officer.id


async def prepared(room: Room, both: Libraries) -> Night:
    group = await room.group("supergroup")
    forum = await room.world.add_group("论坛", room.duty, [], [BOT_ID], is_forum=True)
    for one in (group, forum):
        await room.world.member(one, room.duty, BOT_ID, "promote")
    keyboard = {"inline_keyboard": [[{"text": "接报", "callback_data": "a"}]]}
    await room.api("sendMessage", chat_id=room.officer.id, text="P1", reply_markup=keyboard)
    said = await room.officer.sends_photo("现场")
    await room.updates()
    await room.officer.taps("接报", wait=0)
    (update,) = await room.updates()
    await room.world.clear_calls()
    return Night(room, both, group.id, forum.id, said, update["callback_query"]["id"])


async def with_aiogram(night: Night) -> None:
    bot, chat, group, said = night.both.bot, night.chat, night.group, night.said
    picture = a.BufferedInputFile(PICTURE, "p.jpg")
    inline = a.InlineKeyboardMarkup(
        inline_keyboard=[[a.InlineKeyboardButton(text="接报", callback_data="a", style="danger")]]
    )
    menu = a.ReplyKeyboardMarkup(
        keyboard=[[a.KeyboardButton(text="电话", request_contact=True)]], resize_keyboard=True, is_persistent=True
    )
    assert (await bot.get_me()).id == BOT_ID
    card = await bot.send_message(chat, "<b>P1</b>", parse_mode="HTML", reply_markup=inline)
    assert card.html_text == "<b>P1</b>"
    await bot.send_message(
        chat, "菜单", reply_markup=menu, reply_parameters=a.ReplyParameters(message_id=card.message_id)
    )
    await bot.send_message(chat, "收起", reply_markup=a.ReplyKeyboardRemove(), disable_notification=True)
    await bot.send_message(chat, "哪里？", reply_markup=a.ForceReply(input_field_placeholder="村"))
    await bot.edit_message_text("P1 已接报", chat_id=chat, message_id=card.message_id, reply_markup=inline)
    await bot.edit_message_reply_markup(chat_id=chat, message_id=card.message_id)
    photo = await bot.send_photo(chat, picture, caption="图")
    assert photo.photo
    await bot.edit_message_caption(chat_id=chat, message_id=photo.message_id, caption="图二")
    await bot.send_video(chat, a.BufferedInputFile(b"v" * 99, "v.mp4"), duration=3)
    await bot.send_voice(chat, a.BufferedInputFile(b"o" * 99, "v.oga"))
    await bot.send_audio(chat, a.BufferedInputFile(b"m" * 99, "m.mp3"), title="号")
    await bot.send_document(chat, a.BufferedInputFile("表".encode(), "报告.docx"), caption="附件")
    await bot.send_media_group(
        chat, [a.InputMediaPhoto(media=picture), a.InputMediaPhoto(media=photo.photo[-1].file_id)]
    )
    await bot.send_location(chat, 23.29, 113.83)
    await bot.send_contact(chat, "+86138", "何志强")
    await bot.send_poll(chat, "能到吗？", [a.InputPollOption(text="能"), a.InputPollOption(text="不能")])
    await bot.send_dice(chat)
    await bot.send_chat_action(chat, "typing")
    await bot.forward_message(group, chat, said.message_id)
    await bot.copy_message(group, chat, said.message_id)
    await bot.set_message_reaction(chat, said.message_id, [a.ReactionTypeEmoji(emoji="👍")])
    await bot.answer_callback_query(night.query, text="好", show_alert=False)
    stored = await bot.get_file(said.photo[-1].file_id)
    assert stored.file_path
    fetched = await bot.download_file(stored.file_path)
    assert fetched is not None
    assert fetched.read(3) == b"\xff\xd8\xff"
    pinned = await bot.send_message(group, "P0")
    await bot.pin_chat_message(group, pinned.message_id)
    assert (await bot.get_chat(group)).pinned_message
    await bot.unpin_chat_message(group, message_id=pinned.message_id)
    assert (await bot.get_chat_member(group, BOT_ID)).status == "administrator"
    assert len(await bot.get_chat_administrators(group)) == 2
    assert await bot.get_chat_member_count(group) == 3
    await bot.delete_message(group, pinned.message_id)
    await bot.delete_messages(chat, [photo.message_id])
    await about_with_aiogram(night)


async def about_with_aiogram(night: Night) -> None:
    bot, chat = night.both.bot, night.chat
    commands = [a.BotCommand(command="start", description="开始")]
    scope = a.BotCommandScopeChat(chat_id=chat)
    await bot.set_my_commands(commands, scope=scope, language_code="zh")
    assert [one.command for one in await bot.get_my_commands(scope=scope, language_code="zh")] == ["start"]
    await bot.delete_my_commands(scope=scope, language_code="zh")
    await bot.set_my_name("前哨")
    await bot.set_my_description("报灾")
    await bot.set_my_short_description("短")
    assert (await bot.get_my_name()).name == "前哨"
    assert (await bot.get_my_description()).description == "报灾"
    assert (await bot.get_my_short_description()).short_description == "短"
    await bot.set_chat_menu_button(chat_id=chat, menu_button=a.MenuButtonCommands())
    assert (await bot.get_chat_menu_button(chat_id=chat)).type == "commands"
    topic = await bot.create_forum_topic(night.forum, "派潭镇")
    await bot.send_message(night.forum, "P1", message_thread_id=topic.message_thread_id)
    await bot.close_forum_topic(night.forum, topic.message_thread_id)
    await bot.reopen_forum_topic(night.forum, topic.message_thread_id)
    assert (await bot.get_user_profile_photos(chat)).total_count == 0
    await bot.set_webhook("https://example.org/hook", secret_token="s", allowed_updates=["message"])
    assert (await bot.get_webhook_info()).url
    await bot.delete_webhook(drop_pending_updates=True)
    await bot.get_updates(offset=-1, timeout=0)
    await bot.leave_chat(night.group)
    await bot.log_out()


async def with_ptb(night: Night) -> None:
    bot, chat, group, said = night.both.ptb, night.chat, night.group, night.said
    inline = t.InlineKeyboardMarkup([[t.InlineKeyboardButton("接报", callback_data="a", style="danger")]])
    menu = t.ReplyKeyboardMarkup([[t.KeyboardButton("电话", request_contact=True)]], is_persistent=True)
    assert (await bot.get_me()).id == BOT_ID
    card = await bot.send_message(chat, "*P1*", parse_mode="MarkdownV2", reply_markup=inline)
    assert card.text_html == "<b>P1</b>"
    await bot.send_message(chat, "菜单", reply_markup=menu, reply_to_message_id=card.message_id)
    await bot.send_message(chat, "收起", reply_markup=t.ReplyKeyboardRemove(), protect_content=True)
    await bot.send_message(chat, "哪里？", reply_markup=t.ForceReply(selective=True))
    await bot.edit_message_text("P1 已接报", chat, card.message_id, reply_markup=inline)
    await bot.edit_message_reply_markup(chat, card.message_id)
    photo = await bot.send_photo(chat, PICTURE, caption="图")
    await bot.edit_message_caption(chat, photo.message_id, caption="图二")
    await bot.send_video(chat, b"v" * 99, duration=3)
    await bot.send_voice(chat, b"o" * 99)
    await bot.send_audio(chat, b"m" * 99, title="号")
    await bot.send_document(chat, "表".encode(), filename="报告.docx")
    await bot.send_media_group(chat, [t.InputMediaPhoto(PICTURE), t.InputMediaPhoto(photo.photo[-1].file_id)])
    await bot.send_location(chat, 23.29, 113.83)
    await bot.send_contact(chat, "+86138", "何志强")
    await bot.send_poll(chat, "能到吗？", ["能", "不能"])
    await bot.send_dice(chat)
    await bot.send_chat_action(chat, "typing")
    await bot.forward_message(group, chat, said.message_id)
    await bot.copy_message(group, chat, said.message_id)
    await bot.set_message_reaction(chat, said.message_id, "👍")
    await bot.answer_callback_query(night.query, text="好")
    fetched = await (await bot.get_file(said.photo[-1].file_id)).download_as_bytearray()
    assert fetched[:3] == b"\xff\xd8\xff"
    pinned = await bot.send_message(group, "P0")
    await bot.pin_chat_message(group, pinned.message_id)
    assert (await bot.get_chat(group)).pinned_message
    await bot.unpin_chat_message(group, pinned.message_id)
    assert isinstance(await bot.get_chat_member(group, BOT_ID), t.ChatMemberAdministrator)
    assert len(await bot.get_chat_administrators(group)) == 2
    assert await bot.get_chat_member_count(group) == 3
    await bot.delete_message(group, pinned.message_id)
    await bot.delete_messages(chat, [photo.message_id])
    await about_with_ptb(night)


async def about_with_ptb(night: Night) -> None:
    bot, chat = night.both.ptb, night.chat
    commands = [t.BotCommand("start", "开始")]
    scope = t.BotCommandScopeChat(chat)
    await bot.set_my_commands(commands, scope, "zh")
    assert list(await bot.get_my_commands(scope, "zh")) == commands
    await bot.delete_my_commands(scope, "zh")
    await bot.set_my_name("前哨")
    await bot.set_my_description("报灾")
    await bot.set_my_short_description("短")
    assert (await bot.get_my_name()).name == "前哨"
    assert (await bot.get_my_description()).description == "报灾"
    assert (await bot.get_my_short_description()).short_description == "短"
    await bot.set_chat_menu_button(chat, t.MenuButtonCommands())
    assert (await bot.get_chat_menu_button(chat)).type == "commands"
    topic = await bot.create_forum_topic(night.forum, "派潭镇")
    await bot.send_message(night.forum, "P1", message_thread_id=topic.message_thread_id)
    await bot.close_forum_topic(night.forum, topic.message_thread_id)
    await bot.reopen_forum_topic(night.forum, topic.message_thread_id)
    assert (await bot.get_user_profile_photos(chat)).total_count == 0
    await bot.set_webhook("https://example.org/hook", secret_token="s", allowed_updates=["message"])
    assert (await bot.get_webhook_info()).url
    await bot.delete_webhook(drop_pending_updates=True)
    await bot.get_updates(offset=-1, timeout=0)
    await bot.leave_chat(night.group)
    await bot.log_out()


EXTRA = {"close", "sendsticker", "sendanimation", "sendvenue", "forwardmessages", "copymessages"}
EXTRA |= {"unpinallchatmessages", "editforumtopic", "deleteforumtopic"}


@pytest.mark.parametrize("play", [with_aiogram, with_ptb])
async def test_a_whole_night_with_either_library(
    open_room: Room, both: Libraries, play: Callable[[Night], Awaitable[None]]
) -> None:
    await play(await prepared(open_room, both))
    calls = await open_room.world.calls()
    failed = [call for call in calls if not call["ok"]]
    assert failed == []
    strange = {call["method"]: call["unknown_params"] for call in calls if "unknown_params" in call}
    assert strange == {}
    assert set(METHODS) - {call["method"].lower() for call in calls} - EXTRA == set()


@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
async def test_both_libraries_raise_the_right_errors(room: Room, both: Libraries) -> None:
    stranger, group = room.officer.id, await room.group()
    with pytest.raises(TelegramForbiddenError):
        await both.bot.send_message(stranger, "x")
    with pytest.raises(Forbidden):
        await both.ptb.send_message(stranger, "x")
    await room.world.upgrade(group)
    with pytest.raises(TelegramMigrateToChat) as moved:
        await both.bot.send_message(group.id, "x")
    with pytest.raises(ChatMigrated) as also_moved:
        await both.ptb.send_message(group.id, "x")
    assert moved.value.migrate_to_chat_id == also_moved.value.new_chat_id
    await room.officer.start("qianshao_bot")
    await room.world.break_next("sendMessage", 2, "429", retry_after=9)
    with pytest.raises(TelegramRetryAfter) as wait:
        await both.bot.send_message(stranger, "x")
    assert wait.value.retry_after == 9
    with pytest.raises(RetryAfter):
        await both.ptb.send_message(stranger, "x")
    with pytest.raises(BadRequest, match=r"Can't parse entities: can't find end tag"):
        await both.ptb.send_message(stranger, "<b>", parse_mode="HTML")


async def both_read(room: Room, both: Libraries) -> set[str]:
    """Every waiting update is understood by both libraries, with nothing lost on the way; the kinds there were."""
    kinds = set()
    for raw in await room.updates(allowed_updates=ALL_KINDS):
        read = t.Update.de_json(raw, both.ptb)
        assert read.effective_user is not None
        kind = next(name for name in raw if name != "update_id")
        assert getattr(a.Update.model_validate(raw), kind) is not None
        assert not read.api_kwargs, read.api_kwargs
        body: Any = getattr(read, kind)
        assert not [name for name in body.api_kwargs if name not in OLD_FIELDS], body.api_kwargs
        kinds.add(kind)
    return kinds


ALL_KINDS = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member"]
# Still sent by Telegram for very old bots; no library reads them any more.
OLD_FIELDS = {"new_chat_participant", "new_chat_member", "left_chat_participant", "forward_from"}


async def test_both_libraries_read_every_update(room: Room, both: Libraries) -> None:
    await room.raw("getUpdates", allowed_updates=ALL_KINDS)
    officer, duty = room.officer, room.duty
    await officer.start("qianshao_bot", "x")
    for send in (officer.sends_photo, officer.sends_voice, officer.sends_video, officer.sends_document):
        await send()
    for other in (officer.sends_contact, officer.sends_sticker, officer.sends_dice, officer.sends_poll):
        await other()
    await officer.sends_location(23, 113)
    await officer.sends_album()
    said = await officer.sends("/a")
    await officer.edits(said, "/b")
    await officer.forwards(said)
    group = await room.group()
    supergroup = await room.world.upgrade(group)
    await room.world.member(supergroup, duty, BOT_ID, "promote")
    await room.world.member(supergroup, duty, officer, "remove")
    await room.world.member(supergroup, duty, officer, "add")
    await room.world.member(supergroup, duty, officer, "mute")
    forum = await room.world.add_group("论坛", duty, [], [BOT_ID], is_forum=True)
    await room.world.add_topic(forum, "派潭镇")
    sent = await room.api(
        "sendMessage",
        chat_id=forum.id,
        text="x",
        reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]},
    )
    await duty.taps("a", chat=forum, message=sent["message_id"], wait=0)
    await officer.blocks()
    assert await both_read(room, both) == set(ALL_KINDS)


async def test_aiograms_own_polling_answers_a_person(open_room: Room, both: Libraries) -> None:
    from aiogram import Dispatcher

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: a.Message) -> None:
        await message.answer(f"收到：{message.text}")

    polling = asyncio.ensure_future(dispatcher.start_polling(both.bot, handle_signals=False, polling_timeout=5))
    await open_room.officer.sends("水位上涨")
    assert (await open_room.officer.sees("收到：水位上涨")).from_user is not None
    await dispatcher.stop_polling()
    await polling
