"""Puts a message into a chat and tells everybody who may know: phones by events, bots by updates.

Group privacy is decided here: a bot that is no administrator hears only what is meant for it.
"""

from telegram.constants import ChatType

from practice.errors import Json
from practice.marks import marked
from practice.world import Bot, Chat, Screen, WorldState

SERVICE = frozenset(
    {
        "new_chat_members",
        "left_chat_member",
        "group_chat_created",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "forum_topic_created",
        "forum_topic_closed",
        "forum_topic_reopened",
        "forum_topic_edited",
        "pinned_message",
        "new_chat_title",
    }
)


def compose(world: WorldState, chat: Chat, sender: Json, content: Json) -> Json:
    """A message in the Bot API's own order of fields; `content` holds what makes it a text, a photo …"""
    return {
        "message_id": chat.new_message_id(),
        "from": sender,
        "chat": chat.json,
        "date": world.clock.now(),
        **content,
    }


def post(world: WorldState, chat: Chat, message: Json, screen: Json | None = None) -> Json:
    """Stores a message and tells it to phones and bots; `screen` is the reply keyboard that came with it."""
    chat.keep(message)
    chat.active_at = world.new_number()
    sender_id = message["from"]["id"]
    if screen is not None:
        change_screens(world, chat, message, screen)
    world.events.add("message", chat, None, message=message, screen=screen)
    # Bots never hear each other, nor themselves; a service message they caused is told to them.
    if sender_id in world.bots:
        world.files.seen_by(sender_id, message)
    if sender_id in world.bots and not SERVICE.intersection(message):
        return message
    for bot in world.bots_in(chat):
        if hears(chat, bot, message):
            world.files.seen_by(bot.id, message)
            bot.updates.push("message", told(message), chat.id)
    return message


def told(message: Json) -> Json:
    """A message as a bot is told it: the one it answers without the chain behind it."""
    reply = message.get("reply_to_message")
    if reply is None or "reply_to_message" not in reply:
        return message
    return {**message, "reply_to_message": {k: v for k, v in reply.items() if k != "reply_to_message"}}


def hears(chat: Chat, bot: Bot, message: Json) -> bool:
    if chat.is_private or chat.is_admin(bot.id) or bot.user.get("can_read_all_group_messages"):
        return True
    if SERVICE.intersection(message):
        return True
    if message.get("reply_to_message", {}).get("from", {}).get("id") == bot.id:
        return True
    text = message.get("text") or message.get("caption") or ""
    name = f"@{bot.username}".lower()
    for entity in message.get("entities") or message.get("caption_entities") or ():
        piece = marked(text, entity).lower()
        if entity["type"] == "bot_command" and ("@" not in piece or piece.endswith(name)):
            return True
        if entity["type"] == "mention" and piece == name:
            return True
        if entity["type"] == "text_mention" and entity["user"]["id"] == bot.id:
            return True
    return False


def change_screens(world: WorldState, chat: Chat, message: Json, change: Json) -> None:
    """A reply keyboard, its removal or a forced reply on the phones it is meant for (all, or the selected ones)."""
    for person in world.people_in(chat):
        if change.get("selective") and not chat.is_private and not _meant_for(message, person.user):
            continue
        screen = chat.screen(person.id)
        if "keyboard" in change:
            screen.reply_keyboard, screen.force_reply = change, None
        elif "remove_keyboard" in change:
            screen.reply_keyboard, screen.force_reply = None, None
        else:
            screen.force_reply = message["message_id"]
            screen.placeholder = change.get("input_field_placeholder")
    if "keyboard" in change:
        chat.uneditable.add(message["message_id"])


def _meant_for(message: Json, user: Json) -> bool:
    if message.get("reply_to_message", {}).get("from", {}).get("id") == user["id"]:
        return True
    for entity in message.get("entities", ()):
        if entity["type"] == "text_mention" and entity["user"]["id"] == user["id"]:
            return True
        if entity["type"] == "mention" and user.get("username"):
            return marked(message["text"], entity).lower() == f"@{user['username']}".lower()
    return False


def person_wrote(screen: Screen) -> None:
    """A phone puts a one-time keyboard and a forced reply away once its person has written."""
    screen.force_reply, screen.placeholder = None, None
    if screen.reply_keyboard and screen.reply_keyboard.get("one_time_keyboard"):
        screen.reply_keyboard = None


def replace(world: WorldState, chat: Chat, message: Json, by_person: bool) -> Json:
    """Puts an edited message in the place of the old one."""
    chat.messages[message["message_id"]] = message
    world.events.add("edit", chat, message=message)
    if by_person:
        for bot in world.bots_in(chat):
            if hears(chat, bot, message):
                bot.updates.push("edited_message", told(message), chat.id)
    return message


def remove(world: WorldState, chat: Chat, message_ids: list[int]) -> None:
    """Deleted for everybody. No bot is told: Telegram does not."""
    gone = [message_id for message_id in message_ids if chat.message(message_id) is not None]
    chat.deleted.update(gone)
    chat.pinned = [message_id for message_id in chat.pinned if message_id not in gone]
    for message_id in gone:
        for screen in chat.screens.values():
            if screen.force_reply == message_id:
                screen.force_reply = None
        world.events.add("delete", chat, message_id=message_id)


def quoted(message: Json) -> Json:
    """A message as it appears inside an answer to it."""
    return {name: value for name, value in message.items() if name not in ("reply_to_message", "pinned_message")}


def in_topic(chat: Chat, thread_id: int) -> Json:
    """The fields that put a message into a forum topic; the general topic has none."""
    if thread_id and chat.is_forum and thread_id in chat.topics:
        return {"message_thread_id": thread_id, "is_topic_message": True}
    return {}


def is_group(chat: Chat) -> bool:
    return chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
