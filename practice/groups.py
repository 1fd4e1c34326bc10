"""Groups and channels: who comes, goes, is promoted or muted, topics, and the day a group becomes a supergroup."""

from telegram import ChatMemberAdministrator
from telegram import User as TelegramUser
from telegram.constants import ChatMemberStatus, ChatType, ForumIconColor

from practice.errors import Json, NotPossible
from practice.messages import compose, post
from practice.world import Bot, Chat, Topic, WorldState, typed

RIGHTS_OF_AN_ADMIN = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
# The twelve flags that every ChatMemberAdministrator has.
NO_RIGHTS = (False, False, False, False, False, False, False, False, False, False, False, False)
# Required since Bot API 10.3, which python-telegram-bot does not know yet and aiogram insists on.
SINCE_10_3 = {"can_send_welcome_messages": False}
MUTED_RIGHTS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
# What the control door can do to a member, and the status that follows.
DEEDS = {
    "add": ChatMemberStatus.MEMBER,
    "promote": ChatMemberStatus.ADMINISTRATOR,
    "demote": ChatMemberStatus.MEMBER,
    "mute": ChatMemberStatus.RESTRICTED,
}


def member_json(world: WorldState, user_id: int, status: str) -> Json:
    """A ChatMember of the kind that belongs to the status, with all fields that kind must have."""
    user = world.user(user_id) or {"id": user_id, "is_bot": False, "first_name": str(user_id)}
    base: Json = {"user": user, "status": str(status)}
    match status:
        case ChatMemberStatus.OWNER:
            return {**base, "is_anonymous": False}
        case ChatMemberStatus.ADMINISTRATOR:
            who = TelegramUser(user_id, user["first_name"], bool(user["is_bot"]))
            none = ChatMemberAdministrator(who, *NO_RIGHTS).to_dict()
            return {**none, **SINCE_10_3, **base, **dict.fromkeys(RIGHTS_OF_AN_ADMIN, True)}
        case ChatMemberStatus.RESTRICTED:
            return {**base, "is_member": True, **dict.fromkeys(MUTED_RIGHTS, False), "until_date": 0}
        case ChatMemberStatus.BANNED:
            return {**base, "until_date": 0}
        case _:
            return base


def set_status(world: WorldState, chat: Chat, by: Json, user_id: int, status: str) -> None:
    """Changes what somebody is in a chat and tells those bots that Telegram tells."""
    old = chat.status(user_id)
    if old == status:
        return
    chat.members[user_id] = status
    posts: Json = {}
    if chat.type == ChatType.CHANNEL and status == ChatMemberStatus.ADMINISTRATOR:
        posts = {"can_post_messages": True, "can_edit_messages": True}
    update: Json = {
        "chat": chat.json,
        "from": by,
        "date": world.clock.now(),
        "old_chat_member": member_json(world, user_id, old),
        "new_chat_member": member_json(world, user_id, status) | posts,
    }
    if user_id in world.bots:
        world.bots[user_id].updates.push("my_chat_member", update, chat.id)
    for bot in world.bots_in(chat):
        if bot.id != user_id and chat.is_admin(bot.id):
            bot.updates.push("chat_member", update, chat.id)


def bot_blocked(world: WorldState, chat: Chat, blocked: bool) -> None:
    """In a private chat `my_chat_member` comes only for blocking and unblocking."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    person = world.people[chat.person_id]
    now, then = (ChatMemberStatus.BANNED, ChatMemberStatus.MEMBER)[:: 1 if blocked else -1]
    update: Json = {
        "chat": chat.json,
        "from": person.user,
        "date": world.clock.now(),
        "old_chat_member": member_json(world, chat.bot_id, then),
        "new_chat_member": member_json(world, chat.bot_id, now),
    }
    world.bots[chat.bot_id].updates.push("my_chat_member", update, chat.id)
    world.events.add("chat", chat, blocked=blocked)


def make_group(world: WorldState, body: Json) -> Chat:
    kind = str(body.get("type") or ChatType.GROUP)
    if kind not in (ChatType.GROUP, ChatType.SUPERGROUP, ChatType.CHANNEL):
        raise NotPossible("type must be group, supergroup or channel")
    forum = bool(body.get("is_forum"))
    if forum and kind != ChatType.SUPERGROUP:
        raise NotPossible("only a supergroup can be a forum")
    creator = world.person(typed(body.get("creator"), int, "creator"))
    members = [world.person(typed(member, int, "members")) for member in body.get("members") or []]
    bots = [_bot(world, bot_id) for bot_id in body.get("bots") or []]
    group_id = int(body.get("id") or world.new_group_id(kind))
    if group_id >= 0 or group_id in world.groups:
        raise NotPossible("a group's id is negative and not used yet")
    title = str(typed(body.get("title"), str, "title"))
    chat = Chat(group_id, {"id": group_id, "title": title, "type": kind, **({"is_forum": True} if forum else {})}, kind)
    if kind == ChatType.GROUP:
        chat.json["all_members_are_administrators"] = False
    world.groups[group_id] = chat
    chat.members = {person.id: str(ChatMemberStatus.MEMBER) for person in members}
    chat.members[creator.id] = ChatMemberStatus.OWNER
    world.events.add("chat", chat)
    if kind == ChatType.GROUP:
        post(world, chat, compose(world, chat, creator.user, {"group_chat_created": True}))
    for bot in bots:
        if kind == ChatType.CHANNEL:  # a bot can only be in a channel as its administrator; nothing is said there
            set_status(world, chat, creator.user, bot.id, ChatMemberStatus.ADMINISTRATOR)
        else:
            add_member(world, chat, creator.user, bot.id)
    return chat


def _bot(world: WorldState, bot_id: object) -> Bot:
    bot = world.bots.get(typed(bot_id, int, "bots"))
    if bot is None:
        raise NotPossible(f"there is no bot {bot_id}", 404)
    return bot


def add_member(world: WorldState, chat: Chat, by: Json, user_id: int) -> None:
    user = world.user(user_id)
    if user is None:
        raise NotPossible(f"there is nobody with id {user_id}", 404)
    if chat.has(user_id):
        raise NotPossible(f"{user['first_name']} is in “{chat.json['title']}” already")
    set_status(world, chat, by, user_id, ChatMemberStatus.MEMBER)
    content: Json = {"new_chat_participant": user, "new_chat_member": user, "new_chat_members": [user]}
    post(world, chat, compose(world, chat, by, content))


def remove_member(world: WorldState, chat: Chat, by: Json, user_id: int) -> None:
    """Removed by another: kicked, and a bot may not come back by itself. By themselves: left."""
    user = world.user(user_id)
    if user is None or not chat.has(user_id):
        raise NotPossible(f"{user_id} is not in “{chat.json['title']}”")
    content: Json = {"left_chat_participant": user, "left_chat_member": user}
    message = compose(world, chat, by, content)
    # A bot that is thrown out still hears that it was: told before it loses the chat.
    if user_id in world.bots:
        world.bots[user_id].updates.push("message", message, chat.id)
    # The phone of whoever leaves must drop the chat: told while they can still see it.
    world.events.add("chat", chat, only=user_id if user_id in world.people else None, left=user_id)
    left_alone = by["id"] == user_id
    set_status(world, chat, by, user_id, ChatMemberStatus.LEFT if left_alone else ChatMemberStatus.BANNED)
    post(world, chat, message)


def change_member(world: WorldState, chat: Chat, body: Json) -> None:
    """The control door's `{"by", "who", "do"}`."""
    by = world.user(typed(body.get("by"), int, "by"))
    who, deed = typed(body.get("who"), int, "who"), body.get("do")
    if by is None:
        raise NotPossible(f"there is nobody with id {body.get('by')}", 404)
    if by["id"] != who and not chat.has(by["id"]):
        raise NotPossible(f"{by['first_name']} is not in “{chat.json['title']}”")
    if deed == "add":
        return add_member(world, chat, by, who)
    if deed == "remove":
        return remove_member(world, chat, by, who)
    if deed not in DEEDS:
        raise NotPossible("do must be add, remove, promote, demote or mute")
    if not chat.has(who):
        raise NotPossible(f"{who} is not in “{chat.json['title']}”")
    if chat.status(who) == ChatMemberStatus.OWNER:
        raise NotPossible("the creator of a group stays its owner")
    set_status(world, chat, by, who, DEEDS[deed])
    world.events.add("chat", chat)
    return None


def upgrade(world: WorldState, chat: Chat) -> Chat:
    """Group → supergroup: another id from now on, and message numbers that begin again."""
    if chat.type != ChatType.GROUP or chat.migrated_to:
        raise NotPossible("only a basic group can become a supergroup, and once")
    new_id = world.new_group_id(ChatType.SUPERGROUP)
    new = Chat(new_id, {"id": new_id, "title": chat.json["title"], "type": "supergroup"}, ChatType.SUPERGROUP)
    new.members = dict(chat.members)
    world.groups[new_id] = new
    owner = next(user_id for user_id, status in chat.members.items() if status == ChatMemberStatus.OWNER)
    by = world.user(owner) or {}
    post(world, chat, compose(world, chat, by, {"migrate_to_chat_id": new_id}))
    chat.migrated_to = new_id
    world.events.add("chat", chat, migrate_to_chat_id=new_id)
    world.events.add("chat", new)
    post(world, new, compose(world, new, by, {"migrate_from_chat_id": chat.id}))
    return new


def open_topic(world: WorldState, chat: Chat, by: Json, name: str, icon_color: int = 0) -> Topic:
    """A topic's thread id is the id of the service message that opened it."""
    color = icon_color or int(ForumIconColor.BLUE)
    topic = Topic(chat.last_message_id + 1, name, color)
    chat.topics[topic.thread_id] = topic
    created: Json = {"name": name, "icon_color": color}
    content: Json = {"message_thread_id": topic.thread_id, "is_topic_message": True, "forum_topic_created": created}
    post(world, chat, compose(world, chat, by, content))
    world.events.add("chat", chat)
    return topic


def make_topic(world: WorldState, chat: Chat, name: str) -> Topic:
    if not chat.is_forum:
        raise NotPossible(f"“{chat.json['title']}” is not a forum")
    owner = next(user_id for user_id, status in chat.members.items() if status == ChatMemberStatus.OWNER)
    return open_topic(world, chat, world.user(owner) or {}, name)
