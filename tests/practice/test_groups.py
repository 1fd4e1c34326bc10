"""Duty groups: who hears what, rights, topics, and the night the group becomes a supergroup."""

from typing import Any

import pytest

from practice.phone import Refusal
from tests.practice.conftest import BOT_ID, Room


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates if "message" in update and "text" in update["message"]]


async def test_a_bot_that_is_added_hears_of_it_twice(room: Room) -> None:
    group = await room.group()
    membership, created_or_added, *rest = await room.updates()
    assert membership["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert membership["my_chat_member"]["chat"]["id"] == group.id
    assert created_or_added["message"]["new_chat_members"][0]["id"] == BOT_ID
    assert rest == []


async def test_a_group_created_with_people_only_tells_the_phones(room: Room) -> None:
    group = await room.world.add_group("无机器人", room.duty, [room.officer])
    assert await room.updates() == []
    assert await room.officer.screen(group) == ["[group_chat_created]"]


async def test_privacy_mode_lets_only_what_is_meant_for_the_bot_through(room: Room) -> None:
    group = await room.group()
    await room.updates()
    card = await room.api("sendMessage", chat_id=group.id, text="P1 险情")
    await room.duty.sends("大家早", chat=group)
    await room.duty.sends("/bind", chat=group)
    await room.duty.sends("/drill@qianshao_bot now", chat=group)
    await room.duty.sends("/drill@other_bot", chat=group)
    await room.duty.sends("请 @qianshao_bot 看", chat=group)
    await room.duty.sends("我去", chat=group, reply_to=card["message_id"])
    await room.duty.sends("闲聊", chat=group)
    assert texts(await room.updates()) == ["/bind", "/drill@qianshao_bot now", "请 @qianshao_bot 看", "我去"]


async def test_as_an_administrator_the_bot_hears_everything(room: Room) -> None:
    group = await room.group("supergroup")
    await room.world.member(group, room.duty, BOT_ID, "promote")
    await room.updates()
    await room.duty.sends("大家早", chat=group)
    assert texts(await room.updates()) == ["大家早"]
    await room.world.member(group, room.duty, BOT_ID, "demote")
    (demoted,) = await room.updates()
    assert demoted["my_chat_member"]["old_chat_member"]["status"] == "administrator"
    await room.duty.sends("还在吗", chat=group)
    assert await room.updates() == []


async def test_edits_pass_the_same_privacy(room: Room) -> None:
    group = await room.group()
    await room.updates()
    said = await room.duty.sends("闲聊", chat=group)
    await room.duty.edits(said, "还是闲聊", chat=group)
    assert await room.updates() == []
    await room.duty.edits(said, "/bind", chat=group)
    (update,) = await room.updates()
    assert update["edited_message"]["text"] == "/bind"


async def test_members_come_and_go(room: Room) -> None:
    newcomer = await room.world.add_person("李伟")
    group = await room.group("supergroup")
    await room.world.member(group, room.duty, BOT_ID, "promote")
    await room.updates()
    await room.raw("getUpdates", allowed_updates=["message", "chat_member"])
    await room.world.member(group, room.duty, newcomer, "add")
    joined, told = await room.updates()
    assert joined["chat_member"]["new_chat_member"]["user"]["id"] == newcomer.id
    assert told["message"]["new_chat_members"][0]["first_name"] == "李伟"
    await room.world.member(group, newcomer, newcomer, "remove")
    left, told = await room.updates()
    assert left["chat_member"]["new_chat_member"]["status"] == "left"
    assert told["message"]["left_chat_member"]["id"] == newcomer.id
    with pytest.raises(Refusal, match="is not in"):
        await newcomer.sends("还能说吗", chat=group)


async def test_chat_member_is_told_only_to_bots_that_ask(room: Room) -> None:
    newcomer = await room.world.add_person("李伟")
    group = await room.group("supergroup")
    await room.world.member(group, room.duty, BOT_ID, "promote")
    await room.updates()
    await room.world.member(group, room.duty, newcomer, "add")
    assert ["chat_member" in update for update in await room.updates()] == [False]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_bot_that_was_thrown_out_is_told_and_then_refused(room: Room, kind: str) -> None:
    group = await room.group(kind)
    await room.updates()
    await room.world.member(group, room.duty, BOT_ID, "remove")
    service, membership = await room.updates()
    assert service["message"]["left_chat_member"]["id"] == BOT_ID
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    answer = await room.refused("sendMessage", chat_id=group.id, text="x")
    assert answer == f"403 Forbidden: bot was kicked from the {kind} chat"


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_a_bot_that_left_is_not_a_member(room: Room, kind: str) -> None:
    group = await room.group(kind)
    assert await room.api("leaveChat", chat_id=group.id)
    answer = await room.refused("sendMessage", chat_id=group.id, text="x")
    assert answer == f"403 Forbidden: bot is not a member of the {kind} chat"


async def test_a_muted_bot_reads_but_may_not_send(room: Room) -> None:
    group = await room.group("supergroup")
    await room.world.member(group, room.duty, BOT_ID, "mute")
    answer = await room.refused("sendMessage", chat_id=group.id, text="x")
    assert answer == "400 Bad Request: not enough rights to send text messages to the chat"
    location = await room.refused("sendLocation", chat_id=group.id, latitude=23, longitude=113)
    assert location == "400 Bad Request: not enough rights to send locations to the chat"
    assert (await room.api("getChat", chat_id=group.id))["title"] == "派潭镇值班群"
    member = await room.api("getChatMember", chat_id=group.id, user_id=BOT_ID)
    assert (member["status"], member["can_send_messages"]) == ("restricted", False)


async def test_a_group_becomes_a_supergroup(room: Room) -> None:
    group = await room.group()
    await room.updates()
    new = await room.world.upgrade(group)
    assert new.id <= -1_000_000_000_000
    old_told, new_told = await room.updates()
    assert old_told["message"]["migrate_to_chat_id"] == new.id
    assert new_told["message"]["migrate_from_chat_id"] == group.id
    answer = await room.raw("sendMessage", chat_id=group.id, text="P0")
    assert answer == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new.id},
    }
    sent = await room.api("sendMessage", chat_id=new.id, text="P0")
    assert sent["chat"]["type"] == "supergroup"
    assert [entry["chat"]["id"] for entry in await room.duty.chats()] == [new.id]


async def test_topics_of_a_forum(room: Room) -> None:
    group = await room.group("supergroup", is_forum=True)
    thread = await room.world.add_topic(group, "派潭镇")
    await room.updates()
    sent = await room.api("sendMessage", chat_id=group.id, message_thread_id=thread, text="P1")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    unknown = await room.refused("sendMessage", chat_id=group.id, message_thread_id=999, text="x")
    assert unknown == "400 Bad Request: message thread not found"
    await room.duty.sends("/bind", chat=group, thread=thread)
    (update,) = await room.updates()
    assert update["message"]["message_thread_id"] == thread
    answered = await room.api(
        "sendMessage", chat_id=group.id, text="绑定好了", reply_parameters={"message_id": sent["message_id"]}
    )
    assert answered["message_thread_id"] == thread


async def test_a_closed_topic_is_open_to_administrators_only(room: Room) -> None:
    group = await room.group("supergroup", is_forum=True)
    refused = await room.refused("createForumTopic", chat_id=group.id, name="值班")
    assert refused == "400 Bad Request: not enough rights to create a topic"
    await room.world.member(group, room.duty, BOT_ID, "promote")
    topic = await room.api("createForumTopic", chat_id=group.id, name="值班")
    thread = topic["message_thread_id"]
    assert await room.api("closeForumTopic", chat_id=group.id, message_thread_id=thread)
    assert await room.api("sendMessage", chat_id=group.id, message_thread_id=thread, text="管理员可以")
    await room.world.member(group, room.duty, BOT_ID, "demote")
    closed = await room.refused("sendMessage", chat_id=group.id, message_thread_id=thread, text="x")
    assert closed == "400 Bad Request: TOPIC_CLOSED"
    await room.world.member(group, room.duty, BOT_ID, "promote")
    assert await room.api("reopenForumTopic", chat_id=group.id, message_thread_id=thread)
    again = await room.refused("reopenForumTopic", chat_id=group.id, message_thread_id=thread)
    assert again == "400 Bad Request: TOPIC_NOT_MODIFIED"


async def test_pinning_needs_an_administrator_in_groups(room: Room) -> None:
    group = await room.group("supergroup")
    sent = await room.api("sendMessage", chat_id=group.id, text="P0")
    refused = await room.refused("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    assert refused == "400 Bad Request: not enough rights to manage pinned messages in the chat"
    await room.world.member(group, room.duty, BOT_ID, "promote")
    assert await room.api("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
    assert [message["text"] for message in (await room.duty.view(group))["pinned"]] == ["P0"]
    assert (await room.api("getChat", chat_id=group.id))["pinned_message"]["text"] == "P0"
    assert await room.api("unpinChatMessage", chat_id=group.id)
    nothing = await room.refused("unpinChatMessage", chat_id=group.id)
    assert nothing == "400 Bad Request: message to unpin not found"


async def test_who_is_who_in_a_group(room: Room) -> None:
    group = await room.group("supergroup")
    assert await room.api("getChatMemberCount", chat_id=group.id) == 3
    admins = await room.api("getChatAdministrators", chat_id=group.id)
    assert [(admin["status"], admin["user"]["id"]) for admin in admins] == [("creator", room.duty.id)]
    await room.world.member(group, room.duty, BOT_ID, "promote")
    own = await room.api("getChatMember", chat_id=group.id, user_id=BOT_ID)
    assert own["can_pin_messages"] is True
    stranger = await room.refused("getChatMember", chat_id=group.id, user_id=42)
    assert stranger == "400 Bad Request: PARTICIPANT_ID_INVALID"


async def test_two_bots_do_not_hear_each_other(room: Room) -> None:
    await room.world.add_bot("777:second", "second_bot", "第二")
    group = await room.world.add_group("两个机器人", room.duty, [], [BOT_ID, 777])
    await room.updates()
    await room.api("sendMessage", chat_id=group.id, text="@second_bot 你好")
    heard = await room.api("getUpdates", token="777:second")
    assert [update for update in heard if "text" in update.get("message", {})] == []


async def test_a_channel_is_posted_to_by_its_administrators_only(room: Room) -> None:
    channel = await room.world.add_group("派潭发布", room.duty, [room.officer], bots=[BOT_ID], type="channel")
    (membership,) = await room.updates()
    assert membership["my_chat_member"]["chat"]["type"] == "channel"
    assert membership["my_chat_member"]["new_chat_member"]["can_post_messages"] is True
    post = await room.api("sendMessage", chat_id=channel.id, text="今晚有雨")
    await room.officer.sees("今晚有雨", chat=channel)
    await room.api("editMessageText", chat_id=channel.id, message_id=post["message_id"], text="雨停了")
    await room.officer.sees("雨停了", chat=channel)
    await room.world.member(channel, room.duty, BOT_ID, "demote")
    with pytest.raises(AssertionError, match="need administrator rights"):
        await room.api("sendMessage", chat_id=channel.id, text="再发")
