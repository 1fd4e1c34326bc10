"""May the bot speak here? Chats by id, rights, topics, answered messages: each with the refusal Telegram gives."""

from enum import Enum

from telegram.constants import ChatMemberStatus, ChatType

from practice.bot_api.call import Call
from practice.errors import Json, Refused, bad_request, forbidden
from practice.messages import quoted
from practice.world import Chat


class Access(Enum):
    READ = "read"
    MEMBERS = "members"
    EDIT = "edit"
    WRITE = "write"


CHANGES = (Access.EDIT, Access.WRITE)


def chat_of(call: Call, access: Access, name: str = "chat_id") -> Chat:
    """The chat a bot means; refused when it does not know it, was shut out, or the group has moved."""
    raw = call.params.text(name)
    if not raw:
        raise bad_request(f"{name} is empty")
    try:
        chat_id = int(raw)
    except ValueError:
        # @names: the practice Telegram has no public groups or channels.
        raise bad_request("chat not found") from None
    return _private(call, chat_id, access) if chat_id > 0 else _group(call, chat_id, access)


def _private(call: Call, person_id: int, access: Access) -> Chat:
    world = call.world
    chat = world.private_chats.get((person_id, call.bot.id))
    if chat is None:
        if access is Access.WRITE and person_id in world.bots:
            raise forbidden("bots can't send messages to bots")
        if access is Access.WRITE and person_id in world.people:
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request("chat not found")
    if access in CHANGES:
        if world.people[person_id].deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
    return chat


def _group(call: Call, chat_id: int, access: Access) -> Chat:
    chat = call.world.groups.get(chat_id)
    if chat is None or call.bot.id not in chat.members:
        raise bad_request("chat not found")
    status = chat.status(call.bot.id)
    basic = chat.type == ChatType.GROUP
    if chat.migrated_to and access is not Access.READ:
        raise Refused(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": chat.migrated_to},
        )
    # A basic group can still be read by a bot that left it; a supergroup cannot.
    if basic and access is Access.READ:
        return chat
    kind = "group" if basic else str(chat.type.value if isinstance(chat.type, ChatType) else chat.type)
    if status == ChatMemberStatus.BANNED:
        raise forbidden(f"bot was kicked from the {kind} chat")
    if status == ChatMemberStatus.LEFT:
        raise forbidden(f"bot is not a member of the {kind} chat")
    return chat


def check_rights(call: Call, chat: Chat, plural: str) -> None:
    """A muted bot reads, but may not send; `plural` is how Telegram names the content ("text messages")."""
    if chat.type == ChatType.CHANNEL and not chat.is_admin(call.bot.id):
        raise bad_request("need administrator rights in the channel chat")
    if chat.status(call.bot.id) == ChatMemberStatus.RESTRICTED:
        raise bad_request(f"not enough rights to send {plural} to the chat")


def check_admin(call: Call, chat: Chat, deed: str) -> None:
    if not chat.is_admin(call.bot.id):
        raise bad_request(f"not enough rights to {deed}")


def thread_of(call: Call, chat: Chat) -> int:
    """The forum topic to write into, 0 for none. Outside forums Telegram ignores the parameter, except in private."""
    thread_id = call.params.whole("message_thread_id")
    if not thread_id or not (chat.is_forum or chat.is_private):
        return 0
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not chat.is_admin(call.bot.id):
        raise bad_request("TOPIC_CLOSED")
    return thread_id


def answered_message(call: Call, chat: Chat) -> Json | None:
    """The message that the new one answers, as it will be shown in it."""
    params = call.params
    given = params.parsed("reply_parameters", "can't parse reply parameters JSON object")
    if given is None:
        # The older spelling is still understood.
        message_id, lenient = params.whole("reply_to_message_id"), params.flag("allow_sending_without_reply")
        if not message_id:
            return None
    elif not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    elif not given:
        return None
    else:
        if "message_id" not in given:
            raise bad_request('can\'t find field "message_id"')
        message_id, lenient = int(given["message_id"]), bool(given.get("allow_sending_without_reply"))
        if given.get("chat_id") and str(given["chat_id"]) != str(chat.id):
            # Answers across chats are shown as `external_reply`; nobody here needs them.
            raise bad_request("message to be replied not found")
    if message_id <= 0:
        return None
    message = chat.message(message_id)
    if message is None:
        if lenient:
            return None
        raise bad_request("message to be replied not found")
    return quoted(message)


def message_of(call: Call, chat: Chat, purpose: str, name: str = "message_id") -> Json:
    """`purpose` completes "message to … not found"."""
    message = chat.message(call.params.whole(name))
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message
