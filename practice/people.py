"""What a person does with their phone: opens a bot, writes, taps, edits, deletes, blocks."""

import re
import zlib

from telegram.constants import MessageLimit

from practice.bot_api.copying import forwarded
from practice.clock import monotonic
from practice.entities import clean, trim, utf16_length
from practice.errors import Json, NotPossible
from practice.groups import bot_blocked
from practice.keyboards import buttons, find_button
from practice.marks import find_marks
from practice.messages import compose, in_topic, person_wrote, post, quoted, remove, replace
from practice.parcels import contents_of
from practice.world import Chat, Person, Tap, WorldState

DEEP_LINK = re.compile(rf"[A-Za-z0-9_-]{{1,{int(MessageLimit.DEEP_LINK_LENGTH)}}}")
TAPS_KEPT = 20_000
FORGED_BUTTON: Json = {}


def start(world: WorldState, person: Person, body: Json) -> Json:
    """Opens the bot by a link: unblocks it and presses START."""
    bot = world.bot_named(str(body.get("bot", "")))
    payload = str(body.get("payload") or "")
    if payload and not DEEP_LINK.fullmatch(payload):
        raise NotPossible("a deep link carries at most 64 of A-Z a-z 0-9 _ -; Telegram drops anything else")
    chat = world.private_chat(person, bot)
    bot_blocked(world, chat, False)
    return write(world, person, chat, text_content(f"/start {payload}" if payload else "/start"))


def text_content(raw: str) -> Json:
    text, _ = trim(clean(raw), [])
    if not text:
        raise NotPossible("a phone cannot send an empty text")
    if utf16_length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise NotPossible("a phone cuts a text into messages of 4096 characters; send them one by one")
    entities = find_marks(text, [])
    return {"text": text, "entities": entities} if entities else {"text": text}


def write(
    world: WorldState, person: Person, chat: Chat, content: Json, answered: Json | None = None, thread: int = 0
) -> Json:
    message = compose(world, chat, person.user, content)
    if thread:
        message.update(in_topic(chat, thread))
    opened = chat.messages.get(thread)
    if answered is None and opened is not None:  # what is said in a topic answers the message that opened it
        message["reply_to_message"] = quoted(opened)
    if answered is not None:
        message["reply_to_message"] = quoted(answered)
        if answered.get("is_topic_message"):
            message.update(in_topic(chat, answered["message_thread_id"]))
    person_wrote(chat.screen(person.id))
    return post(world, chat, message)


def send(world: WorldState, person: Person, body: Json) -> list[Json]:
    """One message, or the several of an album."""
    chat = world.chat_on_phone(person, int(body.get("chat") or 0))
    if chat.blocked:
        raise NotPossible(f"{person.user['first_name']} has blocked this bot; unblock or start it first")
    if chat.migrated_to:
        raise NotPossible(f"this group has become the supergroup {chat.migrated_to}")
    if chat.status(person.id) == "restricted":
        raise NotPossible(f"{person.user['first_name']} is muted in “{chat.json['title']}”")
    thread = int(body.get("thread") or 0)
    if thread and thread not in chat.topics:
        raise NotPossible(f"there is no topic {thread}", 404)
    answered = None
    if body.get("reply_to"):
        answered = chat.message(int(body["reply_to"]))
        if answered is None:
            raise NotPossible(f"there is no message {body['reply_to']} to answer", 404)
    contents = [forward_content(world, person, body["forward"])] if body.get("forward") else None
    if contents is None:
        contents = [text_content(str(body["text"]))] if "text" in body else contents_of(world, person, body)
    return [write(world, person, chat, content, answered, thread) for content in contents]


def forward_content(world: WorldState, person: Person, what: Json) -> Json:
    chat = world.chat_on_phone(person, int(what.get("chat") or 0))
    return forwarded(own_or_seen(chat, what))


def own_or_seen(chat: Chat, body: Json) -> Json:
    message = chat.message(int(body.get("message_id") or 0))
    if message is None:
        raise NotPossible(f"there is no message {body.get('message_id')} in this chat", 404)
    return message


def tap(world: WorldState, person: Person, body: Json) -> tuple[Tap | None, Json]:
    """Taps an inline button. A link or a copied text needs no bot: then there is no Tap, only what the phone did."""
    chat = world.chat_on_phone(person, int(body.get("chat") or 0))
    message = own_or_seen(chat, body)
    if "data" in body:
        data = str(body["data"])
    else:
        button = find_button(message, str(body.get("button", "")))
        if button is None:
            shown = [b["text"] for b in buttons(message.get("reply_markup"))]
            raise NotPossible(f"no button “{body.get('button')}” under this message; there are {shown}", 404)
        if "callback_data" not in button:
            did = {
                name: value for name, value in button.items() if name in ("url", "copy_text", "login_url", "web_app")
            }
            return None, {"answered": False, "text": None, "show_alert": False, **did}
        data = str(button["callback_data"])
    bot = world.bots.get(message["from"]["id"])
    if bot is None or not chat.has(bot.id):
        raise NotPossible("the bot of this message is not in the chat any more")
    query_id = str((person.id << 32) + world.new_number())
    pending = Tap(query_id, bot.id, person.id, chat, message["message_id"], monotonic())
    world.taps[query_id] = pending
    if len(world.taps) > TAPS_KEPT:
        del world.taps[next(iter(world.taps))]
    instance = str(zlib.crc32(f"{chat.id}:{chat.bot_id}".encode()) | 1 << 62)
    query: Json = {"id": query_id, "from": person.user, "message": message, "chat_instance": instance, "data": data}
    bot.updates.push("callback_query", query, chat.id)
    return pending, {"answered": False, "text": None, "show_alert": False, "query_id": query_id}


async def tap_and_wait(world: WorldState, person: Person, body: Json) -> Json:
    seconds = float(body.get("wait", 5))
    after = world.events.last
    pending, answer = tap(world, person, body)
    if pending is None:
        return answer
    until = monotonic() + seconds
    while pending.answer is None and not world.events.closed:
        left = until - monotonic()
        if left <= 0:
            return answer
        await world.events.wait(after, person.id, left)
        after = world.events.last
    return {**answer, "answered": pending.answer is not None, **(pending.answer or {})}


def edit(world: WorldState, person: Person, body: Json) -> Json:
    chat = world.chat_on_phone(person, int(body.get("chat") or 0))
    message = own_or_seen(chat, body)
    if message["from"]["id"] != person.id:
        raise NotPossible("a person can edit only their own messages")
    content = text_content(str(body.get("text", "")))
    if "text" not in message:
        content = {"caption": content["text"]}
    dropped = ("text", "entities") if "text" in message else ("caption", "caption_entities")
    new = {name: value for name, value in message.items() if name not in dropped}
    new.update(content)
    new["edit_date"] = world.clock.now()
    return replace(world, chat, new, by_person=True)


def delete(world: WorldState, person: Person, body: Json) -> None:
    chat = world.chat_on_phone(person, int(body.get("chat") or 0))
    message = own_or_seen(chat, body)
    if message["from"]["id"] != person.id and not chat.is_private and not chat.is_admin(person.id):
        raise NotPossible("a person can delete only their own messages")
    remove(world, chat, [message["message_id"]])


def block(world: WorldState, person: Person, body: Json) -> None:
    bot_id = int(body.get("bot") or 0)
    chat = world.private_chats.get((person.id, bot_id))
    if chat is None:
        raise NotPossible("this person has not opened the bot")
    bot_blocked(world, chat, bool(body.get("blocked", True)))
