"""The practice Telegram against the published description of the Bot API, when a copy of it is at hand."""

import json
import os
import re
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from practice.bot_api import METHODS
from tests.practice.conftest import BOT_ID, Room

BESIDE = Path(__file__).resolve().parents[3] / "shared" / "botapi" / "api.json"
SPEC_FILE = Path(os.environ.get("BOTAPI_SPEC") or BESIDE)
SPEC: dict[str, Any] = json.loads(SPEC_FILE.read_text("utf-8")) if SPEC_FILE.is_file() else {}
pytestmark = pytest.mark.skipif(not SPEC, reason="no description of the Bot API (set BOTAPI_SPEC to its api.json)")
NAMES = sorted(method.name for method in METHODS.values())
PLAIN = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}


@pytest.mark.parametrize("name", NAMES)
def test_every_method_is_published_with_these_parameters(name: str) -> None:
    published = {field["name"] for field in SPEC["methods"][name].get("fields", [])}
    known = METHODS[name.lower()].known
    # The description may be older or newer than the library: what both know is what bots send.
    legacy = {"reply_to_message_id", "allow_sending_without_reply", "disable_web_page_preview"}
    assert known - published - legacy - {"correct_option_id"} == set()


def problems(value: Any, kinds: list[str], path: str = "") -> list[str]:
    """What a value lacks to be one of the published types; a list of places."""
    tries = [_problems(value, kind, path) for kind in kinds]
    return min(tries, key=len) if tries else []


def _problems(value: Any, kind: str, path: str) -> list[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{path}: not an array"]
        return [p for n, item in enumerate(value) for p in problems(item, [kind[9:]], f"{path}[{n}]")]
    if kind in PLAIN:
        fits = isinstance(value, PLAIN[kind]) and (kind in ("Boolean", "True") or not isinstance(value, bool))
        return [] if fits else [f"{path}: {value!r} is no {kind}"]
    described = SPEC["types"][kind]
    if "subtypes" in described:
        return problems(value, described["subtypes"], path)
    if not isinstance(value, dict):
        return [f"{path}: not an object"]
    fields = {field["name"]: field for field in described.get("fields", [])}
    lacking = [f"{path}.{name}: missing" for name, f in fields.items() if f["required"] and name not in value]
    for name, inner in value.items():
        if name in fields:
            lacking += problems(inner, fields[name]["types"], f"{path}.{name}")
        if name in ("status", "type") and (fixed := fixed_word(fields.get(name))) and fixed != inner:
            lacking += [f"{path}.{name}: {inner} is not {fixed}"] * 5
    return lacking


def fixed_word(field: dict[str, Any] | None) -> str:
    match = re.search(r"(?:always|must be) “?\"?(\w+)", (field or {}).get("description", ""))
    return match[1] if match else ""


async def arguments(room: Room) -> dict[str, dict[str, Any]]:
    """Parameters with which every method succeeds, in an order in which none spoils the next."""
    group = await room.group("supergroup")
    forum = await room.world.add_group("论坛", room.duty, [], [BOT_ID], is_forum=True)
    for one in (group, forum):
        await room.world.member(one, room.duty, BOT_ID, "promote")
    topic = await room.world.add_topic(forum, "派潭镇")
    officer = room.officer
    files = {kind: await officer.sends_file(kind) for kind in ("video", "voice", "audio", "document")}
    photo, sticker = await officer.sends_photo("图"), await officer.sends_sticker()
    keyboard = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    card = await room.api("sendMessage", chat_id=officer.id, text="P1", reply_markup=keyboard)
    own = await room.api("sendPhoto", chat_id=officer.id, photo=photo.photo[-1].file_id)
    await room.updates()
    await officer.taps("a", wait=0)
    (update,) = await room.api("getUpdates")
    chat, message = {"chat_id": officer.id}, {"chat_id": officer.id, "message_id": card["message_id"]}
    origin = {**chat, "from_chat_id": officer.id}
    pin = await room.api("sendMessage", chat_id=group.id, text="P0")
    thread = {"chat_id": forum.id, "message_thread_id": topic}
    animation = await send_animation(room)
    place = {"latitude": 23.3, "longitude": 113.8}
    return {
        "sendMessage": {**chat, "text": "x"},
        "sendPhoto": {**chat, "photo": photo.photo[-1].file_id},
        **{f"send{kind.capitalize()}": {**chat, kind: getattr(m, kind).file_id} for kind, m in files.items()},
        "sendAnimation": {**chat, "animation": animation},
        "sendSticker": {**chat, "sticker": sticker.sticker.file_id if sticker.sticker else ""},
        "sendMediaGroup": {**chat, "media": [{"type": "photo", "media": photo.photo[-1].file_id}] * 2},
        "sendLocation": {**chat, **place},
        "sendVenue": {**chat, **place, "title": "村委会", "address": "高滩村"},
        "sendContact": {**chat, "phone_number": "+86138", "first_name": "何"},
        "sendPoll": {**chat, "question": "?", "options": ["是", "否"]},
        "sendDice": chat,
        "sendChatAction": {**chat, "action": "typing"},
        "forwardMessage": {**origin, "message_id": photo.message_id},
        "forwardMessages": {**origin, "message_ids": [photo.message_id]},
        "copyMessage": {**origin, "message_id": photo.message_id},
        "copyMessages": {**origin, "message_ids": [photo.message_id]},
        "editMessageText": {**message, "text": "P1 已接报"},
        "editMessageCaption": {**chat, "message_id": own["message_id"], "caption": "新"},
        "editMessageReplyMarkup": {**message, "reply_markup": keyboard},
        "setMessageReaction": {**message, "reaction": [{"type": "emoji", "emoji": "👍"}]},
        "answerCallbackQuery": {"callback_query_id": update["callback_query"]["id"]},
        "getFile": {"file_id": photo.photo[-1].file_id},
        "pinChatMessage": {"chat_id": group.id, "message_id": pin["message_id"]},
        "getChat": {"chat_id": group.id},
        "unpinChatMessage": {"chat_id": group.id},
        "unpinAllChatMessages": {"chat_id": group.id},
        "getChatMember": {"chat_id": group.id, "user_id": room.officer.id},
        "getChatAdministrators": {"chat_id": group.id},
        "getChatMemberCount": {"chat_id": group.id},
        "createForumTopic": {"chat_id": forum.id, "name": "增江街"},
        "editForumTopic": {**thread, "name": "派潭"},
        "closeForumTopic": thread,
        "reopenForumTopic": thread,
        "deleteForumTopic": thread,
        "setMyCommands": {"commands": [{"command": "a", "description": "b"}]},
        "getUserProfilePhotos": {"user_id": officer.id},
        "setWebhook": {"url": ""},
        "deleteMessage": message,
        "deleteMessages": {**chat, "message_ids": [own["message_id"]]},
        "leaveChat": {"chat_id": group.id},
    }


async def send_animation(room: Room) -> str:
    form = aiohttp.FormData({"chat_id": str(room.officer.id)})
    form.add_field("animation", b"gif", filename="a.gif")
    async with room.session.post(f"{room.server.base_url}/bot123456:practice/sendAnimation", data=form) as answer:
        sent = await answer.json()
    return str(sent["result"]["animation"]["file_id"])


async def test_answers_have_every_required_field_and_required_parameters_are_required(open_room: Room) -> None:
    given = await arguments(open_room)
    wrong: list[str] = []
    for name in [*given, *(other for other in NAMES if other not in given)]:
        described, params = SPEC["methods"][name], given.get(name, {})
        for field in described.get("fields", []):
            if field["required"]:
                without = {key: value for key, value in params.items() if key != field["name"]}
                answer = await open_room.raw(name, **without)
                if answer["ok"]:
                    wrong.append(f"{name} went through without {field['name']}")
        result = await open_room.api(name, **params)
        wrong += problems(result, described["returns"], name)
    assert wrong == []


async def test_updates_have_every_required_field(open_room: Room) -> None:
    room = open_room
    await arguments(room)
    await room.officer.blocks()
    group = await room.world.add_group("小组", room.duty, [room.officer], [BOT_ID])
    await room.world.member(group, room.duty, room.officer, "remove")
    await room.world.upgrade(group)
    updates = await room.updates()
    assert len(updates) > 5
    assert [problem for update in updates for problem in problems(update, ["Update"], "Update")] == []
