"""Edits and deletions by the bot."""

from typing import Any

from tests.practice.conftest import BOT_ID, Room

NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
KEYS: dict[str, Any] = {"inline_keyboard": [[{"text": "接报", "callback_data": "a"}]]}


async def card(room: Room, **more: Any) -> dict[str, Any]:
    sent: dict[str, Any] = await room.api(
        "sendMessage", chat_id=room.officer.id, text="<b>P1</b>", parse_mode="HTML", **more
    )
    return {"chat_id": room.officer.id, "message_id": sent["message_id"]}


async def test_an_edit_changes_the_text_and_takes_the_buttons_away(open_room: Room) -> None:
    where = await card(open_room, reply_markup=KEYS)
    edited = await open_room.api("editMessageText", **where, text="P1 已接报")
    assert edited["text"] == "P1 已接报"
    assert edited["edit_date"] >= edited["date"]
    assert "reply_markup" not in edited
    (shown,) = [m for m in (await open_room.officer.view())["messages"] if m["message_id"] == where["message_id"]]
    assert (shown["edited"], shown["deleted"]) == (True, False)


async def test_the_same_again_is_not_modified(open_room: Room) -> None:
    where = await card(open_room, reply_markup=KEYS)
    same = {"text": "<b>P1</b> ", "parse_mode": "HTML", "reply_markup": KEYS}
    assert await open_room.refused("editMessageText", **where, **same) == NOT_MODIFIED
    await open_room.api("editMessageText", **where, text="P1", reply_markup=KEYS)
    assert await open_room.refused("editMessageText", **where, text="P1", reply_markup=KEYS) == NOT_MODIFIED
    assert await open_room.refused("editMessageReplyMarkup", **where, reply_markup=KEYS) == NOT_MODIFIED
    await open_room.api("editMessageReplyMarkup", **where)
    assert await open_room.refused("editMessageReplyMarkup", **where) == NOT_MODIFIED


async def test_what_cannot_be_edited(open_room: Room) -> None:
    room, chat = open_room, open_room.officer.id
    own = await room.officer.sends("村民的话")
    refusals = [
        ({"chat_id": chat, "message_id": 999}, "message to edit not found"),
        ({"chat_id": chat, "message_id": own.message_id}, "message can't be edited"),
        ({"chat_id": 42, "message_id": 1}, "chat not found"),
        ({}, "message identifier is not specified"),
    ]
    for where, words in refusals:
        assert await room.refused("editMessageText", **where, text="x") == f"400 Bad Request: {words}"
    photo = await room.api("sendPhoto", chat_id=chat, photo=(await room.officer.sends_photo()).photo[-1].file_id)
    where = {"chat_id": chat, "message_id": photo["message_id"]}
    no_text = await room.refused("editMessageText", **where, text="x")
    assert no_text == "400 Bad Request: there is no text in the message to edit"
    assert (await room.api("editMessageCaption", **where, caption="说明"))["caption"] == "说明"
    no_caption = await room.refused("editMessageCaption", **await card(room), caption="x")
    assert no_caption == "400 Bad Request: there is no caption in the message to edit"


async def test_a_message_that_brought_a_reply_keyboard_is_never_edited(open_room: Room) -> None:
    where = await card(open_room, reply_markup={"keyboard": [["菜单"]]})
    assert await open_room.refused("editMessageText", **where, text="x") == "400 Bad Request: message can't be edited"


async def test_deletions(open_room: Room) -> None:
    room = open_room
    where = await card(room)
    assert await room.api("deleteMessage", **where)
    assert await room.refused("deleteMessage", **where) == "400 Bad Request: message to delete not found"
    gone = await room.refused("editMessageText", **where, text="x")
    assert gone == "400 Bad Request: message to edit not found"
    assert "P1" not in await room.officer.screen()
    incoming = await room.officer.sends("密码123")
    assert await room.api("deleteMessages", chat_id=room.officer.id, message_ids=[incoming.message_id, 999])


async def test_after_two_days_a_message_stays(open_room: Room) -> None:
    where = await card(open_room)
    await open_room.world.forward_clock(49 * 3600)
    old = await open_room.refused("deleteMessage", **where)
    assert old == "400 Bad Request: message can't be deleted for everyone"


async def test_in_a_group_a_bot_deletes_others_messages_only_as_administrator(room: Room) -> None:
    group = await room.group("supergroup")
    said = await room.duty.sends("/x", chat=group)
    refused = await room.refused("deleteMessage", chat_id=group.id, message_id=said.message_id)
    assert refused == "400 Bad Request: message can't be deleted"
    await room.world.member(group, room.duty, BOT_ID, "promote")
    assert await room.api("deleteMessage", chat_id=group.id, message_id=said.message_id)


async def test_copies_and_forwards(open_room: Room) -> None:
    room, chat = open_room, open_room.officer.id
    photo = await room.officer.sends_photo("决口")
    where = {"from_chat_id": chat, "message_id": photo.message_id}
    copied = await room.api("copyMessage", chat_id=room.duty.id, **where, caption="转")
    assert list(copied) == ["message_id"]
    assert (await room.duty.sees("转")).photo
    forwarded = await room.api("forwardMessage", chat_id=room.duty.id, **where)
    assert forwarded["forward_origin"]["sender_user"]["id"] == room.officer.id
    missing = await room.refused("copyMessage", chat_id=room.duty.id, from_chat_id=chat, message_id=999)
    assert missing == "400 Bad Request: message to copy not found"
    many = await room.api(
        "forwardMessages", chat_id=room.duty.id, from_chat_id=chat, message_ids=[photo.message_id, 999]
    )
    assert len(many) == 1


async def test_reactions(open_room: Room) -> None:
    said = await open_room.officer.sends("报告")
    where = {"chat_id": open_room.officer.id, "message_id": said.message_id}
    assert await open_room.api("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "👍"}])
    bad = await open_room.refused("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "🚨"}])
    assert bad == "400 Bad Request: REACTION_INVALID"
    (shown,) = [m for m in (await open_room.officer.view())["messages"] if m["message_id"] == said.message_id]
    assert shown["reactions"] == [{"type": "emoji", "emoji": "👍"}]
