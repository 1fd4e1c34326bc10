"""Forum topics: made, renamed, closed, reopened, deleted."""

from telegram.constants import ForumTopicLimit

from practice.bot_api.access import Access, chat_of
from practice.bot_api.call import Call, method
from practice.errors import Json, bad_request
from practice.groups import open_topic
from practice.messages import compose, in_topic, post, remove
from practice.world import Chat, Topic


def forum_of(call: Call) -> Chat:
    chat = chat_of(call, Access.WRITE)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if not chat.is_admin(call.bot.id):
        raise bad_request("not enough rights to create a topic")
    return chat


def topic_of(call: Call) -> tuple[Chat, Topic]:
    thread_id = call.params.whole("message_thread_id")
    chat = forum_of(call)
    topic = chat.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    return chat, topic


def topic_name(call: Call) -> str:
    name = call.params.text("name").strip()
    if not name:
        raise bad_request("TOPIC_TITLE_EMPTY")
    if len(name) > ForumTopicLimit.MAX_NAME_LENGTH:
        raise bad_request("TOPIC_TITLE_TOO_LONG")
    return name


@method("createForumTopic")
def create_forum_topic(call: Call) -> Json:
    name = topic_name(call)
    chat = forum_of(call)
    topic = open_topic(call.world, chat, call.bot.user, name, call.params.whole("icon_color"))
    return {"message_thread_id": topic.thread_id, "name": topic.name, "icon_color": topic.icon_color}


@method("editForumTopic")
def edit_forum_topic(call: Call) -> bool:
    chat, topic = topic_of(call)
    if call.params.has("name"):
        name = topic_name(call)
        if name == topic.name:
            raise bad_request("TOPIC_NOT_MODIFIED")
        topic.name = name
        say(call, chat, topic, {"forum_topic_edited": {"name": name}})
    return True


def say(call: Call, chat: Chat, topic: Topic, service: Json) -> None:
    post(call.world, chat, compose(call.world, chat, call.bot.user, {**in_topic(chat, topic.thread_id), **service}))
    call.world.events.add("chat", chat)


@method("closeForumTopic")
def close_forum_topic(call: Call) -> bool:
    chat, topic = topic_of(call)
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = True
    say(call, chat, topic, {"forum_topic_closed": {}})
    return True


@method("reopenForumTopic")
def reopen_forum_topic(call: Call) -> bool:
    chat, topic = topic_of(call)
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = False
    say(call, chat, topic, {"forum_topic_reopened": {}})
    return True


@method("deleteForumTopic")
def delete_forum_topic(call: Call) -> bool:
    chat, topic = topic_of(call)
    remove(call.world, chat, [m["message_id"] for m in chat.messages.values() if in_thread(m, topic.thread_id)])
    del chat.topics[topic.thread_id]
    call.world.events.add("chat", chat)
    return True


def in_thread(message: Json, thread_id: int) -> bool:
    return bool(message.get("is_topic_message")) and message.get("message_thread_id") == thread_id
