"""The officer, the bot, and who may speak first."""

import pytest

from practice.phone import Refusal
from tests.practice.conftest import BOT_ID, BOT_NAME, Room


async def test_a_bot_cannot_speak_to_a_person_who_never_opened_it(room: Room) -> None:
    answer = await room.refused("sendMessage", chat_id=room.officer.id, text="您好")
    assert answer == "403 Forbidden: bot can't initiate conversation with a user"


async def test_nobody_with_that_number_is_chat_not_found(room: Room) -> None:
    assert await room.refused("sendMessage", chat_id=42, text="x") == "400 Bad Request: chat not found"
    assert await room.refused("sendMessage", chat_id=-42, text="x") == "400 Bad Request: chat not found"
    assert await room.refused("sendMessage", chat_id="@nobody", text="x") == "400 Bad Request: chat not found"
    assert await room.refused("sendMessage", text="x") == "400 Bad Request: chat_id is empty"


async def test_bots_do_not_write_to_bots(room: Room) -> None:
    answer = await room.refused("sendMessage", chat_id=BOT_ID, text="x")
    assert answer == "403 Forbidden: bots can't send messages to bots"


async def test_a_deep_link_carries_its_payload_and_the_persons_language(room: Room) -> None:
    await room.officer.start(BOT_NAME, "i-AbC_9")
    (update,) = await room.updates()
    message = update["message"]
    assert message["text"] == "/start i-AbC_9"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"]["language_code"] == "zh-hans"
    assert message["chat"] == {"id": room.officer.id, "type": "private", "first_name": "何志强"}


async def test_a_deep_link_that_telegram_would_drop_is_refused(room: Room) -> None:
    for payload in ("x" * 65, "中文", "a b"):
        with pytest.raises(Refusal, match="at most 64"):
            await room.officer.start(BOT_NAME, payload)


async def test_blocking_and_starting_again(open_room: Room) -> None:
    room = open_room
    await room.officer.blocks()
    (update,) = await room.updates()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    for method, params in (
        ("sendMessage", {"text": "x"}),
        ("sendChatAction", {"action": "typing"}),
        ("editMessageText", {"message_id": 1, "text": "x"}),
    ):
        answer = await room.refused(method, chat_id=room.officer.id, **params)
        assert answer == "403 Forbidden: bot was blocked by the user"
    await room.officer.start(BOT_NAME)
    unblocked, started = await room.updates()
    assert unblocked["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert started["message"]["text"] == "/start"
    await room.api("sendMessage", chat_id=room.officer.id, text="欢迎回来")


async def test_a_person_who_has_blocked_the_bot_cannot_write_to_it(open_room: Room) -> None:
    await open_room.officer.blocks()
    with pytest.raises(Refusal, match="has blocked this bot"):
        await open_room.officer.sends("喂")


async def test_a_deleted_account_is_deactivated(open_room: Room) -> None:
    await open_room.world.call("POST", "/people", {"id": open_room.officer.id, "deactivated": True})
    answer = await open_room.refused("sendMessage", chat_id=open_room.officer.id, text="x")
    assert answer == "403 Forbidden: user is deactivated"


async def test_message_ids_grow_in_each_chat_by_itself_and_update_ids_are_one_sequence(room: Room) -> None:
    await room.officer.start(BOT_NAME)
    await room.duty.start(BOT_NAME)
    await room.officer.sends("水位上涨")
    updates = await room.updates()
    assert [u["message"]["message_id"] for u in updates] == [1, 1, 2]
    first = updates[0]["update_id"]
    assert [u["update_id"] for u in updates] == [first, first + 1, first + 2]


async def test_dates_follow_the_practice_clock(open_room: Room) -> None:
    before = (await open_room.api("sendMessage", chat_id=open_room.officer.id, text="一"))["date"]
    clock = await open_room.world.forward_clock(180)
    assert clock["offset_seconds"] == 180
    assert clock["now"].endswith("+08:00")
    after = (await open_room.api("sendMessage", chat_id=open_room.officer.id, text="二"))["date"]
    assert 180 <= after - before <= 182


async def test_an_edit_is_told_to_the_bot_and_a_deletion_is_not(open_room: Room) -> None:
    said = await open_room.officer.sends("死亡1人")
    await open_room.officer.edits(said, "死亡0人")
    await open_room.officer.deletes(said)
    first, second = await open_room.updates()
    assert first["message"]["text"] == "死亡1人"
    assert second["edited_message"]["text"] == "死亡0人"
    assert second["edited_message"]["edit_date"]


async def test_names_and_texts_of_every_script_arrive_unharmed(open_room: Room) -> None:
    text = "𨋢里有 <b>3</b> 人 \u200b& *被困* שלום 👨‍👩‍👧"
    await open_room.officer.sends(text)
    (update,) = await open_room.updates()
    assert update["message"]["text"] == text
    sent = await open_room.api("sendMessage", chat_id=open_room.officer.id, text=text)
    assert sent["text"] == text


async def test_what_telegram_removes_from_texts_is_removed(open_room: Room) -> None:
    await open_room.officer.sends(" \u202e倒\u202c写\r\n\t好 \n")
    (update,) = await open_room.updates()
    assert update["message"]["text"] == "倒写\n 好"


async def test_answers_carry_the_message_they_answer(open_room: Room) -> None:
    room = open_room
    question = await room.api("sendMessage", chat_id=room.officer.id, text="受伤几人？")
    await room.officer.sends("两人", reply_to=question["message_id"])
    (update,) = await room.updates()
    assert update["message"]["reply_to_message"]["text"] == "受伤几人？"
    answer = await room.refused("sendMessage", chat_id=room.officer.id, text="x", reply_parameters={"message_id": 999})
    assert answer == "400 Bad Request: message to be replied not found"
    lenient = {"message_id": 999, "allow_sending_without_reply": True}
    sent = await room.api("sendMessage", chat_id=room.officer.id, text="x", reply_parameters=lenient)
    assert "reply_to_message" not in sent


async def test_a_forward_keeps_its_first_writer(open_room: Room) -> None:
    room = open_room
    group = await room.group()
    said = await room.duty.sends("/start 邀请码", chat=group)
    forwarded = await room.officer.forwards(said, from_chat=group)
    assert forwarded.forward_origin is not None
    updates = await room.updates()
    assert updates[-1]["message"]["forward_origin"]["sender_user"]["id"] == room.duty.id
    assert updates[-1]["message"]["text"] == "/start 邀请码"


async def test_everything_a_person_can_send_reaches_the_bot(open_room: Room) -> None:
    room, officer = open_room, open_room.officer
    await officer.sends_photo("现场", seed=7)
    await officer.sends_video(caption="视频")
    await officer.sends_voice()
    await officer.sends_file("audio")
    await officer.sends_document(file_name="名单.xlsx", size=1000)
    await officer.sends_location(23.29, 113.83)
    await officer.sends_contact()
    await officer.sends_contact("+8613900000000", "老王")
    await officer.sends_sticker()
    await officer.sends_dice()
    await officer.sends_poll("去不去？", ["去", "不去"])
    told = [update["message"] for update in await room.updates()]
    kinds = [
        "photo",
        "video",
        "voice",
        "audio",
        "document",
        "location",
        "contact",
        "contact",
        "sticker",
        "dice",
        "poll",
    ]
    assert [kind for message, kind in zip(told, kinds, strict=True) if kind not in message] == []
    assert told[0]["caption"] == "现场"
    assert told[4]["document"]["file_name"] == "名单.xlsx"
    assert told[6]["contact"] == {"phone_number": "+8613800000001", "first_name": "何志强", "user_id": officer.id}
    assert "user_id" not in told[7]["contact"]


async def test_an_album_is_several_updates_with_one_group_id(open_room: Room) -> None:
    await open_room.officer.sends_album(["photo", "video", "photo"], caption="决口")
    told = [update["message"] for update in await open_room.updates()]
    assert len({message["media_group_id"] for message in told}) == 1
    assert len({message["message_id"] for message in told}) == 3
    assert ["caption" in message for message in told] == [True, False, False]
