"""Forwards and copies of messages, one or many."""

from practice.bot_api.access import Access, answered_message, chat_of, check_rights, message_of, thread_of
from practice.bot_api.call import Call, method
from practice.bot_api.editing import message_ids
from practice.bot_api.sending import caption_content, deliver
from practice.errors import Json, bad_request
from practice.keyboards import sorted_markup
from practice.messages import SERVICE
from practice.world import Chat

CONTENT = (
    "text",
    "entities",
    "photo",
    "video",
    "voice",
    "audio",
    "document",
    "animation",
    "sticker",
    "dice",
    "poll",
    "contact",
    "location",
    "venue",
    "caption",
    "caption_entities",
    "media_group_id",
    "has_media_spoiler",
    "show_caption_above_media",
)
ALBUM_IDS = "media_group_id"


def content_of(message: Json) -> Json:
    """What makes a message what it is, without who sent it where and the buttons under it."""
    return {name: message[name] for name in CONTENT if name in message}


def origin_of(message: Json) -> Json:
    """Who wrote it first: a forward of a forward keeps the first writer."""
    if "forward_origin" in message:
        origin: Json = message["forward_origin"]
        return origin
    return {"type": "user", "sender_user": message["from"], "date": message["date"]}


def forwarded(message: Json) -> Json:
    content = content_of(message)
    content.pop(ALBUM_IDS, None)
    return {"forward_origin": origin_of(message), "forward_from": message["from"], **content}


def source(call: Call, purpose: str) -> tuple[Chat, Json]:
    if not call.params.whole("message_id"):
        raise bad_request("message identifier is not specified")
    chat = chat_of(call, Access.READ, "from_chat_id")
    message = message_of(call, chat, purpose)
    if SERVICE.intersection(message):
        raise bad_request(f"message can't be {'copied' if purpose == 'copy' else 'forwarded'}")
    return chat, message


def target(call: Call, cost: int = 1) -> tuple[Chat, int]:
    chat = chat_of(call, Access.WRITE)
    thread_id = thread_of(call, chat)
    check_rights(call, chat, "text messages")
    call.bot.flood.pass_or_refuse(chat.id, cost, call.params.flag("allow_paid_broadcast"))
    return chat, thread_id


@method("forwardMessage")
def forward_message(call: Call) -> Json:
    _, message = source(call, "forward")
    if message.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    chat, thread_id = target(call)
    return deliver(call, chat, forwarded(message), thread_id)


@method("copyMessage")
def copy_message(call: Call) -> Json:
    params = call.params
    _, message = source(call, "copy")
    content = content_of(message)
    content.pop(ALBUM_IDS, None)
    if "caption" in params.values and "text" not in content:
        entities = params.parsed("caption_entities", "can't parse entities JSON object")
        caption = caption_content(params.text("caption"), params.text("parse_mode"), entities)
        content = {name: value for name, value in content.items() if not name.startswith("caption")} | caption
    private = chat_of(call, Access.WRITE).is_private
    inline, screen = sorted_markup(params.values.get("reply_markup"), private)
    chat, thread_id = target(call)
    copy = deliver(call, chat, content, thread_id, answered_message(call, chat), inline, screen)
    return {"message_id": copy["message_id"]}


def many(call: Call, forward: bool) -> list[Json]:
    """Messages that are gone are skipped; albums stay together."""
    ids = message_ids(call)
    origin = chat_of(call, Access.READ, "from_chat_id")
    found = [message for message_id in ids if (message := origin.message(message_id)) is not None]
    if not found:
        raise bad_request(f"there are no messages to {'forward' if forward else 'copy'}")
    chat, thread_id = target(call, len(found))
    albums: dict[str, str] = {}
    answers = []
    for message in found:
        content = forwarded(message) if forward else content_of(message)
        if ALBUM_IDS in message:
            number = str(13_000_000_000_000_000 + call.world.new_number())
            content[ALBUM_IDS] = albums.setdefault(message[ALBUM_IDS], number)
        answers.append({"message_id": deliver(call, chat, content, thread_id)["message_id"]})
    return answers


@method("forwardMessages")
def forward_messages(call: Call) -> list[Json]:
    return many(call, forward=True)


@method("copyMessages")
def copy_messages(call: Call) -> list[Json]:
    return many(call, forward=False)
