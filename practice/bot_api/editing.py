"""Edits, deletions, pins and reactions of a bot."""

from telegram.constants import BulkRequestLimit

from practice.bot_api.access import Access, chat_of, check_admin, message_of
from practice.bot_api.call import Call, method
from practice.bot_api.sending import caption_content, text_content
from practice.errors import Json, bad_request
from practice.keyboards import inline_keyboard, read_markup
from practice.messages import compose, is_group, post, quoted, remove, replace
from practice.world import Chat

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
# "A message can only be deleted if it was sent less than 48 hours ago" (by the practice clock, like all dates).
DELETABLE_SECONDS = 48 * 3600
# Contents that have a caption.
CAPTIONED = ("photo", "video", "voice", "audio", "document", "animation")


def message_to_edit(call: Call) -> tuple[Chat, Json]:
    params = call.params
    if not params.has("chat_id") and not params.whole("message_id"):
        if not params.has("inline_message_id"):
            raise bad_request("message identifier is not specified")
        raise bad_request("MESSAGE_ID_INVALID")
    chat = chat_of(call, Access.EDIT)
    message = message_of(call, chat, "edit")
    if message["from"]["id"] != call.bot.id or message["message_id"] in chat.uneditable:
        raise bad_request("message can't be edited")
    return chat, message


def new_markup(call: Call) -> Json | None:
    markup = read_markup(call.params.values.get("reply_markup"))
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return inline_keyboard(markup)


def finish(call: Call, chat: Chat, old: Json, changes: Json, dropped: tuple[str, ...]) -> Json:
    """`changes` replace the `dropped` fields; an edit without `reply_markup` takes the buttons away."""
    markup = new_markup(call)
    new = {name: value for name, value in old.items() if name not in dropped and name != "reply_markup"}
    new.update(changes)
    if markup:
        new["reply_markup"] = markup
    if new == old:
        raise bad_request(NOT_MODIFIED)
    call.bot.flood.pass_or_refuse(chat.id)
    new["edit_date"] = call.world.clock.now()
    return replace(call.world, chat, new, by_person=False)


@method("editMessageText")
def edit_message_text(call: Call) -> Json:
    content = text_content(call)
    chat, old = message_to_edit(call)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    return finish(call, chat, old, content, ("text", "entities"))


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Json:
    params = call.params
    entities = params.parsed("caption_entities", "can't parse entities JSON object")
    content = caption_content(params.text("caption"), params.text("parse_mode"), entities)
    chat, old = message_to_edit(call)
    if not any(kind in old for kind in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    return finish(call, chat, old, content, ("caption", "caption_entities"))


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Json:
    new_markup(call)
    chat, old = message_to_edit(call)
    return finish(call, chat, old, {}, ())


def may_delete(call: Call, chat: Chat, message: Json) -> bool:
    if message["date"] < call.world.clock.now() - DELETABLE_SECONDS:
        return False
    if message["from"]["id"] == call.bot.id or chat.is_private:
        return True
    return chat.is_admin(call.bot.id)


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    if not call.params.has("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not call.params.whole("message_id"):
        raise bad_request("message identifier is not specified")
    chat = chat_of(call, Access.WRITE)
    message = message_of(call, chat, "delete")
    if not may_delete(call, chat, message):
        own = message["from"]["id"] == call.bot.id
        raise bad_request("message can't be deleted for everyone" if own else "message can't be deleted")
    remove(call.world, chat, [message["message_id"]])
    return True


def message_ids(call: Call) -> list[int]:
    ids = call.params.parsed("message_ids", "can't parse message_ids JSON object")
    if ids is None or ids == []:
        raise bad_request("message identifiers are not specified")
    if not isinstance(ids, list):
        raise bad_request("expected an Array of message identifiers")
    if len(ids) > BulkRequestLimit.MAX_LIMIT:
        raise bad_request("too many message identifiers specified")
    return [int(message_id) for message_id in ids]


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    """Messages that are gone already are skipped."""
    ids = message_ids(call)
    chat = chat_of(call, Access.WRITE)
    found = [message for message_id in ids if (message := chat.message(message_id)) is not None]
    if not all(may_delete(call, chat, message) for message in found):
        raise bad_request("message can't be deleted for everyone")
    remove(call.world, chat, [message["message_id"] for message in found])
    return True


@method("pinChatMessage")
def pin_chat_message(call: Call) -> bool:
    chat = chat_of(call, Access.WRITE)
    message = message_of(call, chat, "pin")
    if is_group(chat):
        check_admin(call, chat, "manage pinned messages in the chat")
    if message["message_id"] in chat.pinned:
        return True
    chat.pinned.insert(0, message["message_id"])
    call.world.events.add("chat", chat, pinned=list(chat.pinned))
    if is_group(chat):
        post(call.world, chat, compose(call.world, chat, call.bot.user, {"pinned_message": quoted(message)}))
    return True


@method("unpinChatMessage")
def unpin_chat_message(call: Call) -> bool:
    chat = chat_of(call, Access.WRITE)
    if is_group(chat):
        check_admin(call, chat, "manage pinned messages in the chat")
    message_id = call.params.whole("message_id")
    if not message_id and chat.pinned:
        message_id = chat.pinned[0]
    if message_id not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(message_id)
    call.world.events.add("chat", chat, pinned=list(chat.pinned))
    return True


@method("unpinAllChatMessages")
def unpin_all_chat_messages(call: Call) -> bool:
    chat = chat_of(call, Access.WRITE)
    if is_group(chat):
        check_admin(call, chat, "manage pinned messages in the chat")
    chat.pinned.clear()
    call.world.events.add("chat", chat, pinned=[])
    return True
