"""Buttons: what Telegram takes, what phones show, and taps."""

import asyncio
from typing import Any

import pytest

from practice.phone import Refusal
from tests.practice.conftest import BOT_NAME, Room


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(text: str, data: str = "x") -> dict[str, Any]:
    return {"text": text, "callback_data": data}


BAD = "400 Bad Request: "


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline([button("a", "字" * 22)]), "BUTTON_DATA_INVALID"),
        (inline([button("a", "")]), "BUTTON_DATA_INVALID"),
        (inline([button(str(n)) for n in range(9)]), "reply markup is too long"),
        (inline(*[[button(str(n))] for n in range(101)]), "reply markup is too long"),
        (inline([button(" ")]), "inline keyboard button text must be non-empty"),
        (
            inline([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"inline_keyboard": [button("a")]},
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        ("{broken", "can't parse reply keyboard markup JSON object"),
        ([1], "object expected as reply markup"),
        (
            inline([{"text": "a", "callback_data": "x", "style": "pink"}]),
            "can't parse inline keyboard button: Invalid button style specified",
        ),
        (inline([{"text": "a", "url": "nowhere"}]), "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
        ({"keyboard": [[{"text": ""}]]}, "keyboard button text must be non-empty"),
    ],
)
async def test_bad_keyboards_are_refused_in_telegrams_words(open_room: Room, markup: object, words: str) -> None:
    answer = await open_room.refused("sendMessage", chat_id=open_room.officer.id, text="x", reply_markup=markup)
    assert answer == BAD + words


async def test_sixty_four_bytes_of_data_and_a_hundred_buttons_pass(open_room: Room) -> None:
    rows = [[button(str(n), "字" * 21 + "x") for n in range(8)] for _ in range(12)] + [[button("x")] * 4]
    sent = await open_room.api("sendMessage", chat_id=open_room.officer.id, text="x", reply_markup=inline(*rows))
    assert sum(map(len, sent["reply_markup"]["inline_keyboard"])) == 100


async def test_styles_and_icons_reach_the_phone(open_room: Room) -> None:
    styled = {"text": "接报", "callback_data": "a", "style": "danger", "icon_custom_emoji_id": "5368324170671202286"}
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="x", reply_markup=inline([styled]))
    message = await open_room.officer.sees("接报")
    assert message.reply_markup is not None
    shown = message.reply_markup.inline_keyboard[0][0].to_dict()
    assert (shown["style"], shown["icon_custom_emoji_id"]) == ("danger", "5368324170671202286")


async def test_phone_numbers_and_places_are_asked_for_in_private_only(room: Room) -> None:
    group = await room.group()
    for name, words in (
        ("request_contact", "phone number can be requested in private chats only"),
        ("request_location", "location can be requested in private chats only"),
    ):
        markup = {"keyboard": [[{"text": "x", name: True}]]}
        assert await room.refused("sendMessage", chat_id=group.id, text="x", reply_markup=markup) == BAD + words


async def test_a_reply_keyboard_stays_until_it_is_taken_away(open_room: Room) -> None:
    room, chat = open_room, open_room.officer.id
    keyboard = {
        "keyboard": [[{"text": "紧急上报", "style": "danger"}], ["报隐患"]],
        "resize_keyboard": True,
        "is_persistent": True,
        "input_field_placeholder": "说点什么",
    }
    sent = await room.api("sendMessage", chat_id=chat, text="菜单", reply_markup=keyboard)
    assert "reply_markup" not in sent
    await room.api("sendMessage", chat_id=chat, text="别的")
    shown = (await room.officer.view())["reply_keyboard"]
    assert shown == {**keyboard, "keyboard": [[{"text": "紧急上报", "style": "danger"}], [{"text": "报隐患"}]]}
    await room.officer.taps("报隐患")
    (update,) = await room.updates()
    assert update["message"]["text"] == "报隐患"
    await room.api("sendMessage", chat_id=chat, text="收起", reply_markup={"remove_keyboard": True})
    assert (await room.officer.view())["reply_keyboard"] is None


async def test_a_one_time_keyboard_goes_away_once_used(open_room: Room) -> None:
    keyboard = {"keyboard": [[{"text": "分享电话", "request_contact": True}]], "one_time_keyboard": True}
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="电话？", reply_markup=keyboard)
    await open_room.officer.taps("分享电话")
    (update,) = await open_room.updates()
    assert update["message"]["contact"]["user_id"] == open_room.officer.id
    assert (await open_room.officer.view())["reply_keyboard"] is None


async def test_a_location_button_sends_a_place(open_room: Room) -> None:
    keyboard = {"keyboard": [[{"text": "发送定位", "request_location": True}]]}
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="在哪？", reply_markup=keyboard)
    await open_room.officer.taps("发送定位")
    (update,) = await open_room.updates()
    assert set(update["message"]["location"]) == {"latitude", "longitude"}


async def test_a_selective_forced_reply_is_for_the_one_who_is_answered(room: Room) -> None:
    group = await room.group()
    command = await room.duty.sends("/bind", chat=group)
    sent = await room.api(
        "sendMessage",
        chat_id=group.id,
        text="哪个镇？",
        reply_parameters={"message_id": command.message_id},
        reply_markup={"force_reply": True, "selective": True, "input_field_placeholder": "镇名"},
    )
    assert (await room.duty.view(group))["force_reply"] == sent["message_id"]
    assert (await room.officer.view(group))["force_reply"] is None
    await room.duty.sends("派潭镇", chat=group, reply_to=sent["message_id"])
    assert (await room.duty.view(group))["force_reply"] is None


async def test_a_tap_is_a_callback_query_with_the_whole_message_and_waits_for_its_answer(open_room: Room) -> None:
    room = open_room
    sent = await room.api(
        "sendMessage", chat_id=room.officer.id, text="P1", reply_markup=inline([button("接报", "ack:1")])
    )
    tapping = asyncio.ensure_future(room.officer.taps("接报"))
    (update,) = await room.updates(timeout=2)
    query = update["callback_query"]
    assert query["message"] == sent
    assert query["data"] == "ack:1"
    assert query["from"]["id"] == room.officer.id
    assert query["chat_instance"]
    assert await room.api("answerCallbackQuery", callback_query_id=query["id"], text="已记下", show_alert=True)
    answer = await tapping
    assert (answer["answered"], answer["text"], answer["show_alert"]) == (True, "已记下", True)
    assert room.officer.toasts == ["已记下"]
    assert await room.api("answerCallbackQuery", callback_query_id=query["id"])


async def test_an_unanswered_tap_says_so(open_room: Room) -> None:
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="P1", reply_markup=inline([button("接报")]))
    answer = await open_room.officer.taps("接报", wait=0.05)
    assert answer["answered"] is False


async def test_an_unknown_query_is_too_old(open_room: Room) -> None:
    words = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await open_room.refused("answerCallbackQuery", callback_query_id="1") == words
    assert await open_room.refused("answerCallbackQuery") == words


async def test_a_forged_tap_reaches_the_bot_as_it_is(open_room: Room) -> None:
    sent = await open_room.api("sendMessage", chat_id=open_room.officer.id, text="没有按钮")
    await open_room.officer.taps_data("admin:delete:1", None, sent["message_id"], wait=0)
    (update,) = await open_room.updates()
    assert update["callback_query"]["data"] == "admin:delete:1"


async def test_a_link_button_needs_no_bot(open_room: Room) -> None:
    link = {"text": "地图", "url": "https://uri.amap.com/marker?position=113,23"}
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="x", reply_markup=inline([link]))
    answer = await open_room.officer.taps("地图")
    assert answer["url"] == link["url"]
    assert await open_room.updates() == []


async def test_a_person_cannot_tap_what_is_not_there(open_room: Room) -> None:
    sent = await open_room.api(
        "sendMessage", chat_id=open_room.officer.id, text="P1", reply_markup=inline([button("接报")])
    )
    with pytest.raises(AssertionError, match="接报"):
        await open_room.officer.taps("误报", wait=0.05)
    with pytest.raises(Refusal, match="no button"):
        await open_room.officer.taps_data(None, None, sent["message_id"], button="误报")
    await open_room.api("deleteMessage", chat_id=open_room.officer.id, message_id=sent["message_id"])
    with pytest.raises(Refusal, match="no message"):
        await open_room.officer.taps_data("x", None, sent["message_id"])


async def test_another_persons_private_card_cannot_be_tapped(open_room: Room) -> None:
    await open_room.api("sendMessage", chat_id=open_room.officer.id, text="P1", reply_markup=inline([button("接报")]))
    stranger = await open_room.world.add_person("路人")
    with pytest.raises(Refusal, match="has not opened"):
        await stranger.view(123456)
    await stranger.start(BOT_NAME)
    with pytest.raises(AssertionError):
        await stranger.taps("接报", wait=0.05)
